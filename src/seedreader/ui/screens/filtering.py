"""A filter that is typed in one line and followed at each key."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

from textual import events

from seedreader.ui.commands import Table
from seedreader.ui.field import Field
from seedreader.ui.screens.annotating import AnnotatingScreen

Result = TypeVar("Result")


class FilteringScreen(AnnotatingScreen[Result]):
    """A screen with a filter, ``wanted``; while it is typed, ``field`` is the line."""

    def __init__(self, table: Table, wanted: str = "") -> None:
        super().__init__(table)
        self.wanted = wanted
        self.field: Field | None = None
        self._before = ""

    @abstractmethod
    def filter_again(self) -> None:
        """Show what ``wanted`` lets through."""

    @abstractmethod
    def update(self) -> None:
        """Draw what changed."""

    @abstractmethod
    def step(self, rows: int) -> None:
        """Choose a row further down or up."""

    def action_filter(self) -> None:
        """Type a filter; the list follows at each key."""
        self._before, self.said = self.wanted, ""
        text = f"{self.wanted} " if self.wanted else ""
        self.field = Field(text, len(text))
        self.update()

    def want(self, wanted: str) -> None:
        """Filter by this."""
        self.wanted, self.said = wanted, ""
        self.filter_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """While something is written, a filter among it, no key gives a command."""
        return super().check_action(action, parameters) and self.field is None

    def typed_early(self, event: events.Key) -> None:
        """Keys come here in the order typed, before they give commands."""
        if self.field is None:
            super().typed_early(event)
            return
        if event.key.startswith("ctrl+") and event.key != "ctrl+u":
            return
        event.prevent_default()
        if event.key == "enter":
            self.field = None
            self.want(self.wanted.strip())
        elif event.key == "escape":
            self.field = None
            self.want(self._before)
        elif event.key in ("up", "down"):
            self.step(1 if event.key == "down" else -1)
        else:
            self._type(self.field.press(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        if self.field is not None:
            self._type(self.field.insert(event.text))

    def _type(self, field: Field) -> None:
        self.field = field
        self.want(field.text)
