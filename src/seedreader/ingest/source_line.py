"""The line that names an article's source: "Herald 20-06-2013 (p. 4)", "Le Monde, 14 mars 2006, p. 16"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from seedreader.ingest import written_day

_LETTERS, _OUTLET_WORDS, _REST_WORDS = 130, 8, 3
_NUMERIC = re.compile(r"(?<![\d.,])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)?\d\d)(?!\d)")
_PAGE = re.compile(
    r"[(\[]?\s*\b(?:p(?:age|ag(?:ina|\.)?|g)?|s(?:eite)?|blz|str)\b\.?:?\s*"
    r"[A-Z]?\d*(?:\s*[-–,/+]\s*\d+)*\s*[)\]]?",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:^|\s)(?:vom|von|from|of|du|van|d\.d\.|del|dal|on|am|den|le|il)\s*$|[\s,;:|/–—·•()\[\]-]+$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[!?]\Z|[^\W\d_]{3,}\.\Z")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?(?:uhr|uur|h|[ap]\.?m\.?))?", re.IGNORECASE)


class SourceLine(NamedTuple):
    """What the line tells; None for what it does not."""

    outlet: str | None
    day: date | None


def read(text: str, day_first: bool = True) -> SourceLine | None:
    """What a line tells, if it holds nothing but a source and a day or a page; else None.

    ``day_first`` is how days are read that have their month in figures and could be read both ways.
    """
    line = text.strip()
    if len(line) > _LETTERS or "\n" in line or _SENTENCE.search(line):
        return None
    day: date | None
    if numeric := _NUMERIC.search(line):
        day, start, stop = _numeric(numeric, day_first), *numeric.span()
    elif written := written_day.find(line):
        day, start, stop = written
    else:
        page = _PAGE.search(line)
        if page is None or not re.search(r"\d", page[0]) or page.start() < 2:
            return None
        day, start, stop = None, *page.span()
    before, after = _bare(line[:start]), _bare(line[stop:])
    outlet = before or after
    if (before and len(after.split()) > _REST_WORDS) or not _could_be_outlet(outlet):
        return None
    return SourceLine(outlet or None, day)


def is_day_first(lines: Iterable[str]) -> bool:
    """How days in figures are written in lines: the day first, unless one can be read the other way only."""
    return not any(int(match[3]) > 12 for line in lines for match in _NUMERIC.finditer(line))


def _bare(part: str) -> str:
    """A part of a line without pages, times, weekdays and the marks at its ends."""
    words = _TIME.sub(" ", _PAGE.sub(" ", part)).split()
    while words and _is_weekday(words[-1].strip(",.()")):
        words.pop()
    rest = " ".join(words)
    while (cut := _BESIDE.search(rest)) and cut[0]:
        rest = rest[: cut.start()]
    return rest.strip(" \"“”„«»',;:|/–—-·•()[]")


def _is_weekday(word: str) -> bool:
    return word.isalpha() and written_day.whole(f"{word} 1 January 2001") is not None


def _could_be_outlet(name: str) -> bool:
    return not name or (len(name.split()) <= _OUTLET_WORDS and name[0].isalnum())


def _numeric(match: re.Match[str], day_first: bool) -> date | None:
    a, b, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if year < 100 else 0
    try:
        return date(year, b, a) if (day_first and b <= 12) or a > 12 else date(year, a, b)
    except ValueError:
        return None
