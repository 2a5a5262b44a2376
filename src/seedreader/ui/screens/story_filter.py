"""What the filters of lists of the story ask for alike: stretches of time, and sources."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


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
