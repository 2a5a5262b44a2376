from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import Article
from seedreader.ingest.load_files import load
from seedreader.story import Story
from seedreader.story.timeline import (
    LENGTHS,
    PUBLISHED,
    STATEMENT,
    TOLD,
    UNITS,
    TimelineEvent,
    grouped,
    timeline,
)

PAGE = """Bridge opens
12 May 2024

The new bridge over the Orla opened on Sunday, the mayor of Tarn said.
Building it began in March 2021 and cost 20 million euros.
Some 4,000 drivers have crossed the river here every day since 1998.
"""


def event(first: date | None, last: date | None, source: int = 0) -> TimelineEvent:
    return TimelineEvent(source, STATEMENT, 0, 1, first, last, (0, 0))


def test_what_is_dated_stands_in_order_of_time_with_the_words_of_its_date() -> None:
    article = Article(PAGE, "bridge", published=date(2024, 5, 12))
    found = timeline(Story([article]))
    told = [(e.kind, e.first, e.last, PAGE[e.words[0] : e.words[1]]) for e in found.events]
    assert told == [
        (STATEMENT, date(1998, 1, 1), None, "since 1998"),
        (STATEMENT, date(2021, 3, 1), date(2021, 3, 31), "March 2021"),
        (STATEMENT, date(2024, 5, 12), date(2024, 5, 12), "Sunday"),
        (PUBLISHED, date(2024, 5, 12), date(2024, 5, 12), "12 May 2024"),
    ]
    statement = found.events[1]
    assert PAGE[statement.start : statement.end].startswith("Building it began in March 2021")


def test_a_weekday_on_a_page_without_a_date_is_counted_but_has_no_place() -> None:
    found = timeline(Story([Article(PAGE, "bridge")]))
    assert [e.first for e in found.events] == [date(1998, 1, 1), date(2021, 3, 1)]
    assert found.unplaced == (1,)


def test_statements_of_several_sources_on_one_day_stand_beside_one_another() -> None:
    other = PAGE.replace("the mayor of Tarn said", "police in Tarn said")
    articles = [Article(text, "a", published=date(2024, 5, 12)) for text in (PAGE, other)]
    day = [e.source for e in timeline(Story(articles)).events if e.first == date(2024, 5, 12)]
    assert day == [0, 0, 1, 1]


def test_a_page_that_does_not_name_its_day_has_it_at_its_first_sentence() -> None:
    text = "The new bridge over the Orla opened on Sunday, the mayor of Tarn said."
    published = next(
        e
        for e in timeline(Story([Article(text, "a", published=date(2024, 5, 12))])).events
        if e.kind == PUBLISHED
    )
    assert (published.start, published.end, published.words) == (0, len(text), (0, 0))


def test_the_day_that_words_give_stands_beside_the_page_s() -> None:
    text = (
        "Tarn marks the 50th anniversary of the flood of 3 May 1974 today, with a walk along the river.\n"
        "The mayor of Tarn said that 300 people had come.\n"
    )
    found = timeline(Story([Article(text, "a", published=date(2026, 5, 3))]))
    (told,) = (e for e in found.events if e.kind == TOLD)
    assert (told.first, text[told.start : told.end]) == (
        date(2024, 5, 3),
        "50th anniversary of the flood of 3 May 1974 today",
    )


def test_groups_are_of_a_unit_and_what_is_longer_stands_alone() -> None:
    events = [
        event(date(2023, 1, 1), date(2023, 12, 31)),
        event(date(2025, 3, 20), date(2025, 3, 20)),
        event(date(2025, 3, 21), date(2025, 3, 21), 1),
        event(date(2025, 4, 2), date(2025, 4, 2)),
    ]
    months = grouped(events, "month")
    assert [(g.first, g.last, g.events, g.gap) for g in months] == [
        (date(2023, 1, 1), date(2023, 12, 31), (0,), False),
        (date(2025, 3, 1), date(2025, 3, 31), (1, 2), True),
        (date(2025, 4, 1), date(2025, 4, 30), (3,), False),
    ]
    assert [g.events for g in grouped(events, "year")] == [(0,), (1, 2, 3)]
    assert [g.events for g in grouped(events, "day")] == [(0,), (1,), (2,), (3,)]


def test_an_open_interval_is_a_group_of_its_own() -> None:
    events = [event(date(2005, 1, 1), None), event(date(2005, 1, 1), date(2005, 12, 31))]
    assert [(g.first, g.last) for g in grouped(events, "year")] == [
        (date(2005, 1, 1), None),
        (date(2005, 1, 1), date(2005, 12, 31)),
    ]


EDGES = st.one_of(st.none(), st.dates())


@given(st.lists(st.tuples(EDGES, EDGES), max_size=30), st.sampled_from(UNITS))
def test_each_event_is_in_one_group_and_groups_are_in_order(
    edges: list[tuple[date | None, date | None]], unit: str
) -> None:
    events = [
        event(min(a, b), max(a, b)) if a and b else event(a, b)
        for a, b in edges
        if a is not None or b is not None
    ]
    groups = grouped(events, unit)
    assert sorted(number for group in groups for number in group.events) == list(range(len(events)))
    starts = [group.first or group.last or date.max for group in groups]
    assert starts == sorted(starts)
    for group in groups:
        for number in group.events:
            first, last = events[number].first, events[number].last
            assert (group.first is None) == (first is None)
            assert group.first is None or first is None or group.first <= first
            assert group.last is None or last is None or last <= group.last
        if group.first and group.last and len({events[n][4:6] for n in group.events}) > 1:
            assert (group.last - group.first).days < LENGTHS[unit]


@settings(max_examples=60)
@given(st.lists(st.text(max_size=400), max_size=3), st.one_of(st.none(), st.dates()))
def test_any_text_has_a_timeline(texts: list[str], published: date | None) -> None:
    story = Story([Article(text, "a", published=published) for text in texts])
    found = timeline(story)
    assert len(found.judgements) == len(found.unplaced) == len(texts)
    assert [e.day for e in found.events] == sorted(e.day for e in found.events)
    for e in found.events:
        assert 0 <= e.start <= e.end <= len(texts[e.source])
        assert 0 <= e.words[0] <= e.words[1] <= len(texts[e.source])


def test_the_samples_have_every_dated_claim_and_page_date(seeds: list[Path]) -> None:
    story = Story(load(seeds).articles)
    found = timeline(story)
    dated = sum(len(claim.dates) for article in story.articles for claim in article.claims)
    placed = sum(e.kind == STATEMENT for e in found.events)
    assert placed + sum(found.unplaced) == dated
    for number, article in enumerate(story.articles):
        own = [e for e in found.events if e.source == number and e.kind == PUBLISHED]
        assert [e.first for e in own] == ([article.published] if article.published else [])


@pytest.mark.parametrize("unit", UNITS)
def test_the_end_of_all_days_has_a_place(unit: str) -> None:
    assert grouped([event(date.max, date.max), event(date.min, date.min)], unit)
