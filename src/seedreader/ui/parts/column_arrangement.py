"""Arranging the columns: hide, show, move, pin, and one alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView


class ColumnArrangement:
    """Changes the session's columns."""

    def __init__(self, context: PartContext, view: ReaderView) -> None:
        self._context, self._session, self._view = context, context.session, view

    def commands(self) -> Mapping[str, Handler]:
        return {
            "maximise": self._maximise,
            "hide": self._hide,
            "show_all": self._show_all,
            "move_left": partial(self._move, -1),
            "move_right": partial(self._move, 1),
            "pin": self._pin,
        }

    def _rearranged(self, said: str) -> None:
        self._context.say(said)
        self._session.moved = True
        self._view.rearrange()

    def _maximise(self) -> None:
        columns = self._session.columns
        if len(self._session.sources) == 1:
            self._context.say("There is one source only.")
            return
        columns.maximised = not columns.maximised
        self._rearranged("One source alone; again: side by side." if columns.maximised else "")

    def _hide(self) -> None:
        """Hide the focused source, and go on in the next one."""
        columns, hiding = self._session.columns, self._session.focus
        if columns.beside(hiding, 1) == hiding:
            self._context.say("The last source stays; 0 shows those that are hidden.")
            return
        self._session.move_focus(1)
        columns.hidden.add(hiding)
        keys = f"{hiding + 1} or 0" if hiding < 9 else "0"
        self._rearranged(f"Source {hiding + 1} hidden: {keys} shows it.")

    def _show_all(self) -> None:
        columns = self._session.columns
        hidden = len(columns.hidden)
        columns.hidden.clear()
        columns.maximised = False
        self._rearranged("All sources are shown." if hidden else "No source is hidden.")

    def _move(self, step: int) -> None:
        moved = self._session.columns.move(self._session.focus, step)
        self._rearranged("" if moved else f"This is the {'last' if step > 0 else 'first'} column.")

    def _pin(self) -> None:
        """Keep the focused source still while others follow, or let it follow again."""
        pinned, here = self._session.columns.pinned, self._session.focus
        pinned ^= {here}
        kept = here in pinned
        self._rearranged(f"Source {here + 1} {'stays where it is' if kept else 'follows again'}.")
