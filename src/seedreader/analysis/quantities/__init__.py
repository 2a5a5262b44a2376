"""Stated figures with the interval that their wording allows, and what they count.

Hedges follow ordinary newspaper English. "About", "some", "roughly" and their like allow 10 % either
way (`hedges.TOLERANCE`); "nearly" and "almost" 10 % below; "just over" 10 % above. Vague plurals are
intervals: "dozens" is 24 to 120, "hundreds" 200 to 1,000, "thousands" 2,000 to 100,000.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.analysis import numbers
from seedreader.analysis.numbers import Number
from seedreader.analysis.quantities import (
    counted_nouns,
    durations,
    false_figures,
    hedges,
    implied_nouns,
    vote_tallies,
)
from seedreader.article import Quantity

_JOIN = re.compile(r"\s?[-–—]\s?|\s(?:to|or)\s|\s(?P<and>and)\s", re.I)
_OF = re.compile(r"\s(?:out )?of\s(?:(?:the|its|their|all)\s)?", re.I)
_TO = re.compile(r"\sto\s", re.I)
_FROM = re.compile(r"\bfrom\s+$", re.I)
_BY = re.compile(r"\bby\s+$", re.I)
_STEP = 3
"""How many times the lower figure the upper one is, from which a change is by the one and to the other: "by 8
billion to 62 billion"."""
_RATIO = re.compile(r"\s(?:in|of)\s", re.I)
_MAGNITUDE = re.compile(r"\b(?:an?\s)?magnitude(?:[ -]|\sof\s)$", re.I)
_BELOW = re.compile(r"\s(?:(?:Celsius|centigrade|Fahrenheit)\s)?below\szero\b", re.I)
_QUAKE = re.compile(r"[ -](?:earthquake|quake|temblor|tremor|aftershock)\b(?!s)", re.I)
_STRONGEST = 10
"""No earthquake has had this magnitude."""

_PART = re.compile(
    r"\sof\s(?:an?|one)\s(?P<unit>mile|second|point|percent|inch|degree|kilomet(?:er|re)|met(?:er|re)|hour|minute)\b",
    re.I,
)
"""What a share is a length of, rather than a share: "two-tenths of a mile"."""

_REACH = 40
"""Characters before a figure in which it is called a magnitude."""

_SUM = 100_000
"""From how many pounds on they are money: nothing in the news weighs so many of them."""

_SCALED = re.compile(r"(?:thousand|million|billion|trillion)$|(?:m|bn|k)$", re.I)
_THOUSAND = 1_000
"""What the lower figure of a range is multiplied by where only the upper one says so: "3 to 4,000"."""

CLOSE, MOST = 12, 10
"""Characters between the numbers of a table at most, and how many numbers in a row still are prose."""


