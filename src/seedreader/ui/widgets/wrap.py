"""Word wrapping by offsets: where each line of a text begins at one width."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from rich.cells import cell_len

from seedreader.article import Range
from seedreader.text.sanitize import UNUSUAL, one_line
from seedreader.ui.terminal_text import fit, graphemes
from seedreader.ui.widgets.range_set import NONE, RangeSet

BLOCK = 8_192
"""Characters from one place where a block may begin to the next."""
REACH = BLOCK - 1
"""How far from there it begins at most."""
KEPT = 64
"""Wrapped blocks that are kept."""


def lines(text: str, width: int, most: int) -> list[str]:
    """Safe text in at most ``most`` rows of ``width`` cells, the last one cut with an ellipsis if need be."""
    told = one_line(text)
    ranges = wrap(told, width)
    if len(ranges) <= most:
        return [told[start:end].rstrip() for start, end in ranges]
    kept = [told[start:end].rstrip() for start, end in ranges[: most - 1]]
    return [*kept, fit(told[ranges[most - 1][0] :], width)]


def wrap(text: str, width: int) -> list[Range]:
    """The ranges of all lines of a text that is not long, line breaks left out."""
    wrapped = WrappedLines(text, width)
    *starts, _ = wrapped.page(0, len(text) + 1)
    return [wrapped.range(line) for line in starts]


class WrappedLines:
    """The wrapped lines of a text at one width, found only where they are asked for.

    A line is named by the offset at which it begins; each character belongs to exactly one. A line breaks
    after a space, else before a wide character, else anywhere; the spaces at its end may hang over the width.
    What is folded is one line. The text is cut into blocks that do not depend on the width and are wrapped
    each by itself, so that every place of it costs the same; a paragraph longer than a block is broken there.
    """

    def __init__(self, text: str, width: int, folds: RangeSet = NONE) -> None:
        self.text = text
        self.width = max(1, width)
        self.folds = folds
        self._blocks: dict[int, tuple[array[int], int]] = {}

    def line(self, offset: int) -> int:
        """The line that holds ``offset``."""
        starts, index, _ = self._find(offset)
        return starts[index]

    def range(self, line: int) -> Range:
        """The range of a line, its line break left out."""
        end = self.end(line)
        return line, end - 1 if end > line and self.text[end - 1] == "\n" else end

    def end(self, line: int) -> int:
        """Where the next line begins, or the text ends."""
        starts, index, end = self._find(line)
        return starts[index + 1] if index + 1 < len(starts) else end

    def move(self, line: int, by: int) -> tuple[int, int]:
        """The line so many lines on, or back, as far as there are any; and how many that were."""
        starts, index, end = self._find(line)
        left = by + index
        while left < 0 and starts[0] > 0:
            starts, last, end = self._find(starts[0] - 1)
            left += last + 1
        while left >= len(starts) and end < len(self.text):
            left -= len(starts)
            starts, _, end = self._find(end)
        reached = max(0, min(left, len(starts) - 1))
        return starts[reached], by - left + reached

    def between(self, one: int, other: int, most: int) -> int:
        """How many lines ``other`` stands below ``one``, or above it (negative); ``most`` at most."""
        if other < one:
            return -self.between(other, one, most)
        starts, index, end = self._find(one)
        found = -index
        while other >= end and end < len(self.text) and found < most:
            found += len(starts)
            starts, _, end = self._find(end)
        return min(most, found + bisect_right(starts, other) - 1)

    def page(self, line: int, lines: int) -> list[int]:
        """So many lines from this one on, or as many as there are; and where the last of them ends."""
        starts, index, end = self._find(line)
        found = list(starts[index : index + lines])
        while len(found) < lines and end < len(self.text):
            starts, index, end = self._find(end)
            found += starts[: lines - len(found)]
            index = 0
        return [*found, self.end(found[-1])]

    # -- blocks --------------------------------------------------------------------------------------

    def _find(self, offset: int) -> tuple[array[int], int, int]:
        """The lines of the block that holds ``offset``, the index of its line, and where the block ends."""
        offset = max(0, min(offset, len(self.text)))
        fold = self.folds.at(offset)
        at = (offset if fold is None else self.folds.ends[fold]) // BLOCK
        while (begin := self._cut(at)) > offset or (begin == len(self.text) and at > 0):
            at -= 1
        if begin not in self._blocks:
            if len(self._blocks) >= KEPT:
                self._blocks.clear()
            end = self._next(begin)
            self._blocks[begin] = self._wrap(begin, end), end
        starts, end = self._blocks[begin]
        return starts, bisect_right(starts, offset) - 1, end

    def _cut(self, number: int) -> int:
        """Where a block begins: with a paragraph from its place on, else after a space; never in a fold."""
        at = number * BLOCK
        if at <= 0 or at >= len(self.text):
            return max(0, min(at, len(self.text)))
        cut = self.text.find("\n", at - 1, at + REACH) + 1 or self._gap(at)
        for place in (at, cut):
            fold = self.folds.at(place)
            if fold is not None:
                return self.folds.starts[fold]
        return cut

    def _gap(self, at: int) -> int:
        space = self.text.find(" ", at - 1, at + REACH) + 1
        if space:
            return space
        return at + next((start for start, _, _ in graphemes(self.text[at : at + 64]) if start), 0)

    def _next(self, begin: int) -> int:
        """Where the block ends that begins here."""
        fold = self.folds.at(begin)
        number = (begin if fold is None else self.folds.ends[fold]) // BLOCK
        while (end := self._cut(number)) <= begin < len(self.text):
            number += 1
        return end

    def _wrap(self, begin: int, end: int) -> array[int]:
        starts = array("L")
        odd_at = begin - 1
        at = begin
        for fold in (*self.folds.starting(begin, end), None):
            stop = end if fold is None else self.folds.starts[fold]
            while at < stop:
                line_end = self.text.find("\n", at, stop)
                line_end = stop if line_end < 0 else line_end
                if odd_at < at:
                    found = UNUSUAL.search(self.text, at, stop)
                    odd_at = found.start() if found else stop
                cut = self._breaks_by_cells if odd_at < line_end else self._breaks
                starts.extend(cut(at, line_end))
                at = line_end + 1
            if fold is not None:
                starts.append(stop)
                at = self.folds.ends[fold]
        if end == len(self.text) and (end == 0 or self.text[-1] == "\n") and end not in starts[-1:]:
            starts.append(end)
        return starts

    def _breaks(self, start: int, end: int) -> list[int]:
        rfind, width, starts = self.text.rfind, self.width, []
        while end - start > width:
            starts.append(start)
            space = rfind(" ", start + 1, start + width + 1)
            start = space + 1 if space >= 0 else start + width
        if start < end or not starts:
            starts.append(start)
        return starts

    def _breaks_by_cells(self, start: int, end: int) -> list[int]:
        text, width, starts = self.text, self.width, [start]
        used, chance, used_at_chance = 0, start, 0
        for first, last, cells in graphemes(text[start:end]):
            here = start + first
            space = text[here : start + last] == " "
            if cells == 2 and cell_len(text[here]) == 2:
                chance, used_at_chance = here, used
            while used + cells > width and used and not space:
                if chance <= starts[-1]:
                    chance, used_at_chance = here, used
                starts.append(chance)
                used -= used_at_chance
                used_at_chance = 0
            used += cells
            if space:
                chance, used_at_chance = start + last, used
        return starts
