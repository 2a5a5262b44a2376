"""Many articles read in the background: files to articles, articles to stories, each story to its summary.

What is told comes in this order: `ArticlesRead` as often as there is something to show, one `StoriesFound`,
then a `StorySummarised` for each story, and `Finished`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from seedreader.analysis.source_corrections import correct
from seedreader.article import Article, EventDecision, SourceCorrection
from seedreader.cache.analysis_cache import AnalysisCache
from seedreader.corpus import constraints, summaries, worker_pool
from seedreader.corpus.found_story import FoundStory, found_stories
from seedreader.corpus.summaries import StorySummary
from seedreader.ingest import load_files
from seedreader.ingest.errors import Problem
from seedreader.ingest.load_files import LoadResult

BATCH = 0.2
"""Seconds of reading after which what was read is told."""

ALONE_BELOW = 300_000
"""Characters of all that is to be worked out from which on other processes share the work."""

CHUNK = 60_000
"""Characters of the stories that a worker gets at once, about a second of its time."""


class Collection(NamedTuple):
    """What is to be read: ``articles`` that were read already, and ``paths`` of files and folders.

    ``decisions`` are what the reader said of which articles tell of one event, ``corrections`` what of their
    sources. ``cache_file`` is "" where nothing is kept.
    """

    paths: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    decisions: tuple[EventDecision, ...] = ()
    cache_file: str = ""
    cache_bytes: int = 0
    corrections: tuple[SourceCorrection, ...] = ()


class ArticlesRead(NamedTuple):
    """The next articles, in order, what was wrong with inputs, and how many of all files are done."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    done: int
    of: int


class StoriesFound(NamedTuple):
    """All stories, as the numbers of their articles."""

    stories: tuple[tuple[int, ...], ...]


class StorySummarised(NamedTuple):
    """What the story with this number comes to, or why that can't be told."""

    number: int
    summary: StorySummary | None
    failure: str = ""


class StoriesSummarised(NamedTuple):
    """What many stories come to, told at once where it is known of all."""

    summaries: tuple[StorySummarised, ...]


class Finished(NamedTuple):
    """Everything is done. ``told`` are sentences about the cache."""

    told: tuple[str, ...] = ()


Event = ArticlesRead | StoriesFound | StorySummarised | StoriesSummarised | Finished


def read(
    collection: Collection, tell: Callable[[Event], None], wanted: Callable[[], bool] = lambda: True
) -> None:
    """Read a collection, telling what is there as soon as it is; ends early once it is not ``wanted``."""
    articles = list(collection.articles)
    told: list[str] = []
    if collection.paths:
        batch = _Batch(tell, collection.corrections)
        for found, done, of in load_files.load_each(collection.paths):
            batch.hear(found, done, of)
            if not wanted():
                return
        batch.tell_rest()
        articles += batch.articles
    if not wanted():
        return
    stories = found_stories(articles, constraints.told(collection.decisions))
    number = {id(article): i for i, article in enumerate(articles)}
    tell(StoriesFound(tuple(tuple(number[id(a)] for a in story.articles) for story in stories)))
    cache = None
    if collection.cache_file:
        cache = AnalysisCache(Path(collection.cache_file), collection.cache_bytes, told.append)
    for each in _summarised(stories, collection, cache, wanted):
        tell(each)
    tell(Finished(tuple(told)))


class _Batch:
    """Collects what is read and tells it now and then."""

    def __init__(self, tell: Callable[[Event], None], corrections: Sequence[SourceCorrection]) -> None:
        self._tell, self._corrections = tell, corrections
        self.articles: list[Article] = []
        self._told_articles = 0
        self._problems: list[Problem] = []
        self._last, self._done, self._of = monotonic(), 0, 0

    def hear(self, found: LoadResult, done: int, of: int) -> None:
        """One more file is read."""
        self.articles += (correct(article, self._corrections) for article in found.articles)
        self._problems += found.problems
        self._done, self._of = done, of
        if monotonic() - self._last >= BATCH:
            self.tell_rest()

    def tell_rest(self) -> None:
        """Tell what was not told yet."""
        new = tuple(self.articles[self._told_articles :])
        self._tell(ArticlesRead(new, tuple(self._problems), self._done, self._of))
        self._told_articles, self._problems, self._last = len(self.articles), [], monotonic()


def _summarised(
    stories: Sequence[FoundStory],
    collection: Collection,
    cache: AnalysisCache | None,
    wanted: Callable[[], bool],
) -> Iterator[StorySummarised]:
    waiting: list[tuple[int, tuple[Article, ...]]] = []
    kept = summaries.recalled([story.articles for story in stories], cache=cache)
    for number, (story, known) in enumerate(zip(stories, kept, strict=True)):
        if known is None:
            waiting.append((number, tuple(story.articles)))
        else:
            yield StorySummarised(number, known)
    size = sum(len(article.text) for _, articles in waiting for article in articles)
    workers = worker_pool.workers()
    alone = size < ALONE_BELOW or workers == 1
    work = partial(summarise_apart, cache_file=collection.cache_file, cache_bytes=collection.cache_bytes)
    make = worker_pool.no_processes if alone else partial(worker_pool.processes, workers)
    for outcome in worker_pool.mapped(work, list(_chunks(waiting)), make, wanted):
        yield StorySummarised(outcome.number, outcome.value, outcome.failure)


def _chunks(
    waiting: Sequence[tuple[int, tuple[Article, ...]]],
) -> Iterator[list[tuple[int, tuple[Article, ...]]]]:
    """Stories that a worker gets together, in their order."""
    chunk: list[tuple[int, tuple[Article, ...]]] = []
    size = 0
    for number, articles in waiting:
        chunk.append((number, articles))
        size += sum(len(article.text) for article in articles)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def summarise_apart(articles: tuple[Article, ...], cache_file: str, cache_bytes: int) -> StorySummary:
    """What a story comes to, worked out in a process of its own, which keeps the analysis in the cache."""
    cache = AnalysisCache(Path(cache_file), cache_bytes) if cache_file else None
    try:
        return summaries.summarise(articles, cache=cache)
    finally:
        if cache is not None:
            cache.close()
