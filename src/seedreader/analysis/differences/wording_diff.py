"""How two stretches of text that belong together differ in their words, and in numbers, dates and names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from seedreader.analysis import numbers
from seedreader.analysis.differences import facts, word_diff
from seedreader.analysis.differences.diff_values import DiffFact, WordChange
from seedreader.article import Range

KEPT = 0.4
"""Share of both texts that must be kept for a figure to stand for the one that stood there before."""

FactChange = tuple[str, Range | None, Range | None]
"""The kind of a fact with its old and its new range, one of which may be missing."""


class WordingDiff(NamedTuple):
    """The changes from one text to the other, in order, and the facts that changed."""

    changes: tuple[WordChange, ...] = ()
    facts: tuple[FactChange, ...] = ()


def compare_wordings(
    old_text: str, old: Range, new_text: str, new: Range, known: Collection[str] = ()
) -> WordingDiff:
    """How ``old_text[old]`` was made into ``new_text[new]``; ``known`` are words of names in both texts."""
    if old_text[slice(*old)] == new_text[slice(*new)]:
        return WordingDiff()
    one, two = word_diff.tokens(old_text, *old), word_diff.tokens(new_text, *new)
    changes = tuple(word_diff.changes(old_text, one, new_text, two))
    if not any(_tells(old_text, change.old) or _tells(new_text, change.new) for change in changes):
        return WordingDiff(changes)
    found = facts.both(old_text[slice(*old)], new_text[slice(*new)], known)
    mine, theirs = (
        [_at(fact, span[0]) for fact in side] for side, span in zip(found, (old, new), strict=True)
    )
    here, there = facts.wholes(mine, theirs)
    one, two = word_diff.tokens(old_text, *old, here), word_diff.tokens(new_text, *new, there)
    changes = tuple(word_diff.changes(old_text, one, new_text, two))
    replaced = sum(b - a for change in changes for a, b in (change.old, change.new))
    loose = replaced > (1 - KEPT) * (old[1] - old[0] + new[1] - new[0])
    gone, come = facts.missing(mine, theirs), facts.missing(theirs, mine)
    return WordingDiff(changes, tuple(_changed(changes, gone, come, loose)))


@cache
def _telling() -> re.Pattern[str]:
    """What a number, a date or a name may begin with."""
    return re.compile(
        rf"\d|\b(?:{'|'.join((*numbers.UNITS, *numbers.TENS, *numbers.SCALES, 'dozen'))})|(?-i:[A-Z])", re.I
    )


def _tells(text: str, span: Range) -> bool:
    return _telling().search(text, *span) is not None


def _at(fact: DiffFact, offset: int) -> DiffFact:
    return fact._replace(start=fact.start + offset, end=fact.end + offset)


def _changed(
    changes: Sequence[WordChange], gone: Sequence[DiffFact], come: Sequence[DiffFact], loose: bool
) -> Iterator[FactChange]:
    """Facts that are missing on the other side, those of one kind in one change against each other.

    A share is not made into a sum of money; and where the texts are ``loose``, so much replaced that nothing
    ties one figure to another, each is told alone.
    """
    for change in changes:
        was, now = _within(gone, change.old), _within(come, change.new)
        for kind in (facts.NUMBER, facts.DATE, facts.NAME):
            for one, two in zip_longest(*([f for f in side if f.kind == kind] for side in (was, now))):
                if one and two and kind == facts.NUMBER and (loose or _unlike(one, two)):
                    yield from ((kind, (one.start, one.end), None), (kind, None, (two.start, two.end)))
                else:
                    yield kind, one and (one.start, one.end), two and (two.start, two.end)


def _unlike(one: DiffFact, two: DiffFact) -> bool:
    """Whether two numbers are of different units; one without any may be of either."""
    return len({fact.key[-1:] for fact in (one, two) if not fact.key[-1:].isalnum()}) > 1


def _within(found: Sequence[DiffFact], span: Range) -> list[DiffFact]:
    return [fact for fact in found if span[0] <= fact.start < span[1]]
