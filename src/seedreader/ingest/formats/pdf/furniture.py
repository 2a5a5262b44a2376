"""What stands on every page beside the text: running headers, footers, page numbers, a browser's lines."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from seedreader.ingest import source_line
from seedreader.ingest.formats.pdf.pages import Page
from seedreader.ingest.formats.pdf.rows import Row

_EDGE = 0.13
"""The share of a page's height, above and below, in which furniture stands."""

_ROWS = 4
"""How many rows at each end of a page are looked at."""

_NUMBER_EDGE = 0.2
_MOST_PAGES = 0.55
"""The share of pages on which a line that names a source is a running header, and not an article's own."""

_APART = 1.5
"""How far from the text furniture stands, in the size of its letters."""
_NUMBER = re.compile(
    r"\W*(?:(?:page|p|pg|seite|s|pagina|página|pag|blz|side|sida|sivu|strona|str|страница|стр|с|第)\b\.?\s*)?"
    r"(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|van|de|di|sur|av|af|z|из|\|)\s*\d{1,4})?\s*(?:页|頁)?\W*",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|file:///|about:)\S+|(?:www\.)\S+\.\S+/\S*")
_PRINTED = re.compile(
    r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
)
_CUT = re.compile(r"(?:…|\.\.\.)\Z")


class Furniture(NamedTuple):
    """Which rows are furniture, "header" or "footer" by id, and the URL that a browser printed."""

    kinds: dict[int, str]
    url: str | None = None


class _Edge(NamedTuple):
    """A row near the end of a page, what it is if it is furniture, and the rows further in."""

    row: Row
    kind: str
    inner: list[Row]


def find(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> Furniture:
    """Find the furniture of pages; ``rows`` are each page's. A kind is for the ``id`` of a row."""
    edges = [_edges(page, own) for page, own in zip(pages, rows, strict=True)]
    places = Counter(shape for own in edges for shape in {_shape(each) for each in own})
    few = max(2, min(3, len(pages) // 3))
    most = max(few, math.ceil(_MOST_PAGES * len(pages)))
    kinds = {
        id(row): kind for page, own in zip(pages, rows, strict=True) for row, kind in _numbers(page, own)
    }
    urls: Counter[str] = Counter()
    for own in edges:
        for each in own:
            if _is_printed(each.row):
                kinds[id(each.row)] = each.kind
                urls.update(_addresses(each.row))
        for each in own:
            least = most if source_line.read(each.row.text) else few
            if places[_shape(each)] >= least and _is_apart(each, kinds):
                kinds[id(each.row)] = each.kind
    usual = urls.most_common(1)
    return Furniture(kinds, usual[0][0] if usual and usual[0][0].startswith("http") else None)


def _edges(page: Page, rows: Sequence[Row]) -> list[_Edge]:
    """The outermost rows of a page, below and above, from further in to its ends."""
    upright = sorted((row for row in rows if not row.pieces[0].aside), key=lambda row: row.y)
    near = _EDGE * (page.top - page.bottom)
    below = [
        _Edge(row, "footer", upright[i + 1 :][:_ROWS])
        for i, row in enumerate(upright[:_ROWS])
        if row.y < page.bottom + near
    ]
    down = upright[::-1]
    above = [
        _Edge(row, "header", down[i + 1 :][:_ROWS])
        for i, row in enumerate(down[:_ROWS])
        if row.y > page.top - near
    ]
    return [*below[::-1], *above[::-1]]


def _is_apart(edge: _Edge, kinds: dict[int, str]) -> bool:
    """Whether the text keeps away from a row, or what stands between is furniture."""
    row = edge.row
    inner = next((each for each in edge.inner if abs(each.y - row.y) > 0.5 * row.size), None)
    return inner is None or id(inner) in kinds or abs(row.y - inner.y) > _APART * row.size


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


def _shape(edge: _Edge) -> tuple[str, str, int]:
    """What is the same on every page: where it stands, its words without numbers, its size."""
    words = re.sub(r"\d+", "#", " ".join(edge.row.text.split())).casefold()
    return edge.kind, words, round(edge.row.size)


def _is_printed(row: Row) -> bool:
    """Whether a browser put a row on a page: an address, or the time of printing, beside other things."""
    return any(_PRINTED.fullmatch(piece.text) or _URL.fullmatch(piece.text) for piece in row.pieces)


def _addresses(row: Row) -> list[str]:
    """The addresses in a row that were not cut short."""
    texts = (piece.text for piece in row.pieces)
    return [text for text in texts if _URL.fullmatch(text) and not _CUT.search(text)]
