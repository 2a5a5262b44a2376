"""Textual's command palette, which takes keys pressed faster than it draws."""

from __future__ import annotations

from textual import on
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.widgets import Input


class Palette(CommandPalette):
    """Chooses one command at most, and does nothing on a list that is still empty."""

    DEFAULT_CSS = """
    Palette > .command-palette--help-text { color: $foreground; text-style: not bold; }
    Palette SearchIcon { display: none; }
    """

    _chosen = False

    @on(Input.Submitted)
    def _choose_once(self, event: Input.Submitted) -> None:
        if self._chosen:
            event.stop()
            event.prevent_default()

    def dismiss(self, result: None = None) -> AwaitComplete:
        if self._chosen:
            return AwaitComplete()
        self._chosen = True
        return super().dismiss(result)

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).virtual_size.height:
            super()._action_command_list(action)
