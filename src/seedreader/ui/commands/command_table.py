"""The one table of commands: key bindings, footer, help, palette and `seedreader keys` are made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.key_names import key_name

EVERYWHERE = "everywhere"
"""The screen of the commands that every screen has."""


@dataclass(frozen=True)
class CommandTable:
    """Every command, those of one screen or mode together, in the order in which help shows them.

    ``standard`` holds the usual keys of those whose keys the settings change.
    """

    commands: tuple[Command, ...]
    standard: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def stands_for(self, screen: str, key: str) -> str:
        """The key that ``key`` was before the settings; "" for one that they took away from a command."""
        for command in self.on_screen(screen):
            standard = self.standard.get((command.screen, command.id))
            if standard and key in command.keys:
                return key if key in standard else standard[0]
        taken = (keys for (mode, _), keys in self.standard.items() if mode == screen)
        return "" if any(key in keys for keys in taken) else key

    def on_screen(self, screen: str) -> tuple[Command, ...]:
        """The commands of one screen, in the order of the table."""
        return self._by_screen.get(screen, ())

    def names(self, screen: str) -> frozenset[str]:
        """The ids of one screen's commands, and of those that work everywhere."""
        return self._names(screen) | self._names(EVERYWHERE)

    def key(self, screen: str, id: str, otherwise: str = "no key") -> str:
        """The first key of a command, as people write it; ``otherwise`` where it has none."""
        return next((key_name(c.keys[0]) for c in self.on_screen(screen) if c.id == id and c.keys), otherwise)

    def now(self, screen: str, key: str) -> str:
        """What is pressed for what ``key``, as people write it, does on a screen without the settings."""
        if not self.standard:
            return key
        for command in self.on_screen(screen):
            standard = self.standard.get((screen, command.id), ())
            if key in map(key_name, standard):
                return key_name(command.keys[0]) if command.keys else ""
        return key

    @cached_property
    def _by_screen(self) -> dict[str, tuple[Command, ...]]:
        screens = dict.fromkeys(command.screen for command in self.commands)
        return {screen: tuple(c for c in self.commands if c.screen == screen) for screen in screens}

    def _names(self, screen: str) -> frozenset[str]:
        return frozenset(command.id for command in self.on_screen(screen))


def keys_text(command: Command) -> str:
    """All keys of a command, as people write them."""
    if command.numbered:
        return f"{command.keys[0]} … {command.keys[-1]}"
    return " ".join(key_name(key) for key in command.keys)


def listing(table: CommandTable) -> str:
    """Every command with its keys and name, as plain text."""
    return "\n".join(_lines(table))


def _lines(table: CommandTable) -> Iterator[str]:
    group = None
    for command in table.commands:
        if command.group != group:
            yield from ["", command.group] if group else [command.group]
            group = command.group
        yield f"  {keys_text(command):<18} {command.help}  ({command.name})"


def example(table: CommandTable) -> str:
    """The part of a settings file that gives each command its keys, for the reader to change."""
    lines = ["[keys]", "# A key is written as its character or its name: n, {, PgDn, F5, Ctrl-N.", ""]
    for command in table.commands:
        if not command.numbered:
            keys = ", ".join(f'"{_quoted(key_name(key))}"' for key in command.keys)
            lines.append(f'# "{command.name}" = [{keys}]  # {command.help}')
    return "\n".join(lines)


def _quoted(key: str) -> str:
    return key.replace("\\", "\\\\").replace('"', '\\"')
