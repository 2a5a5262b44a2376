"""Two passages of different sources: which words of each differ from the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from seedreader.analysis.differences import facts, word_diff
from seedreader.analysis.differences.word_diff import DiffToken
from seedreader.article import Link, Range

LONGEST = 1_000
"""Characters of a passage that are looked at."""

ALIKE = 0.5
"""Share of the shorter passage's words that both have in one order for the other words to say something."""


class PassageDiff(NamedTuple):
    """What differs between two passages, as ranges of each, counted from its beginning, in order.

    ``one`` and ``two`` are the words that differ: none where the passages have too few words in common for
    that to say anything. ``one_facts`` and ``two_facts`` are the facts that the other lacks.
    """

    one: tuple[Range, ...] = ()
    two: tuple[Range, ...] = ()
    one_facts: tuple[Range, ...] = ()
    two_facts: tuple[Range, ...] = ()


PREPARED = 16
"""Links whose passages are compared before they are shown."""


def prepare(links: Sequence[Link]) -> None:
    """Compare the passages of the first links, so that nothing has to be made ready when they are shown."""
    for link in links[:PREPARED]:
        compare_passages(link.a.text, link.b.text)
        compare_passages(link.b.text, link.a.text)


def compare_passages(one: str, two: str) -> PassageDiff:
    """Which words of two passages differ; numbers, dates and names are compared as wholes."""
    return _compared(one[:LONGEST], two[:LONGEST])


@lru_cache(maxsize=512)
def _compared(one: str, two: str) -> PassageDiff:
    mine, theirs = facts.both(one, two)
    here, there = facts.wholes(mine, theirs)
    old, new = word_diff.tokens(one, 0, len(one), here), word_diff.tokens(two, 0, len(two), there)
    found = word_diff.opcodes(old, new)
    kept = sum(token.is_word for equal, i, i_end, *_ in found if equal for token in old[i:i_end])
    words = min(sum(token.is_word for token in side) for side in (old, new))
    alike = kept >= ALIKE * max(1, words)
    differ = [op[1:] for op in found if not op[0]] if alike else []
    return PassageDiff(
        _ranges(old[i:i_end] for i, i_end, _, _ in differ),
        _ranges(new[j:j_end] for _, _, j, j_end in differ),
        tuple((fact.start, fact.end) for fact in facts.missing(mine, theirs)),
        tuple((fact.start, fact.end) for fact in facts.missing(theirs, mine)),
    )


def _ranges(stretches: Iterable[Sequence[DiffToken]]) -> tuple[Range, ...]:
    """From the first to the last word of each stretch, those without any left out."""
    found = ([token for token in stretch if token.is_word] for stretch in stretches)
    return tuple((stretch[0].start, stretch[-1].end) for stretch in found if stretch)
