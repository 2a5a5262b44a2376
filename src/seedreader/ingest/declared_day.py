"""Days as machines write them: ISO 8601 in all its shapes, the header of a mail, seconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from seedreader.ingest import written_day

_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:[T ]?\d{4,6}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?\s*\Z")
_LOOSE = re.compile(r"\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_SECONDS = re.compile(r"\s*-?\d{9,19}(?:\.\d+)?\s*\Z")
_SHORT_YEAR = re.compile(r"(\d{1,2})[ -]([^\W\d_]{3,})\.?[ -](\d\d)(?=\s+\d{1,2}:|\s*\Z)")
_YEAR_LAST = re.compile(
    r"\s*[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) \d\d:\d\d:\d\d (?:[+-]\d{4} |[A-Z]{3,4} )?(\d{4})\s*\Z"
)
"""As C writes a time: "Mon Mar 02 18:30:00 +0000 2026"."""

_FIRST, _LAST = 1600, 2200


def day(value: object) -> date | None:
    """The day that a value tells, as its own time zone counts it; None for what tells none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _since_1970(float(value))
    if not isinstance(value, str) or not value.strip():
        return None
    for form in (_ISO, _COMPACT, _LOOSE):
        if found := form.match(value):
            return _date(*map(int, found.groups()))
    if _SECONDS.match(value):
        return _since_1970(float(value))
    if last := _YEAR_LAST.match(value):
        month = written_day.month_of(last[1])
        return _date(int(last[3]), month, int(last[2])) if month else None
    if written := written_day.find(value[:200]):
        return written.day
    if short := _SHORT_YEAR.search(value[:100]):
        month = written_day.month_of(short.group(2))
        year = int(short.group(3))
        return _date(year + (2000 if year < 70 else 1900), month, int(short.group(1))) if month else None
    return None


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None


def _since_1970(number: float) -> date | None:
    """Seconds, or thousandths, millionths or thousand-millionths of them; no more is a day of this age."""
    for unit in (1, 1e3, 1e6, 1e9):
        if 1e8 <= number / unit < 7e9:
            return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number / unit)).date()
    return None
