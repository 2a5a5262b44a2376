"""The command line as values, read from its very parsers: what completion and the man page are made of."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from seedreader.subcommands.parser import Parser, offered

_FILES = ("PATH", "FILE", "FOLDER")
"""Words in the name of a value that make it one of files."""


class Value(NamedTuple):
    """What an option or an argument takes: its name, the words it may be, whether it is a file."""

    name: str
    words: tuple[str, ...]
    is_file: bool
    usage: str


class Option(NamedTuple):
    """An option: all its names, what it is for, and what it takes."""

    names: tuple[str, ...]
    help: str
    value: Value | None


class Argument(NamedTuple):
    """What stands without a name."""

    value: Value
    help: str


class Command(NamedTuple):
    """A command by its whole name, "seedreader notes export", and the commands below it."""

    name: str
    help: str
    options: tuple[Option, ...]
    arguments: tuple[Argument, ...]
    commands: tuple[Command, ...]
    epilog: str

    @property
    def word(self) -> str:
        """What is typed for it last."""
        return self.name.rpartition(" ")[2]

    @property
    def takes_files(self) -> bool:
        """Whether some argument is a file."""
        return any(argument.value.is_file for argument in self.arguments)

    def every(self) -> Iterator[Command]:
        """It and all below it, each before those below it."""
        yield self
        for command in self.commands:
            yield from command.every()


def tree(root: Parser, subcommands: Mapping[str, Parser]) -> Command:
    """The whole command line: the parser of the reader itself, and one that has each subcommand."""
    top = _command("seedreader", root.description or "", root)
    found = (
        command
        for name, parser in subcommands.items()
        for command in _command("seedreader", "", parser).commands
        if command.word == name
    )
    return top._replace(commands=tuple(found))


def _command(name: str, help: str, parser: argparse.ArgumentParser) -> Command:
    """argparse has these lists for itself only, and has had them by these names from the beginning."""
    options, arguments, commands = [], [], []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            told = {choice.dest: choice.help or "" for choice in action._choices_actions}
            commands = [_command(f"{name} {word}", told.get(word, ""), below)
                        for word, below in action.choices.items()]  # fmt: skip
        elif action.option_strings:
            value = None if action.nargs == 0 else _value(action)
            options.append(Option(tuple(action.option_strings), _help(action), value))
        else:
            arguments.append(Argument(_value(action), _help(action)))
    return Command(name, help, tuple(options), tuple(arguments), tuple(commands), parser.epilog or "")


def _help(action: argparse.Action) -> str:
    return (action.help or "").replace("%%", "%")


def _value(action: argparse.Action) -> Value:
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    words = tuple(map(str, action.choices or offered(action)))
    usage = {"?": f"[{name}]", "*": f"[{name} …]", "+": f"{name} …"}.get(str(action.nargs), name)
    return Value(name, words, not words and any(each in name for each in _FILES), usage)
