"""Which articles may tell of one event: those that share their weightiest features, by an inverted index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from operator import neg

RAREST = 20
"""Features of an article by which others are looked up: those that weigh most in it."""

CARRIERS = 12
"""Articles that are remembered for a feature: those in which it weighs most."""

NEAREST = 5
"""Articles that are looked at for one: those that share most with it."""


Features = Sequence[tuple[float, str]]
"""What weighs most in an article: weights with their features."""


def weightiest(vector: Mapping[str, float]) -> Features:
    """The features of a vector by which others are looked up."""
    return sorted(zip(vector.values(), vector, strict=True), reverse=True)[:RAREST]


def candidates(rarest: Sequence[Features], first: int = 0) -> set[tuple[int, int]]:
    """Pairs of indices, the smaller first, of vectors that share some of their `weightiest` features.

    Only for the vectors from ``first`` on are others looked up.

    An article of a large event is paired with some of it only. Cost and size grow with the number of
    vectors, not with that of pairs.
    """
    carriers: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, features in enumerate(rarest):
        for weight, feature in features:
            carriers[feature].append((weight, number))
    postings = {feature: nlargest(CARRIERS, found) for feature, found in carriers.items() if len(found) > 1}
    pairs: set[tuple[int, int]] = set()
    for number, features in enumerate(rarest[first:], first):
        shared: defaultdict[int, float] = defaultdict(float)
        for weight, feature in features:
            for other_weight, other in postings.get(feature, ()):
                shared[other] += weight * other_weight
        shared.pop(number, None)
        for _, other in nlargest(NEAREST, zip(shared.values(), map(neg, shared), strict=True)):
            other = -other
            pairs.add((number, other) if number < other else (other, number))
    return pairs
