"""Which articles tell of one event."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seedreader
from seedreader.article import Article, Provenance, SourceId
from seedreader.corpus import Constraints, find_stories, merge, split
from tests.benchmarks.invented_events import invented
from tests.conftest import SEEDS
from tests.corpus.alike_events import EVENTS, IN_GERMAN

STORIES = Path(__file__).parents[1] / "benchmarks/truth/stories"


LAKE = (
    "Runners of 31 countries were in the Lake Marathon in Sund. The winner was Abel Tesfa: 2:08:14.",
    "Ken Sato ran through rain to win in 2:07:02. About 40,000 people lined the way at the Lake Marathon.",
)
"""A yearly event, in two years."""


def articles_of(*events: str) -> list[Article]:
    """The articles of these events, or of all; each is a source of its own, named after its event."""
    return [
        Article(
            text,
            event,
            source=SourceId(f"file:///{event}/{number}"),
            language="en",
            title=text.split("\n")[0],
        )
        for event in events or EVENTS
        for number, text in enumerate(EVENTS[event])
    ]


def names(stories: Sequence[Sequence[Article]]) -> list[list[str]]:
    return [[article.name for article in story] for story in stories]


def as_sets(stories: Sequence[Sequence[Article]]) -> set[frozenset[SourceId | None]]:
    return {frozenset(article.source for article in story) for story in stories}


def test_alike_events_are_told_apart() -> None:
    expected = [[event] * len(told) for event, told in EVENTS.items()]
    assert names(find_stories(articles_of())) == expected


@pytest.mark.parametrize("event", EVENTS)
def test_one_event_alone_is_one_story(event: str) -> None:
    assert len(find_stories(articles_of(event))) == 1


@pytest.mark.parametrize("field", ["quake", "trial", "election", "match"])
def test_two_alike_events_alone_are_two_stories(field: str) -> None:
    events = [event for event in EVENTS if event.startswith(field)]
    assert names(find_stories(articles_of(*events))) == [[event] * len(EVENTS[event]) for event in events]


def test_the_samples_are_one_story() -> None:
    samples = [seedreader.read(path) for path in sorted(SEEDS.glob("*.txt"))]
    assert seedreader.find_stories(samples) == (tuple(samples),)


def test_the_invented_stories_are_told_apart_when_read_together() -> None:
    folders = [folder for folder in sorted(STORIES.iterdir()) if list(folder.glob("*.txt"))]
    told = {folder: [seedreader.read(path) for path in sorted(folder.glob("*.txt"))] for folder in folders}
    every = [article for articles in told.values() for article in articles]
    assert seedreader.find_stories(every) == tuple(map(tuple, told.values()))


def test_articles_of_one_language_are_not_one_story_for_that() -> None:
    german = [Article(text, text[:8], language="de") for text in IN_GERMAN]
    english = articles_of("quake in Sorvana")
    assert list(map(len, find_stories([*english, *german]))) == [3, 1, 1, 1]


def test_a_stray_and_an_empty_article_are_stories_by_themselves() -> None:
    stray = Article("The museum of clocks in Rund shows a collection of sundials until May.", "stray")
    empty = Article("", "empty")
    found = find_stories([empty, *articles_of("trial of Vance"), stray, replace(empty)])
    assert list(map(len, found)) == [1, 2, 1, 1]


def test_nothing_is_in_no_story() -> None:
    assert find_stories([]) == ()


def test_an_outlets_appeal_makes_no_story() -> None:
    appeal = (
        "\nThe Lantern is read by people in more than 40 countries. Support our reporters with a gift of any "
        "size today. Journalism that is free for everyone needs those who can pay for it. Subscribe to our "
        "newsletter and get the stories of the week."
    )
    told = [replace(article, text=article.text + appeal) for article in articles_of()]
    assert names(find_stories(told)) == names(find_stories(articles_of()))


def test_what_the_format_puts_beside_an_article_does_not_count() -> None:
    from seedreader.article import Structure

    menu = "World Politics Moreno Kestrel Bay mayor Odell election Sunday percent tram harbour 54.2\n" * 3
    stray = replace(articles_of("match in Galden")[0], text=menu + EVENTS["match in Galden"][0])
    beside = replace(stray, structure=(Structure(0, len(menu), "navigation"),))
    others = articles_of("election in Kestrel Bay")
    assert list(map(len, find_stories([*others, beside]))) == [2, 1]


def test_reports_far_apart_in_time_tell_of_two_events() -> None:
    """A yearly event is told in much the same words each year."""
    told_by = Provenance(published="given")

    def found(*days: date) -> int:
        return len(
            find_stories(
                [
                    Article(text, "run", published=day, provenance=told_by, language="en")
                    for text, day in zip(LAKE, days, strict=True)
                ]
            )
        )

    assert found(date(2021, 5, 9), date(2021, 5, 10)) == 1
    assert found(date(2021, 5, 9), date(2023, 5, 7)) == 2


def test_a_day_that_is_guessed_from_the_text_parts_no_story() -> None:
    told = articles_of("match in Galden")
    years = (date(1999, 1, 1), date(2025, 1, 1))
    for told_by, stories in (("text", 1), ("json-ld", 2)):
        dated = [
            replace(article, text=text, published=day, provenance=Provenance(published=told_by))
            for article, day, text in zip(told, years, LAKE, strict=True)
        ]
        assert len(find_stories(dated)) == stories


def test_versions_of_one_source_are_one_story_however_they_differ() -> None:
    first, second = articles_of("match in Galden")[0], articles_of("trial of Vance")[0]
    assert len(find_stories([first, second])) == 2
    assert len(find_stories([first, replace(second, source=first.source)])) == 1


def test_many_invented_events_are_found() -> None:
    told = invented(200)
    event = {id(article): number for article, number in zip(told.articles, told.events, strict=True)}
    found = find_stories(told.articles)
    assert sum(len({event[id(article)] for article in story}) == 1 for story in found) > 0.98 * len(found)
    assert abs(len(found) - len(set(told.events))) <= 2


def test_the_order_given_changes_only_the_order() -> None:
    articles = articles_of()
    expected = as_sets(find_stories(articles))
    for seed in range(5):
        mixed = random.Random(seed).sample(articles, len(articles))
        found = find_stories(mixed)
        assert as_sets(found) == expected
        places = [[mixed.index(article) for article in story] for story in found]
        assert places == sorted(places) and all(each == sorted(each) for each in places)


TEXTS = st.lists(
    st.sampled_from([text for told in EVENTS.values() for text in told] + ["", "?", "7"]), max_size=12
)


@given(TEXTS, st.data())
def test_each_article_is_in_one_story_and_the_readers_word_holds(
    texts: list[str], data: st.DataObject
) -> None:
    articles = [
        Article(text, "a", source=SourceId("file:///f", str(number))) for number, text in enumerate(texts)
    ]
    sources = [article.source for article in articles if article.source]
    some = st.sets(st.sampled_from(sources), min_size=1, max_size=4) if sources else st.just(set())
    together, part, rest = data.draw(some), data.draw(some), data.draw(some)
    said = split(merge(Constraints(), together), part, rest - part)
    found = find_stories(articles, said)
    assert sorted(id(article) for story in found for article in story) == sorted(map(id, articles))
    home = {article.source: number for number, story in enumerate(found) for article in story}
    for group in said.together:
        assert len({home[source] for source in group}) == 1
    for one, two in said.apart:
        assert not {home[source] for source in one} & {home[source] for source in two}


def test_the_front_door_takes_the_readers_word() -> None:
    articles = [
        seedreader.read_text(text, name=event)
        for event in ("trial of Vance", "match in Galden")
        for text in EVENTS[event]
    ]
    assert len(seedreader.find_stories(articles)) == 2
    sourced = articles_of("trial of Vance", "match in Galden")
    one = merge(Constraints(), [article.source for article in sourced if article.source])
    assert len(find_stories(sourced, one)) == 1
