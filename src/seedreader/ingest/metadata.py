"""What an article's own text shows of its title, outlet, published date and dateline.

General rules of how pages and wire copy are laid out; nothing is guessed from a file's name. Only the first
and last lines are looked at, so that a long text costs no more than a short one.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

HEAD, TAIL = 3_000, 6_000
"""How many characters at the beginning and at the end are looked at."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = (
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?"
    rf"|{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.replace('month', 'month2')},?\s+(?P<year2>\d{{4}}))"
)
_STAMP = re.compile(
    rf"^[ \t]*(?:(?:date|(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?)\s*:?\s*|"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?=[^\n]{{6,40}}$)){_DATE}",
    re.IGNORECASE | re.MULTILINE,
)

_WORD = r"(?:(?:[A-Z]\.)+|[A-Z](?:[\w&'’-]|\.(?=\w))*)"
_NAME = re.compile(rf"(?:(?:The|An?) )?{_WORD}(?: (?:(?:of|the|and|for|de|&) )?{_WORD}){{0,5}}")
_THE = r"(?=The )"
_CUES = (
    (r"^[ \t]*(?:Source|Publication|Publisher|Outlet)\s*:\s*", r"[ \t]*$"),
    (r"\b(?:first|originally) (?:published|appeared) (?:by|in|on) ", ""),
    (r"\b[Aa] [Mm]essage [Ff]rom " + _THE, ":"),
    (r"\b(?:[Bb]y supporting|[Ss]ubscribe to|[Ss]upport) " + _THE, ","),
    (_THE, r" is (?:trusted|funded|supported|on the ground|a non-?profit|an? independent|free to read)\b"),
)
"""What stands before and after the name of the outlet, the surest first."""
_AGENCY_CUES = (
    (r"^[ \t]*By (?:The )?(?=Associated Press|Reuters|Agence France-Presse|AFP)", ""),
    (r"^[ \t]*Distributed by ", ""),
    (r"^[ \t]*(?:©|\([cC]\)|Copyright ©?)\s*(?:\d{4})?\s*", ""),
)
"""The same for whoever made or owns the text, where no outlet is named."""
_DATELINE = re.compile(
    r"^[ \t]*(?P<dateline>"
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.'’ ]{1,30}){0,2}(?: \((?:[A-Z][\w/ .&-]{1,30})\))?"
    r"|\((?:AP|AFP|CNN|Reuters|UPI|Xinhua)\))\s*(?:—|–|--?)\s+(?=[A-Z“\"‘'])",
    re.MULTILINE,
)
_TITLE_LABEL = re.compile(r"^[ \t]*(?:Title|Headline)\s*:\s*(?P<title>\S.{3,250})$", re.M)
_SITE_SUFFIX = re.compile(rf"\s+(?:\||-|–|—|»)\s*(?P<name>{_NAME.pattern})\s*$")


class Metadata(NamedTuple):
    """What was found; None for what the text does not show."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    dateline: str | None = None


def find(text: str) -> Metadata:
    """Look for title, outlet, published date and dateline in a canonical text."""
    head, tail = text[:HEAD], text[max(HEAD, len(text) - TAIL) :]
    dateline = _DATELINE.search(head)
    title, suffix = _title(head, dateline.start() if dateline else None)
    return Metadata(
        title=title,
        outlet=_named(_CUES, head, tail) or suffix or _named(_AGENCY_CUES, head, tail),
        published=_published(head),
        dateline=dateline["dateline"].strip() if dateline else None,
    )


def parse_day(value: str) -> date | None:
    """A day written as ``2025-03-21``, ``March 21, 2025`` or ``21 Mar 2025``; None for anything else."""
    match = re.fullmatch(_DATE, value.strip(), re.IGNORECASE)
    return _day(match) if match else None


def _published(head: str) -> date | None:
    return next((day for match in _STAMP.finditer(head) if (day := _day(match))), None)


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        month = (match["month"] or match["month2"])[:3].lower()
        year, day = match["year"] or match["year2"], match["day"] or match["day2"]
        return date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _named(cues: tuple[tuple[str, str], ...], *parts: str) -> str | None:
    """The name that stands between the first of these cues that is there."""
    for before, after in cues:
        follows = re.compile(after, re.MULTILINE)
        for part in parts:
            for cue in re.finditer(before, part, re.MULTILINE):
                name = _NAME.match(part, cue.end())
                if name and follows.match(part, name.end()):
                    return name[0].rstrip(" .,")
    return None


def _title(head: str, dateline: int | None) -> tuple[str | None, str | None]:
    """The headline, and the site's name where a page title carries it as a suffix."""
    if labelled := _TITLE_LABEL.search(head):
        return labelled["title"].strip(), None
    lines = [line.strip() for line in head.split("\n") if line.strip()][:8]
    for line in lines:
        for longer in lines:
            if line != longer and line in longer and _headline(line):
                suffix = _SITE_SUFFIX.search(longer.split(line, 1)[1])
                return line, suffix["name"] if suffix else None
    first = lines[0] if lines else ""
    if suffix := _SITE_SUFFIX.search(first):
        title = first[: suffix.start()]
        return (title, suffix["name"]) if _headline(title) else (None, None)
    alone = head.lstrip().startswith(first + "\n\n") or (
        dateline is not None and head.count("\n", head.find(first), dateline) == 1
    )
    return (first, None) if alone and _headline(first) else (None, None)


def _headline(line: str) -> bool:
    """Long enough to be a headline, too short and unpunctuated to be a paragraph, and not a date stamp."""
    return (
        3 <= len(line.split()) <= 40 and line[-1] not in ".:;" and not _STAMP.match(line) and len(line) <= 250
    )
