"""Lengths said in two parts: "a year and a half", "four years and six months", "two hours, 30 minutes"."""

from __future__ import annotations

import re

from seedreader.analysis.numbers import Number
from seedreader.analysis.quantities import counted_nouns

CLOCK = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800, "fortnight": 1_209_600}
"""Seconds in each unit whose length is fixed."""

CALENDAR = {"month": 1, "year": 12, "decade": 120}
"""Months in each unit of the calendar."""

_HALF = re.compile(r"\sand\sa\s(?P<part>half|quarter)\b", re.I)
_PARTS = {"half": 0.5, "quarter": 0.25}
_ELSE = re.compile(r"\s(?:an?|per|each|every|ago|later|earlier|before|after|probation|suspended)\b", re.I)
"""What follows a second length that is no part of the first: "three days, two hours a day"."""

_AND = re.compile(r"(?:,?\sand|,)?\s", re.I)


def ratio(unit: str, other: str) -> float | None:
    """How many of the singular ``unit`` make one ``other``; None where that varies, as days in a month."""
    for scale in (CLOCK, CALENDAR):
        if unit in scale and other in scale:
            return scale[other] / scale[unit]
    return None


def smallest(unit: str) -> str:
    """The unit that stands for all of its scale, or the unit itself where it measures no time."""
    return next((min(scale, key=scale.__getitem__) for scale in (CLOCK, CALENDAR) if unit in scale), unit)


def joined(
    text: str, unit: str, at: int, following: Number | None, end: int
) -> tuple[float, int, int] | None:
    """What the words after a length that ends at ``at`` add to it.

    Gives how much in its own unit, where the words end, and how many figures they take: "and a half" takes
    none, "and six months" one. None where nothing is added.
    """
    whole = counted_nouns.singular(unit)
    if whole not in CLOCK and whole not in CALENDAR:
        return None
    if half := _HALF.match(text, at, end):
        return _PARTS[half["part"].lower()], half.end(), 0
    if following is None or following.figure is None or not _AND.fullmatch(text, at, following.start):
        return None
    smaller, stop = counted_nouns.unit(text, following.end, end)
    if _ELSE.match(text, stop, end):
        return None
    share = ratio(counted_nouns.singular(smaller), whole) if smaller else None
    return (following.figure / share, stop, 1) if share and following.figure < share else None
