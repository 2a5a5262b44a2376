"""``seedreader man``: the man page, made from the command line's parsers."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Iterator
from typing import TypeAlias

from seedreader.subcommands.command_tree import Argument, Command, Option
from seedreader.subcommands.parser import Parser
from seedreader.text.version import VERSION

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"

_ABOUT = (
    "seedreader shows articles about one story side by side: which statements more than one independent "
    "source carries, which are contradicted, which are copies of one another, and what on the page is "
    "boilerplate. Notes, tags and verdicts are kept in a notebook on this machine, anchored to the exact "
    "words.",
    "In the reader, ? lists every key and what each mark means, and q leaves; everything is saved by then.",
)
_STATUS = (
    "Done.",
    "Done, but some of the inputs could not be read.",
    "Nothing could be read, or the arguments or the terminal don’t fit.",
)
_ENVIRONMENT = {
    "SEEDREADER_DATA": "The folder of the notebook, drafts and backups, in place of this platform’s.",
    "SEEDREADER_CONFIG": "The settings file, in place of this platform’s.",
    "SEEDREADER_CACHE": "The folder of what was worked out before, which may be deleted at any time.",
    "NO_COLOR": "If set, the theme is the one without colours.",
    "VISUAL, EDITOR": "What Ctrl-O writes a note on in.",
}
_EXAMPLES = {
    "seedreader": "Opens the sample story.",
    "seedreader story/": "Opens all articles in a folder and in those below it.",
    "seedreader report story/": "Prints the findings as plain text.",
    "seedreader notes export -o notes.md story/": "Writes the notes on a story as Markdown.",
    "seedreader serve story/": "Prints an address at which a browser on this machine shows the reader.",
    "seedreader doctor": "Tells how the installation is, and what to do about what is wrong.",
}


def add_to(subparsers: _Parsers, tree: Callable[[], Command]) -> None:
    """Add ``man`` to the command line; it sets ``run``. ``tree`` reads the whole of it."""
    said = "the man page; `seedreader man | man -l -` shows it"
    man = subparsers.add_parser("man", help=said, description=said)
    man.set_defaults(run=lambda _: _print(page(tree())))


def _print(text: str) -> int:
    print(text, end="")  # noqa: T201
    return 0


def page(root: Command) -> str:
    """The page, as groff and mandoc take it."""
    return "".join(f"{line}\n" for line in _lines(root))


def _lines(root: Command) -> Iterator[str]:
    yield f'.TH SEEDREADER 1 "" "seedreader {VERSION}" "User Commands"'
    yield from (".SH NAME", r"seedreader \- read several articles about one story side by side")
    yield ".SH SYNOPSIS"
    yield from _synopsis(root)
    for command in root.commands:
        yield ".br"
        yield from _synopsis(command)
    yield ".SH DESCRIPTION"
    for number, paragraph in enumerate(_ABOUT):
        yield from ([".PP"] if number else [])
        yield from _filled(paragraph)
    yield ".SH OPTIONS"
    yield from _entries(root)
    yield ".SH COMMANDS"
    for command in root.commands:
        for each in command.every():
            yield f'.SS "{_text(_usage(each))}"'
            yield from _filled(_sentence(each.help))
            yield from _entries(each)
            yield from _listed(each.epilog)
    yield ".SH EXIT STATUS"
    for status, told in enumerate(_STATUS):
        yield from (".TP", f".B {status}", *_filled(told))
    yield ".SH ENVIRONMENT"
    for name, told in _ENVIRONMENT.items():
        yield from (".TP", f".B {_text(name)}", *_filled(told))
    yield ".SH FILES"
    yield from _filled(
        "`seedreader paths` tells where the notebook, its backups, the settings and the cache are."
    )
    yield ".SH EXAMPLES"
    for example, told in _EXAMPLES.items():
        yield from (".TP", f".B {_text(example)}", *_filled(told))


def _synopsis(command: Command) -> Iterator[str]:
    yield f".B {_text(command.name)}"
    if rest := _usage(command).removeprefix(command.name).strip():
        yield _text(rest)


def _usage(command: Command) -> str:
    options = ["[OPTION …]"] if len(command.options) > 1 else []  # one is --help
    below = ["COMMAND"] if command.commands and " " in command.name else []
    return " ".join([command.name, *options, *(each.value.usage for each in command.arguments), *below])


def _entries(command: Command) -> Iterator[str]:
    for argument in command.arguments:
        if argument.help:
            yield from (".TP", f".I {_text(argument.value.name)}", *_filled(_sentence(_told(argument))))
    for option in command.options:
        taken = rf" \fI{_text(option.value.name)}\fR" if option.value else ""
        names = ", ".join(rf"\fB{_text(name)}\fR{taken}" for name in option.names)
        yield from (".TP", names, *_filled(_sentence(_told(option))))


def _told(what: Argument | Option) -> str:
    words = what.value.words if what.value else ()
    listed = ", ".join(words)
    if not words or listed in what.help:
        return what.help
    return f"{what.help}: {listed}" if what.help else f"one of {listed}"


def _listed(epilog: str) -> Iterator[str]:
    """What stands below a command's help besides the exit status, which is the same for nearly all."""
    for part in epilog.split("\n\n"):
        if "\n " in part and not part.startswith("exit status"):
            yield from (".PP", ".nf", *(_text(line) for line in part.splitlines()), ".fi")
        elif part and not part.startswith("exit status"):
            yield from (".PP", *_filled(part))


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) or not text else ".")


def _filled(text: str) -> Iterator[str]:
    """A paragraph in short lines, which roff fills anew."""
    for line in textwrap.wrap(text, 72, break_long_words=False, break_on_hyphens=False):
        yield _text(line)


def _text(text: str) -> str:
    """A line that roff takes as it is, whatever encoding it expects."""
    safe = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("`", r"\(ga")
    safe = "".join(each if each.isascii() else rf"\[u{ord(each):04X}]" for each in safe)
    return r"\&" + safe if safe.startswith((".", "'")) else safe
