"""What the other sources say of a passage: one voice for each origin, and who is silent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from seedreader.analysis.analysed import AnalysedArticle
from seedreader.article import RELATIONS, Link
from seedreader.story import Story


class Voice(NamedTuple):
    """What one origin says of a passage: its links, the most telling first, and their sources by index."""

    links: tuple[Link, ...]
    sources: tuple[int, ...]

    @property
    def link(self) -> Link:
        """The most telling link."""
        return self.links[0]


class Silent(NamedTuple):
    """Sources, by index, that say nothing of a passage, and whether they are one origin."""

    sources: tuple[int, ...] = ()
    one_origin: bool = False


def voices(story: Story, links: Iterable[Link], apart: bool = False) -> list[Voice]:
    """The links of a passage by origin, the most telling voice first; ``apart``: one for each source, in the
    order given."""
    index = {id(article): i for i, article in enumerate(story.articles)}
    if apart:
        return [Voice((link,), (index[id(link.b.article)],)) for link in links]
    origin = _origins(story)
    groups: dict[int, list[Link]] = {}
    for link in sorted(links, key=_most_telling):
        groups.setdefault(origin[id(link.b.article)], []).append(link)
    return [
        Voice(tuple(group), tuple(index[id(link.b.article)] for link in group)) for group in groups.values()
    ]


def silent(story: Story, asked: int, heard: Iterable[Voice]) -> Silent:
    """Which other sources say nothing of a passage of source ``asked``."""
    speaking = {asked, *(source for voice in heard for source in voice.sources)}
    quiet = tuple(i for i in range(len(story.articles)) if i not in speaking)
    if not quiet:
        return Silent()
    origin = _origins(story)
    return Silent(quiet, len({origin[id(story.articles[i])] for i in quiet}) == 1)


def speaker(link: Link) -> str | None:
    """Whom the other source names as saying it."""
    article = link.b.article
    assert isinstance(article, AnalysedArticle)
    last = bisect_left(article.claims, link.b.end, key=lambda claim: claim.start)
    inside = (claim for claim in article.claims[:last] if claim.end > link.b.start)
    return next((claim.speaker.text for claim in inside if claim.speaker), None)


def _origins(story: Story) -> dict[int, int]:
    """The number of each article's origin, by the article's id."""
    return {id(article): i for i, group in enumerate(story.origins) for article in group}


def _most_telling(link: Link) -> tuple[int, float]:
    return RELATIONS.index(link.relation), -link.score
