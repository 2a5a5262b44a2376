"""The command palette: a line to type in, and beneath it the commands that match what is typed.

Textual's own takes twice the processor time to open and more: it draws every command, seen or not, lays the
screen out anew for each step, and imports widgets that it never shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.fuzzy import FuzzySearch
from textual.screen import SystemModalScreen
from textual.widgets import Input

from seedreader.ui.screens.palette.command_list import CommandList
from seedreader.ui.screens.palette.command_match import matches


class PaletteScreen(SystemModalScreen[None]):
    """Runs one of ``commands`` at most, once it is closed."""

    AUTO_FOCUS = "Input"
    DEFAULT_CSS = """
    PaletteScreen { color: $foreground; background: $background 60%; }
    PaletteScreen:ansi { background: transparent; }
    PaletteScreen > Vertical { margin-top: 3; height: 100%; visibility: hidden; background: $surface; }
    PaletteScreen > Vertical:dark { background: $panel-darken-1; }
    PaletteScreen Input, PaletteScreen Input:focus {
        visibility: visible; height: 4; padding: 1 3 1 1; background: transparent; background-tint: 0%;
        border: hkey black 50%; border-bottom: none;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("ctrl+end,shift+end", "end(1)", show=False),
        Binding("ctrl+home,shift+home", "end(-1)", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, commands: Sequence[SystemCommand]) -> None:
        super().__init__()
        self._commands, self._search = commands, FuzzySearch()
        self._list = CommandList()
        self._left = False

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input(placeholder="Search for commands…", select_on_focus=False)
            yield self._list

    def on_mount(self) -> None:
        self._match("")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._match(event.value.strip())

    def _match(self, typed: str) -> None:
        self._list.list_matches(matches(self._commands, typed, self._search))

    # -- choosing --------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        self._list.step(by)

    def action_page(self, by: int) -> None:
        self._list.page(by)

    def action_end(self, by: int) -> None:
        self._list.end(by)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._run_chosen()

    def on_command_list_clicked(self) -> None:
        self._run_chosen()

    def _run_chosen(self) -> None:
        """Close and run the chosen command; a key pressed before it is closed runs no second one."""
        if (chosen := self._list.chosen) is not None and not self._left:
            self.app.delay_update()
            self.action_leave()
            self.app.call_later(chosen.callback)

    # -- leaving ---------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """A click beside the palette closes it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.action_leave()

    def action_leave(self) -> None:
        if not self._left:
            self._left = True
            self.dismiss()
