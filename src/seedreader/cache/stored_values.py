"""What the analysis finds, as bytes and back: each value as a JSON list in the order of its fields.

A value that can't be read back raises one of `UNREADABLE`; the analysis is then done again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import (
    Claim,
    DateMention,
    Link,
    Mention,
    Passage,
    Quantity,
    Range,
    Reason,
    Span,
    Speaker,
)

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError)


class ArticleFindings(NamedTuple):
    """What is found in one article by itself."""

    sentences: tuple[Range, ...]
    boilerplate: tuple[Span, ...]
    claims: tuple[Claim, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]


def of_article(article: AnalysedArticle) -> bytes:
    """What is found in an article."""
    return _bytes(
        [
            article.sentences,
            article.boilerplate,
            [_claim(claim) for claim in article.claims],
            article.quantities,
            [_days(each) for each in article.dates],
        ]
    )


def to_article(data: bytes) -> ArticleFindings:
    """Read what `of_article` wrote."""
    sentences, boilerplate, claims, quantities, dates = json.loads(data)
    return ArticleFindings(
        tuple((start, end) for start, end in sentences),
        tuple(Span(*each) for each in boilerplate),
        tuple(map(_to_claim, claims)),
        tuple(Quantity(*each) for each in quantities),
        tuple(_to_date(each) for each in dates),
    )


def of_links(links: Sequence[Link], origins: Sequence[Sequence[int]], number: dict[int, int]) -> bytes:
    """Links and origins of a story; ``number`` gives each article's place by its `id`."""
    return _bytes(
        [
            [
                [
                    number[id(link.a.article)], link.a.start, link.a.end,
                    number[id(link.b.article)], link.b.start, link.b.end,
                    link.relation, link.score, _reason(link.reason),
                ]
                for link in links
            ],
            origins,
        ]
    )  # fmt: skip


def to_links(
    data: bytes, articles: Sequence[AnalysedArticle]
) -> tuple[tuple[Link, ...], tuple[tuple[int, ...], ...]]:
    """Read what `of_links` wrote."""
    links, origins = json.loads(data)
    found = tuple(
        Link(
            Passage(articles[a], a_start, a_end),
            Passage(articles[b], b_start, b_end),
            relation,
            score,
            _to_reason(reason),
        )
        for a, a_start, a_end, b, b_start, b_end, relation, score, reason in links
    )
    return found, tuple(tuple(group) for group in origins)


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _day(when: date | None) -> int | None:
    return None if when is None else when.toordinal()


def _to_day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)


def _days(mention: DateMention | Mention) -> list[int | None]:
    return [mention.start, mention.end, _day(mention.first), _day(mention.last)]


def _to_date(value: Sequence[Any]) -> DateMention:
    start, end, first, last = value
    return DateMention(start, end, _to_day(first), _to_day(last))


def _to_mention(value: Sequence[Any] | None) -> Mention | None:
    return None if value is None else Mention(*_to_date(value))


def _claim(claim: Claim) -> list[object]:
    return [*claim[:6], [_days(each) for each in claim.dates]]


def _to_claim(value: Sequence[Any]) -> Claim:
    start, end, kinds, score, speaker, quantities, dates = value
    return Claim(
        start,
        end,
        tuple(kinds),
        score,
        speaker and Speaker(*speaker),
        tuple(Quantity(*each) for each in quantities),
        tuple(_to_date(each) for each in dates),
    )


def _reason(reason: Reason | None) -> list[object] | None:
    if reason is None:
        return None
    return [reason.kind, reason.a and _days(reason.a), reason.b and _days(reason.b), *reason[3:]]


def _to_reason(value: Sequence[Any] | None) -> Reason | None:
    if value is None:
        return None
    kind, a, b, sign, shared, only_a, only_b, likeness, speakers = value
    if speakers is not None:
        one, two = (each and Speaker(*each) for each in speakers)
        speakers = (one, two)
    return Reason(
        kind,
        _to_mention(a),
        _to_mention(b),
        sign,
        tuple(shared),
        tuple(only_a),
        tuple(only_b),
        likeness,
        speakers,
    )
