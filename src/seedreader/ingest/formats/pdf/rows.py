"""The rows of a page as people read them: columns one after the other, tables row by row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from seedreader.ingest.formats.pdf.pages import Piece

_SAME_LINE = 0.45
_GUTTER = 0.7
"""The least width of a gutter between columns, in the size of the letters."""

_PROSE_LETTERS, _PROSE_WORDS = 14, 2.5
_PROSE_ROWS = 3
MARK = re.compile(r"[•‣▪◦●■➢✓–*-]|\(?\d{1,2}[.)]")
"""A mark of a list that stands by itself."""

_MARKS = 300
_INITIAL = 1.8
"""How many times as great as other letters the first one of a paragraph is that goes over several lines."""

_ALIGNED = 0.7
_DEPTH, _MOST, _BESIDE = 12, 1_500, 60
"""How deep columns may lie in columns, how many pieces are set in order, how many of a row are compared."""


class Row(NamedTuple):
    """Pieces on one base line, from where reading begins, as one line of text; its ends, its base line.

    ``size`` is that of most of its letters, ``bold`` whether all of it is bold, ``page`` counts from 0.
    """

    pieces: tuple[Piece, ...]
    page: int
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


def _row(pieces: Sequence[Piece], page: int) -> Row:
    return Row(
        pieces=tuple(pieces),
        page=page,
        text=" ".join(piece.text for piece in pieces),
        x0=min(piece.x0 for piece in pieces),
        x1=max(piece.x1 for piece in pieces),
        y=pieces[0].y,
        size=max(pieces, key=lambda piece: len(piece.text)).size,
        bold=all(piece.bold for piece in pieces),
    )


def in_order(pieces: Sequence[Piece], page: int) -> list[Row]:
    """The rows of a page, those that are turned against the others last."""
    if _is_rtl(pieces):
        pieces = [piece._replace(x0=-piece.x1, x1=-piece.x0) for piece in pieces]  # as in a mirror
    upright = _with_marks(_with_initials([piece for piece in pieces if not piece.aside]))
    aside = [piece for piece in pieces if piece.aside]
    ordered = upright if is_read_as_drawn(upright) else _ordered(upright)
    return [*_joined(ordered, page), *_joined(aside, page)]


def _with_initials(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with the great first letters of paragraphs put to the word that they begin."""
    if not pieces:
        return []
    usual = median(piece.size for piece in pieces)
    kept = list(pieces)
    for initial in pieces:
        if not (len(initial.text) <= 2 and initial.text[-1].isalpha() and initial.size >= _INITIAL * usual):
            continue
        beside = [
            i
            for i, piece in enumerate(kept)
            if initial.y <= piece.y + 0.5 * piece.size
            and piece.y < initial.y + initial.size
            and -0.3 * usual <= piece.x0 - initial.x1 < usual
            and piece.size < initial.size / 1.5
            and piece.text[0].isalpha()
        ]
        if len(beside) < 2:
            continue
        first = max(beside, key=lambda i: kept[i].y)
        kept[first] = kept[first]._replace(text=initial.text + kept[first].text)
        kept.remove(initial)
    return kept


def _with_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with the marks of lists, which may be drawn by themselves, each before what it marks."""
    marks = [piece for piece in pieces if MARK.fullmatch(piece.text)][:_MARKS]
    marked: dict[int, Piece] = {}
    for mark in marks:
        beside = [
            piece
            for piece in pieces
            if _level(mark, piece) and 0 <= piece.x0 - mark.x1 < 4 * mark.size and len(piece.text) > 1
        ]
        if beside:
            marked[id(min(beside, key=_from_left))] = mark
    moved = set(map(id, marked.values()))
    ordered: list[Piece] = []
    for piece in pieces:
        if id(piece) in moved:
            continue
        ordered += [marked[id(piece)], piece] if id(piece) in marked else [piece]
    return ordered


def is_read_as_drawn(pieces: Sequence[Piece]) -> bool:
    """Whether the page draws its text as it is read: down each column, then up to the next one.

    It does not where rows run across columns of prose, or where text comes above what it stands under.
    """
    up = across = steps = 0
    for a, b in itertools.pairwise(pieces):
        steps += 1
        if _level(a, b):
            gap = b.x0 - a.x1
            across += (gap > _GUTTER * a.size and _is_prose_piece(a) and _is_prose_piece(b)) or gap < -a.size
        elif b.y > a.y + 0.5 * a.size:
            up += b.x0 < a.x1 - a.size  # up, and not to the right
    return up <= 1 + steps // 40 and across <= 1 + steps // 20


def _is_prose_piece(piece: Piece) -> bool:
    return len(piece.text) >= _PROSE_LETTERS and piece.text.count(" ") >= 2


def _level(a: Piece, b: Piece) -> bool:
    return abs(a.y - b.y) <= _SAME_LINE * max(a.size, b.size)


def _joined(pieces: Sequence[Piece], page: int) -> list[Row]:
    """Pieces that follow each other on one base line as rows."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and _level(rows[-1][-1], piece) and _is_beside(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_row(sorted(row, key=_from_left), page) for row in rows]


