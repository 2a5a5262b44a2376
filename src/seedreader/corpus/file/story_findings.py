"""What a story comes to: its links in figures, its origins, what most of them carry, what is contradicted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from seedreader.article import Passage
from seedreader.corpus import summaries
from seedreader.corpus.file import article_values
from seedreader.corpus.summaries import StorySummary
from seedreader.story import Story
from seedreader.story.matrix import Matrix
from seedreader.story.support import matches

MOST_CLAIMS = 20
"""Claims of a story that are kept: those that most origins carry."""

MOST_CONFLICTS = 50
"""Conflicts of a story that are kept, the surest ones; all are counted."""

LONGEST = 1_000
"""Characters of a passage that are kept."""


class Said(NamedTuple):
    """A passage: the id of its article, its range in the text, its words."""

    article: int
    start: int
    end: int
    words: str


class CarriedClaim(NamedTuple):
    """A claim, by its reference, that so many origins carry and others are against."""

    said: Said
    origins: int
    against: int


class Contradiction(NamedTuple):
    """Two passages that contradict each other, and why."""

    one: Said
    other: Said
    why: str
    score: float


class StoryFindings(NamedTuple):
    """What a story comes to. ``origins`` are the ids of articles by the text that they carry."""

    summary: StorySummary
    origins: tuple[tuple[int, ...], ...]
    claims: tuple[CarriedClaim, ...]
    conflicts: tuple[Contradiction, ...]


def compare(articles: Sequence[tuple[int, bytes]]) -> StoryFindings:
    """Compare the articles of a story, given as their ids and what `article_values` made; any process can."""
    story = Story([article_values.to_article(data) for _, data in articles])
    ids = [id for id, _ in articles]

    def said(passage: Passage) -> Said:
        words = " ".join(passage.text[:LONGEST].split())
        return Said(
            ids[story.index_of(passage.article)],
            passage.start,
            passage.end,
            words.encode("utf-8", "replace").decode(),
        )

    matrix = Matrix(story)
    carried = sorted(
        (row for row in matrix.facts if row.origins > 1), key=lambda row: (-row.origins, row.key)
    )
    claims = []
    for row in carried[:MOST_CLAIMS]:
        statement = row.cells[row.reference].statement
        passage = Passage(story.articles[row.reference], statement.start, statement.end)
        claims.append(CarriedClaim(said(passage), row.origins, row.against))
    return StoryFindings(
        summaries.summary(story),
        tuple(tuple(ids[story.index_of(article)] for article in group) for group in story.origins),
        tuple(claims),
        _contradictions(story, said),
    )


def _contradictions(story: Story, said: Callable[[Passage], Said]) -> tuple[Contradiction, ...]:
    """The surest, each once: reprints say the same again."""
    against = sorted(
        (link for link in story.links if link.relation == "conflict" and matches(link)),
        key=lambda link: -link.score,
    )
    found: dict[tuple[str, str], Contradiction] = {}
    for link in against:
        one, other = said(link.a), said(link.b)
        why = link.why.encode("utf-8", "replace").decode()
        found.setdefault((one.words, other.words), Contradiction(one, other, why, round(link.score, 3)))
        if len(found) == MOST_CONFLICTS:
            break
    return tuple(found.values())
