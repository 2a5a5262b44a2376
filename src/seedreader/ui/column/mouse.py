"""What the mouse does in a column: click, drag over characters, the wheel, and the ruler."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from seedreader.article import Range
from seedreader.ui import WHEEL
from seedreader.ui.column import ruler
from seedreader.ui.column.column_view import GUTTER, ColumnView

AGAIN = 0.05
"""Seconds between two scrollings while the mouse is held beyond the edge."""
TEXT, RULER = "text", "ruler"


class MouseTarget(Widget):
    """Tells where in its text the mouse points; the screen decides what that does.

    Its messages name the source that was shown then: the column may show another when they arrive.
    """

    index: int
    view: ColumnView

    class Pressed(Message):
        """The mouse was pressed on the character ``span`` of a column, an empty one after a line's end.

        None in the header. ``extends`` when the shift key was held.
        """

        def __init__(self, pane: MouseTarget, span: Range | None, extends: bool) -> None:
            super().__init__()
            self.source, self.span, self.extends = pane.index, span, extends

    class Dragged(Message):
        """The mouse moved on to the character ``span`` while it was held."""

        def __init__(self, pane: MouseTarget, span: Range) -> None:
            super().__init__()
            self.source, self.span = pane.index, span

    class Released(Message):
        """The mouse was let go."""

        def __init__(self, pane: MouseTarget) -> None:
            super().__init__()
            self.source = pane.index

    class Clicked(Message):
        """The mouse was clicked ``times`` in a row, twice or more, on the character ``span``."""

        def __init__(self, pane: MouseTarget, span: Range, times: int) -> None:
            super().__init__()
            self.source, self.span, self.times = pane.index, span, times

    class Sought(Message):
        """A mark in the ruler was clicked, which stands for what begins at ``offset``."""

        def __init__(self, pane: MouseTarget, offset: int) -> None:
            super().__init__()
            self.source, self.offset = pane.index, offset

    def __init__(self) -> None:
        super().__init__()
        self.ruler = ruler.Ruler()
        self._held = ""
        self._at = (0, 0)
        self._again: Timer | None = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button != 1:
            return
        row, cell = event.y - 1, event.x - GUTTER
        if row < 0:
            self.post_message(self.Pressed(self, None, False))
            return
        self.capture_mouse()
        self._at = row, cell
        if event.x >= self.size.width - ruler.CELLS:
            self._held = RULER
            self._seek(row)
        else:
            self._held = TEXT
            self.post_message(self.Pressed(self, self.view.span_at(row, cell), event.shift))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        at = event.y - 1, event.x - GUTTER
        if not self._held or at == self._at:
            return
        self._at = at
        if self._held == RULER:
            self._scroll_to_part(at[0])
            return
        self._drag()
        beyond = not 0 <= at[0] < self.view.height
        if beyond and self._again is None:
            self._again = self.set_interval(AGAIN, self._drag_on)
        elif not beyond:
            self._stop()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        held, self._held = self._held, ""
        self._stop()
        if held:
            self.release_mouse()
        if held == TEXT:
            self.post_message(self.Released(self))

    def on_click(self, event: events.Click) -> None:
        row, cell = event.y - 1, event.x - GUTTER
        if event.chain > 1 and row >= 0 and event.x < self.size.width - ruler.CELLS:
            self.post_message(self.Clicked(self, self.view.span_at(row, cell), event.chain))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(-WHEEL)

    def _scroll(self, lines: int) -> None:
        if self.view.scroll_by(lines):
            self.refresh()

    def _drag(self) -> None:
        row, cell = self._at
        if row < 0:
            row, cell = 0, 0
        elif row >= self.view.height:
            row, cell = self.view.height - 1, self.size.width
        self.post_message(self.Dragged(self, self.view.span_at(row, cell)))

    def _drag_on(self) -> None:
        """Scroll towards the mouse, the faster the farther it is."""
        row = self._at[0]
        self._scroll(row if row < 0 else row - self.view.height + 1)
        self._drag()

    def _stop(self) -> None:
        if self._again is not None:
            self._again.stop()
            self._again = None

    def _seek(self, row: int) -> None:
        goal = self.ruler.goal(row)
        if goal is None:
            self._scroll_to_part(row)
        else:
            self.post_message(self.Sought(self, goal))

    def _scroll_to_part(self, row: int) -> None:
        """Show the part of the text that a row of the ruler stands for in the middle."""
        view = self.view
        start, _ = ruler.part_of(max(0, min(row, view.height - 1)), len(view.text), view.height)
        if view.level((start, start), view.height // 2, within=True):
            self.refresh()
