"""What the Timeline screen lists: the events of the story, with what the filter looks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from seedreader.article import Article
from seedreader.session import StoryPassage, filter_syntax
from seedreader.story.timeline import PUBLISHED, STATEMENT, TOLD, Timeline, TimelineEvent
from seedreader.text.fold_case import fold
from seedreader.text.format_dates import days
from seedreader.ui.screens import story_filter

NAMES = ("source", "year", "after", "before", "on", "kind")
"""What the filter takes beside words."""
SYNTAX = filter_syntax.syntax(NAMES)
KINDS = {STATEMENT: "statement", PUBLISHED: "page date", TOLD: "day told"}
"""Kinds of events as the screen names them."""
LONGEST = 2_000
"""Characters of a statement in which words are looked for."""


class TimelineEntry(NamedTuple):
    """An event with the name of its source, and all that the filter's words are looked for in, folded."""

    event: TimelineEvent
    name: str
    words: str

    @property
    def key(self) -> str:
        """What stays the same when the story is analysed again."""
        event = self.event
        return f"{event.source} {event.kind} {event.start} {event.words[0]} {event.first} {event.last}"


def moments(timeline: Timeline, articles: Sequence[Article]) -> list[TimelineEntry]:
    """Every event in order of time."""
    found = []
    for event in timeline.events:
        article = articles[event.source]
        name = fold(article.outlet or article.name)
        said = article.text[event.start : min(event.end, event.start + LONGEST)]
        about = f"{said}\n{days(event.first, event.last)}\n{KINDS[event.kind]}\n{name}"
        if event.kind != STATEMENT:
            about += f"\n{article.title or ''}"
        found.append(TimelineEntry(event, name, fold(" ".join(about.split()))))
    return found


def nearest(moments: Sequence[TimelineEntry], place: StoryPassage) -> str:
    """The key of the moment that lies in a passage, else of its source's page date, else none."""
    mine = [moment for moment in moments if moment.event.source == place.source]
    inside = (m for m in mine if m.event.start < place.end and place.start < m.event.end)
    own = (m for m in mine if m.event.kind == PUBLISHED)
    found = next(inside, None) or next(own, None) or next(iter(mine), None)
    return found.key if found else ""


def selected(moments: Sequence[TimelineEntry], text: str) -> list[TimelineEntry]:
    """The moments that a filter lets through: of several sources, years or kinds any will do."""
    wanted = filter_syntax.tokens(text, SYNTAX)
    if not wanted:
        return list(moments)
    by_name = {name: [token.value for token in wanted if token.name == name] for name in ("", *NAMES)}
    return [moment for moment in moments if _fits(moment, by_name)]


def _fits(moment: TimelineEntry, wanted: dict[str, list[str]]) -> bool:
    event = moment.event
    number = event.source + 1
    return (
        all(word in moment.words for word in wanted[""])
        and _any(wanted["source"], lambda value: story_filter.is_source(value, number, moment.name))
        and _any(wanted["kind"], lambda value: value in KINDS[event.kind])
        and _any([*wanted["year"], *wanted["on"]], lambda value: _during(event, value))
        and all(_since(event, value) for value in wanted["after"])
        and all(_until(event, value) for value in wanted["before"])
    )


def _any(values: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return not values or any(fits(value) for value in values)


def _during(event: TimelineEvent, value: str) -> bool:
    """Whether an event lies in a stretch of time, or about in it."""
    stretch = story_filter.stretch(value)
    if stretch is None:
        return False
    first, last = stretch
    return _first(event) <= last and first <= _last(event)


def _since(event: TimelineEvent, value: str) -> bool:
    stretch = story_filter.stretch(value)
    return stretch is None or _last(event) >= stretch[0]


def _until(event: TimelineEvent, value: str) -> bool:
    stretch = story_filter.stretch(value)
    return stretch is None or _first(event) < stretch[0]


def _first(event: TimelineEvent) -> date:
    return event.first or event.last or date.min


def _last(event: TimelineEvent) -> date:
    return event.last or event.first or date.max
