"""The overview ruler of a column: where in the whole text its claims, conflicts, notes and finds are.

Rows of the ruler stand for equal shares of the text, counted in characters, so that they need no wrapping.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from seedreader.article import Range
from seedreader.ui.column.layers import Layers
from seedreader.ui.themes import marks
from seedreader.ui.widgets.range_set import RangeSet

CELLS = 2
"""Cells of the ruler: the rail with the part that is shown, and the marks."""

MARKS = {
    "found": "◆",
    "here": "◄",
    "find": "*",
    "conflict": marks.MARKS["conflict"],
    "note": marks.NOTE,
    "claim": "·",
}
"""What is marked, the most important first, and how."""


def row_of(offset: int, size: int, height: int) -> int:
    """The row that stands for an offset of a text of ``size`` characters."""
    return max(0, min(offset * height // max(1, size), height - 1))


def part_of(row: int, size: int, height: int) -> Range:
    """The part of the text that a row stands for."""
    return -(-row * size // height), -(-(row + 1) * size // height)


class Ruler:
    """The marks of one text, worked out again only where layers, finds or height changed."""

    def __init__(self) -> None:
        self._known: tuple[Layers, RangeSet, int, int] | None = None
        self._marks: list[str] = []

    def marks(self, layers: Layers, finds: RangeSet, size: int, height: int) -> list[str]:
        """What is marked in each row, empty where nothing is: of several things the most important."""
        known = self._known
        if known is None or known[0] is not layers or known[1] is not finds or known[2:] != (size, height):
            self._known = layers, finds, size, height
            parts = [part_of(row, size, height) for row in range(height)]
            places = _places(layers, finds)
            self._marks = [
                next((kind for kind, starts in places if _first(starts, *part) is not None), "")
                for part in parts
            ]
        return self._marks

    def goal(self, row: int) -> int | None:
        """Where the most important of what is marked in this row begins; None where nothing is."""
        if self._known is None:
            return None
        layers, finds, size, height = self._known
        found = (_first(starts, *part_of(row, size, height)) for _, starts in _places(layers, finds))
        return next((start for start in found if start is not None), None)


def _places(layers: Layers, finds: RangeSet) -> Sequence[tuple[str, Sequence[int]]]:
    return (
        ("find", finds.starts),
        ("conflict", layers.conflicts),
        ("note", layers.noted),
        ("claim", layers.claims.starts),
    )


def _first(starts: Sequence[int], begin: int, end: int) -> int | None:
    index = bisect_left(starts, begin)
    return starts[index] if index < len(starts) and starts[index] < end else None


def thumb(shown: Range, size: int, height: int) -> Range:
    """The rows ``[first, end)``, at least one, that stand for the part of the text that is shown."""
    first = min(shown[0] * height // max(1, size), height - 1)
    return first, max(first + 1, -(-shown[1] * height // max(1, size)))
