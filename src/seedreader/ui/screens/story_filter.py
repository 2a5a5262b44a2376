"""The filter of a list made from the story: one line of words and ``name:value`` parts."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from seedreader.fold import fold

_PART = re.compile(r'(?:(\w{1,9}):)?(?:"([^"]*)"?|(\S+))')
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Part(NamedTuple):
    """A part of a filter: its ``name``, empty for a word; its folded ``value``; the ``text`` as written."""

    name: str
    value: str
    text: str


def parts(text: str, names: Collection[str]) -> list[Part]:
    """The parts of a filter, in order; one of these ``names`` without a value yet is left out."""
    found = []
    for match in _PART.finditer(text):
        label, quoted, plain = match.groups()
        value = plain if quoted is None else quoted
        name = (label or "").lower() if (label or "").lower() in names else ""
        if label and not name:
            value = f"{label}:{value}"
        if value and not (value.endswith(":") and value[:-1].lower() in names):
            open_quote = quoted is not None and match[0].count('"') == 1
            found.append(Part(name, fold(value), match[0].strip() + '"' * open_quote))
    return found


def with_part(text: str, names: Collection[str], name: str, value: str | None) -> str:
    """The filter with this part in place of all of its name; None: with none."""
    kept = [part.text for part in parts(text, names) if part.name != name]
    return " ".join([*kept, f"{name}:{value}"] if value is not None else kept)


def stretch(value: str) -> tuple[date, date] | None:
    """The first and last day of "2025", "2025-03" or "2025-03-21"; None for what is none of these."""
    match = _DAY.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        assert year is not None
        if day is not None and month is not None:
            return date(year, month, day), date(year, month, day)
        if month is not None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def is_source(value: str, number: int, name: str) -> bool:
    """Whether a source, ``number`` from 1, is meant by its number or a part of its folded name."""
    return value == str(number) if value.isdecimal() else value in name
