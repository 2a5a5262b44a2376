"""A screen whose keys give the commands of the table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from seedreader.ui import bindings
from seedreader.ui.commands import Table
from seedreader.ui.styles import Styles

if TYPE_CHECKING:
    from seedreader.ui.app import SeedreaderApp

Result = TypeVar("Result")


class KeyedScreen(Screen[Result]):
    """Has the commands of ``MODES``, screens or modes of the table, the screen's own first."""

    MODES: ClassVar[tuple[str, ...]]
    app: SeedreaderApp
    looks: Styles

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table
        # Textual's own way, a class attribute, would be built at import, before the settings are read
        self._bindings = bindings.ByMode(table, self.MODES, lambda: self.mode)

    @property
    def mode(self) -> str:
        """Which commands the keys give: a screen's or mode's name in the table of commands."""
        return self.MODES[0]

    @property
    def is_open(self) -> bool:
        """Whether the screen is still there: what was begun on it may end after it was closed."""
        return self in self.app.screen_stack

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result, once: a key or click may come after the one that closed the screen."""
        on_top = self.app.screen_stack[-1:] == [self]
        return super().dismiss(result) if on_top else AwaitComplete()

    def run_alone(self, work: Callable[[], Awaitable[None]], group: str = "default") -> None:
        """Do work beside the keys; work of its group that goes on is taken back, begun or not."""
        self.run_worker(work, group=group, exclusive=True)

    def story_changed(self) -> None:
        """There is another story, or none can be had: show it. Screens override this."""

    def action_help(self) -> None:
        from seedreader.ui.help.screen import HelpScreen

        self.app.push_screen(HelpScreen(self.table))

    def action_palette(self) -> None:
        self.app.action_command_palette()
