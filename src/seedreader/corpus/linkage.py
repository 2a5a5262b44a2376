"""Average linkage of sparse vectors (Sokal and Michener 1958), cut where two groups are too unlike.

Groups merge, the most alike first, while the likeness across them is a large enough share of that within
them. Only pairs that share rare features are looked at (see `neighbours`), but each likeness is that of all
pairs of the two groups, since the mean cosine of two groups is the product of their sums: no matrix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from math import sqrt

from seedreader.corpus.article_vectors import Vector, direction
from seedreader.corpus.neighbours import candidates

USUAL = 0.25
"""Cosine of two accounts of one event that is expected before any are seen."""

USUAL_PAIRS = 2
"""How many pairs that expectation counts as."""

COPY_SIMILARITY = 0.6
"""Cosine above which two articles are copies: they count as this alike, since other accounts of their event
are not to be held against them."""

MIN_SHARE = 0.66
"""Likeness across two groups, as a share of that within them, from which they tell of one event."""

DAYS_APART = 30
"""Days between two groups after which half of `FAR_IN_TIME` holds."""

FAR_IN_TIME = 0.5
"""What is left of the likeness of two groups that lie far apart in time."""

Days = tuple[date, date]


class Group:
    """Articles that are one so far: their numbers, the sum of their vectors, and how alike they are.

    ``days`` are the first and the last that they were published on. ``sides`` are on which side of each
    division they stand that the reader made: groups on two sides of one (``n`` and ``-n``) never merge.
    """

    __slots__ = ("alike", "days", "members", "pairs", "sides", "total")

    def __init__(
        self, member: int, vector: Vector, day: date | None = None, sides: Iterable[int] = ()
    ) -> None:
        self.members = [member]
        self.total = dict(vector)
        self.alike = 0.0
        self.pairs = 0
        self.days: Days | None = (day, day) if day else None
        self.sides = frozenset(sides)

    def likeness(self, other: Group) -> float:
        """The mean cosine of an article of this group and one of the other."""
        one, two = self.total, other.total
        if len(two) < len(one):
            one, two = two, one
        product = sum(weight * two[feature] for feature, weight in one.items() if feature in two)
        return product / (len(self.members) * len(other.members))

    def take(self, other: Group, likeness: float) -> None:
        """Take in another group, which is not to be used from then on."""
        pairs = len(self.members) * len(other.members)
        self.alike += other.alike + min(likeness, COPY_SIMILARITY) * pairs
        self.pairs += other.pairs + pairs
        small, self.total = sorted((self.total, other.total), key=len)
        for feature, weight in small.items():
            self.total[feature] = self.total.get(feature, 0.0) + weight
        self.members += other.members
        known = [days for days in (self.days, other.days) if days]
        self.days = (min(d[0] for d in known), max(d[1] for d in known)) if known else None
        self.sides |= other.sides

    def parted_from(self, other: Group) -> bool:
        """Whether the reader parted an article of this group from one of the other."""
        return any(-side in other.sides for side in self.sides)

    @property
    def within(self) -> float:
        """How alike two accounts in the group are; near `USUAL` where there are few."""
        return (self.alike + USUAL * USUAL_PAIRS) / (self.pairs + USUAL_PAIRS)


def linked(groups: Sequence[Group]) -> list[Group]:
    """The groups, those merged that tell of one event. The groups given are used up.

    What has merged is looked up anew by what it shares, until nothing merges any more.
    """
    left, merged = list(groups), len(groups)
    while merged:
        pairs = candidates([direction(group.total) for group in left], len(left) - merged)
        left, merged = _merged(left, pairs)
    return left


def _merged(given: Sequence[Group], pairs: Iterable[tuple[int, int]]) -> tuple[list[Group], int]:
    """One round: the groups, and how many at their end have merged, of the pairs or in their wake."""
    groups = dict(enumerate(given))
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for one, two in pairs:
        if not groups[one].parted_from(groups[two]):
            near[one][two] = near[two][one] = groups[one].likeness(groups[two])
    heap = [
        (-likeness * _in_time(groups[one], groups[two]), one, two)
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
        merged, other = groups.pop(one), groups.pop(two)
        sizes = len(merged.members), len(other.members)
        merged.take(other, near[one][two])
        around = _around(near.pop(one), near.pop(two), sizes)
        for neighbour, likeness in around.items():
            group = groups.get(neighbour)
            if group is None or merged.parted_from(group):
                continue
            likeness = merged.likeness(group) if likeness is None else likeness
            near[following][neighbour] = near[neighbour][following] = likeness
            heappush(heap, (-likeness * _in_time(merged, group), neighbour, following))
        groups[following] = merged
        following += 1
    return list(groups.values()), sum(number >= len(given) for number in groups)


def _around(
    one: Mapping[int, float], two: Mapping[int, float], sizes: tuple[int, int]
) -> dict[int, float | None]:
    """How alike a merged group is to each that was near to one of its two; None where it is to be told."""
    a, b = sizes
    return {
        other: (a * one[other] + b * two[other]) / (a + b) if other in one and other in two else None
        for other in one.keys() | two.keys()
    }


def _one_event(one: Group, two: Group, across: float) -> bool:
    return across >= MIN_SHARE * sqrt(one.within * two.within)


def _in_time(one: Group, two: Group) -> float:
    """What the days of two groups leave of their likeness: all of it where they meet or are not known."""
    if one.days is None or two.days is None:
        return 1.0
    gap = max((one.days[0] - two.days[1]).days, (two.days[0] - one.days[1]).days, 0)
    return FAR_IN_TIME + (1 - FAR_IN_TIME) / (1 + (gap / DAYS_APART) ** 2)
