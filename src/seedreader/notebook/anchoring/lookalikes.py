"""Whether the same words elsewhere in the two texts could be meant instead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from seedreader.analysis.alignment.align import runs
from seedreader.article import Range
from seedreader.notebook.anchoring.kept_places import VersionPair

_AROUND = 8
"""Words to each side to look at."""

_KEPT = 0.5
"""Share of them, by weight, that must be kept on each side."""

_LONG = 5
"""Words that are a passage of their own."""

_ROW = 3
"""Words in a row that are more than chance."""

_MARGIN = 4
"""Words at each end of a row that may be the same by chance."""

_CHARACTERS = 0x110000


class Lookalikes:
    """The words of two versions as strings, one character for each word, to look for repetitions in."""

    def __init__(self, versions: VersionPair) -> None:
        self.new_of = versions.alignment.new_of
        self.weights = versions.old.weights
        self.old, self.new = _as_string(versions.old.ids), _as_string(versions.new.ids)
        self.rows = [(first, first + count) for first, _, count in runs(self.new_of)]
        self.known: dict[Range, bool] = {}

    def none(self, first: int, last: int) -> bool:
        """Whether the kept old words ``[first, last)`` can't be those of another place.

        A few words need neighbours that are kept on both sides. Where the same words stand elsewhere too,
        so does every passage, and then more must be kept in a row with it that is nowhere else, or have
        such neighbours in turn.
        """
        unique = self._unique(first, last)
        if last - first >= _LONG and unique:
            return True
        start, end = self._row(first, last)
        if end - start < min(_ROW, len(self.old)) or not self._neighbours_kept(first, last):
            return False
        margins = min(first, start + _MARGIN), max(last, end - _MARGIN)
        return unique or self._neighbours_kept(start, end) or self._unique(*margins)

    def _unique(self, first: int, last: int) -> bool:
        if (first, last) not in self.known:
            words = self.old[first:last]
            self.known[first, last] = not (_again(self.old, words) or _again(self.new, words))
        return self.known[first, last]

    def _row(self, first: int, last: int) -> Range:
        """All that is kept in a row with a passage."""
        start, end = self.rows[bisect_right(self.rows, (first, len(self.old))) - 1]
        return min(first, start), max(last, end)

    def _neighbours_kept(self, first: int, last: int) -> bool:
        j, k = self.new_of[first], self.new_of[last - 1] + 1
        before = range(max(0, first - _AROUND), first)
        after = range(last, min(last + _AROUND, len(self.new_of)))
        return self._near(before, max(0, j - 2 * _AROUND), j, j == 0) and self._near(
            after, k, k + 2 * _AROUND, k == len(self.new)
        )

    def _near(self, words: range, start: int, end: int, edge: bool) -> bool:
        """Whether much of these old words, by weight, stands in ``[start, end)`` of the new ones."""
        if not words:
            return edge
        kept = sum(self.weights[i] for i in words if start <= self.new_of[i] < end)
        return kept >= _KEPT * sum(self.weights[i] for i in words)


def _again(text: str, words: str) -> bool:
    """Whether words occur more than once."""
    at = text.find(words)
    return text.find(words, at + 1) >= 0


def _as_string(ids: Sequence[int]) -> str:
    """Words as a string, one character for each, in which series of them are found fast."""
    return "".join([chr(number % _CHARACTERS) for number in ids])
