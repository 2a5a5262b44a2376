"""How far the analysis of a story is, told now and then from its thread, and ending it from outside."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from seedreader.session.progress import Progress

FIRST, AGAIN = 1.0, 0.2
"""Seconds of work before it is first told how far it is, and between two tellings."""


class StoppedError(Exception):
    """The reader stopped the work."""


class WorkProgress:
    """``tell`` hears how far the work is; it ends with StoppedError once `stop` was called."""

    def __init__(self, tell: Callable[[Progress], object]) -> None:
        self._tell = tell
        self._stopped = False
        self._last = monotonic() + FIRST - AGAIN

    def stop(self) -> None:
        """End the work, from any thread."""
        self._stopped = True

    def part(self, what: str) -> Callable[[int, int], None]:
        """What hears how many of how many steps of a part of the work are done."""
        began = monotonic()

        def told(done: int, of: int) -> None:
            if self._stopped:
                raise StoppedError
            now = monotonic()
            if now - self._last >= AGAIN:
                self._last = now
                self._tell(Progress(what, done, of, now - began))

        return told
