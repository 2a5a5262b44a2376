"""Work beside the keys of which only the newest counts."""

from __future__ import annotations

from collections.abc import Callable


class NewestWins:
    """Work begun one after the other that cannot be cancelled, as in a thread; it may end in any order."""

    def __init__(self) -> None:
        self._begun = 0

    def begin(self) -> Callable[[], bool]:
        """Begin some; what is returned tells whether it is the newest still, from any thread."""
        self._begun += 1
        turn = self._begun
        return lambda: turn == self._begun
