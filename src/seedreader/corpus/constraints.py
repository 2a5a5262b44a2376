"""What the reader says of which sources tell of one event; it wins over what is computed.

Each function gives a new value. The reader's last word counts: what it says of two sources takes the place
of what was said of these two before, and of no others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from seedreader.article import EventDecision, SourceId

Sources = frozenset[SourceId]


class Constraints(NamedTuple):
    """``together``: sets of sources, none in two, that tell of one event each. ``apart``: pairs of sets; no
    source of the one tells of the same event as a source of the other.

    Sources that are not among the articles at hand are kept, and do nothing.
    """

    together: tuple[Sources, ...] = ()
    apart: tuple[tuple[Sources, Sources], ...] = ()


NONE = Constraints()
"""Nothing said."""


def told(decisions: Iterable[EventDecision]) -> Constraints:
    """What the reader's decisions, in their order, come to."""
    known = NONE
    for decision in decisions:
        change = merge if decision.kind == "merge" else split
        known = change(known, decision.one, decision.other)
    return known


def merge(known: Constraints, *stories: Collection[SourceId]) -> Constraints:
    """All sources of these stories tell of one event."""
    named = frozenset().union(*stories)
    if len(named) < 2:
        return known
    touched = [each for each in known.together if each & named]
    one = named.union(*touched)
    return Constraints(
        (*(each for each in known.together if not each & named), one),
        tuple(
            (left, right)
            for first, second in known.apart
            for left, right in ((first - one, second), (first & one, second - one))
            if left and right
        ),
    )


def split(known: Constraints, part: Collection[SourceId], rest: Collection[SourceId]) -> Constraints:
    """The sources of ``part`` tell of another event than those of ``rest``.

    A source that was said to be one with both stays with ``rest``.
    """
    out, others = frozenset(part) - frozenset(rest), frozenset(rest)
    if not out or not others:
        return known
    together: list[Sources] = []
    for each in known.together:
        halves = (each & out, each - out) if each & out and each & others else (each,)
        together += (half for half in halves if len(half) > 1)
    return Constraints(
        tuple(together), (*(pair for pair in known.apart if pair != (out, others)), (out, others))
    )


def not_this_event(known: Constraints, source: SourceId, story: Collection[SourceId]) -> Constraints:
    """The source does not tell of the story's event; where it belongs is left to be computed."""
    return split(known, [source], [each for each in story if each != source])


def move(
    known: Constraints, source: SourceId, story: Collection[SourceId], other: Collection[SourceId]
) -> Constraints:
    """The source, which was found in ``story``, tells of the event of the ``other`` story."""
    return merge(not_this_event(known, source, story), other, [source])
