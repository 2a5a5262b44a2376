"""The keys that go through rows one by one, by pages and to the ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from seedreader.ui.parts.part import Handler


class SteppedRows(Protocol):
    """What has rows to go through."""

    def step(self, rows: int) -> None:
        """Go so many rows down, or up."""

    def step_page(self, direction: int) -> None:
        """Go a page down (1) or up (-1)."""

    def step_to_end(self, direction: int) -> None:
        """Go to the last row (1) or the first (-1)."""


class RowSteps:
    """Gives the commands of every list to what has the rows."""

    def __init__(self, rows: SteppedRows) -> None:
        self._rows = rows

    def commands(self) -> Mapping[str, Handler]:
        rows = self._rows
        return {
            "next_row": lambda: rows.step(1),
            "previous_row": lambda: rows.step(-1),
            "page_down": lambda: rows.step_page(1),
            "page_up": lambda: rows.step_page(-1),
            "first_row": lambda: rows.step_to_end(-1),
            "last_row": lambda: rows.step_to_end(1),
        }
