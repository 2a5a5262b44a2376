"""What is opened for the first time: the palette, find and the note field, against an older commit.

Processor time of a fresh program from the key until it is quiet, the two checkouts in turn.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.checkouts import HOME, older_checkout
from tests.benchmarks.figures import Figure, milliseconds, ratio
from tests.benchmarks.reader import READ, environment
from tests.benchmarks.terminal import Terminal

TITLE = "First openings: five samples, processor time until it is quiet, against an older commit in turn"
OLDER = os.environ.get("SEEDREADER_OLDER", "da7463c")
"""The commit that is measured beside this one."""

ROUNDS = 10
SIZES = ((120, 40), (200, 60))
MOST = 0.5
QUIET = 0.35
"""Seconds without a byte: shorter than a cursor takes to blink, longer than an import."""

COMMAND = [sys.executable, "-c", "import sys; from seedreader.cli import main; sys.exit(main())"]
OPENINGS = {
    "palette": {"palette": "\x10"},
    "find": {"find's line": "/", "find's first letter": "a"},
    "note": {"note field": "a"},
}
"""What is opened in a program of its own: each step with its key."""


class _Opened(NamedTuple):
    """Seconds of processor time before the first key and for each, and bytes of memory at most."""

    start: float
    keys: tuple[float, ...]
    memory: int


def measure() -> list[Figure]:
    """Each opening at each size; beside it what may not grow for it, the start and the memory."""
    figures = []
    with older_checkout(OLDER) as older:
        for size in SIZES:
            for opening, steps in OPENINGS.items():
                keys = tuple(steps.values())
                rounds = [(_opened(older, keys, size), _opened(HOME, keys, size)) for _ in range(ROUNDS)]
                then, now = zip(*rounds, strict=True)
                place = f"{size[0]}×{size[1]}"
                for number, step in enumerate(steps):
                    spent = ([run.keys[number] for run in runs] for runs in (then, now))
                    figures += _compared(f"{place} {step}", *spent)
                figures += _beside(opening, then, OLDER) + _beside(opening, now, "this checkout")
    return figures


def _compared(label: str, then: list[float], now: list[float]) -> list[Figure]:
    return [
        milliseconds(f"{label}, {OLDER}", then),
        milliseconds(f"{label}, this checkout", now),
        ratio(f"{label}, this checkout to {OLDER}", now, then, MOST),
    ]


def _beside(opening: str, runs: Sequence[_Opened], whose: str) -> list[Figure]:
    return [
        milliseconds(f"  start before the {opening}, {whose}", [run.start for run in runs]),
        Figure(f"  peak memory with the {opening}, {whose}", tuple(run.memory / 1e6 for run in runs), "MB"),
    ]


def _opened(checkout: Path, keys: tuple[str, ...], size: tuple[int, int]) -> _Opened:
    with TemporaryDirectory(prefix="seedreader-bench-") as folder:
        surroundings = environment(folder) | {"PYTHONPATH": str(checkout / "src")}
        with Terminal(COMMAND, surroundings, size) as terminal:
            terminal.until(READ, 60)
            terminal.until_quiet(QUIET)
            times = [terminal.cpu()]
            for key in keys:
                terminal.press(key, QUIET)
                times.append(terminal.cpu())
            spent = tuple(after - before for before, after in pairwise(times))
            return _Opened(times[0], spent, terminal.peak_memory())
