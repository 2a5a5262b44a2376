"""What occurs more than once among very many numbers, in memory of a fixed size."""

from __future__ import annotations

from collections.abc import Iterable

SLOTS = 1 << 24
"""Places for numbers, a byte each; two numbers may share one, and then both seem to occur again."""


class Repeats:
    """Which numbers were seen more than once: all that were, and by chance a few more."""

    def __init__(self) -> None:
        self._seen = bytearray(SLOTS)

    def see(self, numbers: Iterable[int]) -> None:
        """Note that each of these was seen once more."""
        seen = self._seen
        for number in numbers:
            slot = number % SLOTS
            if seen[slot] < 2:
                seen[slot] += 1

    def seen_again(self, number: int) -> bool:
        """Whether a number was seen more than once."""
        return self._seen[number % SLOTS] > 1
