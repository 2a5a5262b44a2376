"""The events that the articles of one folder tell of, by how alike the articles are.

The articles are parted in two where the part between them is most unlike what chance would make of how
alike each is to all (the leading vector of Newman's modularity, 2006). The parting stands when articles are
much more alike within the parts than across, reprints left out, since two copies of one text are always
alike. Each part is then tried again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from math import sqrt
from operator import mul

COPY_SIMILARITY = 0.6
"""Likeness from which two articles are copies and tell nothing of events."""

MAX_CUT = 0.58
"""Likeness across two parts, as a share of that within them, below which they tell of different events."""

MAX_CUT_OF_PART = 0.45
"""The same for a part of a part, since every account of one event differs from the others in something."""

POWER_ITERATIONS = 60
"""Steps of the power iteration."""

Alike = Sequence[Sequence[float]]


def events(alike: Alike) -> list[int]:
    """The number of each article's event, given how alike (0…1) each two articles are."""
    number = [0] * len(alike)
    waiting, found = [list(range(len(alike)))], 0
    while waiting:
        members = waiting.pop()
        parts = _parted(alike, members, MAX_CUT if len(members) == len(alike) else MAX_CUT_OF_PART)
        if parts:
            waiting += parts
            continue
        for i in members:
            number[i] = found
        found += 1
    return number


def _parted(alike: Alike, members: list[int], most: float) -> list[list[int]]:
    """Two parts of ``members`` that tell of different events, or none."""
    leading = _leading(alike, members)
    parts = [[i for i, x in zip(members, leading, strict=True) if (x > 0) == side] for side in (True, False)]
    within = [_mean(alike, combinations(part, 2)) for part in parts]
    across = _mean(alike, product(*parts))
    if across is None or within[0] is None or within[1] is None:
        return []
    return parts if across <= most * sqrt(within[0] * within[1]) else []


def _mean(alike: Alike, pairs: combinations[tuple[int, int]] | product[tuple[int, ...]]) -> float | None:
    values = [alike[i][j] for i, j in pairs if alike[i][j] <= COPY_SIMILARITY]
    return sum(values) / len(values) if values else None


def _leading(alike: Alike, members: list[int]) -> list[float]:
    """The leading vector of what is left of the likenesses when chance is taken off."""
    degrees = [sum(alike[i][j] for j in members if j != i) for i in members]
    whole = sum(degrees)
    if not whole or min(degrees) <= 0:
        return [1.0] * len(members)
    roots = [sqrt(d) for d in degrees]
    rest = [
        [
            0.0 if i == j else alike[i][j] / (roots[a] * roots[b]) - roots[a] * roots[b] / whole
            for b, j in enumerate(members)
        ]
        for a, i in enumerate(members)
    ]
    shift = max(sum(abs(x) for x in row) for row in rest) / 2
    least = min(combinations(range(len(members)), 2), key=lambda p: rest[p[0]][p[1]], default=(0, 0))
    vector = [x - y for x, y in zip(rest[least[0]], rest[least[1]], strict=True)]
    for _ in range(POWER_ITERATIONS):
        moved = [shift * x + sum(map(mul, row, vector)) for x, row in zip(vector, rest, strict=True)]
        length = sqrt(sum(x * x for x in moved))
        if not length:
            break
        vector = [x / length for x in moved]
    return vector
