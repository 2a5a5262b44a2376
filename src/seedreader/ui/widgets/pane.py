"""A column: one source's header, its text, and a rail that shows how far it is scrolled.

A plain widget that hands finished strips to the compositor: no Textual scroll bar, border or focus.
"""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from seedreader.article import RELATIONS, Range
from seedreader.ui import header, theme
from seedreader.ui.header import Header
from seedreader.ui.layers import Over, Ranges, looks
from seedreader.ui.safe import safe
from seedreader.ui.styles import Styles
from seedreader.ui.view import GUTTER, View
from seedreader.ui.widgets.rows import Row

KEPT = 4_000
"""How many finished lines are kept."""
WHEEL = 3
"""Lines that one turn of the wheel scrolls."""


class Pane(Widget):
    """Shows one `View`. The screen tells it what changed; it never changes the session itself."""

    DEFAULT_CSS = "Pane { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False
    can_focus = False

    class Clicked(Message):
        """The reader clicked into this column; ``offset`` is the line's, None in the header."""

        def __init__(self, pane: Pane, offset: int | None) -> None:
            super().__init__()
            self.pane, self.offset = pane, offset

    def __init__(self, styles: Styles, index: int, view: View, header: Header) -> None:
        super().__init__()
        self.looks, self.index, self.view, self.header = styles, index, view, header
        self.active = False
        self._lines: dict[tuple[int, bool], Strip] = {}

    # -- what the screen tells it ------------------------------------------------------------------

    def show(self, index: int, view: View, header: Header) -> None:
        """Show another source in this column."""
        self.index, self.view, self.header = index, view, header
        self._fit_view()
        self.repaint()

    def repaint(self) -> None:
        """Draw everything anew: layers, theme or source changed."""
        self._lines.clear()
        self.refresh()

    def set_header(self, header: Header, active: bool) -> None:
        """Change the header row."""
        if (header, active) != (self.header, self.active):
            self.header, self.active = header, active
            self.refresh(Region(0, 0, self.size.width, 1))
            if self.view.cursor:
                self._redraw(self.view.cursor)

    def mark(self, cursor: Range | None, match: Range | None) -> None:
        """Move the cursor and the matching passage; only the lines that they leave and enter are redrawn."""
        view = self.view
        old = {view.cursor, view.match}
        new = {cursor, match}
        if (view.cursor, view.match) == (cursor, match):
            return
        view.cursor, view.match = cursor, match
        for span in old ^ new if old != new else new:
            if span is not None:
                self._redraw(span)

    def seek(self, finds: Ranges, found: Range | None) -> None:
        """Show the hits of a find; where they stay, only the lines of the old and the new one are redrawn."""
        view = self.view
        old, view.found = view.found, found
        if finds is not view.finds:
            view.finds = finds
            self.repaint()
            return
        for span in {old, found} if old != found else ():
            if span is not None:
                self._redraw(span)

    # -- drawing -----------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        self._fit_view()
        width = self.size.width
        begin, end = self.view.thumb()
        blank, lines = self.view.page()
        strips = []
        for y in range(crop.y, crop.bottom):
            row = y - 1 - blank
            thumb = begin < y <= end
            if y == 0:
                strips.append(self._header_row(width))
            elif 0 <= row < len(lines) - 1:
                strips.append(self._row(lines[row], width, thumb))
            else:
                strips.append(self._finish([], 0, width, thumb))
        if crop.x or crop.width != width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _fit_view(self) -> None:
        width, height = self.size
        if width and self.view.resize(max(1, width - GUTTER - 1), height - 1):
            self._lines.clear()

    def _row(self, line: int, width: int, thumb: bool) -> Strip:
        strip = self._lines.get((line, thumb))
        if strip is None:
            if len(self._lines) > KEPT:
                self._lines.clear()
            strip = self._lines[line, thumb] = self._text_row(line, width, thumb)
        return strip

    def _header_row(self, width: int) -> Strip:
        parts = header.row(self.header, self.view, self.active, self.looks, width)
        return Strip([Segment(text, style) for text, style in parts]).crop(0, width)

    def _text_row(self, line: int, width: int, thumb: bool) -> Strip:
        view = self.view
        start, end = view.lines.range(line)
        runs = self._gutter(start, end)
        used = GUTTER
        room = width - 1
        over = Over(view.cursor if self.active else None, view.match, view.finds, view.found)
        for a, b, look in looks(view.layers, start, end, over):
            shown = safe(view.text[a:b])
            cells = cell_len(shown)
            if used + cells > room:
                shown = shown.rstrip(" ")
                cells = cell_len(shown)
            used += cells
            runs.append((shown, self.looks.look(look)))
        return self._finish(runs, used, width, thumb)

    def _finish(self, runs: Row, used: int, width: int, thumb: bool) -> Strip:
        palette = self.looks.palette
        runs.append((" " * (width - 1 - used), self.looks.of(palette.text)))
        runs.append((theme.THUMB if thumb else theme.RAIL, self.looks.of(palette.faint)))
        merged: list[Segment] = []
        for _, same in groupby(runs, key=lambda run: id(run[1])):
            (text, style), *more = same
            merged.append(Segment(text + "".join(t for t, _ in more), style))
        return Strip(merged, width)

    def _gutter(self, start: int, end: int) -> Row:
        view, looks, palette = self.view, self.looks, self.looks.palette
        layers = view.layers
        blank = looks.of(palette.text)
        bar, bar_style = " ", blank
        if self.active and view.cursor and view.cursor[0] < max(end, start + 1) and start < view.cursor[1]:
            bar, bar_style = theme.CURSOR, looks.of(palette.accent)
        elif view.match and view.match[0] < end and start < view.match[1]:
            bar, bar_style = theme.MATCH, looks.of(palette.accent)
        elif layers.boilerplate.touch(start, end):
            bar, bar_style = theme.NOISE, looks.of(palette.faint)
        note, note_style = " ", blank
        if begins := layers.beginning(start, end):
            note = min(begins, key=theme.MARKED.index)
            note_style = looks.of(palette.note)
        mark, mark_style = self._mark(start, end, blank)
        return [(bar, bar_style), (note, note_style), (mark, mark_style), (" ", blank)]

    def _mark(self, start: int, end: int, blank: Style) -> tuple[str, Style]:
        layers, palette = self.view.layers, self.looks.palette
        relations = {layers.relations[i] for i in layers.claims.starting(start, end)}
        if not relations:
            return " ", blank
        strongest = min(relations, key=(*RELATIONS, None).index)
        return theme.MARKS[strongest], self.looks.of(palette.tones[strongest].mark)

    def _redraw(self, span: Range) -> None:
        if not self.size.width or not self.view.laid_out:
            return
        first, last = self.view.rows(span)
        self._lines.clear()
        first, last = max(0, first), min(last, self.view.height - 1)
        if first <= last:
            self.refresh(Region(0, first + 1, self.size.width, last - first + 1))

    # -- mouse -------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        offset = self.view.offset_at(event.y - 1, event.x - GUTTER) if event.y else None
        self.post_message(self.Clicked(self, offset))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -WHEEL)

    def _wheel(self, event: events.MouseEvent, lines: int) -> None:
        event.stop()
        if self.view.scroll_by(lines):
            self.refresh()
