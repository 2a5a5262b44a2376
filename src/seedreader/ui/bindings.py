"""The command table as Textual bindings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.binding import Binding, BindingsMap

from seedreader.ui.commands import Command, Table


class ByMode(BindingsMap):
    """The bindings of a screen's modes, of which Textual gets those of the mode that it is in.

    Two modes may have one command under different keys.
    """

    def __init__(self, table: Table, modes: Sequence[str], now: Callable[[], str]) -> None:
        super().__init__()
        self._of = {mode: of(table, mode) for mode in modes}
        self._now = now

    def copy(self) -> BindingsMap:
        """What Textual takes at each key."""
        bindings = self._of.get(self._now())
        return bindings.copy() if bindings else BindingsMap()


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
    return f"{command.id}({key})" if command.numbered else command.id
