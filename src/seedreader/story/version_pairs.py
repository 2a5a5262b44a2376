"""Which source of a story to lay beside another as a version of the same text, and what to lay there."""

from __future__ import annotations

from collections import Counter

from seedreader.analysis.differences.text_diff import DiffText
from seedreader.story import Story


def nearest(story: Story, number: int) -> tuple[int, ...]:
    """The other sources, by their index: those of one origin first, then by how many passages are copies.

    Those with as many copies come in the order of links of any relation, then in the story's.
    """
    article = story.articles[number]
    origin = next(group for group in story.origins if any(each is article for each in group))
    kin = set(map(story.index_of, origin))
    copies: Counter[int] = Counter()
    links: Counter[int] = Counter()
    for link in story.links:
        other = link.b if link.a.article is article else link.a if link.b.article is article else None
        if other is not None:
            index = story.index_of(other.article)
            links[index] += 1
            copies[index] += link.relation == "copy"

    def distance(index: int) -> tuple[bool, int, int, int]:
        return index not in kin, -copies[index], -links[index], index

    return tuple(sorted((i for i in range(len(story.articles)) if i != number), key=distance))


def text_of(story: Story, number: int) -> DiffText:
    """A source's text with its sentences and boilerplate, to be compared."""
    article = story.articles[number]
    return DiffText(article.text, article.sentences, [(span.start, span.end) for span in article.boilerplate])
