"""Rows with a filter that is typed in one line and followed at each key."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

from seedreader.ui.commands import Table
from seedreader.ui.screens.line import Line, LineScreen
from seedreader.ui.widgets.field import Field

Result = TypeVar("Result")

WHEEL = 3
"""Rows that one turn of the wheel moves by."""


class FilteringScreen(LineScreen[Result]):
    """A screen with a filter, ``wanted``; while it is typed, ``field`` is the line."""

    def __init__(self, table: Table, wanted: str = "") -> None:
        super().__init__(table)
        self.wanted = wanted

    @property
    def field(self) -> Field | None:
        """The filter that is being typed."""
        return self.line.field if self.line else None

    @abstractmethod
    def filter_again(self) -> None:
        """Show what ``wanted`` lets through."""

    @abstractmethod
    def update(self) -> None:
        """Draw what changed."""

    @abstractmethod
    def step(self, rows: int) -> None:
        """Choose a row further down or up."""

    @property
    @abstractmethod
    def page(self) -> int:
        """How many rows a page has."""

    def action_filter(self) -> None:
        """Type a filter; the list follows at each key."""
        before, text = self.wanted, f"{self.wanted} " if self.wanted else ""
        field = Field(text, len(text))
        self.type_line(Line("filter", field, self.want, self.want, lambda: self.want(before), self.step))

    def line_changed(self) -> None:
        self.update()

    def want(self, wanted: str) -> None:
        """Filter by this."""
        self.wanted, self.said = wanted, ""
        self.filter_again()

    def action_next_row(self) -> None:
        self.step(1)

    def action_previous_row(self) -> None:
        self.step(-1)

    def action_page_down(self) -> None:
        self.step(self.page)

    def action_page_up(self) -> None:
        self.step(-self.page)

    def on_mouse_scroll_down(self) -> None:
        if not self.editing:
            self.step(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        if not self.editing:
            self.step(-WHEEL)

    def action_step_back(self) -> None:
        """Drop the filter, else go back."""
        if self.wanted:
            self.want("")
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)
