"""What a benchmark found out: a label, the values measured, and the target beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """One row of the table; ``target`` is the most that the median may be, or the least, in ``unit``."""

    label: str
    values: tuple[float, ...]
    unit: str = "ms"
    target: float | None = None
    at_least: bool = False

    @property
    def missed(self) -> bool:
        """Whether there is a target that the median doesn't reach."""
        if self.target is None or self.median is None:
            return False
        return self.median < self.target if self.at_least else self.median > self.target

    @property
    def median(self) -> float | None:
        """The middle value; None when nothing was measured."""
        return median(self.values) if self.values else None

    @property
    def p95(self) -> float | None:
        """The value that 95 of 100 do not exceed; None for fewer than two values."""
        if len(self.values) < 2:
            return None
        return sorted(self.values)[min(len(self.values) - 1, int(0.95 * len(self.values)))]


def milliseconds(label: str, seconds: Sequence[float], target: float | None = None) -> Figure:
    """A figure in ms of times in seconds."""
    return Figure(label, tuple(1000 * value for value in seconds), "ms", target)


def ratio(label: str, ours: Sequence[float], theirs: Sequence[float], target: float | None = None) -> Figure:
    """The ratio of two medians."""
    values = (median(ours) / median(theirs),) if ours and theirs else ()
    return Figure(label, values, "×", target)


def quality(label: str, value: float, target: float | None = None, *, at_least: bool = True) -> Figure:
    """A share or a score in 0…1."""
    return Figure(label, (value,), "of 1", target, at_least)


def timed(call: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    begin = perf_counter()
    call()
    return perf_counter() - begin
