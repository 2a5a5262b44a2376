"""The mouse in the columns: a click puts the cursor there, a drag selects exact characters."""

from __future__ import annotations

from typing import NamedTuple

from seedreader.article import Range
from seedreader.session import selection
from seedreader.session.selection import Selection
from seedreader.ui.column.pointed import Pointed
from seedreader.ui.reader.opening import OpeningScreen


class _Anchor(NamedTuple):
    """Where a drag began, and whether it has left the character there."""

    source: int
    span: Range
    dragged: bool = False


class PointingScreen(OpeningScreen):
    """Turns what the mouse does in a column into the session's moves and selections."""

    _anchor: _Anchor | None = None

    def on_pointed_pressed(self, message: Pointed.Pressed) -> None:
        if self.editing:
            return
        self.finish_line()
        self.pairs, self.said = (), ""
        index, span = message.source, message.span
        if span is None:
            self._leave()
            self.session.point(index, None)
            self.sync(scroll=False)
            return
        if message.extends and index == self.session.focus:
            self._anchor = _Anchor(index, self._far_end(span), dragged=True)
            self._select_to(span)
            return
        self._anchor = _Anchor(index, span)
        if not self.selecting:
            self._put_cursor(self._anchor)

    def on_pointed_dragged(self, message: Pointed.Dragged) -> None:
        anchor = self._anchor
        if self.editing or anchor is None or anchor.source != message.source:
            return
        if anchor.dragged and self.session.focus != anchor.source:
            self._anchor = None  # a key led elsewhere in the middle of the drag
            return
        if not anchor.dragged:
            if message.span == anchor.span:
                return
            self._anchor = anchor._replace(dragged=True)
            if self.session.focus != anchor.source:
                self._leave()
                self._put_cursor(anchor)
        self._select_to(message.span)

    def on_pointed_released(self, message: Pointed.Released) -> None:
        """A click while something is selected leaves the selection; a drag leaves one to act on."""
        anchor, self._anchor = self._anchor, None
        if self.editing or anchor is None or anchor.dragged or not self.selecting:
            return
        self._leave()
        self._put_cursor(anchor)

    def on_pointed_clicked(self, message: Pointed.Clicked) -> None:
        """Twice selects the word, three times the sentence."""
        source = self.session.sources[message.source]
        if self.editing or message.source != self.session.focus:
            return
        start, end = source.cursor
        chosen = selection.word_at(source.article.text, message.span[0])
        if message.times > 2 and start < end:
            chosen = Selection(start, end)
        if chosen is not None:
            self.session.selection = chosen
            self.sync(scroll=False)

    def on_pointed_sought(self, message: Pointed.Sought) -> None:
        """Go to what a mark in the ruler stands for."""
        if self.editing:
            return
        self.finish_line()
        self._leave()
        self.pairs, self.said = (), ""
        self.session.point(message.source, message.offset)
        self.sync()

    def _put_cursor(self, anchor: _Anchor) -> None:
        start, end = anchor.span
        self.session.point(anchor.source, start if start < end else max(0, start - 1))
        self.sync(scroll=False)

    def _far_end(self, span: Range) -> Range:
        """The edge of what is selected, or of the passage, that stays when the other comes to ``span``."""
        _, start, end = self.session.passage
        edge = start if span[0] >= start else end
        return edge, edge

    def _select_to(self, span: Range) -> None:
        """Select from where the drag began to a character, both included."""
        assert self._anchor is not None
        start, end = min(self._anchor.span[0], span[0]), max(self._anchor.span[1], span[1])
        if start < end:
            forward = span[1] >= self._anchor.span[1]
            self.session.selection = Selection(start, end, forward, selection.UNITS[1])
            self.sync(scroll=False)

    def _leave(self) -> None:
        if self.selecting:
            self.action_leave_selection()
