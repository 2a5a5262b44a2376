"""Which theme the program is shown in, and changing it at once everywhere."""

from __future__ import annotations

import os

from seedreader.settings import Settings
from seedreader.ui import themes
from seedreader.ui.column.pane import Pane
from seedreader.ui.internals.base_app import BaseApp
from seedreader.ui.remembered import Remembered
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Rows

DARK = "dark"


class Appearance:
    """``theme_name`` is a name of `themes.THEMES`; ``looks`` are the styles that everything takes."""

    def __init__(self, app: BaseApp, theme: str) -> None:
        self.theme_name = DARK
        self.looks = Styles(themes.palette(DARK))
        self._app = app
        app.filter_lines()
        if theme != DARK:
            self._take(theme)
        elif self._coarse:
            self.looks.use(themes.palette(DARK, coarse=True))

    @property
    def _coarse(self) -> bool:
        """Whether the terminal has 256 colours."""
        return self._app.console.color_system == "256"

    def choose(self, name: str, settings: Settings, remembered: Remembered) -> str:
        """Show everything in another theme and remember it, or say why not; the sentence to tell."""
        if os.environ.get("NO_COLOR") and self.theme_name == "plain":
            return "NO_COLOR is set: colours stay off; --theme chooses a theme all the same."
        self.use(name)
        failed = remembered.keep(lambda known: known._replace(theme=name))
        until = f" In this run: {settings.file.name} says {settings.theme}." if settings.theme else ""
        return f"Theme: {name}.{until}{failed}"

    def use(self, name: str) -> None:
        """Show everything in another theme from now on."""
        self._take(name)
        self.redraw()

    def redraw(self) -> None:
        """Draw all that is shown anew."""
        blank = self.looks.of(self.looks.palette.text)
        for screen in self._app.screen_stack:
            for rows in screen.query(Rows):
                rows.repaint(blank)
            for pane in screen.query(Pane):
                pane.repaint()

    def _take(self, name: str) -> None:
        # only a theme other than the first needs it
        from seedreader.ui.themes import textual_theme

        palette = themes.palette(name, coarse=self._coarse)
        self.theme_name = name
        self.looks.use(palette)
        self._app.filter_lines(*([textual_theme.Colourless()] if name == "plain" else []))
        own = textual_theme.theme(name, palette)
        if own is not None:
            self._app.register_theme(own)
        self._app.theme = own.name if own is not None else textual_theme.OWN
