"""How far work beside the keys is."""

from __future__ import annotations

from typing import NamedTuple

SHOWN_FROM = 3.0
"""Seconds of work from which on it can be told how long it still takes."""
_MINUTE = 60


class Progress(NamedTuple):
    """``what`` is done with ``done`` of ``of``, for which ``spent`` seconds were needed."""

    what: str
    done: int
    of: int
    spent: float = 0.0

    @property
    def share(self) -> float:
        """0…1."""
        return self.done / self.of if self.of else 0.0

    @property
    def counted(self) -> str:
        """How much of how much, and how long still: "12 of 60 · 8 s left"."""
        if not self.of:
            return "…"
        counted = f"{self.done:,} of {self.of:,}"
        if not self.done or self.spent < SHOWN_FROM:
            return counted
        left = self.spent / self.done * (self.of - self.done)
        told = f"{max(1, round(left))} s" if left < _MINUTE else f"{round(left / _MINUTE)} min"
        return f"{counted} · {told} left"
