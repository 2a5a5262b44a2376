"""Temporary."""

from collections.abc import Sequence

from seedreader.article import Article, EventDecisions
from seedreader.corpus.found_story import FoundStory


def found_stories(articles: Sequence[Article], decisions: EventDecisions | None = None) -> list[FoundStory]:
    _ = decisions
    groups: dict[str, list[Article]] = {}
    for a in articles:
        groups.setdefault(a.name.split("_")[0], []).append(a)
    return [FoundStory(tuple(g)) for g in groups.values()]
