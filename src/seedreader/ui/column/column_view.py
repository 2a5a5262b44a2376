"""What a pane shows of one source: its wrapped lines, the layers over them, and how far it is scrolled."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.article import Range
from seedreader.ui.column.folding import Fold
from seedreader.ui.column.layers import NOTHING
from seedreader.ui.terminal_text import graphemes
from seedreader.ui.widgets.range_set import NONE, RangeSet
from seedreader.ui.widgets.wrap import WrappedLines

GUTTER = 4
"""Cells left of the text: bar, note, mark, space."""


class ColumnView:
    """A source in a pane.

    ``top`` is where the line in its first row begins; negative, so many rows above the first line are blank.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.layers = NOTHING
        self.cursor: Range | None = None
        self.match: Range | None = None
        self.finds: RangeSet = NONE
        self.found: Range | None = None
        self.top = 0
        self.height = 1
        self.context = 2
        self.lines = WrappedLines(text, 1)
        self.laid_out = False
        """Whether the width is known, and so the lines."""
        self._opening: Range = (0, 0)
        self._opened_at = 0
        self._folds: tuple[Fold, ...] = ()
        self._closed: dict[int, Fold] = {}

    # -- its shape -------------------------------------------------------------------------------------

    def resize(self, width: int, height: int) -> bool:
        """Wrap for a text ``width``; returns whether lines changed.

        The cursor, or the match, stays in its row if it is on the screen, else the first row stays.
        """
        known = self.laid_out and self.lines.width == width
        kept = None if known else self._standing()
        self.height = max(1, height)
        self.top = max(self.top, 1 - self.height)
        if known:
            return False
        begun = self.laid_out
        self.laid_out = True
        self._wrap(width)
        if not begun:
            self._open()
        elif kept is not None:
            self.level(kept[0], min(kept[1], self.height - 1))
        return True

    def fold(self, folds: tuple[Fold, ...]) -> bool:
        """Show these stretches as a line each; nothing changes, and False, where they are those of before."""
        if self._folds == folds:
            return False
        self._folds = folds
        self._close(folds)
        return True

    def close_folds(self) -> bool:
        """Close what was opened; returns whether anything was."""
        opened = len(self._closed) != len(self._folds)
        if opened:
            self._close(self._folds)
        return opened

    def wrap_again(self) -> None:
        """Wrap anew, for characters that take other cells than before."""
        if self.laid_out:
            self._close(self.closed)

    def reveal(self, span: Range | None) -> bool:
        """Open the fold in which all of a range lies; returns whether there was one."""
        fold = self.hiding(span) if span and self._closed else None
        if fold is not None:
            self._close([closed for closed in self._closed.values() if closed != fold])
        return fold is not None

    @property
    def closed(self) -> tuple[Fold, ...]:
        """The folds that are shown as a line each."""
        return tuple(self._closed.values())

    def close_again(self, folds: Sequence[Fold]) -> bool:
        """Have these closed as they were before some were opened; returns whether anything changed."""
        changed = tuple(folds) != self.closed
        if changed:
            self._close(folds)
        return changed

    def folded(self, line: int) -> Fold | None:
        """The fold that is shown as this line."""
        return self._closed.get(line)

    def hiding(self, span: Range) -> Fold | None:
        """The fold that hides all of a range."""
        fold = self._closed.get(self.lines.line(span[0]))
        return fold if fold is not None and span[1] <= fold.end else None

    def _close(self, folds: Sequence[Fold]) -> None:
        """Have these folds closed; the cursor, or the match, stays in its row if it is on the screen."""
        kept = self._standing()
        self._closed = {fold.start: fold for fold in folds}
        self._wrap(self.lines.width)
        if kept is not None:
            self.level(kept[0], min(kept[1], self.height - 1))

    def _standing(self) -> tuple[Range, int] | None:
        """The cursor, or the match, and its row, if it is on the screen."""
        span = (self.cursor or self.match) if self.laid_out else None
        if span is None:
            return None
        first, last = self.rows(span)
        return (span, first) if last >= 0 and first < self.height else None

    def _wrap(self, width: int) -> None:
        folds = RangeSet((fold.start, fold.end) for fold in self._closed.values())
        self.lines = WrappedLines(self.text, width, folds)
        is_untouched = self.top == self._opened_at
        self.top = self.lines.line(self.top) if self.top > 0 else self.top
        if is_untouched:
            self._opened_at = self.top

    # -- where things are ------------------------------------------------------------------------------

    def rows(self, span: Range) -> tuple[int, int]:
        """First and last row of a range, counted from the top of the pane; far off, only that it is far."""
        most = 4 * self.height + 8
        blank = max(0, -self.top)
        top = max(0, self.top)
        first = self.lines.between(top, span[0], most)
        last = self.lines.between(top, max(span[0], span[1] - 1), most)
        return first + blank, last + blank

    def above(self, offset: int, most: int) -> int:
        """How many lines stand before that of ``offset``, ``most`` at most."""
        return -self.lines.move(self.lines.line(offset), -most)[1]

    def page(self) -> tuple[int, list[int]]:
        """How many rows are blank above the text, the lines of the other rows, and where the last ends."""
        blank = max(0, -self.top)
        return blank, self.lines.page(max(0, self.top), max(1, self.height - blank))

    @property
    def shown(self) -> Range:
        """The part of the text that is on the screen."""
        _, lines = self.page()
        return lines[0], lines[-1]

    def offset_at(self, row: int, cell: int = 0) -> int:
        """The offset of the character shown in this row and cell of the text, or the nearest one before.

        For a fold, the first one after it.
        """
        line = self._line_at(row)
        fold = self.folded(line)
        if fold is not None:
            return min(fold.end, max(0, len(self.text) - 1))
        start, end = self.span_at(row, cell)
        return start if start < end else max(line, start - 1)

    def span_at(self, row: int, cell: int) -> Range:
        """The character shown in this row and cell, or the fold; after a line's end, nothing at its end."""
        line = self._line_at(row)
        start, end = self.lines.range(line)
        if self.folded(line) is not None:
            return start, self.lines.end(line)
        used = 0
        for first, last, cells in graphemes(self.text[start:end]):
            used += cells
            if used > cell:
                return start + first, start + last
        return end, end

    def _line_at(self, row: int) -> int:
        blank, lines = self.page()
        return lines[max(0, min(row - blank, len(lines) - 2))]

    # -- scrolling -------------------------------------------------------------------------------------

    def open_at(self, span: Range) -> None:
        """Show where reading begins, at once or when the width is known; a view once scrolled stays."""
        self._opening = span
        if self.laid_out and self.top == self._opened_at:
            self._open()

    def _open(self) -> None:
        self.show(self._opening, high=True)
        self._opened_at = self.top

    def scroll_by(self, lines: int) -> bool:
        """Scroll as far as the text goes: its first line stays at the top, its last one on screen."""
        target = self._shift(self.top, lines)
        if lines < 0:
            return self._scroll_to(max(target, min(0, self.top)))
        return self._scroll_to(min(target, max(self.top, self._bottom)))

    def show(self, span: Range, high: bool = False) -> bool:
        """Scroll no more than needed to show a range with some lines around it.

        Far off, or when ``high`` is asked for, it comes to stand in the upper part instead, so that there
        is room to read on.
        """
        first, last = self.rows(span)
        context = min(self.context, (self.height - 1) // 4)
        if first >= self.above(span[0], context) and last < self.height - context:
            return False
        above = first < context
        line = self.lines.line(span[0])
        if (high and not above) or first > 2 * self.height or first < -self.height:
            return self._scroll_to(max(0, self._shift(line, -(self.height // 4))))
        if above:
            return self._scroll_to(max(0, self._shift(line, -context)))
        low = self._shift(self.top, last - self.height + 1 + context)
        return self._scroll_to(min(low, self._shift(line, -context)))

    def level(self, span: Range, row: int, within: bool = False) -> bool:
        """Scroll so that a range begins in this row; the text is never scrolled out of sight altogether.

        ``within``: nor so that any row stands empty, where the text has enough lines.
        """
        top = self._shift(self.lines.line(span[0]), -row)
        return self._scroll_to(max(0, min(top, self._bottom)) if within else max(1 - self.height, top))

    @property
    def _bottom(self) -> int:
        """The top with which the last line stands in the last row."""
        return max(0, self._shift(self.lines.line(len(self.text)), 1 - self.height))

    def _scroll_to(self, top: int) -> bool:
        changed, self.top = top != self.top, top
        return changed

    def _shift(self, top: int, lines: int) -> int:
        """The top so many lines on or back."""
        if top < 0:
            lines += top
            top = 0
        reached, moved = self.lines.move(top, lines)
        return lines - moved if lines < moved else reached
