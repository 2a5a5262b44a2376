"""Stories as one JSON document, the contract of ``seedreader analyze --json`` (``analysis.schema.json``)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Article, Claim, Link, Mention, Passage, Reason, SourceId
from seedreader.ingest.errors import Problem
from seedreader.story import Story

if TYPE_CHECKING:
    # the notebook's room is imported where there is a notebook
    from seedreader.notebook.annotation_model import Target
    from seedreader.notebook.resolver import ResolvedAnnotation, ResolvedTarget

SCHEMA = 2
"""Version of the document's form; it grows when a reader of the old form would break."""

JSON = dict[str, Any]


def document(
    stories: Sequence[Story],
    given: Sequence[Article],
    problems: Sequence[Problem] = (),
    placed: Sequence[ResolvedAnnotation] = (),
    author: str = "",
) -> JSON:
    """Stories as values that `json` can write; articles are ``a1``, ``a2``, … in the order ``given``.

    Only articles of one story are compared. ``problems`` are what was wrong with the inputs. ``placed`` is
    what the notebook holds of the articles ``given``, by ``author`` where it names no other one.
    """
    ids = _Ids(stories, given)
    links = sorted((link for story in stories for link in story.links), key=ids.order)
    origins = sorted(sorted(map(ids.number, group)) for story in stories for group in story.origins)
    return {
        "schema": SCHEMA,
        "articles": [_article(article, ids[article]) for article in ids.articles],
        "links": [_link(link, ids) for link in links],
        "origins": [[f"a{number}" for number in group] for group in origins],
        "stories": [[ids[article] for article in story.articles] for story in stories],
        "problems": [_problem(each) for each in problems],
        "annotations": [_annotation(each, ids, given, author) for each in placed],
    }


class _Ids:
    """The names of articles: their numbers in the order given."""

    def __init__(self, stories: Sequence[Story], given: Sequence[Article]) -> None:
        place = {id(article): number for number, article in enumerate(given)}
        pairs = [pair for story in stories for pair in zip(story.articles, story.given, strict=True)]
        self.articles = [article for article, own in sorted(pairs, key=lambda pair: place[id(pair[1])])]
        self._numbers = {id(article): number for number, article in enumerate(self.articles, 1)}
        self._numbers |= {id(own): self._numbers[id(article)] for article, own in pairs}

    def __getitem__(self, article: Article) -> str:
        return f"a{self.number(article)}"

    def number(self, article: Article) -> int:
        """Its place, from 1, whether as given or as analysed."""
        return self._numbers[id(article)]

    def order(self, link: Link) -> tuple[int, ...]:
        """Reading order of a link's first passage, then of its second."""
        return tuple(
            number for end in (link.a, link.b) for number in (self.number(end.article), end.start, end.end)
        )


def _link(link: Link, ids: _Ids) -> JSON:
    return {
        "a": _passage(link.a, ids),
        "b": _passage(link.b, ids),
        "relation": link.relation,
        "score": _score(link.score),
        "why": link.why,
        "verdict": link.relation if link.verdict else None,
        "reason": _reason(link.reason),
    }


def _annotation(placed: ResolvedAnnotation, ids: _Ids, given: Sequence[Article], author: str) -> JSON:
    """What the reader put on a passage, or said of two."""
    said = placed.annotation
    other = placed.there and said.other and _target(placed.there, said.other, ids, given)
    return {
        "kind": said.kind,
        "body": said.body,
        **_target(placed.here, said.target, ids, given),
        "other": other,
        "author": said.author or author or None,
        "changed": said.changed,
    }


def _target(spot: ResolvedTarget, target: Target, ids: _Ids, given: Sequence[Article]) -> JSON:
    """Where words stand now; in no article of the document where ``article`` is null."""
    return {
        "article": None if spot.source is None else ids[given[spot.source]],
        "ranges": [list(place) for place in spot.ranges],
        "quote": target.quote,
        "state": spot.state,
    }


def _article(article: AnalysedArticle, name: str) -> JSON:
    return {
        "id": name,
        "path": article.path,
        "source": _source(article.source),
        "media_type": article.media_type,
        "sha256": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "length": len(article.text),
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": _day(article.published),
        "updated": _day(article.updated),
        "dateline": article.dateline,
        "language": article.language,
        "url": article.url,
        "provenance": article.provenance._asdict(),
        "marks": [mark._asdict() for mark in article.marks],
        "structure": [part._asdict() for part in article.structure],
        "sentences": [list(sentence) for sentence in article.sentences],
        "boilerplate": [
            {"start": span.start, "end": span.end, "kind": span.kind, "score": _score(span.score)}
            for span in article.boilerplate
        ],
        "claims": [_claim(claim, f"{name}.{number}") for number, claim in enumerate(article.claims, 1)],
    }


def _problem(problem: Problem) -> JSON:
    """A problem; its addresses and how many articles it cost where there are any."""
    told = problem._asdict().items()
    return {name: value for name, value in told if value or name not in ("addresses", "lost")}


def _source(source: SourceId | None) -> JSON | None:
    return source and source._asdict()


def _claim(claim: Claim, name: str) -> JSON:
    speaker = claim.speaker
    return {
        "id": name,
        "start": claim.start,
        "end": claim.end,
        "kinds": list(claim.kinds),
        "score": _score(claim.score),
        "speaker": speaker and {"text": speaker.text, "start": speaker.start, "end": speaker.end},
        "quantities": [
            {
                "start": quantity.start,
                "end": quantity.end,
                "figure": _number(quantity.figure),
                "low": _number(quantity.low),
                "high": _number(quantity.high),
                "unit": quantity.unit,
            }
            for quantity in claim.quantities
        ],
        "dates": [
            {
                "start": mention.start,
                "end": mention.end,
                "from": _day(mention.first),
                "to": _day(mention.last),
            }
            for mention in claim.dates
        ],
    }


def _passage(passage: Passage, ids: _Ids) -> JSON:
    return {"article": ids[passage.article], "start": passage.start, "end": passage.end}


def _reason(reason: Reason | None) -> JSON | None:
    return reason and {
        "kind": reason.kind,
        "a": _mention(reason.a),
        "b": _mention(reason.b),
        "shared": list(reason.shared),
        "only_a": list(reason.only_a),
        "only_b": list(reason.only_b),
        "attribution_dropped": reason.dropped,
    }


def _mention(mention: Mention | None) -> JSON | None:
    return mention and {"start": mention.start, "end": mention.end}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _score(score: float) -> float:
    return round(score, 4)


def _number(value: float | None) -> float | int | None:
    """Whole figures without a decimal point, as an article would print them."""
    return int(value) if value is not None and value == int(value) else value
