"""On which day an article's own words say that they were written, whatever its page says.

Anniversaries that are news ("as the town marks the 50th anniversary of the flood", of 3 May 1974) and
weekdays that name a day ("Tuesday, March 25") fit one year only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from seedreader.analysis import dates
from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import DateMention, Range
from seedreader.text.format_dates import days

LOOKED_AT = 200_000
"""Characters of an article that are read for its day."""
BACK = 15
"""Years before the page's date in which a weekday is looked for."""
NAMED = 4
"""Letters from which a word tells an event from others."""

_ANNIVERSARY = re.compile(
    r"\b(?P<years>\d{1,3})(?:st|nd|rd|th|[- ]years?)\s(?:\w{1,20}\s)?anniversary\s(?:of|since)\s"
    r"(?P<what>[^.;!?\n]{3,160})"
)
_ASIDE = re.compile(r"[,—–(]|\s(?:that|which|who|when|where|with|by|as|and|at|near)\s")
_HEAD = re.compile(
    r"(?:\w[\w'’-]*\s){0,4}?(?P<head>\w[\w'’-]*)(?=\s(?:of|in|on|at|for|to|from|signed|between)\s|$)"
)
_NEWS = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this\s(?:week|weekend|month)"
    r"|marks|celebrates|commemorates|observes|(?:is|are)\s(?:marking|celebrating|commemorating|observing))\b"
)
_ELSEWHEN = re.compile(
    r"\b(?:will|would|next|last|ago|earlier|later|upcoming|coming|ahead|before|until|plans?|planned|prepar\w{1,5}"
    r"|since\sthen)\b"
)
_WRITTEN_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_WEEKDAY = re.compile(
    r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?(?=[A-Z\d])[A-Za-z\d. ]{3,20}$"
)
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


class ImpliedDate(NamedTuple):
    """The days on which an article's words put themselves, the words that do, and how they do."""

    first: date
    last: date
    start: int
    end: int
    why: str


def implied_date(article: AnalysedArticle, around: date | None) -> ImpliedDate | None:
    """The day that an article's words give themselves; None where they give none, or not one.

    ``around`` is when the other sources were published: it chooses the year of a weekday in an article
    without a date, and is not needed for one with a date.
    """
    text = article.text[:LOOKED_AT]
    mentions = [m for m in dates.find_dates(text, article.day) if not _in_boilerplate(article, m.start)]
    found = _one_day(_anniversaries(article, text, mentions))
    return found or _weekdays(article, text, mentions, around)


def written_year(text: str) -> bool:
    """Whether the words of a date name its year."""
    return _WRITTEN_YEAR.search(text) is not None


def _one_day(found: Iterable[ImpliedDate]) -> ImpliedDate | None:
    """The first of those that agree on a year; None where they differ."""
    kept = list(found)
    return kept[0] if kept and len({(one.first.year, one.last.year) for one in kept}) == 1 else None


# -- anniversaries -----------------------------------------------------------------------------------


def _anniversaries(
    article: AnalysedArticle, text: str, mentions: Sequence[DateMention]
) -> Iterator[ImpliedDate]:
    """The days of anniversaries that are told as news, and whose first day the article names itself."""
    for match in _ANNIVERSARY.finditer(text):
        if _in_boilerplate(article, match.start()):
            continue
        sentence = _sentence(article, match.start())
        base = _base(text, match, mentions)
        if base is None or not _is_news(text, sentence, match, mentions):
            continue
        years = int(match["years"])
        first, last = _later(base.first, years), _later(base.last, years)
        if first and last:
            said = " ".join(text[match.start() : match.start("what")].split()[:2])
            why = f"the {said} of {days(base.first, base.last)}"
            yield ImpliedDate(
                first, last, match.start(), match.start("what") + _event_name_length(match["what"]), why
            )


def _is_news(text: str, sentence: Range, match: re.Match[str], mentions: Sequence[DateMention]) -> bool:
    """Whether a sentence tells of an anniversary that is now, not of one in another year."""
    said = text[slice(*sentence)]
    elsewhen = any(
        written_year(text[m.start : m.end])
        for m in mentions
        if sentence[0] <= m.start < match.start() or match.end() <= m.start < sentence[1]
    )
    return not elsewhen and _NEWS.search(said) is not None and _ELSEWHEN.search(said) is None


