"""The reader's way to the other screens, and where they lead when they close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seedreader.session import Place
from seedreader.ui import themes
from seedreader.ui.find.finding import FindingScreen
from seedreader.ui.reader.goals import Goal, Homeless, Stop, Unfinished

if TYPE_CHECKING:
    from seedreader.ui.matrix.screen import MatrixScreen


class OpeningScreen(FindingScreen):
    """Opens each other screen, and goes where that says."""

    _matrix: MatrixScreen | None = None

    def on_screen_suspend(self) -> None:
        """What was said before another screen opened is over."""
        self.say("")

    async def action_notes(self) -> None:
        from seedreader.ui.notes.screen import NotesScreen

        await self.app.look_again()
        await self.app.push_screen(NotesScreen(self.table), self._go)

    async def action_tags(self) -> None:
        from seedreader.ui.notes.tags import TagsScreen

        await self.app.look_again()
        await self.app.push_screen(TagsScreen(self.table), self._show_tag)

    async def _show_tag(self, tag: str | None) -> None:
        """List what has a tag."""
        if tag is None:
            self.sync()
            return
        from seedreader.ui.notes.screen import NotesScreen, of_tag

        everything = not any(each.kind == "tag" and each.body == tag for each in self.session.placed)
        await self.app.push_screen(NotesScreen(self.table, of_tag(tag), everything), self._go)

    async def action_matrix(self) -> None:
        from seedreader.ui.matrix.screen import MatrixScreen

        await self.app.look_again()
        self._matrix = MatrixScreen(self.table, self.session.place, self._matrix)
        await self.app.push_screen(self._matrix, self._go)

    async def action_timeline(self) -> None:
        from seedreader.ui.timeline.screen import TimelineScreen

        await self.app.push_screen(TimelineScreen(self.table), self._go)

    async def action_sources(self) -> None:
        from seedreader.ui.sources.screen import SourcesScreen

        await self.app.push_screen(SourcesScreen(self.table), self._go)

    def _go(self, goal: Goal | None) -> None:
        """Go where a screen leads: to a passage, to a draft there, or to new words for an orphan."""
        place = goal.place if isinstance(goal, Unfinished) else goal
        if isinstance(place, Place):
            self.session.go(place)
        elif isinstance(place, Stop):
            self.session.stop(place.number)
        self.sync()
        if isinstance(goal, Unfinished):
            self.resume(goal.draft, goal.place)
        elif isinstance(goal, Homeless):
            self.place_again(goal.orphan)

    def action_jumps(self) -> None:
        from seedreader.ui.reader.jumps import JumpsScreen

        if len(self.session.jump_list.places(self.session.place)) == 1:
            self.say("No jump was made yet: Enter goes to the best match in another source.")
            return
        self.app.push_screen(JumpsScreen(self.table), self._go)

    def action_versions(self) -> None:
        from seedreader.ui.versions.screen import VersionsScreen

        self.app.push_screen(VersionsScreen(self.table, self.session.focus), self._go)

    def action_next_theme(self) -> None:
        self.app.choose_theme(themes.after(self.app.theme_name))
