"""The command table as Textual bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingsMap

from seedreader.ui.commands import Command, CommandTable


def key_bindings(table: CommandTable, mode: str) -> BindingsMap:
    """The bindings of a screen or mode: a key gives the action ``command`` with the command's id."""
    return BindingsMap(
        Binding(key, _action(command, key), command.help, show=False)
        for command in table.on_screen(mode)
        for key in command.keys
    )


def _action(command: Command, key: str) -> str:
    """A command of several digits is told which one."""
    return f"command({command.id!r}, {key})" if command.numbered else f"command({command.id!r})"
