"""Two dates that are the ends of one interval: "between May 2016 and July 2017", "from Monday to Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from seedreader.analysis.dates import resolve_days
from seedreader.article import DateMention


class ResolvedDate(NamedTuple):
    """A date, how it was found, and whether its sentence looks ahead (None: it does not tell)."""

    mention: DateMention
    match: re.Match[str]
    ahead: bool | None


_TO = re.compile(r",?\s(?P<word>and|to|until|till|through)\s(?:the\s|on\s)?|\s?[-–—]\s?", re.I)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.I)
_FROM = re.compile(r"\bfrom\s(?:the\s)?$", re.I)
_MOVED = re.compile(
    r"\b(?:mov|postpon|reschedul|delay|push|shift|chang|brought|bring|put|switch|extend|correct|amend)\w*\b[^.;\n]{0,40}$",
    re.I,
)
_LOOK = 60
"""Characters before "from … to …" in which a verb says that a date was moved."""

_WEEK = timedelta(days=7)


def joined(text: str, found: Sequence[ResolvedDate]) -> list[ResolvedDate]:
    """``found`` with the ends of one interval made one date."""
    out: list[ResolvedDate] = []
    for one in found:
        whole = _interval(text, out[-1], one) if out else None
        if whole is None:
            out.append(one)
        else:
            out[-1] = ResolvedDate(whole, one.match, out[-1].ahead)
    return out


def _interval(text: str, a: ResolvedDate, b: ResolvedDate) -> DateMention | None:
    start, end = a.mention.start, b.mention.start
    join = _TO.fullmatch(text, a.mention.end, end)
    if join is None or not (_kind(a) and _kind(b)) or b.match["since"]:
        return None
    from_it = a.match["since"] is not None and a.match["since"].lower() == "from"
    before = text[max(0, start - 10) : start]
    word = (join["word"] or "").lower()
    if word == "and" and _BETWEEN.search(before) is None:
        return None
    if _MOVED.search(text, max(0, start - _LOOK), start) and (from_it or _FROM.search(before)):
        return None
    if a.match["since"] and not from_it:
        return None
    first, last = a.mention.first, b.mention.last
    if last is not None and _written(b) and not _written(a):
        # "from 3 March to 9 April 2021": one year is written for both
        first = resolve_days.resolve(a.match, last, ahead=False)[0]
    if first is not None and last is not None and first > last:
        if not (a.match["weekday"] and b.match["weekday"]):
            return None
        first, last = (first, last + _WEEK) if a.ahead or b.ahead else (first - _WEEK, last)
    if first is None or last is None:
        first = last = None
    return DateMention(start, b.mention.end, first, last)


def _kind(dated: ResolvedDate) -> bool:
    m = dated.match
    return any(m[g] for g in ("iso", "ny", "md_m", "dm_m", "my_m", "weekday", "month", "year", "third"))


def _written(dated: ResolvedDate) -> bool:
    m = dated.match
    return any(m[g] for g in ("iso", "ny", "md_y", "dm_y", "my_y", "year", "third_y"))
