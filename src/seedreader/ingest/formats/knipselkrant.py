"""Press reviews of Dutch ministries as pages: an index first, then articles between rules.

An article is a headline and a line in italics, or behind the headline, with paper and day; older ones of an
intranet give each part a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from seedreader.article import Mark, SourceId
from seedreader.ingest.errors import Problem
from seedreader.ingest.press.pieces import CUT, Piece, of_page, runs
from seedreader.ingest.press.record import Record, documents
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.written_day import find

ARCHIVE = "press review"

_NAMED = frozenset(("#articleTitle", "#articleIntro", "#articlePage", "#sourceTitle", "#articleDate"))
_HEADINGS = ("h2", "h3", ".MsoHeading2", ".Heading2")
_SHORT_DAY = re.compile(r"\b(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})\b")
_PAGE = re.compile(r"[\s,;-]*\b(?:p|pag|pagina|blz)\.? ?\d[\d ,/-]*.*\Z|[\s,;()|-]+\Z", re.IGNORECASE)
_NAVIGATION = re.compile(
    r"\W*(?:terug naar (?:boven|index|inhoud\w*)|naar boven|top|index|inhoudsopgave|boven)\W*", re.IGNORECASE
)
_DATELINE_WORDS = 14


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of a review. Raises `IngestError` where it holds none."""
    found = of_page(data, _pick)
    if any(piece.within("#articleTitle") for piece in found):
        return documents(_named(found), ARCHIVE, "text/html")
    day = next((written for piece in found if piece.within("h1") and (written := _day(piece.text))), None)
    parts = _between_rules(found)
    records = [record for part in parts if (record := _record(part, day)) is not None]
    indexed = sum(
        piece.within("a") and not piece.within("h1", *_HEADINGS) for piece in (parts[0] if parts else ())
    )
    problems = []
    if indexed > len(records) and records and indexed - len(records) < len(records):
        problems.append(
            Problem(
                "",
                "lost",
                f"holds {indexed - len(records)} more titles in its index than articles",
                lost=indexed - len(records),
            )
        )
    return documents(records, ARCHIVE, "text/html", problems)


def _pick(tag: str, own: frozenset[str]) -> str:
    if tag == "hr":
        return "rule"
    return CUT if not _NAMED.isdisjoint(own) else ""


def _between_rules(found: Sequence[Piece]) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for piece in found:
        if piece.point == "rule":
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts


def _record(part: Sequence[Piece], default: date | None) -> Record | None:
    """An article between two rules; None for the index and for what has no headline or no paper."""
    titles = [i for i, piece in enumerate(part) if piece.within(*_HEADINGS)]
    if not titles:
        if len(part) < 3 or _dateline(part[1].text) is None:
            return None
        titles = [0]
    at = next((i for i, piece in enumerate(part) if i not in titles and _is_dateline(piece)), None)
    if at is None or len(part) - at < 2 or at > titles[-1] + 3:
        return None
    outlet, day = _dateline(part[at].text) or (_PAGE.sub("", part[at].text), None)
    body = [piece.text for i, piece in enumerate(part) if i > at and not _NAVIGATION.fullmatch(piece.text)]
    between = [piece.text for i, piece in enumerate(part) if titles[0] < i < at and i not in titles]
    return Record(
        title=" ".join(part[i].text for i in titles if i < max(at, titles[0] + 1)),
        paragraphs=[*between, *body],
        outlet=outlet or None,
        published=day or default,
        language="nl",
    )


def _is_dateline(piece: Piece) -> bool:
    if piece.within("i", "em"):
        return len(piece.text.split()) <= _DATELINE_WORDS
    return _dateline(piece.text) is not None


def _dateline(text: str) -> tuple[str, date] | None:
    """Paper and day of a line that holds no more."""
    if len(text.split()) > _DATELINE_WORDS:
        return None
    written, short = find(text), _SHORT_DAY.search(text)
    day = _day(text)
    start = min(
        [found.start for found in (written,) if found] + [found.start() for found in (short,) if found],
        default=0,
    )
    if day is None or not start:
        return None
    return _PAGE.sub("", re.sub(r"[\s,;:|-]*(?:van|d\.d\.|dd\.?)?\s*\Z", "", text[:start])).strip(
        " ,;|-"
    ) or "", day


def _day(text: str) -> date | None:
    """A day as the Dutch write it: day before month in figures, too."""
    short = _SHORT_DAY.search(text)
    if short:
        day, month, year = map(int, short.groups())
        try:
            return date(year + 2000 if year < 100 else year, month, day)
        except ValueError:
            return None
    written = find(text)
    return written.day if written else None


def _named(found: Sequence[Piece]) -> list[Record]:
    first = "#articleTitle" if found and not _source_first(found) else "#sourceTitle"
    seen = [piece for piece in found if not _NAMED.isdisjoint(piece.names)]
    starts = {id(piece) for before, piece in zip([None, *seen], seen, strict=False)
              if piece.within(first) and not (before and before.within(first))}  # fmt: skip
    records = []
    for part in runs(seen, lambda piece: id(piece) in starts):

        def value(name: str, part: Sequence[Piece] = part) -> list[str]:
            return [piece.text for piece in part if piece.within(name)]

        outlet, day = " ".join(value("#sourceTitle")), " ".join(value("#articleDate"))
        texts = value("#articleIntro")
        cut = (Mark("excerpt"),) if texts and texts[-1].rstrip().endswith(("...", "…")) else ()
        records.append(
            Record(
                " ".join(value("#articleTitle")),
                texts,
                outlet=outlet or None,
                published=_day(day),
                language="nl",
                marks=cut,
            )
        )
    return records


def _source_first(found: Sequence[Piece]) -> bool:
    return next(
        (piece.within("#sourceTitle") for piece in found if not _NAMED.isdisjoint(piece.names)), False
    )
