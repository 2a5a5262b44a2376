"""Days as people write them, and the one on which a page says that it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"(?<!\d)(?:(?P<iso>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?"
    r"|(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month2>[A-Za-z]{3,9})\.?,?\s+(?P<year2>\d{4})"
    r"|(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year3>\d{4}))(?!\d)"
)
_LABEL = re.compile(
    r"^[ \t]*(?:date|(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?)\s*:?\s*",
    re.IGNORECASE | re.MULTILINE,
)
_NOT_OF_THE_STORY = re.compile(
    r"\b(?:generated|retrieved|accessed|archived|copyright|since)\b|©", re.IGNORECASE
)


def parse(value: str) -> date | None:
    """A day written as ``2025-03-21``, ``March 21, 2025``, ``21 Mar 2025`` or ``21.3.2025``; else None."""
    match = _DAY.fullmatch(value.strip())
    return _day(match) if match else None


def found(line: str) -> bool:
    """Whether a day with its year stands in a line."""
    return any(_day(match) for match in _DAY.finditer(line))


def published(above: Sequence[str], head: str, dateline: str) -> date | None:
    """The day in the lines ``above`` the text, else behind a label in ``head``, else in the dateline."""
    stamps = [line for line in above if not _NOT_OF_THE_STORY.search(line)]
    labelled = [head[match.end() :] for match in _LABEL.finditer(head)]
    return (
        next((day for line in stamps for match in _DAY.finditer(line) if (day := _day(match))), None)
        or next((day for rest in labelled if (match := _DAY.match(rest)) and (day := _day(match))), None)
        or next((day for match in _DAY.finditer(dateline) if (day := _day(match))), None)
    )


def _day(match: re.Match[str]) -> date | None:
    """None for a day that no calendar has, and for one that may be the other way about."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["mark"]:
            return _numbered(int(match["first"]), int(match["second"]), int(match["year3"]), match["mark"])
        month = (match["month"] or match["month2"])[:3].lower()
        year, day = match["year"] or match["year2"], match["day"] or match["day2"]
        return date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _numbered(first: int, second: int, year: int, mark: str) -> date | None:
    """Day before month with full stops; with strokes only where one of them can't be a month."""
    if mark == "." or first > 12:
        return date(year, second, first)
    if second > 12 or first == second:
        return date(year, first, second)
    return None
