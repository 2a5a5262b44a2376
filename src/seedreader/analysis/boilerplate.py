"""Text that is not the article: rules for what shows, and a trained model for the rest of English texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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

_LINE = re.compile(r"[^\n]+")


def find(text: str, weights: model.Weights | None = None) -> tuple[Span, ...]:
    """Give the boilerplate of ``text`` in reading order, never overlapping, without white space around it.

    Each span has one of `KINDS` and a score in 0…1. What is in doubt is left to the article, and so is the
    headline; in a text that is not English only what the rules tell is found. ``weights`` stand in for the
    shipped ones.
    """
    sure = by_rules(text)
    units = pieces.split(text, sure)
    words = split_words(text, units)
    if not model.english(words):
        return sure
    return _apart([*sure, *_by_model(text, units, words, weights or model.weights())])


def by_rules(text: str) -> tuple[Span, ...]:
    """Give the boilerplate that the rules alone find, in the same form."""
    lines = _lines(text)
    single = [span for line in lines for span in boilerplate_lines.find(text, *line)]
    spans = [*blocks.messages(text, lines), *single, *blocks.links(text, lines), *page.shouts(text, lines)]
    spans += repeats.find(text, lines)
    spans += page.menus(text, lines, _covered(lines, spans))
    spans += page.outskirts(text, lines, _covered(lines, spans))
    return _apart(spans)


def _by_model(
    text: str, units: Sequence[pieces.Unit], words: Sequence[Sequence[str]], weights: model.Weights
) -> Iterator[Span]:
    """What the model finds beside the rules; pieces that follow one another in a line are one span."""
    chances = model.judge(text, units, words, weights)
    doubtful = [chance >= weights.sure and not unit.rule for chance, unit in zip(chances, units, strict=True)]
    own = [not unit.rule and not doubt for unit, doubt in zip(units, doubtful, strict=True)]
    kept = headline.find(units, words, own) if any(doubtful) else frozenset()
    run: Span | None = None
    line = -1
    for i, unit in enumerate(units):
        if not doubtful[i] or i in kept:
            continue
        if run and unit.line == line and doubtful[i - 1] and i - 1 not in kept:
            run = Span(run.start, unit.end, run.kind, min(run.score, chances[i]))
        else:
            if run:
                yield run
            run = Span(unit.start, unit.end, "other", chances[i])
        line = unit.line
    if run:
        yield run


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
