"""Average linkage (Sokal and Michener 1958), cut where two groups are too unlike to tell of one event.

Groups merge, the most alike first, while the likeness across them is a large enough share of that within
them. So alike events come apart where each is closer to itself, and accounts of one event with few words in
common stay together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import sqrt
from typing import Protocol, Self, TypeVar

USUAL = 0.25
"""Likeness of two accounts of one event that is expected before any are seen."""

USUAL_PAIRS = 2
"""How many pairs that expectation counts as."""

COPY_SIMILARITY = 0.6
"""Likeness above which two accounts are copies: they count as this alike, since other accounts of their event
are not to be held against them."""

MIN_SHARE = 0.66
"""Likeness across two groups, as a share of that within them, from which they tell of one event."""


class Cohesion:
    """How many accounts a group has, and how alike they are."""

    __slots__ = ("_alike", "_pairs", "count")

    def __init__(self) -> None:
        self.count = 1
        self._alike = 0.0
        self._pairs = 0

    @property
    def within(self) -> float:
        """How alike two accounts in the group are; near `USUAL` where there are few."""
        return (self._alike + USUAL * USUAL_PAIRS) / (self._pairs + USUAL_PAIRS)

    def take(self, other: Cohesion, likeness: float) -> None:
        """Count in the accounts of another group, which are so alike to these on average."""
        pairs = self.count * other.count
        self._alike += other._alike + min(likeness, COPY_SIMILARITY) * pairs
        self._pairs += other._pairs + pairs
        self.count += other.count


class Linkable(Protocol):
    """Accounts that are one group so far."""

    @property
    def cohesion(self) -> Cohesion:
        """How alike they are."""

    def likeness(self, other: Self, /) -> float:
        """How alike, on average, an account of this group is to one of the other, 0…1."""

    def left(self, other: Self, /) -> float:
        """What else is known leaves of that likeness, as a share; 0 where they must not merge."""

    def take(self, other: Self, likeness: float, /) -> None:
        """Take in another group, which is not to be used from then on."""


Group = TypeVar("Group", bound=Linkable)


def merged(given: Sequence[Group], pairs: Iterable[tuple[int, int]]) -> tuple[list[Group], int]:
    """The groups, and how many at their end have merged, of the pairs of indices or in their wake.

    The groups given are used up.
    """
    groups = dict(enumerate(given))
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for one, two in pairs:
        near[one][two] = near[two][one] = groups[one].likeness(groups[two])
    heap = [
        (-likeness * groups[one].left(groups[two]), one, two)
        for one, others in near.items()
        for two, likeness in others.items()
        if one < two
    ]
    heapify(heap)
    following = len(given)
    while heap:
        negative, one, two = heappop(heap)
        if one not in groups or two not in groups or not _one_event(groups[one], groups[two], -negative):
            continue
        group, other = groups.pop(one), groups.pop(two)
        counts = group.cohesion.count, other.cohesion.count
        group.take(other, near[one][two])
        for neighbour, known in _around(near.pop(one), near.pop(two), counts).items():
            if neighbour in groups:
                likeness = group.likeness(groups[neighbour]) if known is None else known
                near[following][neighbour] = near[neighbour][following] = likeness
                heappush(heap, (-likeness * group.left(groups[neighbour]), neighbour, following))
        groups[following] = group
        following += 1
    return list(groups.values()), sum(number >= len(given) for number in groups)


def _around(
    one: Mapping[int, float], two: Mapping[int, float], counts: tuple[int, int]
) -> dict[int, float | None]:
    """How alike a merged group is to each that was near to one of its two; None where it is to be told."""
    a, b = counts
    return {
        other: (a * one[other] + b * two[other]) / (a + b) if other in one and other in two else None
        for other in one.keys() | two.keys()
    }


def _one_event(one: Linkable, two: Linkable, across: float) -> bool:
    return across >= MIN_SHARE * sqrt(one.cohesion.within * two.cohesion.within)
