"""The mouse in the columns: a click puts the cursor there, a drag selects exact characters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from seedreader.article import Range
from seedreader.session import selection
from seedreader.session.selection import Selection
from seedreader.ui.column.mouse import MouseTarget
from seedreader.ui.parts.judging import Judging
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView
from seedreader.ui.parts.selecting import Selecting
from seedreader.ui.parts.typed_line import TypedLine


class _Anchor(NamedTuple):
    """Where a drag began, and whether it has left the character there."""

    source: int
    span: Range
    dragged: bool = False


class Pointing:
    """Turns what the mouse does in a column into the session's moves and selections."""

    _anchor: _Anchor | None = None

    def __init__(
        self,
        context: PartContext,
        view: ReaderView,
        selecting: Selecting,
        judging: Judging,
        typed_line: TypedLine,
    ) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._selecting, self._judging, self._typed_line = selecting, judging, typed_line

    def commands(self) -> Mapping[str, Handler]:
        return {}

    def press(self, message: MouseTarget.Pressed) -> None:
        """Put the cursor there, or begin to drag; in a header, go to its source."""
        self._leave_other_modes()
        index, span = message.source, message.span
        if span is None:
            self._selecting.leave_if_on()
            self._session.point(index, None)
            self._view.sync(scroll=False)
            return
        if message.extends and index == self._session.focus:
            self._anchor = _Anchor(index, self._far_end(span), dragged=True)
            self._select_to(span)
            return
        self._anchor = _Anchor(index, span)
        if not self._selecting.is_on:
            self._put_cursor(self._anchor)

    def drag(self, message: MouseTarget.Dragged) -> None:
        """Select from where the mouse was pressed to where it is."""
        anchor = self._anchor
        if anchor is None or anchor.source != message.source:
            return
        if anchor.dragged and self._session.focus != anchor.source:
            self._anchor = None  # a key led elsewhere in the middle of the drag
            return
        if not anchor.dragged:
            if message.span == anchor.span:
                return
            self._anchor = anchor._replace(dragged=True)
            if self._session.focus != anchor.source:
                self._selecting.leave_if_on()
                self._put_cursor(anchor)
        self._select_to(message.span)

    def release(self) -> None:
        """A click while something is selected leaves the selection; a drag leaves one to act on."""
        anchor, self._anchor = self._anchor, None
        if anchor is None or anchor.dragged or not self._selecting.is_on:
            return
        self._selecting.leave_if_on()
        self._put_cursor(anchor)

    def click(self, message: MouseTarget.Clicked) -> None:
        """Twice selects the word, three times the sentence."""
        source = self._session.sources[message.source]
        if message.source != self._session.focus:
            return
        start, end = source.cursor
        chosen = selection.word_at(source.article.text, message.span[0])
        if message.times > 2 and start < end:
            chosen = Selection(start, end)
        if chosen is not None:
            self._session.selection = chosen
            self._view.sync(scroll=False)

    def seek(self, message: MouseTarget.Sought) -> None:
        """Go to what a mark in the ruler stands for."""
        self._leave_other_modes()
        self._selecting.leave_if_on()
        self._session.point(message.source, message.offset)
        self._view.sync()

    def _leave_other_modes(self) -> None:
        self._typed_line.finish()
        self._judging.drop()
        self._context.say("")

    def _put_cursor(self, anchor: _Anchor) -> None:
        start, end = anchor.span
        self._session.point(anchor.source, start if start < end else max(0, start - 1))
        self._view.sync(scroll=False)

    def _far_end(self, span: Range) -> Range:
        """The edge of what is selected, or of the passage, that stays when the other comes to ``span``."""
        _, start, end = self._session.passage
        edge = start if span[0] >= start else end
        return edge, edge

    def _select_to(self, span: Range) -> None:
        """Select from where the drag began to a character, both included."""
        assert self._anchor is not None
        start, end = min(self._anchor.span[0], span[0]), max(self._anchor.span[1], span[1])
        if start < end:
            forward = span[1] >= self._anchor.span[1]
            self._session.selection = Selection(start, end, forward, selection.UNITS[1])
            self._view.sync(scroll=False)
