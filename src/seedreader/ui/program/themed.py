"""The program's themes: which one is shown, changing it at once everywhere, remembering it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.filter import ANSIToTruecolor

from seedreader.session import ui_state
from seedreader.session.ui_state import UiState
from seedreader.ui import themes
from seedreader.ui.column.pane import Pane
from seedreader.ui.program.thrift import ThriftyApp
from seedreader.ui.styles import Styles
from seedreader.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.driver import Driver

DARK = "dark"


class ThemedApp(ThriftyApp):
    """Shows its screens in ``theme_name``, a name of `themes.THEMES`.

    `looks` are the styles that everything takes; ``habits`` what is remembered from run to run.
    """

    CSS = "Screen { background: $paper; }"

    _paper = themes.palette(DARK).background

    def __init__(self, theme: str, habits: UiState, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self.habits = habits
        self.theme_name = DARK
        self.looks = Styles(themes.palette(DARK))
        self._filters = [each for each in self._filters if isinstance(each, ANSIToTruecolor)]
        if theme != DARK:
            self._take(theme)
        elif self.console.color_system == "256":
            self.looks.use(themes.palette(DARK, coarse=True))

    def get_css_variables(self) -> dict[str, str]:
        return {**super().get_css_variables(), "paper": self._paper}

    def use_theme(self, name: str) -> None:
        """Show everything in another theme, from now on and, unless the settings name one, in later runs."""
        self._take(name)
        blank = self.looks.of(self.looks.palette.text)
        for screen in self.screen_stack:
            for rows in screen.query(Rows):
                rows.repaint(blank)
            for pane in screen.query(Pane):
                pane.repaint()

    def keep_habits(self, folder: Path, change: Callable[[UiState], UiState]) -> str:
        """Remember this change, whatever another instance remembers; why it could not be, or nothing."""
        self.habits = change(self.habits)
        try:
            ui_state.keep(folder, change(ui_state.read(folder)))
        except OSError as error:
            return f" It could not be remembered in {folder}: {error.strerror}."
        return ""

    def _take(self, name: str) -> None:
        from seedreader.ui.themes import widgets

        palette = themes.palette(name, coarse=self.console.color_system == "256")
        self.theme_name = name
        self.looks.use(palette)
        self._paper = self.looks.paper
        self._filters = [each for each in self._filters if isinstance(each, ANSIToTruecolor)]
        if name == "plain":
            self._filters.append(widgets.Colourless())
        own = widgets.theme(name, palette)
        if own is not None:
            self.register_theme(own)
        self.theme = own.name if own is not None else widgets.OWN
