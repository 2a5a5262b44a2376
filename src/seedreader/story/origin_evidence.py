"""What the other sources say of a passage, a voice for each origin and fact, and where no match was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import NamedTuple

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Link, Range
from seedreader.story import Story
from seedreader.story.support import most_telling


class OriginEvidence(NamedTuple):
    """What one origin says of a fact in a passage: a link for each of its sources that do, the most telling
    one first, and these sources by index."""

    links: tuple[Link, ...]
    sources: tuple[int, ...]

    @property
    def link(self) -> Link:
        """The most telling link."""
        return self.links[0]


class UnmatchedSources(NamedTuple):
    """Sources, by index, in which no match of a passage was found, and whether they are one origin.

    ``partial`` are those of which only an excerpt or a cut text is here: that it holds no match says nothing.
    """

    sources: tuple[int, ...] = ()
    one_origin: bool = False
    partial: tuple[int, ...] = ()


def by_origin(story: Story, links: Iterable[Link], apart: bool = False) -> list[OriginEvidence]:
    """The links of a passage by origin and fact, the most telling voice first; ``apart``: one for each link,
    in the order given.

    Two links to one source are two voices. Links to sources of one origin share one where they compare the
    same words of the passage, or else where that leaves no source twice in it.
    """
    if apart:
        return [OriginEvidence((link,), (story.index_of(link.b.article),)) for link in links]
    origin = _origins(story)
    apiece = [[link] for link in sorted(links, key=most_telling)]
    of_facts = _folded(apiece, lambda link: (origin[story.index_of(link.b.article)], _compared(link)))
    groups = _folded(of_facts, lambda link: origin[story.index_of(link.b.article)])
    return [
        OriginEvidence(tuple(group), tuple(story.index_of(link.b.article) for link in group))
        for group in (sorted(each, key=most_telling) for each in groups)
    ]


def unmatched(story: Story, asked: int, heard: Iterable[OriginEvidence]) -> UnmatchedSources:
    """In which other sources no match of a passage of source ``asked`` was found."""
    own = {story.index_of(version) for version in story.versions_of(story.articles[asked])}
    matched = {asked, *own, *(source for voice in heard for source in voice.sources)}
    others = [i for i in range(len(story.articles)) if i not in matched]
    whole = tuple(i for i in others if not story.articles[i].partial)
    partial = tuple(i for i in others if story.articles[i].partial)
    origin = _origins(story)
    return UnmatchedSources(whole, len({origin[i] for i in whole}) == 1, partial)


def speaker(link: Link) -> str | None:
    """Whom the other source names as saying it."""
    article = link.b.article
    assert isinstance(article, AnalysedArticle)
    last = bisect_left(article.claims, link.b.end, key=lambda claim: claim.start)
    inside = (claim for claim in article.claims[:last] if claim.end > link.b.start)
    return next((claim.speaker.text for claim in inside if claim.speaker), None)


def _folded(groups: Iterable[list[Link]], alike: Callable[[Link], object]) -> list[list[Link]]:
    """Groups joined with the first one before them whose first links are alike, but for two of one source."""
    folded: list[list[Link]] = []
    for group in groups:
        articles = {link.b.article for link in group}
        key = alike(group[0])
        fitting = (
            each
            for each in folded
            if alike(each[0]) == key and articles.isdisjoint(link.b.article for link in each)
        )
        home = next(fitting, None)
        if home is None:
            folded.append(list(group))
        else:
            home += group
    return folded


def _compared(link: Link) -> Range | None:
    """The words of the passage that a link compares, where it names any."""
    mention = link.reason and link.reason.a
    return (mention.start, mention.end) if mention else None


def _origins(story: Story) -> dict[int, int]:
    """The number of each source's origin, by the source's index."""
    return {story.index_of(article): i for i, group in enumerate(story.origins) for article in group}
