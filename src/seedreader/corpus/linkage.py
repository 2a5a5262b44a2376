"""Articles as groups that `average_linkage` merges, by sparse vectors and days, and by the reader's word.

Only pairs that share rare features are looked at (see `neighbours`), but each likeness is that of all pairs
of the two groups, since the mean cosine of two groups is the product of their sums: no matrix.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from seedreader.analysis.average_linkage import Cohesion, merged
from seedreader.corpus.article_vectors import Vector, direction
from seedreader.corpus.neighbours import Features, candidates, weightiest

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

    __slots__ = ("_weightiest", "cohesion", "days", "members", "sides", "total")

    def __init__(
        self, member: int, vector: Vector, day: date | None = None, sides: Iterable[int] = ()
    ) -> None:
        self.members = [member]
        self.total = dict(vector)
        self.cohesion = Cohesion()
        self.days: Days | None = (day, day) if day else None
        self.sides = frozenset(sides)
        self._weightiest: Features | None = None

    @property
    def weightiest(self) -> Features:
        """The features that weigh most in it, drawn to the length of one; kept until it takes in another."""
        if self._weightiest is None:
            self._weightiest = weightiest(direction(self.total))
        return self._weightiest

    def likeness(self, other: Group) -> float:
        """The mean cosine of an article of this group and one of the other."""
        one, two = self.total, other.total
        if len(two) < len(one):
            one, two = two, one
        product = sum([weight * two[feature] for feature, weight in one.items() if feature in two])
        return product / (len(self.members) * len(other.members))

    def left(self, other: Group) -> float:
        """What days and the reader leave of the likeness to another group, as a share."""
        return 0.0 if self.parted_from(other) else _in_time(self.days, other.days)

    def take(self, other: Group, likeness: float) -> None:
        """Take in another group, which is not to be used from then on."""
        self.cohesion.take(other.cohesion, likeness)
        self._weightiest = None
        small, self.total = sorted((self.total, other.total), key=len)
        for feature, weight in small.items():
            self.total[feature] = self.total.get(feature, 0.0) + weight
        self.members += other.members
        known = [days for days in (self.days, other.days) if days]
        self.days = (min(d[0] for d in known), max(d[1] for d in known)) if known else None
        self.sides |= other.sides

    def parted_from(self, other: Group) -> bool:
        """Whether the reader parted an article of this group from one of the other."""
        return bool(self.sides) and any(-side in other.sides for side in self.sides)


def linked(groups: Sequence[Group]) -> list[Group]:
    """The groups, those merged that tell of one event. The groups given are used up.

    What has merged is looked up anew by what it shares, until nothing merges any more.
    """
    left, new = list(groups), len(groups)
    while new:
        left, new = merged(left, candidates([group.weightiest for group in left], len(left) - new))
    return left


def _in_time(one: Days | None, two: Days | None) -> float:
    """What the days of two groups leave of their likeness: all of it where they meet or are not known."""
    if one is None or two is None:
        return 1.0
    gap = max((one[0] - two[1]).days, (two[0] - one[1]).days, 0)
    return FAR_IN_TIME + (1 - FAR_IN_TIME) / (1 + (gap / DAYS_APART) ** 2)
