"""The program under test: how it is started, and how its screen tells how far it has come."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.screen import Screen, settled
from tests.benchmarks.terminal import Terminal

SAMPLES = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

FRAME = re.compile(rb" quit ")
"""The footer, which is drawn last."""

READ = re.compile(rb"claim \d+/\d+")
"""The title bar once the analysis is finished."""

HEAD = 12
"""Characters of a text that surely stand in one line of its column."""

QUIET = 0.04
"""Seconds without a byte after which a key counts as answered."""


def environment(data: str) -> dict[str, str]:
    """A modern terminal, and a data folder of its own; compiled modules are kept, as for a reader."""
    dropped = ("NO_COLOR", "TMUX", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "SEEDREADER_DATA": data}


class Reader(AbstractContextManager[Terminal]):
    """``seedreader PATH…`` in a terminal; ``data`` is the folder of its data while it runs."""

    data = ""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._command = [str(Path(sys.prefix, "bin", "seedreader")), *map(str, paths)]

    def __enter__(self) -> Terminal:
        self._folder = TemporaryDirectory(prefix="seedreader-bench-")
        self.data = self._folder.name
        self._terminal = Terminal(self._command, environment(self._folder.name))
        return self._terminal

    def __exit__(self, *exception: object) -> None:
        self._terminal.__exit__(None, None, None)
        self._folder.cleanup()


def useful(paths: Sequence[Path]) -> Callable[[list[str]], bool]:
    """Whether a screen shows the beginning of every article, and the footer."""
    heads = [path.read_text()[: 1 << 14].split("\n") for path in paths]
    beginnings = [next(line for line in lines if line.strip())[:HEAD].rstrip() for lines in heads]

    def shown(lines: list[str]) -> bool:
        body = "\n".join(lines[2:])
        return " quit " in lines[-1] and all(beginning in body for beginning in beginnings)

    return shown


def finished(lines: list[str]) -> bool:
    """Whether a screen says that the analysis is finished."""
    return READ.search(lines[0].encode()) is not None


def pressed(
    terminal: Terminal, screen: Screen, label: str, keys: Sequence[str], target: float | None = None
) -> list[Figure]:
    """Press keys one after the other: how long until the screen stands, and what that takes.

    Keys that change nothing do not count.
    """
    times: list[float] = []
    sizes: list[float] = []
    cpu: list[float] = []
    for key in keys:
        before = terminal.cpu()
        chunks = terminal.press(key, QUIET)
        used = terminal.cpu() - before
        last = settled(screen, chunks)
        if last is not None:
            times.append(last)
            sizes.append(sum(len(data) for _, data in chunks))
            cpu.append(used)
    sent, worked = "  bytes sent for it", "  processor time until it is quiet"
    return [milliseconds(label, times, target), Figure(sent, tuple(sizes), "B"), milliseconds(worked, cpu)]
