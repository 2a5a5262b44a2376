"""Which articles tell of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

from seedreader.article import Article, SourceId
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

    Stories are in the order of their first articles; the order of the articles changes nothing else. An
    article that tells of an event of its own, or has no words, is a story by itself; versions of one source
    are one story. ``constraints`` win over all that; where they contradict each other, what is together
    stays so.
    """
    order = sorted(range(len(articles)), key=lambda number: _rank(articles[number]))
    ranked = [articles[number] for number in order]
    stories = [sorted(order[place] for place in places) for places in _events(ranked, constraints)]
    return tuple(tuple(articles[number] for number in story) for story in sorted(stories))


def _rank(article: Article) -> tuple[str, ...]:
    """What an article is worked on by, so that the order in which articles are given does not count."""
    return article.text, *map(str, article.source or ()), article.title or "", str(article.day)


def _events(articles: Sequence[Article], constraints: Constraints) -> list[list[int]]:
    places = _places(articles)
    sides = _sides(places, constraints)
    groups = [
        Group(place, vector, _declared_day(article), sides.get(place, ()))
        for place, (article, vector) in enumerate(zip(articles, vectors(articles), strict=True))
    ]
    home = list(range(len(groups)))

    def join(members: Sequence[int], even_if_parted: bool) -> None:
        for one, two in pairwise(members):
            group, other = groups[home[one]], groups[home[two]]
            if group is not other and (even_if_parted or not group.parted_from(other)):
                for member in other.members:
                    home[member] = home[one]
                group.take(other, group.likeness(other))

    for said in constraints.together:
        join([place for source in sorted(said, key=str) for place in places.get(source, ())], True)
    for versions in source_versions.group(articles):
        join(versions, False)
    return [group.members for group in linked([groups[place] for place in sorted(set(home))])]


def _sides(places: Mapping[SourceId, Sequence[int]], constraints: Constraints) -> dict[int, set[int]]:
    """On which side of each division each article stands: the number of the division, or less than none."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for division, (one, two) in enumerate(constraints.apart, 1):
        for side, sources in ((division, one), (-division, two)):
            for source in sources:
                for place in places.get(source, ()):
                    found[place].add(side)
    return found


def _places(articles: Sequence[Article]) -> dict[SourceId, list[int]]:
    """Where each source's versions are."""
    found: defaultdict[SourceId, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        if article.source:
            found[article.source].append(place)
    return found


def _declared_day(article: Article) -> date | None:
    """The day of an article where it is not guessed from the text, which may tell of other days."""
    told_by = article.provenance
    if article.published and told_by.published != GUESSED:
        return article.published
    return article.updated if told_by.updated != GUESSED else None
