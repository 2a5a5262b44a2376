"""What stands on every page beside the text: running headers, footers, page numbers, a browser's lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from seedreader.ingest.formats.pdf.pages import Page
from seedreader.ingest.formats.pdf.rows import Row

_EDGE = 0.13
"""The share of a page's height, above and below, in which furniture stands."""

_ROWS = 4
"""How many rows at each end of a page are looked at."""

_NUMBER_EDGE = 0.2
_NUMBER = re.compile(
    r"\W*(?:(?:page|p|pg|seite|s|pagina|página|pag|blz|side|sida|sivu|strona|str|страница|стр|с|第)\b\.?\s*)?"
    r"(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|van|de|di|sur|av|af|z|из|\|)\s*\d{1,4})?\s*(?:页|頁)?\W*",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|file:///|about:)\S+|(?:www\.)\S+\.\S+/\S*")
_PRINTED = re.compile(
    r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
)
_OF = re.compile(r"\b\d{1,4}\s*/\s*\d{1,4}\W*\Z")


class Furniture(NamedTuple):
    """Which rows are furniture, "header" or "footer" by id, and the URL that a browser printed."""

    kinds: dict[int, str]
    url: str | None = None


def find(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> Furniture:
    """Find the furniture of pages; ``rows`` are each page's. A kind is for the ``id`` of a row."""
    places: Counter[tuple[str, str, int]] = Counter()
    edges = [_edges(page, own) for page, own in zip(pages, rows, strict=True)]
    for own in edges:
        for key in {_shape(row, kind) for row, kind in own}:
            places[key] += 1
    kinds = {
        id(row): kind for page, own in zip(pages, rows, strict=True) for row, kind in _numbers(page, own)
    }
    least = max(2, min(3, len(pages) // 3))
    for own in edges:
        for row, kind in own:
            if places[_shape(row, kind)] >= least:
                kinds[id(row)] = kind
    urls: Counter[str] = Counter()
    for own in edges:
        printed = [(row, kind) for row, kind in own if _is_printed(row.text)]
        for row, kind in printed:
            kinds[id(row)] = kind
            urls.update(found[0] for found in _URL.finditer(row.text))
    usual = urls.most_common(1)
    return Furniture(kinds, usual[0][0] if usual and usual[0][0].startswith("http") else None)


def _edges(page: Page, rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """The outermost rows of a page, with what they are if they are furniture."""
    upright = sorted((row for row in rows if not row.pieces[0].aside), key=lambda row: row.y)
    height = page.top - page.bottom
    below = [row for row in upright[:_ROWS] if row.y < page.bottom + _EDGE * height]
    above = [row for row in upright[-_ROWS:] if row.y > page.top - _EDGE * height]
    return [*((row, "footer") for row in below), *((row, "header") for row in above if row not in below)]


def _numbers(page: Page, rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """The page number: the outermost row above or below, apart from the text."""
    upright = sorted((row for row in rows if not row.pieces[0].aside), key=lambda row: row.y)
    near = _NUMBER_EDGE * (page.top - page.bottom)
    found = []
    for outer, inner, kind in ((0, 1, "footer"), (-1, -2, "header")):
        if len(upright) < 2 or _NUMBER.fullmatch(upright[outer].text.strip()) is None:
            continue
        row, away = upright[outer], abs(upright[outer].y - upright[inner].y)
        edge = row.y - page.bottom if kind == "footer" else page.top - row.y
        if edge < near and away > 1.6 * row.size:
            found.append((row, kind))
    return found


def _shape(row: Row, kind: str) -> tuple[str, str, int]:
    """What is the same on every page: where it stands, its words without numbers, its size."""
    return kind, re.sub(r"\d+", "#", " ".join(row.text.split())).casefold(), round(row.size)


def _is_printed(text: str) -> bool:
    """Whether a browser put a line on a page: its address and page, or the time of printing and the title."""
    return bool(_PRINTED.match(text) or (_URL.match(text) and (_OF.search(text) or " " not in text.strip())))
