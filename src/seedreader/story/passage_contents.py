"""What lies where in an article: the sentences around a passage, the claims and the boilerplate in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.article import Article, Claim, DateMention, Quantity, Range

NEAR = 500
"""Characters of its sentence beside a passage that are looked at."""

ABOUT = 7
"""Days that an article may be published before or after what it tells of."""


def around(article: AnalysedArticle, start: int, end: int) -> Range:
    """The sentences that a passage lies in, from the first to the last, as far as they are near."""
    sentences = article.sentences
    first = max(0, bisect_right(sentences, start, key=lambda s: s[0]) - 1)
    last = bisect_left(sentences, end, key=lambda s: s[0])
    inside = sentences[first:last]
    near = max(0, start - NEAR), end + NEAR
    return (
        (max(near[0], min(start, inside[0][0])), min(near[1], max(end, inside[-1][1])))
        if inside
        else (start, end)
    )


def tells_of(side: PassageFeatures, article: Article) -> bool:
    """Whether a passage names days about when an article was published."""
    if article.day is None:
        return False
    day = article.day.toordinal()
    return any(first.toordinal() - ABOUT <= day <= last.toordinal() + ABOUT for first, last in side.calendar)


def claims_in(article: AnalysedArticle, start: int, end: int) -> list[Claim]:
    """The claims that begin and end in ``[start, end)``."""
    claims = article.claims
    first, last = (bisect_left(claims, at, key=lambda c: c.start) for at in (start, end))
    return [c for c in claims[first:last] if c.end <= end]


def quantities(article: AnalysedArticle, start: int, end: int) -> tuple[Quantity, ...]:
    """What is counted in ``[start, end)``."""
    found = article.quantities
    first = bisect_left(found, start, key=lambda q: q.start)
    return tuple(q for q in found[first : bisect_left(found, end, key=lambda q: q.start)] if q.end <= end)


def dates(article: AnalysedArticle, start: int, end: int) -> tuple[DateMention, ...]:
    """The dates in ``[start, end)``."""
    found = article.dates
    first = bisect_left(found, start, key=lambda d: d.start)
    return tuple(d for d in found[first : bisect_left(found, end, key=lambda d: d.start)] if d.end <= end)


def comparable(article: AnalysedArticle, start: int, end: int) -> list[Range]:
    """The claims in a sentence, or the sentence where there are none and it is clear of boilerplate."""
    inside = [(c.start, c.end) for c in claims_in(article, start, end)]
    if inside:
        return inside
    return [] if has_boilerplate(article, start, end) else [(start, end)]


def sentence_at(article: AnalysedArticle, offset: int) -> int:
    """The number of the sentence at an offset, or of the last one before it."""
    return max(0, bisect_right(article.sentences, offset, key=lambda s: s[0]) - 1)


def has_boilerplate(article: AnalysedArticle, start: int, end: int) -> bool:
    """Whether any boilerplate lies in ``[start, end)``."""
    spans = article.boilerplate
    first = bisect_right(spans, start, key=lambda s: s.end)
    return first < len(spans) and spans[first].start < end
