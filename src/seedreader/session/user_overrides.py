"""The reader's corrections and verdicts in the notebook, as the analysis takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from seedreader.article import (
    CORRECTIONS,
    REJECTED,
    RELATIONS,
    Article,
    Correction,
    EventDecision,
    Passage,
    Verdict,
)

if TYPE_CHECKING:
    from seedreader.analysis.analysed_article import AnalysedArticle
    from seedreader.notebook.resolver import ResolvedAnnotation, ResolvedTarget
    from seedreader.session.story_notebook import StoryNotebook

Corrections = dict[Article, tuple[Correction, ...]]
"""For each corrected article what the reader said of its passages, the last word last."""

A = TypeVar("A", bound=Article)


class Overrides(NamedTuple):
    """All that the reader says in place of what is read and computed, the last word last.

    ``articles`` are those of the story, with what is said of their sources.
    """

    articles: tuple[Article, ...]
    corrections: Corrections
    verdicts: tuple[Verdict, ...] = ()
    events: tuple[EventDecision, ...] = ()


def read(story_notebook: StoryNotebook) -> Overrides:
    """What the reader says of the articles of a notebook's story. Raises NotebookError."""
    placed = story_notebook.resolver.read()
    articles = story_notebook.corrected()
    return Overrides(
        articles,
        corrections(placed, articles),
        verdicts(placed, articles),
        story_notebook.notebook.event_decisions(),
    )


def corrections(placed: Sequence[ResolvedAnnotation], articles: Sequence[Article]) -> Corrections:
    """What the reader says passages are; what is not surely in its place waits to be confirmed."""
    found: Corrections = {}
    for each in _in_time(placed):
        if each.kind in CORRECTIONS:
            said = tuple(Correction(start, end, each.kind, each.body) for start, end in each.here.ranges)
            for article in _standing(each.here, articles):
                found[article] = (*found.get(article, ()), *said)
    return found


def verdicts(placed: Sequence[ResolvedAnnotation], articles: Sequence[Article]) -> tuple[Verdict, ...]:
    """How the reader says passages stand to each other, the last word last."""
    return tuple(
        Verdict(
            Passage(one, each.here.start, each.here.end),
            Passage(two, each.there.start, each.there.end),
            None if each.body == REJECTED else each.body,
        )
        for each in _in_time(placed)
        if each.there is not None and each.body in (*RELATIONS, REJECTED)
        for one in _standing(each.here, articles)
        for two in _standing(each.there, articles)
        if one is not two
    )


def verdict_on(
    placed: Sequence[ResolvedAnnotation], a: Passage, b: Passage, articles: Sequence[AnalysedArticle]
) -> ResolvedAnnotation | None:
    """The newest verdict on two passages, in either order; None where there is none.

    Its passages need not have the same ends: `one_passage` tells, here as in the analysis.
    """
    # the analysis is imported after the first frame
    from seedreader.story.verdicts import one_passage

    def is_on(spot: ResolvedTarget, passage: Passage) -> bool:
        return any(
            article is passage.article
            and one_passage(article, (spot.start, spot.end), (passage.start, passage.end))
            for article in _standing(spot, articles)
        )

    for each in reversed(list(_in_time(placed))):
        if each.there is not None:
            ends = (each.here, each.there)
            if any(is_on(one, a) and is_on(two, b) for one, two in (ends, ends[::-1])):
                return each
    return None


def _in_time(placed: Sequence[ResolvedAnnotation]) -> Iterator[ResolvedAnnotation]:
    sure = (each for each in placed if each.state not in ("uncertain", "orphan"))
    return iter(sorted(sure, key=lambda each: each.annotation.changed))


def _standing(spot: ResolvedTarget, articles: Sequence[A]) -> list[A]:
    """The articles in which a spot stands: every one that has its source's text."""
    if spot.source is None:
        return []
    text = articles[spot.source].text
    return [article for article in articles if article.text == text]
