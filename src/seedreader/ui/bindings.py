"""The command table as Textual bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingsMap

from seedreader.ui.commands import Command, Table


def of(table: Table, *screens: str) -> BindingsMap:
    """The bindings of these screens and modes; a digit key hands its number to the action."""
    return BindingsMap(
        Binding(key, _action(command, key), command.help, show=False)
        for screen in screens
        for command in table.on_screen(screen)
        for key in command.keys
    )


def _action(command: Command, key: str) -> str:
    """A command of several digits is told which one."""
    return f"{command.id}({key})" if key.isdigit() and len(command.keys) > 1 else command.id
