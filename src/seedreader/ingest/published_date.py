"""Days as people write them, and the one on which a page says that it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from seedreader.ingest.written_day import month_of
from seedreader.text.months import SHORT_MONTHS

_MONTHS = tuple(map(str.lower, SHORT_MONTHS))
_DAY = re.compile(
    r"(?<!\d)(?:(?P<iso>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?"
    r"|(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:de\s+)?(?P<month2>[^\W\d_]{3,12})\.?,?"
    r"\s+(?:del?\s+)?(?P<year2>\d{4})(?!\s?[年년]|[-/.]\d)"
    r"|(?P<year4>\d{4})\s?[年년]\s?(?P<month4>\d{1,2})\s?[月월]\s?(?P<day4>\d{1,2})\s?[日号號일]"
    r"|(?P<year5>\d{4})\.?\s+(?P<month5>[^\W\d_]{3,12})\s+(?P<day5>\d{1,2})\.?"
    r"|(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year3>\d{4}))(?!\d)"
)
_PUBLISHED = (
    r"(?:(?:first |originally )?(?:published|posted|released)|date|veröffentlicht|erschienen|datum"
    r"|publiée?|paru|publicad[oa]|publicat|fecha|pubblicat[oa]|data|gepubliceerd|geplaatst|opublikowan[oay]"
    r"|publikováno|vydáno|publicerad|publisert|publiceret|udgivet|julkaistu|yayın(?:lanma)?(?: tarihi)?"
    r"|опубликован[оаы]?|дата(?: публикации)?|опубліковано|δημοσιεύ[θτ]ηκε|نُ?شر|تاريخ النشر"
    r"|发布(?:时间|日期)?|發[佈布](?:時間|日期)?|公開日?|掲載日?|配信)"
)
_UPDATED = (
    r"(?:(?:last |page )?(?:updated|modified|revised|edited|corrected|amended|changed|reviewed)"
    r"|correction|update|aktualisiert|geändert|stand|mise? à jour|actualizad[oa]|atualizad[oa]|aggiornato"
    r"|bijgewerkt|zaktualizowano|aktualizováno|uppdaterad|oppdatert|opdateret|güncellen\w+"
    r"|обновлено|изменено|оновлено|更新)"
)
_LABEL = re.compile(
    rf"^[ \t]*(?:{_PUBLISHED}|(?P<updated>{_UPDATED}))"
    r"(?: on| at| am| le| el| em| il| op| den| dne| στις| في)?\s*[:：]?\s*",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE = re.compile(
    rf"\b(?:(?P<updated>{_UPDATED})|{_PUBLISHED})\b(?:\s*[:：]?\s*|[^\n]{{1,40}})\Z", re.IGNORECASE
)
"""A label before a day: in its line, or alone in the line above."""
_BEHIND = re.compile(rf"[^\n\w]{{0,4}}{_UPDATED}\)?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_AROUND = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|[ap]\.?m|gmt|utc|e[sd]?t|at|on"
    r"|\d{1,2}[:.]\d{2}(?:[ap]m)?)\b\.?",
    re.IGNORECASE,
)
"""Weekdays, times and zones beside a day."""
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


def without(line: str) -> str:
    """A line without the days in it and the weekdays and times beside them."""
    return _AROUND.sub(" ", _DAY.sub(" ", line)).strip(" ,:;.–—-|·•/()")


def is_glued(line: str) -> bool:
    """Whether the day in a line was put before or behind a headline without a mark between them."""
    first = _DAY.match(line)
    if first and re.match(r"\s*[A-ZÀ-Þ]", line[first.end() :]):
        return True
    return any(line[max(0, match.start() - 1) : match.start()].isalpha() for match in _DAY.finditer(line))


class PageDates(NamedTuple):
    """The days on which a page says that it was published and that it was last changed."""

    published: date | None = None
    updated: date | None = None


def stamps(above: Sequence[str], head: str, dateline: str) -> PageDates:
    """The days in the lines ``above`` the text, else behind a label in ``head``, else in the dateline.

    A day with a label wins over one that stands by itself; the day of an update is not the published one.
    """
    marked = _marked("\n".join(line for line in above if not _NOT_OF_THE_STORY.search(line)))
    labelled = [
        ("updated" if label["updated"] else "published", day)
        for label in _LABEL.finditer(head)
        if (match := _DAY.match(head, label.end())) and (day := _day(match))
    ]
    placed = [("", day) for match in _DAY.finditer(dateline) if (day := _day(match))]
    in_order = [
        *(day for label, day in marked if label == "published"),
        *(day for label, day in marked if not label),
        *(day for label, day in labelled if label == "published"),
        *(day for _, day in placed),
    ]
    changed = [day for label, day in (*marked, *labelled) if label == "updated"]
    return PageDates(next(iter(in_order), None), next(iter(changed), None))


def _marked(lines: str) -> list[tuple[str, date]]:
    """The days in lines, each with its label: "published", "updated" or none."""
    found = []
    last = 0
    for match in _DAY.finditer(lines):
        day = _day(match)
        before = _BEFORE.search(lines, max(last, match.start() - 60), match.start())
        last = match.end()
        if before:
            label = "updated" if before["updated"] else "published"
        else:
            label = "updated" if _BEHIND.match(lines, last) else ""
        if day:
            found.append((label, day))
    return found


def _day(match: re.Match[str]) -> date | None:
    """None for a day that no calendar has, and for one that may be the other way about."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["mark"]:
            return _numbered(int(match["first"]), int(match["second"]), int(match["year3"]), match["mark"])
        if match["month4"]:
            return date(int(match["year4"]), int(match["month4"]), int(match["day4"]))
        name = match["month"] or match["month2"] or match["month5"]
        year = match["year"] or match["year2"] or match["year5"]
        day = match["day"] or match["day2"] or match["day5"]
        month = (not match["month"] and month_of(name)) or _MONTHS.index(name[:3].lower()) + 1
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _numbered(first: int, second: int, year: int, mark: str) -> date | None:
    """Day before month with full stops; with strokes only where one of them can't be a month."""
    if mark == "." or first > 12:
        return date(year, second, first)
    if second > 12 or first == second:
        return date(year, first, second)
    return None
