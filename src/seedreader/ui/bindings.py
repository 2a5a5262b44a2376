"""The command table as Textual bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from seedreader.ui import commands


def of(screen: str) -> list[BindingType]:
    """The bindings of one screen; a digit key hands its number to the action."""
    bindings: list[BindingType] = []
    for command in commands.on_screen(screen):
        for key in command.keys:
            action = f"{command.id}({key})" if key.isdigit() else command.id
            bindings.append(Binding(key, action, command.help, show=False))
    return bindings
