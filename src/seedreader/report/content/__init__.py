"""What a report says, made of stories and of what the reader's notebook says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from seedreader.article import Article
from seedreader.corpus.found_story import FoundStory
from seedreader.ingest.errors import Problem, sentences
from seedreader.report.content import (
    claims,
    disagreements,
    facts,
    reader_annotations,
    shared_texts,
    sources,
    times,
)
from seedreader.report.content.quoting import Quoting
from seedreader.report.references.styles import CHICAGO
from seedreader.report.values import Fact, Overview, Report, StoryReport
from seedreader.story import Story
from seedreader.story.matrix import Matrix
from seedreader.text.version import VERSION

if TYPE_CHECKING:
    # the notebook's room is imported where there is a notebook
    from seedreader.notebook.resolver import ResolvedAnnotation

MOST_NAMES = 4
"""Outlets that a story without titles is named by."""


def make_report(
    stories: Sequence[Story],
    made: date,
    given: Sequence[Article] = (),
    placed: Sequence[ResolvedAnnotation] = (),
    *,
    author: str = "",
    notebook: bool = True,
    full: bool = False,
    style: str = CHICAGO,
    problems: Sequence[Problem] = (),
    names: Sequence[str] = (),
) -> Report:
    """A report on stories, as of the day ``made``.

    ``placed`` is what the notebook holds; its places are in the articles ``given``, of which the stories are.
    ``names`` are what the reader calls the stories; else their titles tell. For the others see `Report`.
    """
    place = {id(article): number for number, article in enumerate(given)}
    reports = []
    for number, story in enumerate(stories, 1):
        here = {place[id(article)]: i for i, article in enumerate(story.given) if id(article) in place}
        name = names[number - 1] if names else _name(story)
        reports.append(_story(story, number, name, reader_annotations.of_story(placed, here), full))
    return Report(
        made, VERSION, author, notebook, full, style, sentences(problems), tuple(reports)
    )  # fmt: skip


def _name(story: Story) -> str:
    """What its titles say; where it has none, whose texts they are."""
    if any(article.title for article in story.given):
        return FoundStory(story.given).name
    names = list(dict.fromkeys(article.outlet or article.name for article in story.given))
    return ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")


def _story(
    story: Story, number: int, name: str, noted: Sequence[reader_annotations.NotedHere], full: bool
) -> StoryReport:
    quoting = Quoting(story.articles, full)
    matrix = Matrix(story)
    passages = reader_annotations.passages(noted, quoting)
    judged = reader_annotations.judgements(noted, story, quoting)
    against = disagreements.find(story, matrix, quoting, judged, passages)
    listed = facts.find(matrix, quoting, against.number_of)
    shown = {id(note) for each in against.disagreements for note in each.notes}
    listed_sources = sources.describe(story)
    return StoryReport(
        number=number,
        name=name,
        overview=_overview(story, listed),
        sources=listed_sources,
        disagreements=against.disagreements,
        facts=listed,
        shared=shared_texts.find(story),
        notes=tuple(each for each in passages if id(each) not in shown),
        judgements=tuple(against.placed(each) for each in judged),
        corrections=reader_annotations.corrections(noted, quoting),
        limits=sources.limits(story),
        timeline=times.rows(story, quoting),
        claims=claims.every(story, quoting) if full else (),
    )


def _overview(story: Story, found: Sequence[Fact]) -> Overview:
    days = [article.day for article in story.articles if article.day]
    outlets = dict.fromkeys(article.outlet for article in story.articles if article.outlet)
    return Overview(
        sources=story.source_count,
        origins=len(story.origins),
        first=min(days, default=None),
        last=max(days, default=None),
        outlets=tuple(outlets),
        claims=sum(len(article.claims) for article in story.articles),
        facts=len(found),
        by_origins=tuple(sorted(Counter(fact.origins for fact in found).items(), reverse=True)),
        sole=sum(fact.sole for fact in found),
    )
