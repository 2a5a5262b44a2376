"""Boilerplate that makes a piece of a line: what rules say of whole lines, and headlines in capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seedreader.analysis.boilerplate import line_rules, rules, words
from seedreader.analysis.boilerplate.split_units import TextUnit
from seedreader.article import Span

LONGEST = 300
"""Characters of a piece that is looked at."""

LONG, YEAR = 20, "0000"
"""A piece of more tokens is a sentence; with a year in it, it may still be a caption."""

CAPITAL_WORDS = 6
"""Words of a headline in capitals."""

CAPITALS, SMALL = 3, 0.1
"""Capitals for each of its words, and small letters for each capital at most."""


def find_inline_boilerplate(
    text: str, units: Sequence[TextUnit], tokens: Sequence[Sequence[str]]
) -> Iterator[Span]:
    """Give the units that rules name among those that share their line with others."""
    for i, (unit, own) in enumerate(zip(units, tokens, strict=True)):
        if unit.rule or unit.end - unit.start > LONGEST or not _shares_line(units, i):
            continue
        piece, cues = text[unit.start : unit.end], words.cues(own)
        if piece.startswith("(") and rules.PICTURE_CREDIT.match(piece):
            yield Span(unit.start, unit.end, "credit", 0.9)
        elif (len(own) <= LONG or YEAR in cues) and (named := line_rules.whole_line(piece, cues)):
            kind, score = named
            if kind != "caption" or not rules.PAST.search(piece):
                yield Span(unit.start, unit.end, kind, score)
        elif shouted(piece):
            yield Span(unit.start, unit.end, "related", 0.8)


def shouted(piece: str) -> bool:
    """Tell a headline in capitals from a sentence, and from a table of figures."""
    if piece[2:12].islower():
        return False
    words = len(piece.split())
    capitals = sum(map(str.isupper, piece))
    if words < CAPITAL_WORDS or capitals < CAPITALS * words or piece.endswith(("”", '"')):
        return False
    return sum(map(str.isalpha, piece)) - capitals <= SMALL * capitals


def _shares_line(units: Sequence[TextUnit], i: int) -> bool:
    line = units[i].line
    return (i > 0 and units[i - 1].line == line) or (i + 1 < len(units) and units[i + 1].line == line)
