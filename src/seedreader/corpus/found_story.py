"""What a list of stories shows of each, worked out when it is first asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from seedreader.analysis import origins, word_tokens
from seedreader.analysis.matching import Document
from seedreader.article import Article
from seedreader.corpus.constraints import NONE, Constraints
from seedreader.corpus.stories import find_stories
from seedreader.story import source_versions

LONGEST_NAME = 60
"""Characters of a story's name."""

FEWEST_LEFT_OUT = 2
"""Words at a title's beginning that stay in the name, shared or not: "At least 12 killed"."""

FEWEST_WORDS = 3
"""Words that most titles must share to be the story's name."""


class FoundStory:
    """The articles that tell of one event, in the order given; at least one."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)

    @cached_property
    def name(self) -> str:
        """What most of the titles say, in the words and the order of the title that says most of it.

        The title where there is only one or they share too little; the first article's name where there is
        none.
        """
        return _name([each.title for each in self.articles if each.title]) or self.articles[0].name

    @property
    def first(self) -> date | None:
        """The first day that an article is of; None where none tells."""
        return min(self._days, default=None)

    @property
    def last(self) -> date | None:
        """The last day that an article is of."""
        return max(self._days, default=None)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that are known, each once, in the order of the articles."""
        return tuple(dict.fromkeys(each.outlet for each in self.articles if each.outlet))

    @cached_property
    def source_count(self) -> int:
        """How many sources there are: versions of one count once."""
        return len(self.articles) - sum(len(versions) - 1 for versions in self._versions)

    @cached_property
    def origin_count(self) -> int:
        """How many texts the articles carry, as far as is known before they are analysed."""
        pairs = [(group[0], other) for group in self._versions for other in group[1:]]
        return len(origins.group([Document(each.text, ()) for each in self.articles], pairs))

    @cached_property
    def _versions(self) -> tuple[tuple[int, ...], ...]:
        return source_versions.group(self.articles)

    @cached_property
    def _days(self) -> list[date]:
        return [each.day for each in self.articles if each.day]


def found_stories(articles: Sequence[Article], constraints: Constraints = NONE) -> tuple[FoundStory, ...]:
    """The stories that `find_stories` finds, each with what a list shows of it."""
    return tuple(map(FoundStory, find_stories(articles, constraints)))


def _name(titles: Sequence[str]) -> str:
    """From the first to the last word that at least half of the titles share, in the title that has most."""
    stems = [set(word_tokens.tokens(title)) for title in titles]
    used = Counter(stem for each in stems for stem in each)
    shared = {stem for stem, n in used.items() if n > 1 and 2 * n >= len(titles)}
    words = max(titles, key=lambda title: _covered(title, shared), default="").split()
    kept = [n for n, word in enumerate(words) if shared.intersection(word_tokens.tokens(word))]
    if len(kept) >= FEWEST_WORDS:
        words = words[kept[0] if kept[0] > FEWEST_LEFT_OUT else 0 : kept[-1] + 1]
    name = _shortened(" ".join(words).strip(" ,;:–—-|"))
    return name[:1].upper() + name[1:]


def _covered(title: str, shared: set[str]) -> tuple[int, int]:
    """How many of the shared words a title has, and how few others."""
    stems = set(word_tokens.tokens(title))
    return len(stems & shared), -len(stems - shared)


def _shortened(name: str) -> str:
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-|") + "…"
