"""How often numbers occur among very many, in memory of a fixed size."""

from __future__ import annotations

from collections.abc import Iterable

SLOTS = 1 << 24
"""Places for very many numbers, a byte each; two that share one seem to occur as often as both."""

MOST = 255
"""Up to which it is counted."""


class Tally:
    """How often each number was seen, up to `MOST`: never less than it was, and by chance more."""

    def __init__(self, slots: int = SLOTS) -> None:
        self._slots = slots
        self._seen = bytearray(slots)

    def see(self, numbers: Iterable[int]) -> None:
        """Count each of these once more."""
        seen, slots = self._seen, self._slots
        for number in numbers:
            slot = number % slots
            if seen[slot] < MOST:
                seen[slot] += 1

    def times(self, number: int) -> int:
        """How often a number was seen."""
        return self._seen[number % self._slots]
