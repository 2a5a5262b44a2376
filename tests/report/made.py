"""Reports to write: of made-up stories, with what a notebook may say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from seedreader.article import Article, Passage, Verdict
from seedreader.notebook import Annotation, Target, version_of
from seedreader.notebook.resolver import ResolvedAnnotation, ResolvedTarget
from seedreader.report.content import make_report
from seedreader.report.values import Report
from seedreader.story import Story
from tests.stories import GAZETTE, HARBOUR

MADE = date(2026, 11, 30)


def harbour(**known: object) -> list[Article]:
    """Two sources that disagree on what a pier costs."""
    return [
        replace(
            Article(HARBOUR, "one", None, "Pier approved", "Harbour News", date(2024, 1, 9)),
            **known,  # type: ignore[arg-type]
        ),
        Article(GAZETTE, "two", outlet="Gazette", published=date(2024, 1, 10)),
    ]


def reported(
    articles: Sequence[Article], placed: Sequence[ResolvedAnnotation] = (), **options: object
) -> Report:
    """A report on one story."""
    story = Story(articles, verdicts=verdicts(placed, articles))
    return make_report([story], MADE, articles, placed, **options)  # type: ignore[arg-type]


def put(
    kind: str,
    body: str,
    articles: Sequence[Article],
    source: int,
    words: str,
    other: tuple[int, str] | None = None,
    author: str = "",
    state: str = "exact",
) -> ResolvedAnnotation:
    """An annotation on these words of a source, placed; an orphan's words need not be there."""
    here, target = _spot(articles, source, words, state)
    there, second = _spot(articles, *other, state) if other else (None, None)
    stamp = "2026-11-28T12:00:00.000000+00:00"
    made = Annotation(f"{kind} {body} {words}", kind, body, target, stamp, stamp, other=second, author=author)
    return ResolvedAnnotation(made, here, there)


def _spot(articles: Sequence[Article], source: int, words: str, state: str) -> tuple[ResolvedTarget, Target]:
    text = articles[source].text
    start = text.find(words)
    ranges = ((start, start + len(words)),)
    target = Target(version_of(text), ranges if start >= 0 else ((0, 1),), words)
    return ResolvedTarget(source, state, ranges if start >= 0 else ()), target


def verdicts(placed: Sequence[ResolvedAnnotation], articles: Sequence[Article]) -> list[Verdict]:
    """What the story is told of the verdicts."""
    return [
        Verdict(
            Passage(articles[each.here.source], each.here.start, each.here.end),
            Passage(articles[each.there.source], each.there.start, each.there.end),
            None if each.body == "none" else each.body,
        )
        for each in placed
        if each.there and each.here.source is not None and each.there.source is not None
    ]
