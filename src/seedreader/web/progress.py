"""What is going on while an address is fetched, on standard error, before any screen opens."""

from __future__ import annotations

import time
from typing import TextIO

from seedreader.text.sanitize import printable

EVERY = 0.2
"""Seconds between two states of a line that is written over."""

_CLEARED = "\r\x1b[K"


class Progress:
    """Sentences, each on a line, and below them, on a terminal, how many bytes of a page have come."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._shown = False
        self._last = 0.0

    def tell(self, sentence: str) -> None:
        """Say a sentence."""
        self._clear()
        print(f"seedreader: {printable(sentence)}", file=self._stream, flush=True)

    def step(self, place: str, size: int, coming: int | None) -> None:
        """Show how much of a page has come; ``coming`` is how much there will be, where that is known."""
        if size == 0:
            self.tell(f"fetching {place}")
            return
        now = time.monotonic()
        if not self._live or now - self._last < EVERY:
            return
        self._last, self._shown = now, True
        of = f" of {coming / 1000:,.0f}" if coming else ""
        self._stream.write(f"{_CLEARED}  {size / 1000:,.0f}{of} KB")
        self._stream.flush()

    def close(self) -> None:
        """Leave the line clean."""
        self._clear()

    def _clear(self) -> None:
        if self._shown:
            self._stream.write(_CLEARED)
            self._stream.flush()
            self._shown = False
