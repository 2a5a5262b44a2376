"""The pieces of a text that are judged one by one: sentences, cut further where boilerplate is glued on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from seedreader.analysis import sentences
from seedreader.article import Range, Span

_GLUED = re.compile(
    r"(?<=[a-z0-9][.!?])[\"”’)]{0,2}(?=[A-Z][a-z])"
    r"|(?<=[a-z0-9.!?][)”])(?=[A-Z][a-z])"
    r"|\((?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|[Pp]hotograph)[^()\n]{1,80}\)"
    r"|(?<=[.!?”)])[ ](?:R(?:ead|EAD)[ ][NMnm](?:ext|ore|EXT|ORE)|Most[ ][Rr]ead"
    r"|A(?:dvertisement|DVERTISEMENT))(?=[ ])"
)


class Unit(NamedTuple):
    """A piece of a text: its range, the number of its line, and how sure the rules are of it, or 0."""

    start: int
    end: int
    line: int
    rule: float


def split(text: str, spans: Iterable[Span]) -> list[Unit]:
    """Cut ``text`` into pieces in reading order, so that each lies inside one of ``spans`` or outside all."""
    found = sorted(spans, key=lambda span: span.start)
    starts = [span.start for span in found]
    cuts = sorted({at for span in found for at in (span.start, span.end)} | set(_joints(text)))
    units: list[Unit] = []
    line = 0
    for start, end in sentences.split(text):
        for first, last in _cut(text, start, end, cuts):
            if units:
                line += "\n" in text[units[-1].end : first]
            at = bisect_right(starts, first) - 1
            rule = found[at].score if at >= 0 and last <= found[at].end else 0.0
            units.append(Unit(first, last, line, rule))
    return units


def _joints(text: str) -> Iterator[int]:
    for match in _GLUED.finditer(text):
        yield match.start()
        yield match.end()


def _cut(text: str, start: int, end: int, cuts: list[int]) -> Iterator[Range]:
    inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    for first, last in zip([start, *inside], [*inside, end], strict=True):
        piece = sentences.trim(text, first, last)
        if piece[0] < piece[1]:
            yield piece
