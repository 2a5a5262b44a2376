"""The pieces of a text that are judged one by one: those of its lines, and what rules find of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from seedreader.analysis import sentences
from seedreader.analysis.boilerplate.page import Page
from seedreader.analysis.boilerplate.words import tokens
from seedreader.article import Span


class TextUnit(NamedTuple):
    """A piece of a text: its range, the number of its line, and how sure the rules are of it, or 0."""

    start: int
    end: int
    line: int
    rule: float


def split_units(page: Page, spans: Iterable[Span]) -> tuple[list[TextUnit], list[Sequence[str]]]:
    """Give the pieces of a page, each of ``spans`` in place of what it covers, and the tokens of each.

    The spans lie apart in reading order, each inside a line.
    """
    units: list[TextUnit] = []
    words: list[Sequence[str]] = []

    def add(start: int, end: int, line: int, rule: float = 0.0) -> None:
        start, end = sentences.trim(page.text, start, end)
        if start < end:
            units.append(TextUnit(start, end, line, rule))
            words.append(tokens(page.small[start:end]))

    later = iter(spans)
    span = next(later, None)
    for at, line in enumerate(page.lines):
        for (start, end), own in zip(line.pieces, line.tokens, strict=True):
            if span is None or end <= span.start or (start, end) == span[:2]:
                whole = span is not None and span.start == start
                units.append(TextUnit(start, end, at, span.score if span and whole else 0.0))
                words.append(own)
                span = next(later, None) if whole else span
                continue
            while span and span.start < end:
                add(start, span.start, at)
                if start <= span.start:
                    add(span.start, span.end, at, span.score)
                start = max(start, span.end)
                if span.end > end:
                    break
                span = next(later, None)
            add(start, end, at)
    return units, words
