"""Going through items of several rows each, item by item and page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from seedreader.ui.parts.part import PartContext
from seedreader.ui.parts.scroll_window import ScrollWindow
from seedreader.ui.widgets.row_widget import Row, Rows


class ItemRows(Protocol):
    """The screen that draws the items, in the rows ``list_rows``."""

    @property
    def list_rows(self) -> Rows:
        """Where the items are."""

    def draw_item(self, index: int, width: int, chosen: bool) -> list[Row]:
        """The rows of an item, at least one."""


class ItemScrolling:
    """``scroll`` has which item is chosen and which are seen; rows of items that are not chosen are kept.

    ``moved`` hears when the reader went on.
    """

    def __init__(self, context: PartContext, items: ItemRows, moved: Callable[[], None]) -> None:
        self._context, self._items, self._moved = context, items, moved
        self.scroll = ScrollWindow(lambda index: len(self.rows_of(index, chosen=False)))
        self._drawn: dict[int, list[Row]] = {}

    @property
    def height(self) -> int:
        """How many rows there are for the items."""
        return max(1, self._items.list_rows.size.height)

    def rows_of(self, index: int, chosen: bool) -> list[Row]:
        """The rows of an item, kept while it is not the chosen one."""
        width = self._items.list_rows.size.width
        if chosen:
            return self._items.draw_item(index, width, True)
        if index not in self._drawn:
            self._drawn[index] = self._items.draw_item(index, width, False)
        return self._drawn[index]

    def draw(self, width: int, height: int) -> list[Row]:
        """The rows of the window."""
        at = self.scroll.at
        return [self.rows_of(item, item == at)[row] for item, row in self.scroll.shown(height)]

    def forget(self) -> None:
        """Draw every item again the next time: the width changed."""
        self._drawn.clear()

    def draw_anew(self) -> None:
        """Draw every item again: width, look or what is shown changed."""
        self._drawn.clear()
        self.scroll.settle(self.height)
        self._context.view.show()

    def item_at(self, row: int) -> int | None:
        """The item in a row of the window."""
        shown = self.scroll.shown(self.height)
        return shown[row][0] if 0 <= row < len(shown) else None

    # -- moving (`parts.row_steps.SteppedRows`) --------------------------------------------------------

    def step(self, rows: int) -> None:
        """Choose an item further down or up."""
        self.scroll.step(rows, self.height)
        self._moved()

    def step_page(self, direction: int) -> None:
        """Scroll a page; where there is nothing more to scroll, choose the last or the first item."""
        height, before = self.height, (self.scroll.top, self.scroll.skip)
        self.scroll.scroll(direction * max(1, height - 2), height)
        if before == (self.scroll.top, self.scroll.skip):
            self.scroll.choose(self.scroll.count if direction > 0 else 0, height)
        self._moved()

    def step_to_end(self, direction: int) -> None:
        """Choose the last item (1) or the first (-1)."""
        self.scroll.choose(self.scroll.count if direction > 0 else 0, self.height)
        self._moved()

    def wheel(self, rows: int) -> None:
        """Move the window so many rows down or up."""
        self.scroll.scroll(rows, self.height)
        self._moved()