def _from_left(piece: Piece) -> float:
    return piece.x0


def _is_rtl(row: Sequence[Piece]) -> bool:
    letters = [letter for piece in row for letter in piece.text if letter.isalpha()]
    return sum("\u0590" <= letter <= "\u08ff" for letter in letters) > len(letters) / 2


def _is_beside(row: Sequence[Piece], piece: Piece) -> bool:
    return all(
        piece.x0 >= other.x1 - 0.5 * piece.size or piece.x1 <= other.x0 + 0.5 * piece.size
        for other in row[-_BESIDE:]
    )


def _ordered(pieces: Sequence[Piece], depth: int = 0) -> list[Piece]:
    """Pieces in the order that their places tell."""
    if depth > _DEPTH or len(pieces) > _MOST:
        return list(pieces)
    down = sorted(pieces, key=lambda piece: (-piece.y, piece.x0))
    ordered: list[Piece] = []
    for band in _bands(_levels(down)):
        ordered += _band_in_order(band, depth)
    return ordered


_Level = list[Piece]


def _levels(down: Sequence[Piece]) -> list[_Level]:
    """Pieces by base line, from above, each level from the left."""
    levels: list[_Level] = []
    for piece in down:
        if levels and _level(levels[-1][0], piece):
            levels[-1].append(piece)
        else:
            levels.append([piece])
    for level in levels:
        level.sort(key=_from_left)
    return levels


class _Band(NamedTuple):
    """Levels of which none crosses ``gutter``; None where there is none."""

    levels: list[_Level]
    gutter: tuple[float, float] | None


_Free = list[tuple[float, float]]
_ALL: _Free = [(float("-inf"), float("inf"))]


def _bands(levels: Sequence[_Level]) -> list[_Band]:
    """Levels from above that leave one gutter free, as many together as there are."""
    bands: list[_Band] = []
    held: list[_Level] = []
    free = _ALL
    for level in levels:
        left = _cut(free, level)
        if held and not _gutters(left, [*held, level]):
            own = bool(_gutters(_cut(_ALL, level), [level]))
            if own or _gutters(free, held):
                rest, left = _taken_back(held, level) if own else ([], _cut(_ALL, level))
                kept = held[: len(held) - len(rest)]
                if kept:
                    bands.append(_band(kept))
                held = rest
        held.append(level)
        free = left
    if held:
        bands.append(_band(held))
    return bands


def _taken_back(held: Sequence[_Level], level: _Level) -> tuple[list[_Level], _Free]:
    """The last of the held levels that leave a gutter of ``level`` free, and what they leave."""
    rest: list[_Level] = []
    free = _cut(_ALL, level)
    for last in reversed(held):
        left = _cut(free, last)
        if not _gutters(left, [level]):
            break
        rest.insert(0, last)
        free = left
    return rest, free


def _band(levels: list[_Level]) -> _Band:
    free = _ALL
    for level in levels:
        free = _cut(free, level)
    gutters = _gutters(free, levels)
    return _Band(levels, max(gutters, key=lambda g: g[1] - g[0]) if gutters else None)


def _cut(free: _Free, level: _Level) -> _Free:
    """What is left free beside the pieces of a level."""
    gaps = free
    least = _GUTTER * min(piece.size for piece in level)
    for piece in level:
        gaps = [
            part
            for start, end in gaps
            for part in ((start, min(end, piece.x0)), (max(start, piece.x1), end))
            if part[1] - part[0] >= least
        ]
    return gaps


def _gutters(free: _Free, levels: Sequence[_Level]) -> _Free:
    """The free ranges with text on both sides."""
    left = min(piece.x0 for level in levels for piece in level)
    right = max(piece.x1 for level in levels for piece in level)
    return [(start, end) for start, end in free if start > left and end < right]


def _band_in_order(band: _Band, depth: int) -> list[Piece]:
    level_by_level = [piece for level in band.levels for piece in level]
    if band.gutter is None:
        return level_by_level
    middle = sum(band.gutter) / 2
    left = [piece for piece in level_by_level if piece.x0 < middle]
    right = [piece for piece in level_by_level if piece.x0 >= middle]
    if _is_table(band.levels, left, right, middle):
        return level_by_level
    return [*_ordered(left, depth + 1), *_ordered(right, depth + 1)]


def _is_table(levels: Sequence[_Level], left: Sequence[Piece], right: Sequence[Piece], middle: float) -> bool:
    """Whether what stands left and right of a gutter belongs together row by row."""
    if _is_prose(left) and _is_prose(right):
        return False
    both = sum(1 for level in levels if level[0].x0 < middle <= level[-1].x0)
    lone = [
        sum(1 for level in levels if level[0].x0 < middle),
        sum(1 for level in levels if level[-1].x0 >= middle),
    ]
    return both >= _ALIGNED * min(lone)


def _is_prose(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are lines of running text, in one column or several."""
    if len(pieces) < _PROSE_ROWS:
        return False
    letters = sum(len(piece.text) for piece in pieces) / len(pieces)
    words = sum(piece.text.count(" ") + 1 for piece in pieces) / len(pieces)
    return letters >= _PROSE_LETTERS and words >= _PROSE_WORDS
