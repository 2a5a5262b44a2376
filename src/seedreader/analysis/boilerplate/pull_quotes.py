"""Pull quotes and decks: a line whose every word a longer paragraph says again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from seedreader.analysis.boilerplate.page import Line
from seedreader.analysis.boilerplate.words import ended
from seedreader.article import Span

LEAST_WORDS = 8
MOST_WORDS = 60
"""Words in a line that may be a repeat."""

LONGER = 1.5
"""How much longer the line is that it repeats."""

MOST_ALIKE = 20
"""Lines that begin alike of which it is asked whether another says them again."""

Words = tuple[str, ...]


def find_pull_quotes(lines: Sequence[Line]) -> Iterator[Span]:
    """Lines, ended like sentences, that stand word for word inside a line half as long again."""
    words = [_words(line.tokens) for line in lines]
    wanted: defaultdict[str, dict[Words, list[Words]]] = defaultdict(dict)
    for line, own in zip(lines, words, strict=True):
        if LEAST_WORDS <= len(own) <= MOST_WORDS and ended(line.tokens[-1]):
            alike = wanted[own[0]].setdefault(own[:LEAST_WORDS], [])
            if len(alike) < MOST_ALIKE:
                alike.append(own)
    repeated = {own for longer in words for own in _inside(longer, wanted)}
    for line, own in zip(lines, words, strict=True):
        if own in repeated:
            yield Span(line.start, line.end, "other", 0.8)


def _words(pieces: Sequence[Sequence[str]]) -> Words:
    """The words of a line; none where it is too short to have enough."""
    if len(pieces) == 1 and len(pieces[0]) <= LEAST_WORDS:
        return ()
    return tuple([token for own in pieces for token in own if token.isalnum()])


def _inside(line: Words, wanted: Mapping[str, Mapping[Words, Sequence[Words]]]) -> Iterator[Words]:
    if len(line) < LEAST_WORDS * LONGER:
        return
    for at, word in enumerate(line):
        if word in wanted:
            for own in wanted[word].get(line[at : at + LEAST_WORDS], ()):
                if len(line) >= LONGER * len(own) and line[at : at + len(own)] == own:
                    yield own
