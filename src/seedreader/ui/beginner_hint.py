"""The line that tells a beginner what to press first, until some keys were pressed."""

from __future__ import annotations

from seedreader.ui.remembered import Remembered

HINTED = 12
"""Keys after which a beginner needs no hint any more."""
HINT_FROM = 16
"""Terminal height from which there is room for it."""


class BeginnerHint:
    """Counts the keys; that a reader needs no hint is ``remembered``."""

    def __init__(self, remembered: Remembered) -> None:
        self._remembered = remembered
        self._pressed = 0

    @property
    def wanted(self) -> bool:
        """Whether the reader is a beginner still."""
        return not self._remembered.habits.hinted

    def shown(self, height: int) -> bool:
        """Whether the line is there, on a terminal so high."""
        return self.wanted and height >= HINT_FROM

    def press(self, key: str) -> str | None:
        """Count a key; where it makes the line go for good, why that could not be remembered, or ""."""
        self._pressed += 1
        if key != "escape" and self._pressed < HINTED:
            return None
        return self._remembered.keep(lambda known: known._replace(hinted=True)).strip()
