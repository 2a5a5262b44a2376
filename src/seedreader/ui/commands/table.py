"""The one table of commands: key bindings, footer, help, palette and `seedreader keys` are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from seedreader.ui.commands.values import Command


@dataclass(frozen=True)
class Table:
    """Every command, those of one screen or mode together, in the order in which help shows them."""

    commands: tuple[Command, ...]

    def on_screen(self, screen: str) -> tuple[Command, ...]:
        """The commands of one screen, in the order of the table."""
        return self._by_screen.get(screen, ())

    def names(self, screen: str) -> frozenset[str]:
        """The ids of one screen's commands, and of those that work everywhere."""
        return self._names(screen) | self._names("everywhere")

    def key(self, screen: str, id: str) -> str:
        """The first key of a command, as people write it."""
        return next(key_name(c.keys[0]) for c in self.on_screen(screen) if c.id == id and c.keys)

    @cached_property
    def _by_screen(self) -> dict[str, tuple[Command, ...]]:
        screens = dict.fromkeys(command.screen for command in self.commands)
        return {screen: tuple(c for c in self.commands if c.screen == screen) for screen in screens}

    def _names(self, screen: str) -> frozenset[str]:
        return frozenset(command.id for command in self.on_screen(screen))


_KEY_NAMES = {
    "space": "Space", "enter": "Enter", "backspace": "Backspace", "escape": "Esc", "tab": "Tab",
    "shift+tab": "Shift-Tab", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "delete": "Del",
    "question_mark": "?", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]",
    "left_curly_bracket": "{", "right_curly_bracket": "}", "left_parenthesis": "(", "right_parenthesis": ")",
    "quotation_mark": '"', "apostrophe": "'", "plus": "+", "minus": "-", "less_than_sign": "<",
    "greater_than_sign": ">", "full_stop": ".", "comma": ",", "equals_sign": "=",
    "ctrl+p": "Ctrl-P", "ctrl+j": "Ctrl-J", "ctrl+o": "Ctrl-O", "ctrl+z": "Ctrl-Z", "ctrl+c": "Ctrl-C",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as people write it."""
    return _KEY_NAMES.get(key, key)


def keys_text(command: Command) -> str:
    """All keys of a command, as people write them."""
    if len(command.keys) > 2 and all(key.isdigit() for key in command.keys):
        return f"{command.keys[0]} … {command.keys[-1]}"
    return " ".join(key_name(key) for key in command.keys)


def listing(table: Table) -> str:
    """Every command with its keys and name, as plain text."""
    return "\n".join(_lines(table))


def _lines(table: Table) -> Iterator[str]:
    group = None
    for command in table.commands:
        if command.group != group:
            yield from ["", command.group] if group else [command.group]
            group = command.group
        yield f"  {keys_text(command):<18} {command.help}  ({command.name})"
