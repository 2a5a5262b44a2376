"""A text read once for all that looks for boilerplate in it: its lines, their pieces, and their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from seedreader.analysis.boilerplate import rule_cues
from seedreader.analysis.boilerplate.normalize import plain
from seedreader.analysis.boilerplate.pieces import pieces
from seedreader.analysis.boilerplate.words import cues, folded, tokens
from seedreader.article import Range


class Line(NamedTuple):
    """A line without the white space around it, its pieces, their tokens, and their cues for rules."""

    start: int
    end: int
    pieces: Sequence[Range]
    tokens: Sequence[Sequence[str]]
    cues: Sequence[frozenset[str]]


class Page(NamedTuple):
    """A text as it is looked at: `plain`, `folded`, and its lines."""

    text: str
    small: str
    lines: Sequence[Line]


def read(text: str) -> Page:
    """Read a text."""
    text = plain(text)
    small = folded(text)
    ranges = _lines(text)
    lines = []
    for (start, end), parts in zip(ranges, pieces(text, ranges), strict=True):
        own = [tokens(small[first:last]) for first, last in parts]
        lines.append(Line(start, end, parts, own, [rule_cues.EVERY & cues(each) for each in own]))
    return Page(text, small, lines)


def _lines(text: str) -> list[Range]:
    """Lines without the white space around them, empty ones left out."""
    found, at = [], 0
    for line in text.split("\n"):
        bare = line.lstrip()
        if bare:
            start = at + len(line) - len(bare)
            found.append((start, start + len(bare.rstrip())))
        at += len(line) + 1
    return found
