"""Which screen opens by which name, and where it leads when it closes. Each is imported when it is opened."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from seedreader.ui.screens.part_screen import PartScreen, ScreenProgram

if TYPE_CHECKING:
    from textual.widget import AwaitMount

    from seedreader.session.find import Finder
    from seedreader.ui.parts.navigation_targets import NavigationTarget
    from seedreader.ui.screens.matrix.matrix_screen import MatrixScreen

Then = Callable[[Any], object]
"""What is done with what a screen closed with; it may be awaited."""


class ScreenRouter:
    """Opens screens over the reader, one over another.

    The names are those of the table of commands: notes (filter, whether of all stories), tags, matrix,
    timeline (filter), sources, facts (the source), versions (the left source), jumps, problems, hits (finder,
    text), help.
    ``look_again`` reads the notebook again if another instance wrote; ``navigate`` goes on in the reader at a
    target, or for None where it is.
    """

    def __init__(
        self,
        app: App[Any],
        program: ScreenProgram,
        look_again: Callable[[], Awaitable[None]],
        navigate: Callable[[NavigationTarget | None], None],
    ) -> None:
        self._app, self._program = app, program
        self._look_again, self._navigate = look_again, navigate
        self._matrix: MatrixScreen | None = None
        """The one that was opened last."""
        self._screens: dict[str, Callable[..., Screen[Any]]] = {
            "notes": self._notes,
            "tags": self._tags,
            "matrix": self._make_matrix,
            "timeline": self._timeline,
            "sources": self._sources,
            "facts": self._facts,
            "versions": self._versions,
            "jumps": self._jumps,
            "problems": self._problems,
            "hits": self._hits,
            "help": self._help,
        }

    async def open(self, name: str, *given: Any, then: Then | None = None) -> None:
        """Open a screen; ``then`` is given what it closes with, in place of the reader's going there."""
        if name in ("notes", "tags", "matrix"):
            await self._look_again()
        await self.push(name, *given, then=then)

    def push(self, name: str, *given: Any, then: Then | None = None) -> AwaitMount:
        """Open a screen so that the next key is its own, without looking for what others wrote meanwhile."""
        goes: Then = then or (self.show_tag if name == "tags" else self._navigate)

        async def closed(result: Any) -> None:
            done = goes(result)
            if isawaitable(done):
                await done

        return self._app.push_screen(self._screens[name](*given), closed)

    async def show_tag(self, tag: str | None) -> None:
        """List what has a tag."""
        if tag is None:
            self._navigate(None)
            return
        from seedreader.ui.screens.notes.notes_screen import of_tag

        here = any(each.kind == "tag" and each.body == tag for each in self._program.session.placed)
        await self.open("notes", of_tag(tag), not here)

    # -- the screens -----------------------------------------------------------------------------------

    def _notes(self, wanted: str = "", everything: bool = False) -> Screen[Any]:
        from seedreader.ui.screens.notes.notes_screen import NotesScreen

        return NotesScreen(self._program, wanted, everything)

    def _tags(self) -> Screen[Any]:
        from seedreader.ui.screens.tags.tags_screen import TagsScreen

        return TagsScreen(self._program)

    def _make_matrix(self) -> Screen[Any]:
        from seedreader.ui.screens.matrix.matrix_screen import MatrixScreen

        before = self._matrix.state if self._matrix else None
        self._matrix = MatrixScreen(self._program, self._program.session.place, before)
        return self._matrix

    def _timeline(self, wanted: str = "") -> Screen[Any]:
        from seedreader.ui.screens.timeline.timeline_screen import TimelineScreen

        return TimelineScreen(self._program, wanted)

    def _sources(self) -> Screen[Any]:
        from seedreader.ui.screens.sources.sources_screen import SourcesScreen

        return SourcesScreen(self._program)

    def _facts(self, number: int) -> Screen[Any]:
        from seedreader.ui.screens.facts.facts_screen import FactsScreen

        return FactsScreen(self._program, number)

    def _versions(self, left: int) -> Screen[Any]:
        from seedreader.ui.screens.versions.versions_screen import VersionsScreen

        return VersionsScreen(self._program, left)

    def _jumps(self) -> Screen[Any]:
        from seedreader.ui.screens.jumps.jumps_screen import JumpsScreen

        return JumpsScreen(self._program)

    def _problems(self) -> Screen[Any]:
        from seedreader.ui.screens.problems.problems_screen import ProblemsScreen

        return ProblemsScreen(self._program)

    def _hits(self, finder: Finder, wanted: str) -> Screen[Any]:
        from seedreader.ui.screens.hits.hits_screen import HitsScreen

        return HitsScreen(self._program, finder, wanted)

    def _help(self) -> Screen[Any]:
        from seedreader.ui.screens.help.help_screen import HelpScreen

        below = self._app.screen
        return HelpScreen(self._program, below.command_sets() if isinstance(below, PartScreen) else ())
