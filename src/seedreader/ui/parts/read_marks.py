"""Which sources were read: to their end, or because the reader says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from seedreader.session import Session
from seedreader.ui.parts.part import Handler, PartContext


class ReadMarks:
    """Marks sources of ``session``; ``mark`` keeps that a source, by its index, is read or not.

    ``is_kept`` is whether the story is kept: of another one nothing is noted unless the reader says it.
    """

    def __init__(
        self,
        context: PartContext,
        mark: Callable[[int, bool], None],
        is_kept: Callable[[], bool],
    ) -> None:
        self._context, self._mark, self._is_kept = context, mark, is_kept

    def commands(self) -> Mapping[str, Handler]:
        return {"mark_read": self.toggle}

    @property
    def _session(self) -> Session:
        return self._context.session

    def look(self) -> None:
        """Mark the focused source where its end was just reached."""
        session = self._session
        if not session.here.read and session.story is not None and self._is_kept() and session.here.at_end:
            self._mark(session.focus, True)

    def toggle(self) -> None:
        """Say that the focused source was read, or that it was not."""
        session = self._session
        read = not session.here.read
        self._mark(session.focus, read)
        key = self._context.table.key("reader", "mark_read")
        self._context.say(f"Marked as {'read' if read else 'unread'}; {key} changes that.")