def _base(text: str, match: re.Match[str], mentions: Sequence[DateMention]) -> DateMention | None:
    """The day of the event: named with it, or once for all elsewhere in the article."""
    start = match.start("what")
    end = start + _event_name_length(match["what"])
    named = [m for m in mentions if start <= m.start < m.end <= end and _is_base(text, m)]
    if named:
        return named[0] if len(named) == 1 else None
    head = _HEAD.match(text[start:end])
    if head is None or len(head["head"]) < NAMED:
        return None
    word = re.escape(head["head"])
    before, after = (
        re.compile(rf"\b{word},?\s(?:(?:of|on|in|from|signed)\s){{0,2}}$"),
        re.compile(rf",?\s{word}\b"),
    )
    elsewhere = [
        m
        for m in mentions
        if _is_base(text, m)
        and (before.search(text, max(0, m.start - 60), m.start) or after.match(text, m.end))
    ]
    return elsewhere[0] if len({(m.first, m.last) for m in elsewhere}) == 1 else None


def _event_name_length(what: str) -> int:
    """How much of what follows "anniversary of" names the event itself."""
    aside = _ASIDE.search(what)
    while aside and aside[0] == "," and re.match(r"\s(?:1[5-9]|20)\d\d\b", what[aside.end() :]):
        aside = _ASIDE.search(what, aside.end() + 5)
    return aside.start() if aside else len(what)


def _is_base(text: str, mention: DateMention) -> bool:
    """Whether a date names one day, month or year for good."""
    first, last = mention.first, mention.last
    named = written_year(text[mention.start : mention.end])
    return named and first is not None and last is not None and first.year == last.year


def _later(when: date | None, years: int) -> date | None:
    if when is None or when.year + years > date.max.year:
        return None
    day = 28 if (when.month, when.day) == (2, 29) else when.day
    return when.replace(year=when.year + years, day=day)


# -- weekdays ----------------------------------------------------------------------------------------


def _weekdays(
    article: AnalysedArticle, text: str, mentions: Sequence[DateMention], around: date | None
) -> ImpliedDate | None:
    """The year in which the weekdays named with a day, and no year, were those days of the week.

    None where they are so in the page's own year, or do not agree.
    """
    found = [
        (match["weekday"], m)
        for m in mentions
        if (match := _WEEKDAY.match(text[m.start : m.end].removeprefix("since ").removeprefix("Since ")))
        and not written_year(text[m.start : m.end])
    ]
    near = article.day or around
    if near is None or not found:
        return None
    fitting = []
    for weekday, mention in found:
        month_day = _month_day(text[mention.start : mention.end])
        if month_day is None:
            return None
        fitting.append({y for y in range(near.year - BACK, near.year + 2) if _falls(weekday, y, *month_day)})
    years = set.intersection(*fitting)
    resolved = {m.first.year for _, m in found if m.first}
    if not years or (article.day and years & {near.year - 1, near.year, near.year + 1, *resolved}):
        return None
    _, mention = found[0]
    day = _month_day(text[mention.start : mention.end])
    assert day is not None
    whens = (date(year, *day) for year in years if article.day is None or year < near.year)
    when = min(whens, key=lambda one: abs((one - near).days), default=None)
    if when is None:
        return None
    words = " ".join(text[mention.start : mention.end].split())
    return ImpliedDate(when, when, mention.start, mention.end, f"“{words}”, which it was in {when.year}")


def _month_day(words: str) -> tuple[int, int] | None:
    """The month and day of a date without a year."""
    (mention, *_) = dates.find_dates(f"{words} 2000", None) or (None,)
    if mention is None or mention.first is None:
        return None
    return mention.first.month, mention.first.day


def _falls(weekday: str, year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).weekday() == _WEEKDAYS.index(weekday)
    except ValueError:
        return False


# -- places ------------------------------------------------------------------------------------------


def _in_boilerplate(article: AnalysedArticle, offset: int) -> bool:
    boilerplate = article.boilerplate
    before = bisect_right(boilerplate, offset, key=lambda span: span.start) - 1
    return before >= 0 and offset < boilerplate[before].end


def _sentence(article: AnalysedArticle, offset: int) -> Range:
    before = bisect_right(article.sentences, offset, key=lambda sentence: sentence[0]) - 1
    return article.sentences[max(0, before)] if article.sentences else (offset, offset)
