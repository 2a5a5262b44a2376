"""The reader's own keys for commands: which of them can hold, and why the others can't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from seedreader.ui.commands.command import Command
from seedreader.ui.commands.command_table import EVERYWHERE, CommandTable
from seedreader.ui.commands.key_names import key_name, parse_key, taken_by, writes

NEEDED = frozenset({"help", "quit"})
"""Commands that keep at least one key."""
WAYS_OUT = frozenset({"quit", "close", "step_back", "leave", "keep", "drop"})
"""Commands that lead out of a screen or a mode, besides those whose name begins with one of these."""

RENAMED = {"reader.dim": "reader.cycle_boilerplate_display", "reader.let_go": "reader.clear_pending"}
"""What commands are called now that a settings file may still call by the name of before."""

Problem = tuple[str, str]
"""The name of a command and what is wrong with its setting."""


def remapped(
    table: CommandTable, keys: Mapping[str, Sequence[str]]
) -> tuple[CommandTable, tuple[Problem, ...]]:
    """The table with other keys for the commands of these names.

    Also the settings that can't hold, each with a sentence that says why; such a command keeps its keys.
    """
    if not keys:
        return table, ()
    problems: list[Problem] = []
    given: dict[str, tuple[str, ...]] = {}
    called = {RENAMED.get(name, name): name for name in keys}
    for name, in_settings in called.items():
        try:
            given[name] = _checked(table, name, keys[in_settings])
        except ValueError as wrong:
            problems.append((in_settings, str(wrong)))
    while failing := _clash(table, given) or _without_way_out(table, given):
        for name, reason in failing:  # the keys that it has again may be another setting's
            del given[name]
            problems.append((called[name], reason))
    return _with(table, given), tuple(problems)


def _checked(table: CommandTable, name: str, written: Sequence[str]) -> tuple[str, ...]:
    """The keys as Textual names them. Raises ValueError, saying what is wrong and what to do."""
    command = next((c for c in table.commands if c.name == name), None)
    if command is None:
        near = get_close_matches(name, [c.name for c in table.commands], 1)
        advice = f"is “{near[0]}” meant?" if near else "`seedreader keys` prints the names."
        raise ValueError(f"there is no such command; {advice}")
    if command.numbered:
        raise ValueError("this command goes by the digits and keeps them.")
    if not written and command.id in NEEDED:
        raise ValueError("this command needs a key; give it one.")
    keys: list[str] = []
    for each in written:
        try:
            keys.append(parse_key(each))
        except ValueError as wrong:
            advice = '; several keys are a list: ["n", "F5"]' if "," in each or " " in each.strip() else ""
            raise ValueError(f"{wrong}{advice}.") from None
    if typed_in(table, command.screen) and (typed := next(filter(writes, keys), None)):
        raise ValueError(
            f"{key_name(typed)} is typed there; take a key that writes nothing, such as Enter or Ctrl-J."
        )
    if any(key.isdigit() and key not in command.keys for key in keys):
        raise ValueError("the digits choose sources; take another key.")
    if keys and all(map(taken_by, keys)):
        raise ValueError(
            f"{key_name(keys[0])} may be taken by {taken_by(keys[0])} before it gets here; "
            "give another key, alone or besides."
        )
    return tuple(dict.fromkeys(keys))


def typed_in(table: CommandTable, screen: str) -> bool:
    """Whether keys write a text in this mode."""
    commands = [c for c in table.on_screen(screen) if not c.numbered]
    return not any(writes(key) for command in commands for key in command.keys)


def _clash(table: CommandTable, given: Mapping[str, tuple[str, ...]]) -> list[Problem]:
    """The newest setting that gives a key which another command of its screen has too; empty for none."""
    order = list(given)
    for screen in dict.fromkeys(c.screen for c in table.commands):
        holders = defaultdict[str, list[Command]](list)
        for command in dict.fromkeys((*table.on_screen(screen), *table.on_screen(EVERYWHERE))):
            for key in given.get(command.name, command.keys):
                holders[key].append(command)
        for key, commands in holders.items():
            settings = [c.name for c in commands if c.name in given]
            if len(commands) > 1 and settings:
                name = max(settings, key=order.index)
                other = next(c for c in commands if c.name != name)
                reason = (
                    f"{key_name(key)} is the key of {other.name} ({other.help}); "
                    "take another, or give that command another first."
                )
                return [(name, reason)]
    return []


def _without_way_out(table: CommandTable, given: Mapping[str, tuple[str, ...]]) -> list[Problem]:
    """The settings without keys of screens that nothing would lead out of any more."""
    problems = []
    for screen in dict.fromkeys(c.screen for c in table.commands):
        ways = [c for c in table.on_screen(screen) if _leads_out(c)]
        if ways and not any(given.get(c.name, c.keys) for c in ways):
            problems += [
                (c.name, "without a key nothing leads out of there; give it one.")
                for c in ways
                if c.name in given
            ]
    return problems


def _leads_out(command: Command) -> bool:
    return any(command.id == way or command.id.startswith(f"{way}_") for way in WAYS_OUT)


def _with(table: CommandTable, given: Mapping[str, tuple[str, ...]]) -> CommandTable:
    changed = {(c.screen, c.id): c.keys for c in table.commands if given.get(c.name, c.keys) != c.keys}
    commands = tuple(c._replace(keys=given.get(c.name, c.keys)) for c in table.commands)
    return CommandTable(commands, changed)
