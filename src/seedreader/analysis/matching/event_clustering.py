"""The events that the articles of one story tell of, by how alike the articles are.

They are told apart as the articles of a folder are (see `average_linkage`), by the likeness of all pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from seedreader.analysis.average_linkage import Cohesion, merged

Alike = Sequence[Sequence[float]]


class _Group:
    """Articles that are one so far, by their numbers."""

    def __init__(self, alike: Alike, member: int) -> None:
        self._alike = alike
        self.members = [member]
        self.cohesion = Cohesion()

    def likeness(self, other: _Group) -> float:
        found = [self._alike[one][two] for one in self.members for two in other.members]
        return sum(found) / len(found)

    def left(self, _other: _Group) -> float:
        return 1.0

    def take(self, other: _Group, likeness: float) -> None:
        self.cohesion.take(other.cohesion, likeness)
        self.members += other.members


def events(alike: Alike) -> list[int]:
    """The number of each article's event, given how alike (0…1) each two articles are."""
    every = range(len(alike))
    found, _ = merged([_Group(alike, member) for member in every], combinations(every, 2))
    number = [0] * len(alike)
    for event, group in enumerate(found):
        for member in group.members:
            number[member] = event
    return number
