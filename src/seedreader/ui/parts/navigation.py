"""The reader's way to the other screens, and to where they lead when they close."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from seedreader.session import StoryPassage
from seedreader.ui.parts.annotating import Annotating
from seedreader.ui.parts.navigation_targets import (
    NavigationTarget,
    ReattachOrphan,
    ResumeDraft,
    TrailStop,
)
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView
from seedreader.ui.parts.selecting import Selecting


class Navigation:
    """Opens each other screen, and goes where that says."""

    def __init__(
        self, context: PartContext, view: ReaderView, selecting: Selecting, annotating: Annotating
    ) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._selecting, self._annotating = selecting, annotating

    def commands(self) -> Mapping[str, Handler]:
        def opening(name: str) -> Callable[[], Awaitable[None]]:
            return partial(self._context.router.open, name)

        return {
            "notes": opening("notes"),
            "tags": opening("tags"),
            "matrix": opening("matrix"),
            "timeline": opening("timeline"),
            "sources": opening("sources"),
            "versions": self._open_versions,
            "jumps": self._open_jumps,
            "problems": opening("problems"),
        }

    def follow(self, target: NavigationTarget | None) -> None:
        """Go where a screen leads: to a passage, to a draft there, or to new words for an orphan."""
        place = target.place if isinstance(target, ResumeDraft) else target
        if isinstance(place, StoryPassage):
            self._session.go(place)
        elif isinstance(place, TrailStop):
            self._session.stop(place.number)
        self._view.sync()
        if isinstance(target, ResumeDraft):
            self._annotating.resume(target.draft, target.place)
        elif isinstance(target, ReattachOrphan):
            self._selecting.place_again(target.orphan)

    async def _open_versions(self) -> None:
        await self._context.router.open("versions", self._session.focus)

    async def _open_jumps(self) -> None:
        if len(self._session.jump_list.places(self._session.place)) == 1 and not self._session.marks:
            self._context.say("No jump was made yet: Enter goes to the best match in another source.")
            return
        await self._context.router.open("jumps")
