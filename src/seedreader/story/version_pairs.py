"""Which source of a story to lay beside another as a version of the same text, and what to lay there."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from seedreader.analysis.differences.text_diff import DiffText
from seedreader.article import Article
from seedreader.story import Story, source_versions


def nearest(story: Story, number: int) -> tuple[int, ...]:
    """The other sources, by their index: the same one read at another time first, then those of one origin,
    then by how many passages are copies.

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

    def distance(index: int) -> tuple[bool, bool, int, int, int]:
        other = story.articles[index]
        return not is_version(article, other), index not in kin, -copies[index], -links[index], index

    return tuple(sorted((i for i in range(len(story.articles)) if i != number), key=distance))


def is_version(one: Article, other: Article) -> bool:
    """Whether both are one source: read at two times, or sent by its agency twice."""
    return bool(source_versions.group([one, other]))


def is_earlier(one: Article, other: Article) -> bool:
    """Whether the first is a version of the other that its agency sent, or that was read, before it."""
    if not is_version(one, other):
        return False
    sent, sent_then = (_version(each) for each in (one, other))
    if sent is not None and sent_then is not None:
        return sent < sent_then
    if one.retrieved is None or other.retrieved is None:
        return False
    return _in_utc(one.retrieved) < _in_utc(other.retrieved)


def _version(article: Article) -> int | None:
    return article.item.version if article.item else None


def _in_utc(when: datetime) -> datetime:
    """A time that can be compared with any other; one without a zone counts as UTC, as archives mean it."""
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def text_of(story: Story, number: int) -> DiffText:
    """A source's text with its sentences and boilerplate, to be compared."""
    article = story.articles[number]
    return DiffText(article.text, article.sentences, [(span.start, span.end) for span in article.boilerplate])
