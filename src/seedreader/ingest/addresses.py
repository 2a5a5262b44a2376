"""Lists of addresses without texts: told, with the addresses to be fetched."""

from __future__ import annotations

from collections.abc import Iterable

from seedreader.ingest.errors import Problem
from seedreader.ingest.item import address

TOLD = 10_000
"""No more addresses than this are kept of a list."""


def kept(told: Iterable[object]) -> tuple[str, ...]:
    """The addresses of the web among values, each once."""
    found = dict.fromkeys(each for value in told if (each := address(value)))
    return tuple(found)[:TOLD]


def problem(told: Iterable[object], kind: str = "nothing") -> Problem:
    """What is said of a list: how many addresses it holds, and which."""
    found = kept(told)
    count = len(found)
    return Problem(
        "",
        kind,
        f"{count:,} address{'' if count == 1 else 'es'}{'' if kind == 'besides' else ' and no text'}",
        found,
    )
