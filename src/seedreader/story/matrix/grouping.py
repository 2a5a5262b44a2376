"""Which statements of several sources are one row of a matrix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

SHARE = 0.5
"""Share of the pairs between two groups that must be bound for both to become one."""


def group(sources: Sequence[int], bonds: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Group items by their bonds, which come strongest first; item ``i`` is of ``sources[i]``.

    Two groups that a bond joins become one where they have no source in common and `SHARE` of the pairs
    between them are bound: average linkage (Sokal and Michener 1958), so that a chain of bonds does not make
    one group of what is unlike at its ends. Each item occurs once; groups and items are in rising order.
    """
    bound: dict[int, set[int]] = defaultdict(set)
    for one, two in bonds:
        bound[one].add(two)
        bound[two].add(one)
    group_of = list(range(len(sources)))
    members = {item: {item} for item in group_of}
    held = {item: {source} for item, source in enumerate(sources)}
    for pair in bonds:
        small, large = sorted((group_of[item] for item in pair), key=lambda g: (len(members[g]), -g))
        if small == large or not held[small].isdisjoint(held[large]):
            continue
        between = sum(len(bound[item] & members[large]) for item in members[small])
        if between < SHARE * len(members[small]) * len(members[large]):
            continue
        for item in members[small]:
            group_of[item] = large
        members[large] |= members.pop(small)
        held[large] |= held.pop(small)
    return sorted(sorted(items) for items in members.values())
