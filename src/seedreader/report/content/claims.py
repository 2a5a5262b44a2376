"""Every claim of a story with all that the other sources say of it."""

from __future__ import annotations

from seedreader.article import RELATIONS, Link
from seedreader.report.content.quoting import Quoting
from seedreader.report.values import ClaimEntry, ClaimLink
from seedreader.story import Story


def every(story: Story, quoting: Quoting) -> tuple[ClaimEntry, ...]:
    """The claims in reading order; of each what stands against it first."""
    found = []
    for number, article in enumerate(story.articles):
        own = {number, *map(story.index_of, story.versions_of(article))}
        for claim in article.claims:
            links = story.evidence(article, claim.start, claim.end)
            ordered = sorted(links, key=lambda link: RELATIONS.index(link.relation))
            told = own | {story.index_of(link.b.article) for link in links}
            without = [i + 1 for i, other in enumerate(story.articles) if i not in told and not other.partial]
            found.append(
                ClaimEntry(
                    quoting.quote(number, claim.start, claim.end),
                    claim.kinds,
                    tuple(_link(link, story, quoting) for link in ordered),
                    tuple(without),
                )
            )
    return tuple(found)


def _link(link: Link, story: Story, quoting: Quoting) -> ClaimLink:
    quote = quoting.quote(story.index_of(link.b.article), link.b.start, link.b.end)
    return ClaimLink(link.relation, quote, link.why)
