"""Pull quotes and decks: a line whose every word a longer paragraph says again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from seedreader.article import Range, Span

LEAST_WORDS = 8
MOST_WORDS = 60
"""Words in a line that may be a repeat."""

LONGER = 1.5
"""How much longer the line is that it repeats."""

_WORD = re.compile(r"[^\W_]+")
_ENDED = re.compile(r"[.!?…][\"”’'»]{0,2}\Z")


def find_pull_quotes(text: str, lines: Sequence[Range]) -> Iterator[Span]:
    """Lines, ended like sentences, that stand word for word inside a line half as long again."""
    words = [tuple(_WORD.findall(text[start:end].lower())) for start, end in lines]
    wanted: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for (start, end), own in zip(lines, words, strict=True):
        if LEAST_WORDS <= len(own) <= MOST_WORDS and _ENDED.search(text, max(start, end - 4), end):
            wanted[own[:LEAST_WORDS]].add(own)
    repeated = {own for line in words for own in _inside(line, wanted)}
    for (start, end), own in zip(lines, words, strict=True):
        if own in repeated:
            yield Span(start, end, "other", 0.8)


def _inside(
    line: tuple[str, ...], wanted: dict[tuple[str, ...], set[tuple[str, ...]]]
) -> Iterator[tuple[str, ...]]:
    for at in range(len(line) - LEAST_WORDS + 1 if len(line) >= LEAST_WORDS * LONGER else 0):
        for own in wanted.get(line[at : at + LEAST_WORDS], ()):
            if len(line) >= LONGER * len(own) and line[at : at + len(own)] == own:
                yield own
