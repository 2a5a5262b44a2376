"""Text that is not the article: rules for what shows, and a trained model for the rest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from seedreader.analysis.boilerplate import (
    announced_blocks,
    by_structure,
    capital_links,
    dimming_policy,
    infer_kind,
    inline_rules,
    line_rules,
    model,
    own_headline,
    pull_quotes,
    split_units,
    table_rows,
)
from seedreader.analysis.boilerplate.page import Page, read
from seedreader.analysis.boilerplate.rules import KINDS
from seedreader.article import Range, Span, Structure

__all__ = ["KINDS", "apply_rules", "by_rules", "find_boilerplate", "read"]

SUSPECT = 0.4
"""How likely a piece must be that other articles make suspect."""

SURE_ROW = 0.95
"""How likely a row of a table must be."""

SAMPLE = 4_000
"""Characters that show whether a text is English."""


def find_boilerplate(
    text: str,
    weights: model.BoilerplateWeights | None = None,
    suspects: Sequence[Range] = (),
    title: str | None = None,
    structure: Sequence[Structure] = (),
) -> tuple[Span, ...]:
    """Give the boilerplate of ``text`` in reading order, never overlapping, without white space around it.

    Each span has one of `KINDS` and a score in 0…1. What is in doubt is left to the article, and so is the
    headline; more is in doubt in a text that is not English. ``weights`` stand in for the shipped ones;
    ``suspects`` are ranges, in order, that other articles speak against; ``title`` is the headline where the
    caller knows it. ``structure`` is what the format says of ranges of the text: what that puts beside the
    article is out of question, and the rest is judged as if it were the text; by the rules alone where the
    structure tells what nearly all of it is: the model was taught on pages whose layout is lost.
    """
    beside = by_structure.find(text, structure)
    known = by_structure.is_known(text, structure)
    if not beside:
        return _ruled(text, title) if known else _judged(text, weights, suspects, title)
    left, cuts = by_structure.without(text, beside)
    if known or len(left) <= by_structure.LAID_OUT * len(text):
        found = _ruled(left, title)
    else:
        found = _judged(left, weights, cuts.left(suspects), title)
    return tuple(sorted([*beside, *(part for span in found for part in cuts.whole(span))]))


def _ruled(text: str, title: str | None) -> tuple[Span, ...]:
    """What the rules for single lines, messages and lists, which are of English, find; never the headline."""
    if not model.english([text[:SAMPLE].lower().split()]):
        return ()
    first, last = _titled(text, title)
    page = read(text)
    spans = [
        *announced_blocks.messages(page.text, page.lines),
        *_single(page, by_structure.LONGEST_LINE),
        *announced_blocks.links(page.text, page.lines),
    ]
    return tuple(span for span in _apart(spans) if not (first <= span.start and span.end <= last))


def _judged(
    text: str, weights: model.BoilerplateWeights | None, suspects: Sequence[Range], title: str | None
) -> tuple[Span, ...]:
    """What the rules and the model find in a text."""
    first, last = _titled(text, title)
    page = read(text)
    text = page.text
    sure, units, tokens = apply_rules(page)
    own_words = model.words_of(tokens)
    chances = model.judge(text, units, tokens, own_words, weights or model.weights())
    dimmed_from = dimming_policy.dimmed_from(model.english(own_words), sum(map(len, own_words)))
    rows = table_rows.table_rows(page.lines)
    noise = [
        unit.rule > 0
        or (chance >= dimmed_from and (chance >= SURE_ROW or unit.line not in rows))
        or (chance >= SUSPECT and _suspected(unit, suspects))
        for unit, chance in zip(units, chances, strict=True)
    ]
    own = own_headline.find_own_headline(text, units, own_words, [not is_noise for is_noise in noise])
    own |= own_headline.behind_trails(units, {span.end for span in sure if span.kind == "breadcrumb"})
    own |= {i for i, unit in enumerate(units) if first <= unit.start and unit.end <= last}
    more = [
        _kind(text, units, tokens, i) if is_noise and not unit.rule and i not in own else ""
        for i, (is_noise, unit) in enumerate(zip(noise, units, strict=True))
    ]
    for i, (kind, chance, unit) in enumerate(zip(more, chances, units, strict=True)):
        doubtful = kind == "other" and chance < dimming_policy.LIKELY_IF_SAID
        if doubtful and dimming_policy.is_said(text[unit.start : unit.end]):
            more[i] = ""
    starts = {units[i].start for i in own}
    listed = [
        span
        for span in sure
        if not (span.kind == "related" and span.start in starts)
        and not (first <= span.start and span.end <= last)
    ]
    return _apart([*listed, *_runs(units, chances, more)])


def apply_rules(page: Page) -> tuple[tuple[Span, ...], list[split_units.TextUnit], list[Sequence[str]]]:
    """Give what the rules find in a page, in its pieces too, the pieces, and their tokens."""
    sure = by_rules(page)
    units, tokens = split_units.split_units(page, sure)
    found = inline_rules.find_inline_boilerplate(page.text, units, tokens)
    inside = {span.start: span for span in found}
    units = [unit._replace(rule=inside[unit.start].score) if unit.start in inside else unit for unit in units]
    return _apart([*sure, *inside.values()]), units, tokens


def by_rules(page: Page) -> tuple[Span, ...]:
    """Give the boilerplate that the rules alone find, in the same form."""
    return _apart(
        [
            *announced_blocks.messages(page.text, page.lines),
            *_single(page, line_rules.LONGEST_LINE),
            *announced_blocks.links(page.text, page.lines),
            *capital_links.shouts(page.text, page.lines),
            *pull_quotes.find_pull_quotes(page.lines),
        ]
    )


def _single(page: Page, longest: int) -> Iterator[Span]:
    """What the rules for a line find, line by line."""
    for line in page.lines:
        yield from line_rules.find_in_line(page.text, line, longest)


def _kind(text: str, units: Sequence[split_units.TextUnit], tokens: Sequence[Sequence[str]], i: int) -> str:
    """The kind of the unit at ``i``, by its words and by what follows it in its line."""
    behind = i + 1 < len(units) and units[i + 1].line == units[i].line
    credit = behind and infer_kind.kind(text[slice(*units[i + 1][:2])], tokens[i + 1], False) == "credit"
    return infer_kind.kind(text[slice(*units[i][:2])], tokens[i], credit)


def _runs(
    units: Sequence[split_units.TextUnit], chances: Sequence[float], chosen: Sequence[str]
) -> Iterator[Span]:
    """Spans of the units with a kind; units of one kind that follow one another in a line are one span."""
    for (_, kind), run in groupby(range(len(units)), key=lambda i: (units[i].line, chosen[i])):
        places = list(run)
        if kind:
            score = min(chances[i] for i in places)
            yield Span(units[places[0]].start, units[places[-1]].end, kind, score)


def _titled(text: str, title: str | None) -> Range:
    """Where the headline stands first, empty where it does not."""
    start = text.find(title) if title else -1
    return (start, start + len(title or "")) if start >= 0 else (0, 0)


def _suspected(unit: split_units.TextUnit, suspects: Sequence[Range]) -> bool:
    place = bisect_right(suspects, unit.start, key=lambda suspect: suspect[0]) - 1
    return place >= 0 and unit.end <= suspects[place][1]


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Keep the longest of spans that overlap; of equals, the one given first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
