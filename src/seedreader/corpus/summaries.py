"""What a list tells of a story: how many links of each relation it has, and how many origins."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from seedreader.article import Article, Correction
from seedreader.cache.analysis_cache import AnalysisCache
from seedreader.cache.cached_story import know_articles, know_links, story_key
from seedreader.story import Story
from seedreader.story.support import matches


class StorySummary(NamedTuple):
    """``relations`` counts the links that count as matches, by relation."""

    sources: int
    origins: int
    claims: int
    relations: Mapping[str, int]

    @property
    def conflicts(self) -> int:
        """How many pairs of passages contradict each other."""
        return self.relations.get("conflict", 0)


def summary(story: Story) -> StorySummary:
    """What a story comes to."""
    counted = Counter(link.relation for link in story.links if matches(link))
    claims = sum(len(article.claims) for article in story.articles)
    return StorySummary(story.source_count, len(story.origins), claims, dict(counted))


def summarise(
    articles: Sequence[Article],
    corrections: Mapping[Article, Sequence[Correction]] | None = None,
    cache: AnalysisCache | None = None,
) -> StorySummary:
    """What these articles come to together; the analysis of which is kept, too."""
    kept = recalled([articles], corrections, cache)
    if kept[0] is not None:
        return kept[0]
    story = Story(articles, corrections)
    know_articles(story, cache)
    know_links(story, cache)
    found = summary(story)
    if cache is not None:
        cache.put({_key(articles, corrections): json.dumps(found).encode()})
    return found


def recalled(
    stories: Sequence[Sequence[Article]],
    corrections: Mapping[Article, Sequence[Correction]] | None = None,
    cache: AnalysisCache | None = None,
) -> list[StorySummary | None]:
    """What is kept of these stories; None for each that has to be worked out."""
    if cache is None:
        return [None] * len(stories)
    keys = [_key(articles, corrections) for articles in stories]
    kept = cache.get(keys)
    return [_read(kept[key]) if key in kept else None for key in keys]


def _key(articles: Sequence[Article], corrections: Mapping[Article, Sequence[Correction]] | None) -> str:
    said = corrections or {}
    return story_key(articles, [said.get(article, ()) for article in articles], "summary")


def _read(data: bytes) -> StorySummary | None:
    try:
        sources, origins, claims, relations = json.loads(data)
        return StorySummary(int(sources), int(origins), int(claims), dict(relations))
    except (ValueError, TypeError):
        return None
