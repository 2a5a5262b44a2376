"""What a quotation calls "today": the day on which it was said, which may be long before the article's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from seedreader.analysis.dates import resolve_days
from seedreader.analysis.dates.intervals import ResolvedDate
from seedreader.article import DateMention

_QUOTED = re.compile(r"“[^“”\n]{1,800}”|\"[^\"\n]{1,800}\"")
_OVER = re.compile(r"[.!?;]\s")
_BEFORE, _AFTER = 140, 70
"""Characters before and after a quotation in which the day is told on which it was said."""

_LONGEST = 200
"""Characters of the wording of a date at most."""

_RECENT = timedelta(days=6)
"""How long before the article the day of a quotation may lie and still be told by the article's own days."""

_HANGING = ("rel", "weekday", "week", "period", "weekend", "ago", "run_unit", "within", "third_period")
_SAID = re.compile(
    r"\b(?:said|told|wrote|writ(?:es?|ing|ten)|tweeted|posted|testified|declared|announced|message[ds]?|emails?|letters?"
    r"|notes?|diary|posts?|tweets?|texts?|memos?|interviews?|speech|statement|asked|added|recalled|promised|dated)\b",
    re.I,
)


def seen_from_their_day(
    text: str, found: Sequence[ResolvedDate], published: date | None, start: int, stop: int
) -> tuple[DateMention, ...]:
    """Dates in which an old quotation is seen from its day, or left open where only its month is told."""
    if published is None or not any(_hangs(d) for d in found):
        return tuple(d.mention for d in found)
    quotes = [m.span() for m in _QUOTED.finditer(text, start, stop)]
    out: list[DateMention] = []
    for one in found:
        around = _around(quotes, one.mention.start) if _hangs(one) else None
        day = _day_of(text, found, around, published) if around else None
        out.append(one.mention if day is None else _moved(one, day))
    return tuple(out)


def _around(quotes: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The quotation that a place lies in."""
    before = bisect_left(quotes, at, key=lambda quote: quote[0]) - 1
    return quotes[before] if before >= 0 and at < quotes[before][1] else None


def _hangs(dated: ResolvedDate) -> bool:
    return any(dated.match[group] for group in _HANGING)


def _day_of(
    text: str, found: Sequence[ResolvedDate], around: tuple[int, int], published: date
) -> DateMention | None:
    """The date that tells when a quotation was said, where that is long ago: the nearest in its sentence."""
    start, end = around
    first = bisect_left(found, start - _BEFORE - _LONGEST, key=lambda d: d.mention.start)
    last = bisect_right(found, end + _AFTER, key=lambda d: d.mention.start)
    near = [
        d.mention
        for d in found[first:last]
        if (start - _BEFORE <= d.mention.end <= start and not _OVER.search(text, d.mention.end, start))
        or (end <= d.mention.start <= end + _AFTER and not _OVER.search(text, end, d.mention.start))
    ]
    if not near:
        return None
    nearest = min(near, key=lambda d: min(abs(start - d.end), abs(d.start - end)))
    if nearest.last is None or nearest.last >= published - _RECENT:
        return None
    said = text[max(0, start - _BEFORE) : start] if nearest.end <= start else text[end : nearest.start]
    return nearest if _SAID.search(said) else None


def _moved(one: ResolvedDate, day: DateMention) -> DateMention:
    if day.first is None or day.first != day.last:
        return one.mention._replace(first=None, last=None)
    first, last = resolve_days.resolve(one.match, day.first, ahead=one.ahead)
    return one.mention._replace(first=first, last=last)
