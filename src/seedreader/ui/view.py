"""What a pane shows of one source: its wrapped lines, the layers over them, and how far it is scrolled."""

from __future__ import annotations

from seedreader.article import Range
from seedreader.ui.layers import NONE, NOTHING, Ranges
from seedreader.ui.safe import graphemes
from seedreader.ui.wrap import Wrapped

GUTTER = 4
"""Cells left of the text: bar, note, mark, space."""
AHEAD = 16_384
"""Characters wrapped beyond what is shown, so that a page down finds its lines ready."""


class View:
    """A source in a pane; ``top`` is the line in its first row, negative above the beginning."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.layers = NOTHING
        self.cursor: Range | None = None
        self.match: Range | None = None
        self.finds: Ranges = NONE
        self.found: Range | None = None
        self.top = 0
        self.height = 1
        self.lines = Wrapped(text, 1)

    @property
    def laid_out(self) -> bool:
        """Whether the width is known, and so the lines."""
        return bool(self.lines.starts)

    def resize(self, width: int, height: int) -> bool:
        """Wrap for a text ``width``, the first row staying; returns whether lines changed."""
        self.height = max(1, height)
        if self.lines.width == width and self.lines.starts:
            return False
        above = min(self.top, 0)
        first = self.lines.starts[self.top] if 0 < self.top < len(self.lines.starts) else 0
        self.lines = Wrapped(self.text, width)
        self.lines.grow(first + AHEAD)
        self.top = self.lines.line_of(first) + above
        return True

    def rows(self, span: Range) -> tuple[int, int]:
        """First and last row of a range, counted from the top of the pane."""
        first = self.lines.line_of(span[0])
        last = self.lines.line_of(max(span[0], span[1] - 1))
        return first - self.top, last - self.top

    def scroll_to(self, top: int) -> bool:
        """Put line ``top`` in the first row; the text is never scrolled out of sight altogether."""
        self._reach(top + 2 * self.height)
        top = max(1 - self.height, min(top, len(self.lines.starts) - 1))
        changed, self.top = top != self.top, top
        return changed

    def scroll_by(self, lines: int) -> bool:
        """Scroll as far as the text goes: its first line stays at the top, its last one on screen."""
        self._reach(self.top + lines + 2 * self.height)
        bottom = max(0, len(self.lines.starts) - self.height)
        target = self.top + lines
        target = min(target, max(bottom, self.top)) if lines > 0 else max(target, min(0, self.top))
        return self.scroll_to(target)

    def show(self, span: Range, high: bool = False) -> bool:
        """Scroll no more than needed to show a range with some lines around it.

        Far off, or when ``high`` is asked for, it comes to stand in the upper part instead, so that there
        is room to read on.
        """
        first, last = self.rows(span)
        context = min(2, (self.height - 1) // 4)
        if first >= min(context, self.top + first) and last < self.height - context:
            return False
        above = first < context
        line = self.top + first
        if (high and not above) or first > 2 * self.height or first < -self.height:
            return self.scroll_to(max(0, line - self.height // 4))
        if above:
            return self.scroll_to(max(0, line - context))
        return self.scroll_to(min(self.top + last - self.height + 1 + context, line - context))

    def level(self, span: Range, row: int) -> bool:
        """Scroll so that a range begins in this row."""
        return self.scroll_to(self.lines.line_of(span[0]) - row)

    def offset_at(self, row: int, cell: int = 0) -> int:
        """The offset of the character shown in this row and cell of the text, or the nearest one before."""
        self._reach(self.top + row + 1)
        start, end = self.lines.range(max(0, min(self.top + row, len(self.lines.starts) - 1)))
        used = 0
        for first, _, cells in graphemes(self.text[start:end]):
            used += cells
            if used > cell:
                return start + first
        return max(start, end - 1)

    def thumb(self) -> tuple[int, int]:
        """The rail rows ``(above, last]``, counted from 1, that stand for the shown part of the text."""
        starts, size = self.lines.starts, max(1, len(self.text))
        first = starts[min(self.top, len(starts) - 1)] if self.top > 0 else 0
        bottom = self.top + self.height
        end = starts[bottom] if 0 <= bottom < len(starts) else min(self.lines.reached, size)
        above = min(first * self.height // size, self.height - 1)
        return above, max(above + 1, -(-end * self.height // size))

    def _reach(self, line: int) -> None:
        while not self.lines.done and len(self.lines.starts) <= line:
            self.lines.grow(self.lines.reached + AHEAD)
