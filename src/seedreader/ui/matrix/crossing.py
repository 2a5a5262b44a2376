"""A list whose rows have a cell for each source: the columns, and choosing among them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar

from textual import events

from seedreader.ui.commands import Table
from seedreader.ui.matrix.grid import Grid, grid
from seedreader.ui.screens.story_list import StoryListScreen
from seedreader.ui.widgets.rows import Rows

Item = TypeVar("Item")


class CrossingScreen(StoryListScreen[Item]):
    """``column`` is the source whose column is chosen; ``#head`` names the sources over the list."""

    def __init__(self, table: Table, wanted: str, column: int) -> None:
        super().__init__(table, wanted)
        self.column = column
        self._first = 0
        self._typed = ""

    @property
    @abstractmethod
    def columns(self) -> Sequence[int]:
        """The source of each column."""

    def grid(self, width: int) -> Grid:
        """How ``width`` cells are shared; the columns in sight stay while the chosen one is among them."""
        shared = grid(width, len(self.columns), self._position, self._first)
        self._first = shared.first
        return shared

    @property
    def _position(self) -> int:
        """Which column the chosen source has."""
        return list(self.columns).index(self.column)

    def choose(self, index: int) -> None:
        self._typed = ""
        super().choose(index)

    def choose_column(self, position: int) -> None:
        """Choose a column by its place; beyond the ends, the last one there."""
        columns = self.columns
        self.column = columns[max(0, min(position, len(columns) - 1))]
        self.choose(self.at)

    def action_next_column(self) -> None:
        self.choose_column(self._position + 1)

    def action_previous_column(self) -> None:
        self.choose_column(self._position - 1)

    def action_first_column(self) -> None:
        self.choose_column(0)

    def action_last_column(self) -> None:
        self.choose_column(len(self.columns))

    def action_column(self, digit: int) -> None:
        """Choose a source by its number; digits that follow each other are one number while there is one."""
        numbers = {str(source + 1) for source in self.columns}
        typed = next((n for n in (f"{self._typed}{digit}", str(digit)) if n in numbers), "")
        if not typed:
            self.say(f"There is no source {digit}.")
            return
        self.choose_column(list(self.columns).index(int(typed) - 1))
        self._typed = typed

    # -- mouse ---------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        for name in ("list", "head"):
            region = self.query_one(f"#{name}", Rows).region
            if region.contains(event.screen_x, event.screen_y) and not self.editing:
                position = self.grid(region.width).at(event.screen_x - region.x)
                if position is not None:
                    self.choose_column(position)

    def on_mouse_scroll_right(self) -> None:
        if not self.editing:
            self.action_next_column()

    def on_mouse_scroll_left(self) -> None:
        if not self.editing:
            self.action_previous_column()
