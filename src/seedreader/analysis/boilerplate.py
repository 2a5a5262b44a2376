"""Text that is not the article: rules for what shows, and a trained model for the rest of English texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from seedreader.analysis import boilerplate_blocks as blocks
from seedreader.analysis import boilerplate_headline as headline
from seedreader.analysis import boilerplate_lines
from seedreader.analysis import boilerplate_model as model
from seedreader.analysis import boilerplate_page as page
from seedreader.analysis import boilerplate_repeats as repeats
from seedreader.analysis import boilerplate_units as pieces
from seedreader.analysis.boilerplate_features import split_words
from seedreader.analysis.boilerplate_rules import KINDS
from seedreader.article import Range, Span

__all__ = ["KINDS", "by_rules", "find"]

SHORT, PROSE = 12, 0.9
"""Words of a short piece, and how likely a longer one must be: losing the article's own prose is worse."""

SUSPECT = 0.4
"""How likely a piece must be that other articles make suspect."""

_LINE = re.compile(r"[^\n]+")


def find(text: str, weights: model.Weights | None = None, suspects: Sequence[Range] = ()) -> tuple[Span, ...]:
    """Give the boilerplate of ``text`` in reading order, never overlapping, without white space around it.

    Each span has one of `KINDS` and a score in 0…1. What is in doubt is left to the article, and so is the
    headline; in a text that is not English only what the rules tell is found. ``weights`` stand in for the
    shipped ones; ``suspects`` are ranges, in order, that other articles speak against.
    """
    sure = by_rules(text)
    units = pieces.split(text, sure)
    words = split_words(text, units)
    if not model.english(words):
        return sure
    weights = weights or model.weights()
    chances = model.judge(text, units, words, weights)
    noise = [
        unit.rule > 0 or chance >= _least(unit, len(own), weights.sure, suspects)
        for chance, unit, own in zip(chances, units, words, strict=True)
    ]
    own = headline.find(text, units, words, [not is_noise for is_noise in noise])
    more = [
        is_noise and not unit.rule and i not in own
        for i, (is_noise, unit) in enumerate(zip(noise, units, strict=True))
    ]
    starts = {units[i].start for i in own}
    listed = [span for span in sure if span.kind != "related" or span.start not in starts]
    return _apart([*listed, *_runs(units, chances, more)])


def by_rules(text: str) -> tuple[Span, ...]:
    """Give the boilerplate that the rules alone find, in the same form."""
    lines = _lines(text)
    single = [span for line in lines for span in boilerplate_lines.find(text, *line)]
    spans = [*blocks.messages(text, lines), *single, *blocks.links(text, lines), *page.shouts(text, lines)]
    spans += repeats.find(text, lines)
    spans += page.menus(text, lines, _covered(lines, spans))
    spans += page.outskirts(text, lines, _covered(lines, spans))
    return _apart(spans)


def _runs(units: Sequence[pieces.Unit], chances: Sequence[float], chosen: Sequence[bool]) -> Iterator[Span]:
    """Spans of the chosen units; units that follow one another in a line are one span."""
    for _, run in groupby(range(len(units)), key=lambda i: (units[i].line, chosen[i])):
        places = list(run)
        if chosen[places[0]]:
            score = min(chances[i] for i in places)
            yield Span(units[places[0]].start, units[places[-1]].end, "other", score)


def _least(unit: pieces.Unit, size: int, sure: float, suspects: Sequence[Range]) -> float:
    """How likely a piece must be to count as boilerplate."""
    place = bisect_right(suspects, unit.start, key=lambda suspect: suspect[0]) - 1
    if place >= 0 and unit.end <= suspects[place][1]:
        return SUSPECT
    return max(sure, PROSE) if size > SHORT else sure


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
