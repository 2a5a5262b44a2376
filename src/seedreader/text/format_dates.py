"""Days and spans of days as people write them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from seedreader.text.months import MONTHS
from seedreader.text.plurals import count

MONTH, YEAR = 30.44, 365.25
"""Days of a month and a year on the average."""


def day(when: date) -> str:
    """One day: "27 Mar 2025"."""
    return f"{when.day} {when:%b} {when.year}"


def long_day(when: date) -> str:
    """One day with its month written out: "27 March 2025"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def days(first: date | None, last: date | None) -> str:
    """An interval, as short as it can be told: "Mar 2025", "21–28 Feb 2025", "1950–1953", "since 2005"."""
    if first is None:
        return f"until {edge(last, first=False)}" if last else "no known day"
    if last is None:
        return f"since {edge(first, first=True)}"
    if first == last:
        return day(first)
    years, months = _whole(first, last)
    if years:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if months:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%b} {first.year}"
        return f"{_start(f'{first:%b}', first, last)}–{last:%b} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{_start(f'{first.day} {first:%b}', first, last)}–{day(last)}"


def apart(number: int) -> str:
    """A number of days as a length of time: "12 days", "5 months", "1 year 8 months"."""
    if number < 2 * MONTH:
        return count(number, "day")
    months = round(number / MONTH)
    if months < 12:
        return count(months, "month")
    if months >= 120:
        return count(round(number / YEAR), "year")
    years, months = divmod(months, 12)
    return count(years, "year") + (f" {count(months, 'month')}" if months else "")


def _whole(first: date, last: date) -> tuple[bool, bool]:
    """Whether an interval is of whole years, and of whole months."""
    months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return months and first.month == 1 and last.month == 12, months


def edge(when: date, *, first: bool) -> str:
    """The first or last day of an interval: its year or month where it begins or ends one."""
    if (when.month, when.day) == ((1, 1) if first else (12, 31)):
        return str(when.year)
    if when.day == (1 if first else monthrange(when.year, when.month)[1]):
        return f"{when:%b} {when.year}"
    return day(when)


def _start(said: str, first: date, last: date) -> str:
    return said if first.year == last.year else f"{said} {first.year}"
