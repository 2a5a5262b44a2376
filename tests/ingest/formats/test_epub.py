from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

import pytest

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats.epub import read

SOURCE = SourceId("file:///a.epub")
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
BOOK = (
    "<dc:title>The Crane of Vellmar</dc:title><dc:creator opf:role='aut'>Maria Lindqvist</dc:creator>"
    "<dc:creator opf:role='ill'>Ole Brandt</dc:creator><dc:language>en-GB</dc:language>"
    "<dc:date opf:event='modification'>2022-01-01</dc:date><dc:date>2021-05-03</dc:date>"
)
ISSUE = (
    "<dc:title>The Vellmar Herald [Mon, 03 May 2021]</dc:title><dc:creator>calibre</dc:creator>"
    "<dc:date>2021-05-03T06:00:00+00:00</dc:date><dc:language>en</dc:language>"
    "<meta name='calibre:publication_type' content='periodical:news:Herald'/>"
)


def _page(body: str, head: str = "<title/>") -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head>{head}</head><body>{body}</body></html>'


def _epub(metadata: str, chapters: Mapping[str, str], more: Mapping[str, str] | None = None) -> bytes:
    items = "".join(
        f'<item id="i{i}" href="{name}" media-type="application/xhtml+xml"/>'
        for i, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{i}"/>' for i in range(len(chapters)))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:opf="http://www.idpf.org/2007/opf"><metadata>{metadata}</metadata><manifest>{items}'
        f'<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>'
        f'<spine>{spine}<itemref idref="nav"/></spine></package>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/content.opf", opf)
        archive.writestr("OEBPS/nav.xhtml", _page("<nav>Contents of it all</nav>"))
        for name, text in {
            **{f"OEBPS/{name}": text for name, text in chapters.items()},
            **(more or {}),
        }.items():
            archive.writestr(name.replace("%20", " "), text)
    return out.getvalue()


def test_a_book_is_one_article_chapter_after_chapter() -> None:
    chapters = {
        "two%20b.xhtml": _page("<h1>Two</h1><p>The crane <i>stood</i> still.</p>"),
        "one.xhtml": _page("<h1>One</h1><p>It fell.</p><div id='x'/><p>Nobody saw it.</p>"),
    }
    (book,), problems = read(_epub(BOOK, chapters), SOURCE)
    assert problems == ()
    assert book.text == "Two\n\nThe crane stood still.\n\nOne\n\nIt fell.\n\nNobody saw it."
    assert [book.text[s.start : s.end] for s in book.structure if s.kind == "heading"] == ["Two", "One"]
    assert {name: each.value for name, each in book.declared.items()} == {
        "title": "The Crane of Vellmar", "author": "Maria Lindqvist", "language": "en-GB",
        "published": date(2021, 5, 3),
    }  # fmt: skip
    assert book.member is None


def _issue() -> bytes:
    bar = '<div class="calibre_navbar"><hr/>| <a href="../a">Next</a> | <a>Section menu</a> |</div>'
    fetched = (
        '<div class="calibre_navbar"><p>This article was downloaded by <b>calibre</b> from'
        ' <a href="https://herald.example/crane">https://herald.example/crane</a></p></div>'
    )
    return _epub(
        ISSUE,
        {
            "index.html": _page("<h1>The Vellmar Herald</h1><ul><li>News</li></ul>"),
            "feed_0/index.html": _page("<h1>News</h1><ul><li>Crane falls</li><li>Ferry sails</li></ul>"),
            "feed_0/article_0/index_u3_split_000.html": _page(f"{bar}<h2>Crane falls</h2><p>It fell.</p>"),
            "feed_0/article_0/index_u3_split_001.html": _page(f"<p>Nobody saw it.</p>{fetched}"),
            "feed_0/article_1/index_u4.html": _page(f"{bar}<h2>Ferry sails</h2><p>It left.</p>{bar}"),
        },
    )


def test_an_issue_is_an_article_each_without_the_lines_between() -> None:
    (crane, ferry), _ = read(_issue(), SOURCE)
    assert crane.text == "Crane falls\n\nIt fell.\n\nNobody saw it."
    assert ferry.text == "Ferry sails\n\nIt left."
    assert {name: each.value for name, each in crane.declared.items()} == {
        "title": "Crane falls", "outlet": "The Vellmar Herald", "published": date(2021, 5, 3),
        "language": "en", "url": "https://herald.example/crane",
    }  # fmt: skip
    assert (crane.member, ferry.member) == (
        "OEBPS/feed_0/article_0/index_u3.html", "OEBPS/feed_0/article_1/index_u4.html",
    )  # fmt: skip


def test_what_is_no_text_or_locked_says_so() -> None:
    with pytest.raises(IngestError, match="its pages show no text"):
        read(_epub(BOOK, {"a.xhtml": _page("<img src='a.jpg'/>")}), SOURCE)
    way = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    locked = f'<encryption xmlns:e="x"><e:EncryptionMethod Algorithm="{way}"/></encryption>'
    with pytest.raises(IngestError, match="locked"):
        read(_epub(BOOK, {"a.xhtml": _page("<p>x</p>")}, {"META-INF/encryption.xml": locked}), SOURCE)


def test_a_chapter_that_is_not_there_is_no_harm_and_names_climb_nowhere() -> None:
    data = _epub(BOOK, {"a.xhtml": _page("<p>Here.</p>"), "../../../etc/passwd": _page("<p>There.</p>")})
    assert read(data, SOURCE).documents[0].text == "Here."


def test_a_broken_package_leaves_its_pages() -> None:
    data = _epub(BOOK, {"a.xhtml": _page("<p>Here.</p>")})
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            if not name.endswith(".opf"):
                new.writestr(name, old.read(name))
    assert "Here." in read(broken.getvalue(), SOURCE).documents[0].text


def test_the_registry_knows_epub() -> None:
    assert registry.format_of(_issue()).name == "epub"
