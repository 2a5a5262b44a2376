"""What is known of a source and what the reader says of it, fact by fact, and what a reader may write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from seedreader.article import (
    ANOTHER_READING,
    BY_READER,
    NO,
    SOURCE_FACTS,
    YES,
    Article,
    SourceCorrection,
)


class SourceFact(NamedTuple):
    """A fact of a source: its value, what told it, and the two as they were before the reader said anything.

    Unknown values are empty; a day is in ISO 8601, a language a code. Of another reading the value is `YES`
    or `NO`, and ``other`` the number of the source that it is, or isn't, one of.
    """

    fact: str
    value: str
    told_by: str
    read: str
    read_by: str
    other: int | None = None

    @property
    def by_reader(self) -> bool:
        """Whether the reader said so."""
        return self.told_by == BY_READER


def source_facts(articles: Sequence[Article], number: int) -> list[SourceFact]:
    """The facts of a source that the reader can correct, then which others are it, read at another time."""
    article = articles[number]
    read = article.uncorrected or article
    facts = [
        SourceFact(
            fact,
            _written(getattr(article, fact)),
            getattr(article.provenance, fact) or "",
            _written(getattr(read, fact)),
            getattr(read.provenance, fact) or "",
        )
        for fact in SOURCE_FACTS
    ]
    return [*facts, *_readings(articles, number)]


def said(articles: Sequence[Article], number: int, fact: SourceFact, value: str) -> SourceCorrection | None:
    """What the reader says of a source with this value; None where the source has no name to keep it by."""
    source = articles[number].source
    other = None if fact.other is None else articles[fact.other].source
    if source is None or (fact.other is not None and other is None):
        return None
    return SourceCorrection(source, fact.fact, value, other)


def parsed(fact: str, typed: str) -> str:
    """The value that a reader wrote, as it is kept; empty for one that is not known.

    Raises ValueError with a sentence for what is no day or no language.
    """
    typed = " ".join(typed.split())
    if not typed:
        return ""
    if fact == "published":
        from seedreader.ingest import published_date

        day = published_date.parse(typed)
        if day is None:
            raise ValueError(f"“{typed}” is no day: write it as 2025-03-21 or as 21 March 2025.")
        return day.isoformat()
    if fact == "language":
        from seedreader.text import languages

        code = languages.code(typed)
        if code is None:
            raise ValueError(f"“{typed}” is no language known here: write English or en.")
        return code
    return typed


def _readings(articles: Sequence[Article], number: int) -> list[SourceFact]:
    # the analysis is imported after the first frame
    from seedreader.story import source_versions

    article = articles[number]
    one = next((group for group in source_versions.group(articles) if number in group), ())
    facts = []
    for other, each in enumerate(articles):
        if other == number or article.source is None or each.source in (None, article.source):
            continue
        by_reader = each.source in (*article.readings, *article.no_readings)
        ends = [each.uncorrected or each, article.uncorrected or article]
        read = YES if source_versions.group(ends) else NO
        told_by = BY_READER if by_reader else ""
        value = YES if other in one else NO
        facts.append(SourceFact(ANOTHER_READING, value, told_by, read, "", other))
    return facts


def _written(value: str | date | None) -> str:
    return "" if value is None else str(value)
