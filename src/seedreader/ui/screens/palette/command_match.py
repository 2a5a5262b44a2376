"""Which commands have what is typed in the palette in their titles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import SystemCommand
from textual.fuzzy import FuzzySearch


class CommandMatch(NamedTuple):
    """A command, and the positions in its title of the letters typed."""

    command: SystemCommand
    letters: frozenset[int]


def matches(commands: Sequence[SystemCommand], typed: str, search: FuzzySearch) -> list[CommandMatch]:
    """Those that have the letters typed in their order, the best first; for none typed all, by title."""
    if not typed:
        return [CommandMatch(each, frozenset()) for each in sorted(commands, key=lambda each: each.title)]
    scored = [(*search.match(typed, each.title), each) for each in commands]
    scored.sort(key=lambda match: match[0], reverse=True)
    return [CommandMatch(each, frozenset(letters)) for score, letters, each in scored if score > 0]
