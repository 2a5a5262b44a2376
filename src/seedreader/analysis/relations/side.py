"""One of two passages that are compared, with what its words tell, worked out when first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from seedreader.analysis import words
from seedreader.analysis.relations import dates as relations_dates
from seedreader.analysis.relations import things as relations_things
from seedreader.analysis.relations.things import Thing
from seedreader.article import Claim, DateMention, Quantity

MOST = 12
"""Quantities of a passage that are compared; a passage of more is a list."""

LEAD = 80
"""Characters before a passage in which it is denied."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*")


@dataclass(frozen=True, eq=False)
class Side:
    """One of two passages: its words, the claim that it is if any, and what it states.

    ``offset`` is where ``text`` begins in its article, since quantities and dates are placed there.
    ``stems`` are its words with what each tells (0…1): a word of every other sentence of a story tells
    nothing. Without them every word that is not a stop word tells the same. ``said`` are its words and
    senses with the share of the passage that each is; ``context`` is the text around it, its sentence.
    """

    text: str
    claim: Claim | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    offset: int = 0
    stems: Mapping[str, float] | None = None
    said: Mapping[str, float] = field(default_factory=dict)
    context: str | None = None
    context_offset: int = 0

    @property
    def compared(self) -> tuple[Quantity, ...]:
        """The quantities that are compared; a passage of more is a list."""
        return self.quantities[:MOST]

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """What the passage counts."""
        return tuple(relations_things.of(self.text, q, self.offset, self._tells) for q in self.compared)

    @cached_property
    def sequence(self) -> list[str]:
        """Its words, as they are compared one by one."""
        return _sequence(self.text)

    @cached_property
    def bare(self) -> list[str]:
        """Its words without its figures."""
        return _sequence(_without_figures(self))

    @cached_property
    def sentence(self) -> frozenset[str]:
        """The stems of the sentence that it stands in."""
        return frozenset(self.telling if self.context is None else words.tokens(self.context))

    @cached_property
    def calendar(self) -> frozenset[tuple[date, date]]:
        """The years, months and days of the calendar that it names."""
        return relations_dates.calendar(*self.dated)

    @property
    def lead(self) -> str:
        """What its sentence says just before it."""
        before = self.offset - self.context_offset
        return "" if self.context is None else self.context[max(0, before - LEAD) : before]

    @property
    def dated(self) -> tuple[str, Sequence[DateMention], int]:
        """Its dates with the text that they stand in, its sentence if that is known, and its offset."""
        if self.context is None:
            return self.text, self.dates, self.offset
        return self.context, self.dates, self.context_offset

    @cached_property
    def telling(self) -> Mapping[str, float]:
        """Its stems with what each tells."""
        return self.stems if self.stems is not None else dict.fromkeys(words.tokens(self.text), 1.0)

    @cached_property
    def whole(self) -> float:
        """What all its stems tell."""
        return sum(self.telling.values())

    def _tells(self, stem: str) -> float:
        return self.telling.get(stem, 1.0)


def _without_figures(side: Side) -> str:
    text = side.text
    for quantity in sorted(side.quantities, key=lambda q: -q.start):
        start, end = quantity.start - side.offset, quantity.end - side.offset
        text = text[:start] + " " + text[end:]
    return text


def _sequence(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]
