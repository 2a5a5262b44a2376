"""Which documents tell of one event, and which of another one that looks like it.

Two documents of one event resemble each other about as much as each resembles its nearest ones, and so do
the documents nearest to them. Two accounts of look-alike events share the words of their kind, but the
names, places and numbers of the other's neighbours are missing. Where all documents together fall into
events (see `event_clustering`), documents of different ones are told apart by that too.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest

from seedreader.analysis.matching.event_clustering import events

NEIGHBOURS = 3
"""How many documents near to one speak for it."""

MAX_ACROSS_EVENTS = 0.5
"""How surely, at most, two documents tell of one event that all documents together part."""

TOO_FEW = 2
"""Documents that have no others to be compared with."""


def sameness(alike: Sequence[Sequence[float]]) -> list[list[float]]:
    """How surely each two documents tell of one event, given how alike (0…1) each two are.

    About 1 and more where they are as alike as each is to its nearest; well below where each is nearer to
    others. Documents that have no others to be compared with, as in a story of two, get 1.
    """
    count = len(alike)
    near = [_nearest(row, i) for i, row in enumerate(alike)]
    usual = [alike[i][near[i][:NEIGHBOURS][-1]] if near[i] else 0.0 for i in range(count)]
    result = [[1.0] * count for _ in range(count)]
    number = events(alike) if count > TOO_FEW else [0] * count
    for i in range(count):
        for j in range(i):
            both = (_towards(alike, near, i, j) + _towards(alike, near, j, i)) / 2
            least = min(usual[i], usual[j])
            surely = both / least if least else 1.0
            if number[i] != number[j]:
                surely = min(surely, MAX_ACROSS_EVENTS)
            result[i][j] = result[j][i] = surely
    return result


def _nearest(row: Sequence[float], own: int) -> list[int]:
    """The documents nearest to one, one more than speak for it; the nearest first."""
    others = [*range(own), *range(own + 1, len(row))]
    return nsmallest(NEIGHBOURS + 1, others, key=lambda j: -row[j])


def _towards(alike: Sequence[Sequence[float]], near: Sequence[Sequence[int]], one: int, two: int) -> float:
    """How alike ``one`` is to ``two`` and to those nearest to ``two``."""
    row = alike[one]
    others = [row[k] for k in near[two] if k != one][:NEIGHBOURS]
    return (row[two] + sum(others)) / (1 + len(others))