def find_quantities(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Quantities in ``text[start:end]`` in reading order, not overlapping.

    A span covers hedge, figure and unit: "up to 12,000 troops". A vote is two quantities, "votes for" and
    "votes against". Calibres, model names, years, dates, clock times, ordinals, list numbers and scores of
    games are not quantities.
    """
    stop = len(text) if end is None else end
    out: list[Quantity] = []
    found = _outside_tables(numbers.find_numbers(text, start, stop))
    i = 0
    while i < len(found):
        if vote := vote_tallies.tally(text, found, i, start, stop):
            one, two, one_end = vote
            out.append(_vote(found[i], one_end, one))
            out.append(_vote(found[i + 1], found[i + 1].end, two))
            i += 2
            continue
        quantity, i = _quantity(text, found, i, out, start, stop)
        if quantity is not None:
            out.append(quantity)
    return tuple(out)


def _vote(number: Number, end: int, unit: str) -> Quantity:
    return Quantity(number.start, end, number.figure, number.low, number.high, unit)


def _quantity(
    text: str, found: Sequence[Number], i: int, out: Sequence[Quantity], start: int, stop: int
) -> tuple[Quantity | None, int]:
    """The quantity that begins with ``found[i]``, if any, and the place of the next figure."""
    first, last = found[i], found[i]
    low, high, figure = first.low, first.high, first.figure
    hedge = hedges.before(text, start, first)
    pair = _range(text, found, i, hedge is not None and hedge["between"] is not None)
    if pair is not None:
        last, figure = found[i + 1], None
        low, high = pair
    i += 1 if pair is None else 2
    following = found[i] if i < len(found) else None
    after = hedges.after(text, last, stop)
    unit_from = after.end() if after else last.end
    label, unit_end = _unit(text, first, last, unit_from, following, stop)
    if hedge is not None and (
        (hedge["between"] and pair is None)
        or not hedges.governs(text, hedge, first, label, counted_nouns.is_measure(label))
    ):
        hedge = None
    begin = hedges.begin(text, start, first, hedge)
    if out and begin < out[-1].end:
        begin = first.start
        if begin < out[-1].end:
            return None, i
    if (
        label is not None
        and first.unit == "percent"
        and first.worded
        and (part := _PART.match(text, unit_from, stop))
    ):
        low = high = figure = None if figure is None else figure / 100
        label, unit_end = part["unit"].lower(), part.end()
    if _QUAKE.match(text, unit_from, stop) and figure is not None and figure < _STRONGEST:
        label, unit_end = "magnitude", unit_from
    if label in (None, "magnitude") and (
        strength := _MAGNITUDE.search(text, max(start, first.start - _REACH), first.start)
    ):
        label, begin = "magnitude", strength.start()
    if label is None and implied_nouns.is_age(text, begin, unit_from, out):
        label = "years old"
    told = implied_nouns.counted(text, out, start, begin, unit_from) if label is None else label
    hedged = hedge is not None or after is not None
    if not false_figures.counts(text, start, first, last, told, hedged=hedged, ranged=pair is not None):
        return None, i
    if label is None:
        label = told
    elif pair is None and figure is not None:
        if longer := durations.joined(text, label, unit_end, following, stop):
            more, unit_end, numbers_used = longer
            low = high = figure = figure + more
            i += numbers_used
        elif below := _below_zero(text, label, unit_end, stop):
            low = high = figure = -abs(figure)
            unit_end = below
    low, high = hedges.interval(hedge, after, figure, low, high)
    return Quantity(begin, unit_end if label and unit_end else unit_from, figure, low, high, label), i


def _unit(
    text: str, first: Number, last: Number, at: int, following: Number | None, stop: int
) -> tuple[str | None, int]:
    """What a figure that ends at ``at`` counts, and where the words for it end."""
    many = "part" if last.unit == "percent" else "one" if first is last and first.figure == 1 else "many"
    label, end = counted_nouns.unit(text, at, stop, many)
    if label is None and following is not None:
        if _OF.fullmatch(text, at, following.start):
            label = counted_nouns.unit(text, following.end, stop)[0]
        elif _TO.fullmatch(text, at, following.start) and _FROM.search(
            text, max(0, first.start - 6), first.start
        ):
            label = following.unit or counted_nouns.unit(text, following.end, stop)[0]
    if first.unit or last.unit:
        of_what = (
            last.unit == "percent"
            and label
            and (_OF.match(text, at, stop) or _RATIO.search(text, last.start, last.end))
        )
        label, end = last.unit or first.unit, end if of_what else at
    elif label == "pounds" and (last.figure or last.high or 0) >= _SUM and not _OF.match(text, end, stop):
        label = "GBP"
    return label, end


def _below_zero(text: str, label: str, at: int, stop: int) -> int | None:
    """Where "12 degrees below zero" ends."""
    m = _BELOW.match(text, at, stop) if label.startswith(("degree", "°")) else None
    return m.end() if m else None


def _outside_tables(found: Sequence[Number]) -> Sequence[Number]:
    """The numbers that stand in prose: a long row of them with little between is a table, or noise."""
    out: list[Number] = []
    row: list[Number] = []
    for number in found:
        if row and number.start - row[-1].end > CLOSE:
            out.extend(row if len(row) <= MOST else ())
            row = []
        row.append(number)
    return [*out, *(row if len(row) <= MOST else ())]


def _range(text: str, found: Sequence[Number], i: int, between: bool) -> tuple[float, float] | None:
    if i + 1 >= len(found):
        return None
    a, b = found[i], found[i + 1]
    join = _JOIN.fullmatch(text, a.end, b.start)
    if a.unit == "percent" and b.unit is None:
        return None
    if join is None or (join["and"] and not between) or a.figure is None or b.figure is None:
        return None
    if re.search(r"\d-$", text[max(0, a.start - 2) : a.start]):
        return None
    if _FROM.search(text, max(0, a.start - 6), a.start):
        return None
    low, high = a.figure, b.figure
    if b.unit != "percent" and low * _STEP <= high and _BY.search(text, max(0, a.start - 4), a.start):
        return None
    wording, larger = text[a.start : a.end], text[b.start : b.end]
    scale = _SCALED.search(larger)
    if scale and low < 1000 <= high and not wording[-1].isalpha():
        low *= numbers.SCALES[scale[0].lower()]
    elif wording.isdigit() and low < _THOUSAND and low * _THOUSAND < high and not larger.isdigit():
        # "10-15,000": the first figure is short for thousands too
        low *= _THOUSAND if not b.worded else 1
    if low < 0 or high < 0:
        low, high = min(low, high), max(low, high)
    return (low, high) if low < high else None
