"""Documents that carry one text, through an index of the shingles that they share.

A shingle is remembered once for each family, not for each member, so that many copies of one text cost as
much as they are long, and not all their pairs. One that many families have is a stock phrase and tells
nothing more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Protocol, TypeVar

MAX_CARRIERS = 16
"""Families that share a shingle, from which it is a stock phrase."""

ASKED = 4
"""Members of a family that a document is compared with: so many of those that share most with it, and so
many of the first; all of a small family."""

STRANGE_FAMILIES = 6
"""Families of another text after which no more are looked at; those that share most come first."""

HUBS = 2
"""Members that most others were found alike to, with which a document is compared first."""

Shingle = TypeVar("Shingle", bound=Hashable)
Alike = Callable[[int, int], bool]


class Postings(Protocol[Shingle]):
    """Which documents are remembered for a shingle."""

    def of(self, shingles: Collection[Shingle]) -> Mapping[Shingle, Sequence[int]]:
        """The carriers of those shingles that have any."""

    def add(self, shingles: Iterable[Shingle], document: int) -> None:
        """Remember a document for each of these shingles."""


class MemoryPostings(Postings[Shingle]):
    """Postings in a dictionary."""

    def __init__(self) -> None:
        self._carriers: dict[Shingle, list[int]] = defaultdict(list)

    def of(self, shingles: Collection[Shingle]) -> Mapping[Shingle, Sequence[int]]:
        carriers = self._carriers
        return {each: carriers[each] for each in shingles if each in carriers}

    def add(self, shingles: Iterable[Shingle], document: int) -> None:
        carriers = self._carriers
        for each in shingles:
            carriers[each].append(document)


def families(
    shingles: Sequence[AbstractSet[Shingle]],
    fewest: Sequence[int],
    alike: Alike,
    together: Iterable[tuple[int, int]] = (),
    postings: Postings[Shingle] | None = None,
) -> tuple[tuple[int, ...], ...]:
    """The indices of the documents, those in one family that carry one text, also through a third.

    ``shingles`` has the shingles of each document, ``fewest`` how many it shares at least with one that
    carries its text: of two documents the smaller number holds. Where they share so many, ``alike(one,
    two)`` tells. The pairs ``together`` are one whatever they share. Each index occurs once; families are in
    the order of their first index.
    """
    found = _Families(shingles, fewest, alike, postings or MemoryPostings())
    for one, two in together:
        found.join(one, two)
    for document in range(len(shingles)):
        found.place(document)
    return found.all()


class _Families:
    """The families of the documents placed so far; each has the number of one of its members."""

    def __init__(
        self,
        shingles: Sequence[AbstractSet[Shingle]],
        fewest: Sequence[int],
        alike: Alike,
        postings: Postings[Shingle],
    ) -> None:
        self._shingles, self._fewest, self._alike, self._postings = shingles, fewest, alike, postings
        self._home = list(range(len(shingles)))
        self._members = [[document] for document in self._home]
        self._fewest_of = list(fewest)
        self._found_alike = [0] * len(shingles)
        self._hubs: dict[int, list[int]] = {}
        self._stock: set[Hashable] = set()

    def all(self) -> tuple[tuple[int, ...], ...]:
        """The families in the order of their first members."""
        return tuple(sorted(tuple(sorted(members)) for members in self._members if members))

    def join(self, one: int, two: int) -> None:
        """Make the families of two documents one."""
        small, large = sorted(
            (self._home[one], self._home[two]), key=lambda each: (len(self._members[each]), -each)
        )
        if small == large:
            return
        for member in self._members[small]:
            self._home[member] = large
        self._members[large] += self._members[small]
        self._members[small] = []
        self._fewest_of[large] = min(self._fewest_of[small], self._fewest_of[large])
        near = {one, two, *self._hubs.pop(small, ()), *self._hubs.pop(large, ())}
        self._hubs[large] = sorted(near, key=lambda each: (-self._found_alike[each], each))[:HUBS]

    def place(self, document: int) -> None:
        """Put a document into its family, and remember it for what no other of that is remembered for."""
        own = self._shingles[document] - self._stock
        carriers = self._postings.of(own)
        self._ask(document, carriers)
        home, homes = self._home[document], self._home.__getitem__
        if len(self._members[home]) > 1:
            own -= {each for each, others in carriers.items() if home in map(homes, others)}
        self._stock.update(
            each for each, others in carriers.items() if len(others) == MAX_CARRIERS - 1 and each in own
        )
        self._postings.add(own, document)

    def _ask(self, document: int, carriers: Mapping[Shingle, Sequence[int]]) -> None:
        """Look for families of the same text, those that share most first."""
        homes = self._home.__getitem__
        shared = Counter(map(homes, chain.from_iterable(carriers.values())))
        fewest, fewest_of = self._fewest[document], self._fewest_of
        likely = [(-n, home) for home, n in shared.items() if n >= fewest or n >= fewest_of[home]]
        strange = 0
        for _, home in sorted(likely):
            home = homes(home)
            if home == homes(document):
                continue
            near = next((each for each in self._asked(home, carriers) if self._alike(each, document)), None)
            if near is not None:
                self._found_alike[near] += 1
                self._found_alike[document] += 1
                self.join(near, document)
            elif (strange := strange + 1) == STRANGE_FAMILIES:
                return

    def _asked(self, home: int, carriers: Mapping[Shingle, Sequence[int]]) -> Iterable[int]:
        """The members of a family that a document is compared with."""
        members = self._members[home]
        if len(members) <= ASKED:
            return members
        homes = self._home
        sharing = Counter([each for each in chain.from_iterable(carriers.values()) if homes[each] == home])
        most = [each for each, _ in sharing.most_common(ASKED)]
        return dict.fromkeys((*self._hubs[home], *most, *members[:ASKED]))
