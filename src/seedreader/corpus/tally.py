"""How often numbers occur among very many, in memory of a fixed size."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

SLOTS = 1 << 24
"""Places for numbers; two numbers that share one seem to occur as often as both."""

BYTE = 255
"""Up to which a place needs one byte; else it has two."""


class Tally:
    """How often each number was seen, up to ``most``: never less than it was, and by chance more."""

    def __init__(self, most: int = BYTE, slots: int = SLOTS) -> None:
        self._most, self._slots = most, slots
        self._seen = bytearray(slots) if most <= BYTE else array("H", bytes(2 * slots))

    def see(self, numbers: Iterable[int]) -> None:
        """Count each of these once more."""
        seen, most, slots = self._seen, self._most, self._slots
        for number in numbers:
            slot = number % slots
            if seen[slot] < most:
                seen[slot] += 1

    def times(self, number: int) -> int:
        """How often a number was seen."""
        return self._seen[number % self._slots]

    def again(self, numbers: Iterable[int]) -> list[int]:
        """Those of the numbers that were seen more than once."""
        seen, slots = self._seen, self._slots
        return [number for number in numbers if seen[number % slots] > 1]

    def up_to(self, times: int, numbers: Iterable[int]) -> list[int]:
        """Those of the numbers that were seen no more often than that."""
        seen, slots = self._seen, self._slots
        return [number for number in numbers if seen[number % slots] <= times]
