"""A folder read beside the keys: what is told, in which order, and what a second reading need not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from seedreader.article import Article, EventDecision
from seedreader.corpus import collection, summaries
from seedreader.corpus.collection import (
    ArticlesRead,
    Collection,
    Event,
    Finished,
    StoriesFound,
    StorySummarised,
)

FERRY = (
    "Ferry sinks off Port Alma\n\nTwelve people died when the ferry Santa Clara sank off Port Alma Monday, "
    "the coast guard said. The ferry carried 140 passengers, the operator Blue Line told reporters.\n",
    "Deaths as Santa Clara goes down\n\nThe ferry Santa Clara sank off Port Alma, and fourteen people died, "
    "according to the coast guard. About 140 passengers were aboard, Blue Line said.\n",
)
PIER = (
    "Council approves pier\n\nThe harbour council of Porto Sul approved the new pier on Tuesday. It costs "
    "4 million euros, mayor Ana Ruiz said.\n",
    "New pier for Porto Sul\n\nPorto Sul will get a new pier for 6 million euros, mayor Ana Ruiz said after "
    "the harbour council approved it on Tuesday.\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    for name, texts in (("ferry", FERRY), ("pier", PIER)):
        for number, text in enumerate(texts):
            (place / f"{name}_{number}.txt").write_text(text)
    return place


def told(wanted: Collection) -> list[Event]:
    """What a reading tells, all that is read in one piece, since batches go by time."""
    events: list[Event] = []
    collection.read(wanted, events.append)
    read = [event for event in events if isinstance(event, ArticlesRead)]
    rest: list[Event] = [event for event in events if not isinstance(event, ArticlesRead)]
    if not read:
        return rest
    articles = tuple(article for event in read for article in event.articles)
    problems = tuple(problem for event in read for problem in event.problems)
    return [ArticlesRead(articles, problems, read[-1].done, read[-1].of), *rest]


def of(folder: Path, cache: str = "") -> Collection:
    return Collection(paths=(str(folder),), cache_file=cache, cache_bytes=10_000_000)


def test_articles_come_first_then_the_stories_then_what_each_comes_to(folder: Path) -> None:
    events = told(of(folder))
    assert [type(event) for event in events] == [
        ArticlesRead, StoriesFound, StorySummarised, StorySummarised, Finished,
    ]  # fmt: skip
    read, found, *summarised, _ = events
    assert isinstance(read, ArticlesRead)
    assert (len(read.articles), read.done, read.of) == (4, 4, 4)
    assert isinstance(found, StoriesFound)
    assert found.stories == ((0, 1), (2, 3))
    for each in summarised:
        assert isinstance(each, StorySummarised)
        assert each.summary is not None
        assert (each.summary.sources, each.summary.origins) == (2, 2)


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    read = told(of(folder))[0]
    assert isinstance(read, ArticlesRead)
    assert len(read.articles) == 4
    assert [Path(problem.source).name for problem in read.problems] == ["bad.pdf"]


def test_a_second_reading_works_nothing_out(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = told(of(folder, str(tmp_path / "cache.sqlite")))

    def refuse(_: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(summaries, "summary", refuse)
    again = told(of(folder, str(tmp_path / "cache.sqlite")))
    assert [e for e in again if isinstance(e, StorySummarised)] == [
        e for e in first if isinstance(e, StorySummarised)
    ]


def test_a_story_that_breaks_the_analysis_is_told_and_the_others_are_compared(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = summaries.summarise

    def breaking(articles: tuple[Article, ...], **_: object) -> object:
        if "ferry" in articles[0].name:
            raise ZeroDivisionError("no such luck")
        return whole(articles)

    monkeypatch.setattr(summaries, "summarise", breaking)
    summarised = {e.number: e for e in told(of(folder)) if isinstance(e, StorySummarised)}
    assert summarised[0].summary is None
    assert summarised[0].failure == "ZeroDivisionError: no such luck"
    assert summarised[1].summary is not None


def test_the_readers_word_on_events_wins(folder: Path) -> None:
    articles = tuple(a for e in told(of(folder)) if isinstance(e, ArticlesRead) for a in e.articles)
    sources = [article.source for article in articles if article.source]
    decisions = (
        EventDecision("split", (sources[0],), (sources[1],)),
        EventDecision("merge", (sources[1],), (sources[2], sources[3])),
    )
    found = told(Collection(articles=articles, decisions=decisions))[0]
    assert isinstance(found, StoriesFound)
    assert found.stories == ((0,), (1, 2, 3))


def test_nothing_more_is_told_once_it_is_not_wanted(folder: Path) -> None:
    events: list[Event] = []
    collection.read(of(folder), events.append, lambda: not events)
    assert len(events) == 1
