"""Whether the session has another story than the one that a screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seedreader.session import Session
from seedreader.ui.widgets.wrap import lines

if TYPE_CHECKING:
    from seedreader.story import Story

REASON = 6
"""Rows that the reason why there is no story may take."""


class StoryWatch:
    """``story`` is the one that was taken last, None before the first."""

    def __init__(self, session: Session) -> None:
        self.story: Story | None = None
        self._session = session

    def take(self) -> bool:
        """Take the session's story; whether it is another one."""
        before, self.story = self.story, self._session.story
        return self.story is not before

    def unread(self, width: int) -> tuple[str, ...]:
        """What to say in ``width`` cells while there is no story yet; empty where there is one."""
        if self._session.story is not None:
            return ()
        told = self._session.failure or "Reading the sources …"
        return tuple(lines(told, max(1, width - 4), REASON))
