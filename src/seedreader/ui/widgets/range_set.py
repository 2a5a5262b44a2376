"""Sorted ranges of a text, ready to be asked for any stretch of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from seedreader.article import Range


class RangeSet:
    """Sorted ranges that do not overlap; overlapping ones given are merged."""

    def __init__(self, ranges: Iterable[Range] = ()) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(ranges):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            elif start < end:
                self.starts.append(start)
                self.ends.append(end)

    def at(self, offset: int) -> int | None:
        """The index of the range that holds ``offset``."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.ends[index] else None

    def edges(self, start: int, end: int) -> list[int]:
        """Where ranges begin or end strictly inside ``[start, end)``."""
        first = bisect_right(self.ends, start)
        if first == len(self.starts) or self.starts[first] >= end:
            return []
        last = bisect_left(self.starts, end, first)
        found = self.starts[first:last] + self.ends[first:last]
        return [edge for edge in found if start < edge < end]

    def touch(self, start: int, end: int) -> bool:
        """Whether any range overlaps ``[start, end)``."""
        index = bisect_left(self.starts, end) - 1
        return index >= 0 and self.ends[index] > start

    def starting(self, start: int, end: int) -> range:
        """The indices of the ranges that begin in ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


NONE = RangeSet()
