"""Documents that carry one text, through an index of the shingles that they share.

A shingle is remembered once for each family, not for each member, so that many copies of one text cost as
much as they are long, and not all their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

MAX_CARRIERS = 24
"""Documents that are remembered for a shingle: one that more families share is a stock phrase."""

ASKED = 4
"""Members of a family that a document is compared with: so many of those that share most with it, and so
many of the first; all of a small family."""

STRANGE_FAMILIES = 6
"""Families of another text after which no more are looked at; those that share most come first."""

HUBS = 2
"""Members that most others were found alike to, with which a document is compared first."""

Shingle = TypeVar("Shingle", bound=Hashable)
Enough = Callable[[int, int, int], bool]
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
        return {each: self._carriers[each] for each in shingles if each in self._carriers}

    def add(self, shingles: Iterable[Shingle], document: int) -> None:
        for each in shingles:
            self._carriers[each].append(document)


def families(
    shingles: Sequence[Collection[Shingle]],
    enough: Enough,
    together: Iterable[tuple[int, int]] = (),
    alike: Alike = lambda one, two: True,  # noqa: ARG005
    postings: Postings[Shingle] | None = None,
) -> tuple[tuple[int, ...], ...]:
    """The indices of the documents, those in one family that carry one text, also through a third.

    ``shingles`` has the distinct shingles of each document. ``enough(one, two, shared)`` tells whether that
    many shared shingles make two documents carry one text; of more it must not say less. Where it does,
    ``alike(one, two)`` has the last word. The pairs ``together`` are one whatever they share. Each index
    occurs once; families are in the order of their first index.
    """
    found = _Families(shingles, enough, alike, postings or MemoryPostings())
    for one, two in together:
        found.join(one, two)
    for document in range(len(shingles)):
        found.place(document)
    for document in found.crowded:  # what came when all places were taken may be alike to what came later
        if found.is_alone(document):
            found.ask(document)
    members: dict[int, list[int]] = defaultdict(list)
    for document in range(len(shingles)):
        members[found.root(document)].append(document)
    return tuple(map(tuple, members.values()))


class _Families:
    """The families of the documents placed so far."""

    def __init__(
        self,
        shingles: Sequence[Collection[Shingle]],
        enough: Enough,
        alike: Alike,
        postings: Postings[Shingle],
    ) -> None:
        self._shingles, self._enough, self._alike, self._postings = shingles, enough, alike, postings
        self._parents = list(range(len(shingles)))
        self._found_alike = [0] * len(shingles)
        self._hubs: dict[int, list[int]] = {}
        self._members = [[number] for number in range(len(shingles))]
        self.crowded: list[int] = []

    def root(self, document: int) -> int:
        """The first document of a document's family."""
        while self._parents[document] != document:
            self._parents[document] = self._parents[self._parents[document]]
            document = self._parents[document]
        return document

    def is_alone(self, document: int) -> bool:
        """Whether a document is a family by itself."""
        return len(self._members[self.root(document)]) == 1

    def join(self, one: int, two: int) -> None:
        """Make the families of two documents one."""
        low, high = sorted((self.root(one), self.root(two)))
        if low == high:
            return
        self._parents[high] = low
        self._members[low] += self._members[high]
        self._members[high] = []
        near = {one, two, *self._hubs.pop(low, ()), *self._hubs.pop(high, ())}
        self._hubs[low] = sorted(near, key=lambda each: (-self._found_alike[each], each))[:HUBS]

    def place(self, document: int) -> None:
        """Put a document into its family, and remember it for what no other of that is remembered for."""
        own = frozenset(self._shingles[document])
        carriers = self._postings.of(own)
        self._ask(document, own, carriers)
        home = self.root(document)
        free = [each for each in own if len(carriers.get(each, ())) < MAX_CARRIERS]
        if len(free) < len(own):
            self.crowded.append(document)
        self._postings.add(
            [each for each in free if all(self.root(other) != home for other in carriers.get(each, ()))],
            document,
        )

    def ask(self, document: int) -> None:
        """Look once more for the family of a document."""
        own = frozenset(self._shingles[document])
        self._ask(document, own, self._postings.of(own))

    def _ask(self, document: int, own: frozenset[Shingle], carriers: Mapping[Shingle, Sequence[int]]) -> None:
        shared: Counter[int] = Counter()
        for others in carriers.values():
            shared.update(others)
        kin: dict[int, list[int]] = defaultdict(list)
        for other, _ in shared.most_common():
            kin[self.root(other)].append(other)
        strange = 0
        for home, members in kin.items():
            if self.root(document) == self.root(home):
                continue
            most = sum(shared[each] for each in members)
            family = self._members[home][:ASKED]
            asked = dict.fromkeys((*self._hubs.get(home, ()), *members[:ASKED], *family))
            likely = [each for each in asked if each != document and self._enough(each, document, most)]
            if not likely:
                continue
            near = next((each for each in likely if self._carry_one(each, document, own)), None)
            if near is not None:
                self._found_alike[near] += 1
                self._found_alike[document] += 1
                self.join(near, document)
            elif (strange := strange + 1) == STRANGE_FAMILIES:
                return

    def _carry_one(self, other: int, document: int, own: frozenset[Shingle]) -> bool:
        shared = len(own.intersection(self._shingles[other]))
        return self._enough(other, document, shared) and self._alike(other, document)
