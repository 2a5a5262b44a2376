"""How often numbers occur among very many, in memory of a fixed size."""

from __future__ import annotations

from collections.abc import Iterable

SLOTS = 1 << 24
"""Places for numbers, a byte each; two numbers that share one seem to occur as often as both."""

MOST = 255
"""Up to which it is counted."""


class Tally:
    """How often each number was seen, up to `MOST`: never less than it was, and by chance more."""

    def __init__(self) -> None:
        self._seen = bytearray(SLOTS)

    def see(self, numbers: Iterable[int]) -> None:
        """Count each of these once more."""
        seen = self._seen
        for number in numbers:
            slot = number % SLOTS
            if seen[slot] < MOST:
                seen[slot] += 1

    def times(self, number: int) -> int:
        """How often a number was seen."""
        return self._seen[number % SLOTS]
