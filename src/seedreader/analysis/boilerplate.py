"""Text that is not the article: rules for lines and for runs of lines. A later version may be trained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from seedreader.analysis import boilerplate_blocks as blocks
from seedreader.analysis import boilerplate_lines
from seedreader.analysis import boilerplate_page as page
from seedreader.analysis.boilerplate_rules import KINDS
from seedreader.article import Range, Span

__all__ = ["KINDS", "find"]

_LINE = re.compile(r"[^\n]+")


def find(text: str) -> tuple[Span, ...]:
    """Give the boilerplate of ``text`` in reading order, never overlapping, without white space around it.

    Each span has one of `KINDS` and a score in 0…1. What is in doubt is left to the article.
    """
    lines = _lines(text)
    single = [span for line in lines for span in boilerplate_lines.find(text, *line)]
    spans = [*blocks.messages(text, lines), *single, *blocks.links(text, lines), *page.shouts(text, lines)]
    spans += page.menus(text, lines, _covered(lines, spans))
    spans += page.outskirts(text, lines, _covered(lines, spans))
    return _apart(spans)


def _covered(lines: Sequence[Range], spans: Iterable[Span]) -> list[bool]:
    """Tell which lines are boilerplate from end to end."""
    whole = {(span.start, span.end) for span in spans}
    return [line in whole for line in lines]


def _lines(text: str) -> list[Range]:
    """Lines without the white space around them, empty ones left out."""
    found = []
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            found.append((start, end))
    return found


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Keep the longest of spans that overlap; of equals, the one given first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
