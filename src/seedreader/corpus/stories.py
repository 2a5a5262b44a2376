"""Which articles tell of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

from seedreader.article import Article
from seedreader.corpus.article_vectors import vectors
from seedreader.corpus.constraints import NONE, Constraints
from seedreader.corpus.linkage import Group, linked
from seedreader.story import source_versions

GUESSED = "text"
"""Where a value of an article comes from that only its own words tell."""

AnyArticle = TypeVar("AnyArticle", bound=Article)


def find_stories(
    articles: Sequence[AnyArticle], constraints: Constraints = NONE
) -> tuple[tuple[AnyArticle, ...], ...]:
    """The articles by the event that they tell of: each in one story, in the order given.

    Stories are in the order of their first articles; the order of the articles changes nothing else. One
    that tells of an event of its own, or has no words, is a story by itself. Versions of one source are one story.
    ``constraints`` win over all that; where they contradict each other, what is together stays so.
    """
    order = sorted(range(len(articles)), key=lambda number: _rank(articles[number]))
    ranked = [articles[number] for number in order]
    stories = [sorted(order[place] for place in places) for places in _events(ranked, constraints)]
    return tuple(tuple(articles[number] for number in story) for story in sorted(stories))


def _rank(article: Article) -> tuple[str, ...]:
    """What an article is worked on by, so that the order in which articles are given does not count."""
    return article.text, *map(str, article.source or ()), article.title or "", str(article.day)


def _events(articles: Sequence[Article], constraints: Constraints) -> list[list[int]]:
    sides: defaultdict[int, set[int]] = defaultdict(set)
    numbers = _numbers(articles)
    for division, (first, second) in enumerate(constraints.apart, 1):
        for sign, sources in ((1, first), (-1, second)):
            for number in (n for source in sources for n in numbers.get(source, ())):
                sides[number].add(sign * division)
    groups = [
        Group(number, vector, _declared_day(article), sides[number])
        for number, (article, vector) in enumerate(zip(articles, vectors(articles), strict=True))
    ]
    home = list(range(len(groups)))
    said = [[n for source in each for n in numbers.get(source, ())] for each in constraints.together]
    versions = source_versions.group(articles)
    for members, told in (*((each, True) for each in said), *((each, False) for each in versions)):
        for one, two in pairwise(members):
            first, second = groups[home[one]], groups[home[two]]
            if first is not second and (told or not first.parted_from(second)):
                taken = second.members
                first.take(second, first.likeness(second))
                for member in taken:
                    home[member] = home[one]
    return [group.members for group in linked([groups[number] for number in sorted(set(home))])]


def _numbers(articles: Sequence[Article]) -> dict[tuple[str, str | None], list[int]]:
    """The places of each source's versions."""
    found: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        if article.source:
            found[article.source].append(number)
    return found


def _declared_day(article: Article) -> date | None:
    """The day of an article where it is not guessed from the text, which may tell of other days."""
    told_by = article.provenance
    if article.published and told_by.published != GUESSED:
        return article.published
    return article.updated if told_by.updated != GUESSED else None
