"""How far a long work is and how long it takes still, on standard error."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TextIO

from seedreader.corpus.file.progress import Step

EVERY, EVERY_LINE = 0.2, 30.0
"""Seconds between two states on a terminal, where a line is written over; and elsewhere, a line each."""

SURE = 3.0
"""Seconds of a step after which it is told how long it takes still."""

MINUTE, HOUR = 60, 3_600

_CLEARED = "\r\x1b[K"


class StepProgress:
    """Tells `Step`; `close` leaves the line clean."""

    def __init__(self, stream: TextIO, now: Callable[[], float] = monotonic) -> None:
        self._stream, self._now = stream, now
        self._live = stream.isatty()
        self._what = ""
        self._began = self._last = 0.0
        self._first: float | None = None

    def tell(self, step: Step) -> None:
        """Show a step, unless one was shown just before."""
        now = self._now()
        if step.what != self._what:
            self._what, self._began, self._first = step.what, now, step.done
        elif now - self._last < (EVERY if self._live else EVERY_LINE):
            return
        self._last = now
        line = ", ".join(filter(None, (step.what, step.said, *self._share(step.done, now))))
        if self._live:
            self._stream.write(f"{_CLEARED}{line}")
        else:
            self._stream.write(f"seedreader: {line}\n")
        self._stream.flush()

    def close(self) -> None:
        """Leave the line clean."""
        if self._live and self._what:
            self._stream.write(_CLEARED)
            self._stream.flush()

    def _share(self, done: float | None, now: float) -> tuple[str, ...]:
        if done is None:
            return ()
        share = f"{100 * done:.0f} %"
        spent, gone = now - self._began, done - (self._first or 0.0)
        if spent < SURE or gone <= 0:
            return (share,)
        return share, f"{_time(spent / gone * (1 - done))} left"


def _time(seconds: float) -> str:
    if seconds < MINUTE:
        return f"{max(1, round(seconds))} s"
    if seconds < HOUR:
        return f"{round(seconds / MINUTE)} min"
    return f"{seconds / HOUR:.1f} h"
