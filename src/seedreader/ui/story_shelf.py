"""The kept stories of the program: their list, over the reader or in its place, and opening one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from seedreader.ui.screens.kept.kept_screen import KeptScreen
from seedreader.ui.screens.part_screen import ScreenProgram

if TYPE_CHECKING:
    from textual.widget import AwaitMount

    from seedreader.ingest.errors import Problem
    from seedreader.shelf.opening import OpenedStory


class ShelfHost(ScreenProgram, Protocol):
    """What the shelf needs of the program (`seedreader.ui.app.SeedreaderApp`)."""

    input_problems: tuple[Problem, ...]

    @property
    def screen_stack(self) -> list[Screen[object]]:
        """The screens that are open, the one on top last."""

    def push_screen(self, screen: KeptScreen) -> AwaitMount:
        """Show a screen over the others."""

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top."""

    def show_kept_story(self, opened: OpenedStory) -> None:
        """Read a kept story in place of the one that is open."""

    def show_reader(self) -> bool:
        """Show the story that is open; False where none is."""


class StoryShelf:
    """``screen`` is the list; where ``is_home``, the program stands on it while no story is open."""

    def __init__(self, program: ShelfHost, is_home: bool = False) -> None:
        self._program, self.is_home = program, is_home
        self.screen = KeptScreen(program, self)

    def show(self) -> None:
        """Show the list: over what is open, or as it was left."""
        over = [*map(id, self._program.screen_stack)]
        if id(self.screen) in over:
            for _ in over[over.index(id(self.screen)) + 1 :]:
                self._program.pop_screen()
            self.screen.run_alone(self.screen.reload)
        else:
            self.screen = KeptScreen(self._program, self)
            self._program.push_screen(self.screen)

    # -- what the list asks (`screens.kept.kept_screen.KeptOpener`) ----------------------------------------

    def read_kept(self, opened: OpenedStory) -> None:
        """Show a kept story in the reader."""
        self._program.show_kept_story(opened)

    def leave_kept(self) -> bool:
        """Show what was open under the list; False where nothing is."""
        if not self.is_home:
            self._program.pop_screen()
            return True
        return self._program.show_reader()
