"""What the command palette offers on a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from textual.app import SystemCommand

from seedreader.ui import themes
from seedreader.ui.commands import keys_text
from seedreader.ui.screens.part_screen import PartScreen


def palette_entries(screen: PartScreen[Any], choose_theme: Callable[[str], None]) -> Iterable[SystemCommand]:
    """The commands of the screen's usual mode, the themes, and what its parts ask for files for."""
    for command in screen.table.on_screen(screen.command_sets()[0]):
        if command.id != "palette" and not command.numbered:
            title = f"{command.help}  ({keys_text(command)})" if command.keys else command.help
            yield SystemCommand(title, command.group, partial(_run, screen, command.id))
    for name in themes.THEMES:
        yield SystemCommand(f"Theme: {name}", "Program", partial(choose_theme, name))
    for question in screen.palette_questions():
        yield SystemCommand(*question)


async def _run(screen: PartScreen[Any], id: str) -> None:
    """Do what was chosen, unless its screen was closed meanwhile."""
    if screen.is_open:
        await screen.run_command(id)
