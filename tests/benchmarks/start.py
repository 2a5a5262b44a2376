"""From the command to the first useful frame, against an empty Textual app."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.figures import Figure, milliseconds, ratio
from tests.benchmarks.reader import FRAME, READ, SAMPLES, Reader, environment, finished, useful
from tests.benchmarks.screen import first_shown
from tests.benchmarks.terminal import Terminal

TITLE = "Start: the five samples, 240×60"
ROUNDS = 11
EMPTY = [sys.executable, "-P", str(Path(__file__).with_name("empty_app.py"))]
READY = re.compile(rb"READY")


def measure() -> list[Figure]:
    """Both programs in turn; the first round only warms the caches."""
    shown = useful(SAMPLES)
    rounds = [(empty_app(), five_articles(shown)) for _ in range(ROUNDS + 1)][1:]
    empty, empty_cpu = zip(*(theirs for theirs, _ in rounds), strict=True)
    ours, our_cpu, analysed = zip(*(found for _, found in rounds), strict=True)
    return [
        milliseconds("an empty Textual app: first frame", empty),
        milliseconds("seedreader: first useful frame", ours),
        ratio("  against the empty app", ours, empty, 1.15),
        milliseconds("first frame → analysis shown", analysed, 300),
        milliseconds("processor time, empty app's first frame", empty_cpu),
        milliseconds("processor time, seedreader's first frame", our_cpu),
        ratio("  against the empty app", our_cpu, empty_cpu),
    ]


def empty_app() -> tuple[float, float]:
    """Seconds to the frame of the empty app, and of processor time."""
    with Terminal(EMPTY, environment("")) as terminal:
        chunks = terminal.until(READY, 30)
        cpu = terminal.cpu()
    (time,), _ = first_shown(chunks, lambda lines: "READY" in lines[0])
    return time, cpu


def five_articles(shown: Callable[[list[str]], bool]) -> tuple[float, float, float]:
    """Seconds to the first useful frame, of processor time until then, and on to the end of the analysis."""
    with Reader(SAMPLES) as terminal:
        chunks = terminal.until(FRAME, 30)
        cpu = terminal.cpu()
        chunks += terminal.until(READ, 60)
    (frame, end), _ = first_shown(chunks, shown, finished)
    return frame, cpu, end - frame
