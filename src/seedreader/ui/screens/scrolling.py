"""A screen of items of several rows each, through which the reader goes item by item and page by page."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

from textual import events

from seedreader.ui.commands import Table
from seedreader.ui.screens.keyed import KeyedScreen
from seedreader.ui.screens.scroll import Scroll
from seedreader.ui.widgets.rows import Row, Rows

Result = TypeVar("Result")

WHEEL = 3
"""Rows that one turn of the wheel scrolls."""


class ScrollingScreen(KeyedScreen[Result]):
    """Shows its items in the rows ``#list``; ``scrolled`` has which is chosen and which are seen."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.said = ""
        self.scrolled = Scroll(lambda index: len(self.rows_of(index, chosen=False)))
        self._drawn: dict[int, list[Row]] = {}

    @abstractmethod
    def draw_item(self, index: int, width: int, chosen: bool) -> list[Row]:
        """The rows of an item, at least one."""

    @abstractmethod
    def action_open(self) -> None:
        """Go on with the chosen item."""

    @abstractmethod
    def update(self) -> None:
        """Draw what changed."""

    @property
    def list_rows(self) -> Rows:
        """Where the items are."""
        return self.query_one("#list", Rows)

    @property
    def list_height(self) -> int:
        """How many rows there are for them."""
        return max(1, self.list_rows.size.height)

    def rows_of(self, index: int, chosen: bool) -> list[Row]:
        """The rows of an item, kept while it is not the chosen one."""
        width = self.list_rows.size.width
        if chosen:
            return self.draw_item(index, width, True)
        if index not in self._drawn:
            self._drawn[index] = self.draw_item(index, width, False)
        return self._drawn[index]

    def draw_list(self, width: int, height: int) -> list[Row]:
        """The rows of the window."""
        at = self.scrolled.at
        return [self.rows_of(item, item == at)[row] for item, row in self.scrolled.shown(height)]

    def drawn_anew(self) -> None:
        """Draw every item again: width, look or what is shown changed."""
        self._drawn.clear()
        self.scrolled.settle(self.list_height)
        self.update()

    def on_resize(self) -> None:
        self._drawn.clear()
        self.call_after_refresh(self.drawn_anew)

    def told(self, said: str = "") -> None:
        """Show where the reader is now, and say something until the next key."""
        self.said = said
        self.update()

    # -- moving --------------------------------------------------------------------------------------

    def action_next_row(self) -> None:
        self.scrolled.step(1, self.list_height)
        self.told()

    def action_previous_row(self) -> None:
        self.scrolled.step(-1, self.list_height)
        self.told()

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _page(self, direction: int) -> None:
        """Scroll a page; where there is nothing more to scroll, choose the last or the first item."""
        height, before = self.list_height, (self.scrolled.top, self.scrolled.skip)
        self.scrolled.scroll(direction * max(1, height - 2), height)
        if before == (self.scrolled.top, self.scrolled.skip):
            self.scrolled.choose(self.scrolled.count if direction > 0 else 0, height)
        self.told()

    def action_first_row(self) -> None:
        self.scrolled.choose(0, self.list_height)
        self.told()

    def action_last_row(self) -> None:
        self.scrolled.choose(self.scrolled.count, self.list_height)
        self.told()

    # -- mouse ---------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        item = self._item_at(event)
        if item is not None:
            self.scrolled.choose(item, self.list_height)
            self.pointed(event.screen_x)
            self.told()

    def pointed(self, column: int) -> None:
        """An item was clicked at this column of the screen. Screens may override this."""

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and self._item_at(event) is not None:
            self.action_open()

    def on_mouse_scroll_down(self) -> None:
        self.scrolled.scroll(WHEEL, self.list_height)
        self.told()

    def on_mouse_scroll_up(self) -> None:
        self.scrolled.scroll(-WHEEL, self.list_height)
        self.told()

    def _item_at(self, event: events.MouseEvent) -> int | None:
        region = self.list_rows.region
        row = event.screen_y - region.y
        shown = self.scrolled.shown(self.list_height)
        inside = region.contains(event.screen_x, event.screen_y) and row < len(shown)
        return shown[row][0] if inside else None
