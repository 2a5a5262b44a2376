"""What is computed of a story: recalled from an earlier opening, or else worked out and kept."""

from __future__ import annotations

import hashlib
from itertools import chain

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Article
from seedreader.cache import stored_values
from seedreader.cache.analysis_cache import AnalysisCache
from seedreader.cache.engine_version import engine_version
from seedreader.story import Story, source_versions

NOT_ANALYSED = ("path", "source", "retrieved", "provenance", "name")
"""What of an article the analysis does not ask for, so that one moved or renamed is known again."""


def know_articles(story: Story, cache: AnalysisCache | None = None) -> None:
    """Have the sentences, boilerplate and claims of each article there."""
    if cache is None:
        for article in story.articles:
            _ = article.sentences, article.boilerplate, article.claims
        return
    keys = _article_keys(story)
    kept = cache.get(keys)
    fresh: dict[str, bytes] = {}
    for article, key in zip(story.articles, keys, strict=True):
        if not (key in kept and _recall_article(article, kept[key])):
            fresh[key] = stored_values.of_article(article)
    cache.put(fresh)


def know_links(story: Story, cache: AnalysisCache | None = None) -> None:
    """Have the links and origins there."""
    if cache is None:
        _ = story.links, story.origins
        return
    key = _story_key(story)
    kept = cache.get([key])
    if not (key in kept and _recall_links(story, kept[key])):
        number = {id(article): i for i, article in enumerate(story.articles)}
        origins = [[number[id(article)] for article in group] for group in story.origins]
        cache.put({key: stored_values.of_links(story.links, origins, number)})


def _article_keys(story: Story) -> list[str]:
    return [_article_key(article) for article in story.articles]


def _article_key(article: AnalysedArticle) -> str:
    """What one article's findings hang on."""
    given = [
        getattr(article, name) for name in Article.__dataclass_fields__ if name not in (*NOT_ANALYSED, "text")
    ]
    text = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return _key("article", text, given, article.suspects, article.corrections)


def _story_key(story: Story) -> str:
    """What the links of a story hang on: its articles, and which of them are versions of one source."""
    return _key("story", _article_keys(story), source_versions.group(story.articles))


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
