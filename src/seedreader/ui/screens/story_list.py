"""A list made from the story: it fills when the analysis arrives, and follows it when that changes."""

from __future__ import annotations

from typing import TypeVar

from seedreader.story import Story
from seedreader.ui.column.wrap import lines
from seedreader.ui.reader.goals import Goal
from seedreader.ui.screens.listing import ListScreen

Item = TypeVar("Item")

TOLD = 6
"""Rows that the reason why there is none may take."""


class StoryListScreen(ListScreen[Goal | None, Item]):
    """Closes with the place to go to, or None. Reads again whenever the session has another story."""

    _story: Story | None = None

    async def on_mount(self) -> None:
        self._story = self.app.session.story

    def story_changed(self) -> None:
        if self.app.session.story is not self._story:
            self._story = self.app.session.story
            self.run_alone(self.reload)
        else:
            self.update()

    def unread(self) -> tuple[str, ...]:
        """What to say while there is no story yet; empty where there is one."""
        session = self.app.session
        if session.story is not None:
            return ()
        told = session.failure or "Reading the sources …"
        return tuple(lines(told, max(1, self.app.size.width - 4), TOLD))
