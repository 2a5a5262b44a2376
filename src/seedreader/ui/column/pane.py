"""A column: one source's header, its text, and the overview ruler.

A plain widget that hands finished strips to the compositor: no Textual scroll bar, border or focus.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from seedreader.article import Range
from seedreader.ui.column import column_header, render_line, ruler
from seedreader.ui.column.column_header import ColumnHeader
from seedreader.ui.column.column_view import GUTTER, ColumnView
from seedreader.ui.column.layers import Overlay
from seedreader.ui.column.mouse import MouseTarget
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.range_set import RangeSet

KEPT = 2_000
"""How many finished lines are kept."""

_Line = tuple[int, Range | None, Range | None, Range | None]
"""What a drawn line depends on: where it begins, and the cursor, match and hit that touch it."""


class Pane(MouseTarget):
    """Shows one `ColumnView`. The screen tells it what changed; it never changes the session itself."""

    DEFAULT_CSS = "Pane { width: 1fr; height: 1fr; margin-left: 1; &:first-child { margin-left: 0; } }"
    ALLOW_SELECT = False
    can_focus = False

    def __init__(self, styles: Styles, index: int, view: ColumnView, header: ColumnHeader) -> None:
        super().__init__()
        self.looks, self.index, self.view, self.header = styles, index, view, header
        self.active = False
        self._lines: dict[_Line, list[Segment]] = {}
        self._strips: dict[tuple[_Line | None, str, bool], Strip] = {}
        self._frame: object = None
        self._rows: list[Strip] = []

    # -- what the screen tells it ------------------------------------------------------------------

    def show(self, index: int, view: ColumnView, header: ColumnHeader) -> None:
        """Show another source in this column."""
        self.index, self.view, self.header = index, view, header
        self._fit_view()
        self.repaint()

    def repaint(self) -> None:
        """Draw everything anew: layers, finds, folds, theme or source changed."""
        self.view.reveal(self.view.found)
        self._forget()
        self.refresh()

    def set_header(self, header: ColumnHeader, active: bool) -> None:
        """Change the header row."""
        if (header, active) != (self.header, self.active):
            self.header, self.active = header, active
            self.refresh(Region(0, 0, self.size.width, 1))
            self._redraw(self.view.cursor)

    def mark(self, cursor: Range | None, match: Range | None) -> None:
        """Move the cursor and the matching passage; only the lines that they leave and enter are redrawn.

        A cursor that comes into a fold opens it.
        """
        view = self.view
        old = view.cursor, view.match
        if old == (cursor, match):
            return
        view.cursor, view.match = cursor, match
        if cursor != old[0] and view.reveal(cursor):
            self.repaint()
            return
        for span in {*old} ^ {cursor, match} or {cursor, match}:
            self._redraw(span)

    def seek(self, finds: RangeSet, found: Range | None) -> None:
        """Show the hits of a find; where they stay, only the lines of the old and the new one are redrawn."""
        view = self.view
        old, view.found = view.found, found
        if finds is not view.finds:
            view.finds = finds
            self.repaint()
        elif old != found:
            if view.reveal(found):
                self.repaint()
            self._redraw(old)
            self._redraw(found)

    # -- drawing -----------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual asks for every column when one has changed: those that have not answer what they had."""
        self._fit_view()
        view, width = self.view, self.size.width
        over = view.cursor, view.match, view.finds, view.found
        frame = (width, view.height, view.top, view.lines, view.layers, over, self.header, self.active)
        if frame != self._frame:
            self._frame, self._rows = frame, self._draw(width)
        strips = self._rows[crop.y : crop.bottom]
        if crop.x or crop.width != width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _draw(self, width: int) -> list[Strip]:
        view = self.view
        size, height = len(view.text), view.height
        blank, lines = view.page()
        first, end = ruler.thumb((lines[0], lines[-1]), size, height)
        marks = self.ruler.marks(view.layers, view.finds, size, height)
        places = self._places()
        strips = [self._header_row(width)]
        for y in range(height):
            row = y - blank
            line = self._line(lines[row], lines[row + 1]) if 0 <= row < len(lines) - 1 else None
            strips.append(self._strip(line, places.get(y) or marks[y], first <= y < end, width))
        return strips

    def _line(self, start: int, end: int) -> _Line:
        view = self.view
        end = max(end, start + 1)
        cursor, match, found = view.cursor if self.active else None, view.match, view.found
        return (
            start,
            cursor if cursor and cursor[0] < end and start < cursor[1] else None,
            match if match and match[0] < end and start < match[1] else None,
            found if found and found[0] < end and start < found[1] else None,
        )

    def _strip(self, line: _Line | None, mark: str, thumb: bool, width: int) -> Strip:
        key = line, mark, thumb
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > KEPT:
                self._forget()
            segments = [*self._segments(line, width - ruler.CELLS), *self._ruler_cells(mark, thumb)]
            strip = self._strips[key] = Strip(segments, width)
        return strip

    def _segments(self, line: _Line | None, width: int) -> list[Segment]:
        if line is None:
            return render_line.joined([], 0, self.looks, width)
        segments = self._lines.get(line)
        if segments is None:
            start, cursor, match, found = line
            over = Overlay(cursor, match, self.view.finds, found)
            segments = self._lines[line] = render_line.line(self.view, start, over, self.looks, width)
        return segments

    def _ruler_cells(self, mark: str, thumb: bool) -> list[Segment]:
        palette = self.looks.palette
        colours = {"conflict": palette.tones["conflict"].mark, "note": palette.note, "claim": palette.faint}
        style = self.looks.of(colours.get(mark, palette.accent))
        rail = self.looks.of(palette.text if thumb else palette.faint)
        return [
            Segment(marks.THUMB if thumb else marks.RAIL, rail),
            Segment(ruler.MARKS.get(mark, " "), style),
        ]

    def _places(self) -> dict[int, str]:
        """The rows of the ruler in which the cursor or match is, and the hit at which the reader stands."""
        view = self.view
        spans = (
            ("here", view.match),
            ("here", view.cursor if self.active else None),
            ("found", view.found),
        )
        return {ruler.row_of(span[0], len(view.text), view.height): kind for kind, span in spans if span}

    def _header_row(self, width: int) -> Strip:
        parts = column_header.row(self.header, self.view, self.active, self.looks, width)
        return Strip([Segment(text, style) for text, style in parts]).crop(0, width)

    def _fit_view(self) -> None:
        width, height = self.size
        if width and self.view.resize(max(1, width - GUTTER - ruler.CELLS), height - 1):
            self._forget()

    def _forget(self) -> None:
        self._lines.clear()
        self._strips.clear()
        self._frame = None

    def _redraw(self, span: Range | None) -> None:
        """Draw the lines of a range and its row in the ruler again."""
        view, width = self.view, self.size.width
        if span is None or not width or not view.laid_out:
            return
        first, last = view.rows(span)
        first, last = max(0, first), min(last, view.height - 1)
        if first <= last:
            self.refresh(Region(0, first + 1, width, last - first + 1))
        row = ruler.row_of(span[0], len(view.text), view.height)
        if not first <= row <= last:
            self.refresh(Region(width - 1, row + 1, 1, 1))
