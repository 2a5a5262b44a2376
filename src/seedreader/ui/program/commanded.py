"""What the program itself can do on every screen: the palette, the themes, the line for beginners."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import SystemCommand
from textual.screen import Screen

from seedreader.text.sanitize import visible
from seedreader.ui import commands, themes
from seedreader.ui.program.themed import ThemedApp
from seedreader.ui.screens.annotating import AnnotatingScreen
from seedreader.ui.screens.keyed import KeyedScreen

if TYPE_CHECKING:
    from seedreader.session.story_notebook import StoryNotebook
    from seedreader.settings import Settings

HINTED = 12
"""Keys after which a beginner needs no hint any more."""
HINT_FROM = 16
"""Terminal height from which there is room for it."""


class CommandedApp(ThemedApp):
    """Has ``table``, the commands with the keys that hold; ``farewell`` is told once the screen is left."""

    table: commands.Table
    settings: Settings
    story_notebook: StoryNotebook
    farewell = ""
    _pressed = 0

    async def on_event(self, event: events.Event) -> None:
        """What is pasted is made harmless before any field shows it."""
        if isinstance(event, events.Paste):
            event.text = "\n".join(visible(line) for line in event.text.splitlines())
        await super().on_event(event)

    def action_command_palette(self) -> None:
        """Open the palette, unless something is being written."""
        from seedreader.ui.program.palette import Palette

        writing = isinstance(self.screen, AnnotatingScreen) and self.screen.editing
        if not writing and not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def hinting(self, mode: str = "reader") -> bool:
        """Whether a line tells a beginner what to press first: in the reader, where there is room."""
        return not self.habits.hinted and mode == "reader" and self.size.height >= HINT_FROM

    def hint_at(self, key: str) -> None:
        """Let the line for beginners go for good, once some keys were pressed or Escape was."""
        self._pressed += 1
        if key == "escape" or self._pressed >= HINTED:
            failed = self.keep_habits(self.story_notebook.folder, lambda known: known._replace(hinted=True))
            self.farewell += failed.strip()
            self.hint_gone()

    def hint_gone(self) -> None:
        """Show that the line for beginners is gone. The program overrides this."""

    def choose_theme(self, name: str) -> None:
        """Show everything in another theme, remember it, and say so."""
        if os.environ.get("NO_COLOR") and self.theme_name == "plain":
            told = "NO_COLOR is set: colours stay off; --theme chooses a theme all the same."
        else:
            self.use_theme(name)
            failed = self.keep_habits(self.story_notebook.folder, lambda known: known._replace(theme=name))
            settled = self.settings.theme
            until = f" In this run: {self.settings.file.name} says {settled}." if settled else ""
            told = f"Theme: {name}.{until}{failed}"
        if isinstance(self.screen, AnnotatingScreen):
            self.screen.say(told)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command of the screen, for the palette."""
        modes = screen.MODES[:1] if isinstance(screen, KeyedScreen) else ()
        for command in (c for mode in modes for c in self.table.on_screen(mode)):
            if command.id != "palette" and not command.numbered:
                title = f"{command.help}  ({commands.keys_text(command)})" if command.keys else command.help
                yield SystemCommand(title, command.group, partial(self._run_on, screen, command.id))
        for name in themes.THEMES:
            yield SystemCommand(f"Theme: {name}", "Program", partial(self.choose_theme, name))
        if isinstance(screen, AnnotatingScreen):
            from seedreader.ui.notes.asking import questions

            for question in questions(screen):
                yield SystemCommand(*question)

    async def _run_on(self, screen: Screen[object], action: str) -> None:
        """Do what was chosen in the palette, unless its screen was closed meanwhile."""
        if screen in self.screen_stack:
            await screen.run_action(action)

    async def action_say_how_to_quit(self) -> None:
        if isinstance(self.screen, AnnotatingScreen):
            key = self.table.key("reader", "quit")
            self.screen.say(f"{key} quits; everything that was saved stays saved.")
