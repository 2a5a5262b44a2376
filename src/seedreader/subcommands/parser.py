"""The parser of the command line: what is wrong is said with the usage of the very subcommand, safely."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from seedreader.text.sanitize import printable


class Parser(argparse.ArgumentParser):
    """As in the standard library, but for unknown options: each subcommand refuses them itself.

    Epilogs keep their lines, and a word that was given drives no terminal where it is quoted.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(*args, **options)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse, and end the program where something is left."""
        found, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return found, left

    def error(self, message: str) -> NoReturn:
        """Say the usage and what is wrong, and end the program."""
        super().error(printable(message))


def offer(action: argparse.Action, words: Iterable[str]) -> None:
    """Let shells complete an argument with these words, where the parser leaves the check to the command."""
    vars(action)["offers"] = tuple(words)


def offered(action: argparse.Action) -> tuple[str, ...]:
    """What was given to `offer`."""
    return tuple(vars(action).get("offers", ()))
