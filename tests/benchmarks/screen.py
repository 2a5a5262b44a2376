"""What a reader sees: the bytes of a program drawn by a terminal emulator, after the measuring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pyte

from tests.benchmarks.terminal import COLUMNS, LINES, Chunk

_UNKNOWN = re.compile(rb"\x1b\[[<=>][0-9;:]*[ -/]*[@-~]|\x1b\[\?[0-9;]*(?:\$p|[um])|\x1bP[^\x1b]*\x1b\\")
"""Questions and keyboard modes, which pyte would print."""

_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P\]][^\x07\x1b]*\x1b?)?\Z")


class Screen:
    """The cells of the terminal."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self._rows: dict[int, tuple[object, ...]] = {}

    def feed(self, data: bytes) -> bool:
        """Draw some bytes; whether any cell looks different now."""
        data = self._rest + data
        unfinished = _UNFINISHED.search(data)
        self._rest = unfinished[0] if unfinished else b""
        self._screen.dirty.clear()
        self._stream.feed(_UNKNOWN.sub(b"", data[: len(data) - len(self._rest)]))
        changed = False
        for line in self._screen.dirty:
            cells = self._screen.buffer[line]
            row = tuple(cells[column] for column in range(COLUMNS))
            if self._rows.get(line) != row:
                self._rows[line] = row
                changed = True
        return changed

    @property
    def lines(self) -> list[str]:
        """The text of each line."""
        return list(self._screen.display)


def first_shown(chunks: Iterable[Chunk], *wanted: Callable[[list[str]], bool]) -> tuple[list[float], Screen]:
    """When each of some things was first to be seen, and the screen in the end.

    Raises LookupError for one that never was.
    """
    screen = Screen()
    times: list[float] = []
    for time, data in chunks:
        screen.feed(data)
        while len(times) < len(wanted) and wanted[len(times)](screen.lines):
            times.append(time)
    if len(times) < len(wanted):
        raise LookupError("never shown; the screen was\n" + "\n".join(screen.lines))
    return times, screen


def settled(screen: Screen, chunks: Iterable[Chunk]) -> float | None:
    """When the screen changed last; None when it never did."""
    last = None
    for time, data in chunks:
        if screen.feed(data):
            last = time
    return last
