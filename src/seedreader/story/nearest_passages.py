"""The passages that come nearest to one where no match was found, for the reader to judge."""

from __future__ import annotations

from heapq import nlargest

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Article, Passage
from seedreader.story import Story
from seedreader.story.passage_contents import has_boilerplate
from seedreader.story.support import asserted

MOST = 3
"""Passages of each source."""


def nearest(
    story: Story,
    article: Article,
    start: int,
    end: int,
    most: int = MOST,
    within: AnalysedArticle | None = None,
) -> tuple[Passage, ...]:
    """The sentences of other articles that match a passage best, the best first; ``most`` of each article.

    Of the articles that state nothing of the passage and where the reader linked nothing with it; or of all
    where each does, but for what is linked already. Sentences in boilerplate and those that share nothing
    with it are left out. ``within``: of this article alone, whatever is linked with it.
    """
    links = [link for link in story.evidence(article, start, end) if asserted(link)]
    others = [other for other in story.articles if other != article]
    unlinked = [other for other in others if all(link.b.article is not other for link in links)]
    found: list[tuple[float, Passage]] = []
    for other in [within] if within is not None else unlinked or others:
        linked = [(link.b.start, link.b.end) for link in links if link.b.article is other]
        free = (
            (score, Passage(other, a, b))
            for score, (a, b) in zip(story.scores(article, start, end, other), other.sentences, strict=True)
            if score > 0 and not has_boilerplate(other, a, b) and not any(a < y and x < b for x, y in linked)
        )
        found += nlargest(most, free, key=lambda each: (each[0], -each[1].start))
    return tuple(passage for _, passage in sorted(found, key=lambda each: -each[0]))
