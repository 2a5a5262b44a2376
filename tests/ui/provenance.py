"""Sources of many formats, with all that can be known of one, and problems of every cost."""

from __future__ import annotations

from datetime import UTC, date, datetime

from seedreader.article import Article, Mark, Provenance, SourceId
from seedreader.ingest.errors import Problem

PIER = (
    "The harbour council approved the new pier on Monday."
    " It will cost 4 million euros, mayor Ana Ruiz said.\n\n"
    "About 300 people came to the meeting in Porto Sul. Work begins in March 2026 and ends in the autumn.\n"
)
ADDRESS = "https://harbour.example/news/2025/pier"


def sources() -> list[Article]:
    """A page captured twice, a teaser, an item that an agency killed, a text that was cut."""
    captured = Article(
        PIER,
        "pier",
        "story/harbour.warc.gz",
        title="Council approves a new pier",
        outlet="Harbour News",
        author="Ana Lind",
        published=date(2025, 3, 24),
        source=SourceId("file:///story/harbour.warc.gz", ADDRESS),
        language="en",
        url=ADDRESS,
        media_type="text/html",
        retrieved=datetime(2025, 3, 24, 10, 11, tzinfo=UTC),
        provenance=Provenance(
            "web archive", "json-ld", "opengraph", "json-ld", "json-ld", None, None, "html", "web archive"
        ),
    )
    later = Article(
        PIER.replace("4 million", "6 million"),
        "pier",
        "story/harbour.warc.gz",
        title="Council approves a new pier",
        outlet="Harbour News",
        published=date(2025, 3, 24),
        updated=date(2025, 3, 26),
        source=captured.source,
        language="en",
        url=ADDRESS,
        media_type="text/html",
        retrieved=datetime(2025, 3, 26, 8, 0, tzinfo=UTC),
    )
    teaser = Article(
        "Porto Sul gets a new pier, the council decided on Monday.\n",
        "feed",
        "story/coast.rss",
        title="Porto Sul gets a pier",
        outlet="Coast Daily",
        published=date(2025, 3, 24),
        source=SourceId("file:///story/coast.rss", "https://coast.example/?p=71"),
        language="en",
        url="https://coast.example/porto-sul-gets-a-pier",
        media_type="application/rss+xml",
        marks=(Mark("excerpt"),),
        provenance=Provenance(title="feed", outlet="feed", published="feed", url="feed"),
    )
    killed = Article(
        "PORTO SUL (AP) - A pier for 5 million euros was approved, the council said on Monday.\n",
        "item",
        "story/wire.xml",
        title="Pier approved",
        outlet="AP",
        published=date(2025, 3, 24),
        source=SourceId("file:///story/wire.xml", "urn:newsml:ap:7"),
        language="en",
        media_type="application/vnd.iptc.g2.newsitem+xml",
        marks=(
            Mark("notice", "kill"),
            Mark("notice", "embargo until 2025-03-25T06:00"),
            Mark("notice", "version 3"),
        ),
    )
    cut = Article(
        "The pier of Porto Sul was approved by the council on Monday, mayor Ana Ruiz said. The town",
        "api",
        "story/news.json",
        outlet="Example API",
        published=date(2025, 3, 25),
        language="en",
        url="http://news.example/pier",
        media_type="application/json",
        marks=(Mark("cut", "1203 characters"),),
    )
    return [captured, later, teaser, killed, cut]


PROBLEMS = (
    Problem("story/export.html", "lost", "holds article 3 (Pier), which has no text", lost=1),
    Problem("story/scan.pdf", "scanned"),
    Problem("story/press review of the week.pdf", "lost", "holds 2 pages as pictures without text"),
    Problem("story/old.txt", "encoding", "windows-1251"),
    Problem("story/secret.docx", "encrypted"),
)
