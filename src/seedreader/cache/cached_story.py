"""What is computed of a story: recalled from an earlier opening, or else worked out and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import fields
from itertools import chain

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Article, Correction
from seedreader.cache import stored_values
from seedreader.cache.analysis_cache import AnalysisCache
from seedreader.cache.engine_version import engine_version
from seedreader.story import Story, source_versions

NOT_ANALYSED = (
    "text", "path", "source", "retrieved", "provenance", "name", "readings", "no_readings", "uncorrected",
)  # fmt: skip
"""What the analysis does not ask for, so that an article moved or renamed is known again; its text counts
by its checksum, and what the reader says of readings by the versions that it makes.
"""


Told = Callable[[int, int], object]
"""Hears how much of how much is done; what it raises ends the work."""


def _unheard(_: int, __: int) -> None:
    """Where nobody asks how far the work is."""


def know_articles(story: Story, cache: AnalysisCache | None = None, told: Told = _unheard) -> None:
    """Have the sentences, boilerplate and claims of each article there."""
    articles = story.articles
    keys = (
        [_key("article", _given(each), each.suspects, each.corrections) for each in articles] if cache else []
    )
    kept = cache.get(keys) if cache else {}
    fresh: dict[str, bytes] = {}
    for number, article in enumerate(articles):
        told(number, len(articles))
        if cache is None:
            _ = article.sentences, article.boilerplate, article.claims
        elif not (keys[number] in kept and _recall_article(article, kept[keys[number]])):
            fresh[keys[number]] = stored_values.of_article(article)
    if cache is not None:
        cache.put(fresh)


def know_links(story: Story, cache: AnalysisCache | None = None, told: Told = _unheard) -> None:
    """Have the links and origins there."""
    if cache is None:
        story.compare(told)
        _ = story.origins
        return
    key = story_key(story.given, [article.corrections for article in story.articles])
    kept = cache.get([key])
    if not (key in kept and _recall_links(story, kept[key])):
        story.compare(told)
        number = {id(article): i for i, article in enumerate(story.articles)}
        origins = [[number[id(article)] for article in group] for group in story.origins]
        cache.put({key: stored_values.of_links(story.links, origins, number)})


def story_key(
    articles: Sequence[Article], corrections: Sequence[Sequence[Correction]], what: str = "links"
) -> str:
    """What is computed of articles together hangs on them and on which are versions of one source.

    ``corrections`` has those of each article; ``what`` tells apart what is kept of one story.
    """
    told = [tuple(each) for each in corrections]
    return _key(what, [_given(article) for article in articles], told, source_versions.group(articles))


def _given(article: Article) -> tuple[object, ...]:
    """What of an article its analysis hangs on."""
    text = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return (text, *(getattr(article, each.name) for each in fields(Article) if each.name not in NOT_ANALYSED))


def _key(*parts: object) -> str:
    return hashlib.sha256(repr((engine_version(), *parts)).encode("utf-8", "surrogatepass")).hexdigest()


def _recall_article(article: AnalysedArticle, data: bytes) -> bool:
    try:
        found = stored_values.to_article(data)
    except stored_values.UNREADABLE:
        return False
    article.recall(found._asdict())
    return True


def _recall_links(story: Story, data: bytes) -> bool:
    try:
        links, origins = stored_values.to_links(data, story.articles)
        if sorted(chain.from_iterable(origins)) != list(range(len(story.articles))):
            return False
    except stored_values.UNREADABLE:
        return False
    story.recall(links, tuple(tuple(story.articles[i] for i in group) for group in origins))
    return True
