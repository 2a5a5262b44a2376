"""What the sources of a story date, on one timeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from seedreader.analysis import dates
from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Range
from seedreader.story import Story
from seedreader.story.page_dates import PageDateCheck, judge

UNITS = ("year", "month", "day")
"""How finely time can be divided, the coarsest first."""
LENGTHS = {"year": 366, "month": 31, "day": 1}
"""The most days that a unit has."""
HEAD = 3_000
"""Characters from the beginning in which the words of the page's own date are looked for."""
STATEMENT, PUBLISHED, TOLD = "statement", "published", "told"
"""Kinds of events: a dated statement, the page's own date, and the day that its words give (see `judge`)."""


class TimelineEvent(NamedTuple):
    """Something on the timeline: ``first``…``last``, days included, one of them None where it is open.

    ``start``, ``end`` are the passage that says it in source number ``source`` (from 0), ``words`` where
    the date stands, empty where it stands nowhere.
    """

    source: int
    kind: str
    start: int
    end: int
    first: date | None
    last: date | None
    words: Range

    @property
    def day(self) -> date:
        """Where it stands in the order of time."""
        return self.first or self.last or date.max


class EventGroup(NamedTuple):
    """The events of one stretch of time: a unit, or what is longer than a unit by itself.

    ``events`` are their numbers. ``gap`` is whether time in which nothing falls lies before it.
    """

    first: date | None
    last: date | None
    events: tuple[int, ...]
    gap: bool


class Timeline(NamedTuple):
    """Every event in order of time, the judgement on each source, and what could not be placed.

    ``unplaced`` counts, for each source, the dated statements whose day its page does not tell.
    """

    events: tuple[TimelineEvent, ...]
    judgements: tuple[PageDateCheck, ...]
    unplaced: tuple[int, ...]


def timeline(story: Story) -> Timeline:
    """Everything that the sources date, in order of time."""
    judgements = judge(story)
    events: list[TimelineEvent] = []
    unplaced = []
    for source, (article, judgement) in enumerate(zip(story.articles, judgements, strict=True)):
        mentions = [(claim, mention) for claim in article.claims for mention in claim.dates]
        placed = [(claim, m) for claim, m in mentions if m.first or m.last]
        unplaced.append(len(mentions) - len(placed))
        events += (
            TimelineEvent(source, STATEMENT, claim.start, claim.end, m.first, m.last, (m.start, m.end))
            for claim, m in placed
        )
        if article.published is not None:
            words = _words_of_the_page(article, article.published)
            place = words if words[0] < words[1] else _beginning(article)
            events.append(
                TimelineEvent(source, PUBLISHED, *place, article.published, article.published, words)
            )
        if (told := judgement.told) is not None:
            words = told.start, told.end
            events.append(TimelineEvent(source, TOLD, *words, told.first, told.last, words))
    return Timeline(tuple(sorted(events, key=_order)), judgements, tuple(unplaced))


def grouped(events: Sequence[TimelineEvent], unit: str) -> tuple[EventGroup, ...]:
    """Events in order of time, those of one ``unit`` (one of `UNITS`) together, in order of time.

    What is longer than the unit, or open, is a group of its own for each interval.
    """
    found: dict[tuple[date | None, date | None], list[int]] = {}
    for number, event in enumerate(events):
        found.setdefault(_stretch(event, unit), []).append(number)
    groups: list[EventGroup] = []
    reached: date | None = None
    for (first, last), numbers in sorted(found.items(), key=lambda item: _place(*item[0])):
        begins = first or last
        gap = begins is not None and reached is not None and (begins - reached).days > LENGTHS[unit]
        groups.append(EventGroup(first, last, tuple(numbers), gap))
        if begins is not None:
            known = last if first and last and (last - first).days < LENGTHS["year"] else begins
            reached = max(reached or begins, known or begins)
    return tuple(groups)


def _stretch(event: TimelineEvent, unit: str) -> tuple[date | None, date | None]:
    first, last = event.first, event.last
    if first is None or last is None:
        return first, last
    start = _unit(first, unit)
    return start if start == _unit(last, unit) else (first, last)


def _unit(when: date, unit: str) -> tuple[date, date]:
    """The first and last day of the unit that a day lies in."""
    if unit == "day":
        return when, when
    if unit == "year":
        return when.replace(month=1, day=1), when.replace(month=12, day=31)
    last = (
        (when.replace(day=28) + timedelta(days=4)).replace(day=1) if when < date.max.replace(day=1) else None
    )
    return when.replace(day=1), last - timedelta(days=1) if last else date.max


def _order(event: TimelineEvent) -> tuple[date, int, int, int, int]:
    kind = (STATEMENT, PUBLISHED, TOLD).index(event.kind)
    return (*_place(event.first, event.last), event.source, kind, event.start)


def _place(first: date | None, last: date | None) -> tuple[date, int]:
    """The order of intervals: by beginning, the longer first; an open one before those that end."""
    if first and last:
        return first, -(last - first).days
    return first or last or date.max, -date.max.toordinal()


def _words_of_the_page(article: AnalysedArticle, published: date) -> Range:
    """Where a page names the day of its publication, empty where it does not near its beginning."""
    for mention in dates.find_dates(article.text[:HEAD], published):
        if mention.first == mention.last == published and any(
            span.start <= mention.start < span.end for span in article.boilerplate
        ):
            return mention.start, mention.end
    return 0, 0


def _beginning(article: AnalysedArticle) -> Range:
    """The first sentence outside of boilerplate, or the first one."""
    boilerplate = article.boilerplate
    for sentence in article.sentences:
        before = bisect_right(boilerplate, sentence[0], key=lambda span: span.start) - 1
        if before < 0 or boilerplate[before].end <= sentence[0]:
            return sentence
    return article.sentences[0] if article.sentences else (0, 0)
