"""What the reader says of sources, put in place of what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from seedreader.article import (
    ANOTHER_READING,
    BY_READER,
    NO,
    SOURCE_FACTS,
    YES,
    Article,
    SourceCorrection,
    SourceId,
)


def said_of(source: SourceId | None, corrections: Sequence[SourceCorrection]) -> tuple[SourceCorrection, ...]:
    """Those that speak of a source, the last word last; of two sources' reading each is spoken of."""
    if source is None:
        return ()
    turned = (
        each._replace(source=each.other, other=each.source) if each.other == source else each
        for each in corrections
    )
    return tuple(each for each in turned if each.source == source)


def correct(article: Article, corrections: Sequence[SourceCorrection]) -> Article:
    """The article as the reader has it, from what it was before; the same one where nothing is said of it.

    ``corrections`` may speak of other sources, too. The last word on a fact counts; one that is no day where
    a day is meant, or that names no fact, is ignored.
    """
    read = article.uncorrected or article
    said = said_of(read.source, corrections)
    values: dict[str, Any] = {}
    readings: dict[SourceId, str] = {}
    for each in said:
        if each.fact in SOURCE_FACTS and (value := _value(each)) is not _UNFIT:
            values[each.fact] = value
        elif each.fact == ANOTHER_READING and each.other is not None and each.other != read.source:
            readings[each.other] = each.value
    if not values and not readings:
        return read
    provenance = read.provenance._replace(**dict.fromkeys(values, BY_READER))
    return replace(
        read,
        **values,
        provenance=provenance,
        readings=tuple(other for other, value in readings.items() if value == YES),
        no_readings=tuple(other for other, value in readings.items() if value == NO),
        uncorrected=read,
    )


_UNFIT = object()


def _value(said: SourceCorrection) -> object:
    """The value of a field of an article; None for what is not known, `_UNFIT` for none."""
    if not said.value or said.fact != "published":
        return said.value or None
    try:
        return date.fromisoformat(said.value)
    except ValueError:
        return _UNFIT
