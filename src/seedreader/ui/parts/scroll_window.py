"""Scrolling through items of several rows each, whose heights are asked for only where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(slots=True)
class ScrollWindow:
    """``at`` is the chosen item, ``top`` the first one shown, of which ``skip`` rows are above the window.

    ``count`` is how many items there are, ``rows`` tells how many rows one takes, at least one.
    """

    rows: Callable[[int], int]
    count: int = 0
    at: int = 0
    top: int = 0
    skip: int = 0

    def reset(self, count: int, at: int = 0) -> None:
        """Begin anew with so many items."""
        self.count, self.top, self.skip = count, 0, 0
        self.at = max(0, min(at, count - 1))

    def shown(self, height: int) -> list[tuple[int, int]]:
        """The item of each row of the window, and which of its rows that is."""
        found: list[tuple[int, int]] = []
        item, first = self.top, self.skip
        while item < self.count and len(found) < height:
            found += ((item, row) for row in range(first, self.rows(item)))
            item, first = item + 1, 0
        return found[:height]

    def step(self, items: int, height: int) -> None:
        """Choose an item further down or up; one that goes on beyond the window is scrolled first."""
        if not self.count:
            return
        above, below = self._hidden(height)
        if items > 0 and below:
            self.scroll(min(below, max(1, height - 2)), height)
        elif items < 0 and above:
            self.scroll(-min(above, max(1, height - 2)), height)
        else:
            self.choose(self.at + items, height)

    def choose(self, item: int, height: int, high: bool = False) -> None:
        """Choose the nearest item there is and bring it into the window, into its upper part if ``high``."""
        self.at = max(0, min(item, self.count - 1))
        before = (self.top, self.skip)
        self.settle(height)
        if high and before != (self.top, self.skip):
            self._show(self.at, max(0, min(height // 4, height - self.rows(self.at))))
            self._fill(height)

    def settle(self, height: int) -> None:
        """Bring the chosen item into the window: no more than needed, or far off into its upper part."""
        if not self.count:
            return
        self.top, self.at = min(self.top, self.count - 1), min(self.at, self.count - 1)
        self.skip = min(self.skip, self.rows(self.top) - 1)
        if self.at < self.top or (self.at == self.top and self.skip):
            if self.top - self.at > height:
                self._show(self.at, height // 4)
            else:
                self.top, self.skip = self.at, 0
            return
        room = height
        for item in range(self.top, min(self.at, self.top + height)):
            room -= self.rows(item) - (self.skip if item == self.top else 0)
        own = self.rows(self.at)
        if self.at >= self.top + height:
            self._show(self.at, height // 4)
        elif own > room:
            self._show(self.at, max(0, height - own))

    def scroll(self, rows: int, height: int) -> None:
        """Move the window; where the chosen item is not seen any more, the nearest that is gets chosen."""
        if not self.count:
            return
        self.skip += rows
        while self.skip < 0 and self.top:
            self.top -= 1
            self.skip += self.rows(self.top)
        self.skip = max(0, self.skip)
        while self.skip >= self.rows(self.top) and self.top < self.count - 1:
            self.skip -= self.rows(self.top)
            self.top += 1
        self.skip = min(self.skip, self.rows(self.top) - 1)
        self._fill(height)
        shown = self.shown(height)
        self.at = max(shown[0][0], min(self.at, shown[-1][0])) if shown else self.at

    def _hidden(self, height: int) -> tuple[int, int]:
        """How many rows of the chosen item are above and below the window."""
        shown = [row for item, row in self.shown(height) if item == self.at]
        return (shown[0], self.rows(self.at) - 1 - shown[-1]) if shown else (0, 0)

    def _fill(self, height: int) -> None:
        """Leave no empty rows at the end while there are rows above."""
        missing = height - len(self.shown(height))
        if 0 < missing <= self.skip:
            self.skip -= missing
        elif missing > 0:
            self._show(self.top, missing - self.skip)

    def _show(self, item: int, above: int) -> None:
        """Show an item with so many rows above it, or as many as there are."""
        self.top, self.skip = item, 0
        while above > 0 and self.top:
            self.top -= 1
            above -= self.rows(self.top)
        self.skip = max(0, -above)
