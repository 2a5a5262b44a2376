"""What the Stories screen lists: a row for each story and, where it is unfolded, for each of its sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import NamedTuple

from seedreader.article import Article
from seedreader.corpus.found_story import FoundStory
from seedreader.corpus.summaries import StorySummary
from seedreader.session import filter_syntax
from seedreader.session.story_list import Key, StoryList, key_of
from seedreader.text.fold_case import fold
from seedreader.ui.screens import story_filter

NAMES = ("year", "is")
"""What the filter takes beside words."""
_SYNTAX = filter_syntax.syntax(NAMES)


class StoryEntry(NamedTuple):
    """A row: a story, or one ``article`` of it; ``number`` is its story's place in the whole list, from 1."""

    number: int
    story: FoundStory
    summary: StorySummary | None
    failure: str = ""
    article: Article | None = None
    unfolded: bool = False

    @property
    def articles(self) -> tuple[Article, ...]:
        """What is marked, moved or separated with this row."""
        return self.story.articles if self.article is None else (self.article,)

    @property
    def key(self) -> str:
        """What stays the same when the list is made anew."""
        return str(id(self.article)) if self.article is not None else f"story {key_of(self.story)}"


STATES: dict[str, Callable[[StoryEntry], bool]] = {
    "conflicting": lambda row: row.summary is not None and row.summary.conflicts > 0,
    "single": lambda row: len(row.story.articles) == 1,
    "several": lambda row: len(row.story.articles) > 1,
    "reprinted": lambda row: row.summary is not None and row.summary.origins < row.summary.sources,
    "failed": lambda row: bool(row.failure),
}
"""What ``is:`` takes."""
ORDERS: dict[str, Callable[[StoryEntry], tuple[object, ...]]] = {
    "order": lambda row: (row.number,),
    "date": lambda row: (row.story.first or date.max,),
    "size": lambda row: (-len(row.story.articles),),
    "conflicts": lambda row: (-row.summary.conflicts if row.summary else 1,),
}
"""What the list can be sorted by, and how; its own order decides between equals."""


def listed(stories: StoryList, order: str, unfolded: Collection[Key], wanted: str) -> list[StoryEntry]:
    """The rows of the stories that a filter lets through."""
    rows = [
        StoryEntry(
            number, story, stories.summary(story), stories.failure(story), None, key_of(story) in unfolded
        )
        for number, story in enumerate(stories.stories, 1)
    ]
    shown = sorted(_selected(rows, wanted), key=lambda row: (*ORDERS[order](row), row.number))
    found: list[StoryEntry] = []
    for row in shown:
        found.append(row)
        if row.unfolded:
            found += (row._replace(article=article, unfolded=False) for article in row.story.articles)
    return found


def _selected(rows: Sequence[StoryEntry], text: str) -> list[StoryEntry]:
    tokens = filter_syntax.tokens(text, _SYNTAX)
    if not tokens:
        return list(rows)
    words, years, states = ([token.value for token in tokens if token.name == name] for name in ("", *NAMES))
    return [
        row
        for row in rows
        if (not words or all(word in _words(row.story) for word in words))
        and (not years or any(_is_of(row.story, value) for value in years))
        and (not states or any(_is(row, value) for value in states))
    ]


def _words(story: FoundStory) -> str:
    about = [story.name]
    for article in story.articles:
        about += (article.outlet or "", article.title or "", article.name, article.path or "")
    return fold(" ".join(" ".join(about).split()))


def _is_of(story: FoundStory, value: str) -> bool:
    stretch = story_filter.stretch(value)
    days = (article.day for article in story.articles)
    return stretch is not None and any(day is not None and stretch[0] <= day <= stretch[1] for day in days)


def _is(row: StoryEntry, value: str) -> bool:
    return any(name.startswith(value) and state(row) for name, state in STATES.items())
