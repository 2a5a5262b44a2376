"""The line of a filter: words, and values behind a name: ``cafe kind:quote score>0.7 by:"ana ruiz"``."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from seedreader.text.fold_case import fold

COLON = ":"
NONE = "(?!)"
"""Matches nothing."""
COMPARISONS = ">=|<=|[:=<>]"
"""What may stand between a name and its value, as a regular expression."""

COMPARE: dict[str, Callable[[float, float], bool]] = {
    ":": operator.eq, "=": operator.eq, ">": operator.gt, ">=": operator.ge, "<": operator.lt,
    "<=": operator.le,
}  # fmt: skip
"""What each of `COMPARISONS` means."""


class FilterToken(NamedTuple):
    """A part of a filter: what it is on (empty: words), how that is compared, and with which folded value.

    ``turned`` is whether it must not be so; ``text`` is the part as written, its quotes closed.
    """

    name: str
    compare: str
    value: str
    turned: bool
    text: str


def syntax(names: Iterable[str], compare: str = COLON, tag: str = NONE, turn: str = NONE) -> re.Pattern[str]:
    """Finds the parts of a filter: values behind these names or behind the sign ``tag``, and words.

    The sign ``turn`` before a part says that it must not be so.
    """
    named = rf"(?P<tag>{tag})|(?P<name>{'|'.join(names)})(?P<compare>{compare})"
    value = r'"(?P<quoted>[^"]*)"?|(?P<plain>\S*)'
    return re.compile(rf"(?=\S)(?P<turn>{turn})?(?:{named})?(?:{value})", re.IGNORECASE)


def tokens(text: str, syntax: re.Pattern[str]) -> list[FilterToken]:
    """The parts of a filter, in order; one without a value yet is left out."""
    found = []
    for match in syntax.finditer(text):
        quoted = match["quoted"]
        if value := fold(match["plain"] if quoted is None else quoted):
            name = match["tag"] or fold(match["name"] or "")
            closing = '"' * (quoted is not None and match[0].count('"') == 1)
            turned = match["turn"] is not None
            found.append(FilterToken(name, match["compare"] or "", value, turned, match[0] + closing))
    return found


def with_token(found: Iterable[FilterToken], name: str, text: str) -> str:
    """The filter with this part in place of all of its name; empty: with none."""
    return " ".join([*(token.text for token in found if token.name != name), text]).strip()


def following(found: Iterable[FilterToken], name: str, values: Iterable[str]) -> str | None:
    """The value after the one that the filter has for ``name``; None after the last."""
    now = next((token.value for token in found if token.name == name), None)
    cycle: Sequence[str | None] = [*values, None]
    return cycle[(cycle.index(now) + 1) % len(cycle)] if now in cycle else cycle[0]
