"""``seedreader completion``: what makes a shell complete the command line, made from its parsers."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

from seedreader.subcommands.command_tree import Command
from seedreader.subcommands.completion import bash, fish, zsh
from seedreader.subcommands.parser import Parser

SHELLS: dict[str, Callable[[Command], str]] = {
    "bash": bash.script,
    "zsh": zsh.script,
    "fish": fish.script,
}
"""A script for each shell."""
HOW = """to use it:
  bash  seedreader completion bash > ~/.local/share/bash-completion/completions/seedreader
        or, without the package bash-completion, in ~/.bashrc: eval "$(seedreader completion bash)"
  zsh   seedreader completion zsh > ~/.zfunc/_seedreader
        and in ~/.zshrc, before compinit: fpath+=~/.zfunc
  fish  seedreader completion fish > ~/.config/fish/completions/seedreader.fish"""

_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_to(subparsers: _Parsers, tree: Callable[[], Command]) -> None:
    """Add ``completion`` to the command line; it sets ``run``. ``tree`` reads the whole of it."""
    said = "a script that makes a shell complete subcommands, options, formats, themes and files"
    completion = subparsers.add_parser("completion", help=said, description=said, epilog=HOW)
    completion.add_argument("shell", metavar="SHELL", choices=SHELLS, help=f"one of {', '.join(SHELLS)}")
    completion.set_defaults(run=lambda options: _print(SHELLS[options.shell](tree())))


def _print(script: str) -> int:
    print(script, end="")  # noqa: T201
    return 0
