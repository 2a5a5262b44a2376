"""What the screens with a list share: the list and the chosen row, choosing, the mouse, changes."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult

from seedreader.text.sanitize import one_line
from seedreader.ui import WHEEL
from seedreader.ui.parts.filtering import Filtering
from seedreader.ui.parts.newest_wins import NewestWins
from seedreader.ui.parts.part import Handler, Mode, Part
from seedreader.ui.parts.row_steps import RowSteps
from seedreader.ui.parts.typed_line import TypedLine
from seedreader.ui.screens.part_screen import PartScreen, ScreenProgram
from seedreader.ui.terminal_text import fit
from seedreader.ui.widgets import bars
from seedreader.ui.widgets.line_field import LineField
from seedreader.ui.widgets.row_widget import Row, Rows, spread
from seedreader.ui.widgets.wrap import lines

Result = TypeVar("Result")
Item = TypeVar("Item")

DETAIL_FROM = 18
"""Terminal height from which the chosen row is shown whole below the list."""
LIST = 6
"""Rows that are left to the list before the chosen row is shown whole."""
KEYS = 27
"""Cells of the keys beside what a filter takes."""
HINT_FROM = 72
"""Width from which what a filter takes is told while it is written."""
EDITOR = 7
"""Rows of the editor."""


class ListScreen(PartScreen[Result], Generic[Result, Item]):
    """A heading, the list, the chosen row whole, and the footer.

    ``items`` are all there are, in order; ``shown`` those that the filter lets through. ``HINT`` says what a
    filter takes.
    """

    HINT: ClassVar[str]
    typed_line: TypedLine
    BLOCKS: ClassVar[tuple[str, ...]] = ("heading", "list", "detail", "footer")
    """The ids of what is drawn."""
    DEFAULT_CSS = """
    ListScreen #heading, ListScreen #footer { height: 1; }
    ListScreen #list { height: 1fr; }
    """

    def __init__(self, program: ScreenProgram, wanted: str = "") -> None:
        super().__init__(program)
        self.typed_line = TypedLine(self.context, self.show)
        self.filtering = Filtering(self.context, self.typed_line, self.filter_again, self.step, wanted)
        self.items: Sequence[Item] = ()
        self.shown: Sequence[Item] = ()
        self.at = 0
        self.whole = False
        self.top = 0
        self._changing = False
        self._readings = NewestWins()
        self._key = ""

    def assemble(self, *parts: Part) -> None:
        super().assemble(self.typed_line, self.filtering, RowSteps(self), *parts)

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "open": self.open,
            "whole": self.show_whole,
            "close": self.close,
            "step_back": self.step_back,
        }

    # -- what the screens say ------------------------------------------------------------------------

    @abstractmethod
    def key_of(self, item: Item) -> str:
        """What stays the same when the list is made anew."""

    @abstractmethod
    def selected(self) -> Sequence[Item]:
        """The items that the filter lets through, in order."""

    @abstractmethod
    def read(self) -> Sequence[Item]:
        """Read what there is, in order; called off the screen's thread. Raises NotebookError."""

    @abstractmethod
    def draw_row(self, index: int, width: int) -> Row:
        """The row of ``shown[index]``."""

    @abstractmethod
    def draw_detail(self, item: Item, width: int, height: int) -> list[Row]:
        """The chosen item whole."""

    @abstractmethod
    def heading(self) -> str:
        """What the list is, with its filter."""

    @abstractmethod
    def tally(self) -> str:
        """How many, at the end of the heading."""

    @abstractmethod
    def nothing(self) -> Sequence[str]:
        """What to say where nothing is shown."""

    @abstractmethod
    def open(self) -> None:
        """Go on with the chosen row."""

    @property
    def wanted(self) -> str:
        """The filter."""
        return self.filtering.wanted

    @property
    def field(self) -> LineField | None:
        """The filter that is being typed."""
        return self.typed_line.field

    @property
    def many(self) -> str:
        """How many items there are; where there is a filter, how many of them fit."""
        return self.fitting if self.wanted.strip() else str(len(self.items))

    @property
    def fitting(self) -> str:
        """How many of the items the filter lets through."""
        return f"{len(self.shown)} of {len(self.items)}"

    def unfitting(self) -> tuple[str, ...]:
        """What to say where the filter lets nothing through; empty where there is nothing to filter."""
        if not self.items:
            return ()
        return (f"None of {len(self.items)} fits the filter “{one_line(self.wanted)}”.", "Esc drops it.")

    # -- the list ------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        blank = self.looks.of(self.looks.palette.text)
        yield Rows(self._draw_heading, blank, id="heading")
        yield from self.above()
        yield Rows(self._draw_list, blank, id="list")
        yield Rows(self._draw_detail, blank, id="detail")
        yield Rows(self._draw_footer, blank, id="footer", grows=True)

    def above(self) -> ComposeResult:
        """What stands between the heading and the list. Screens override this."""
        yield from ()

    def rows_above(self, height: int) -> int:
        """How many rows of the screen's ``height`` that takes, made so high. Screens override this."""
        return 0

    async def on_mount(self) -> None:
        """List what there is before the first key, unless something is listed already."""
        self.share_height()
        if self.items:
            self.run_alone(self.reload)
        else:
            await self.reload()

    def on_resize(self) -> None:
        self.share_height()

    @property
    def chosen(self) -> Item | None:
        """The item of the chosen row."""
        return self.shown[self.at] if self.shown else None

    async def reload(self) -> None:
        """Read what there is again, off the screen's thread, and list it."""
        # the store is not imported before the first frame
        from seedreader.notebook import NotebookError

        is_newest = self._readings.begin()
        try:
            items = await asyncio.to_thread(self.read)
        except NotebookError as error:
            self.say(str(error))
            return
        if is_newest():
            self.items = items
            self.filter_again()

    def filter_again(self) -> None:
        """Filter anew; what was chosen stays chosen, else its row."""
        key = self._key or (None if self.chosen is None else self.key_of(self.chosen))
        self.shown = self.selected()
        found = (i for i, item in enumerate(self.shown) if self.key_of(item) == key)
        self.at = next(found, max(0, min(self.at, len(self.shown) - 1)))
        self._key = ""
        self.show()

    def choose_key(self, key: str) -> None:
        """Have the item with this key chosen once it is listed."""
        self._key = key

    def show(self) -> None:
        if self.is_mounted and self.is_open:
            for name in self.BLOCKS:
                self.query_one(f"#{name}", Rows).update()

    def annotations_changed(self) -> None:
        if not self._changing:
            self.run_alone(self.reload)

    async def change(self, call: Callable[[], object]) -> str:
        """Change the notebook and list what it holds now, of other stories too."""
        self._changing = True
        try:
            error = await super().change(call)
        finally:
            self._changing = False
        await self.reload()
        return error

    def editor_toggled(self) -> None:
        super().editor_toggled()
        self.share_height()

    @property
    def _editing(self) -> bool:
        return self.mode is Mode.EDITING

    def share_height(self) -> None:
        """Share the height between the list and the chosen row."""
        height = self.app.size.height
        detail = self.query_one("#detail", Rows)
        room = height - 2 - self.rows_above(height) - (EDITOR if self._editing else 0)
        beside = min(16, height // 3, max(0, room - LIST)) if height >= DETAIL_FROM else 0
        rows = max(0, room - 4) if self.whole else beside
        rows = 0 if self._editing and height < 2 * DETAIL_FROM else rows
        detail.display = rows > 0
        detail.styles.height = rows

    # -- drawing -------------------------------------------------------------------------------------

    def _draw_heading(self, width: int, height: int) -> list[Row]:
        palette = self.looks.palette
        bar = self.looks.of(palette.text, palette.bar)
        tally: Row = [(f"  {self.tally()} ", self.looks.of(palette.accent, palette.bar, bold=True))]
        room = max(10, width - len(tally[0][0]))
        if self.field is not None:
            left = self.field.row(" / ", self.looks, room)
        else:
            style = self.looks.of(palette.accent, palette.bar, bold=True)
            left = [(" " + fit(self.heading(), room - 1), style)]
        return [spread(left, tally, width, bar)]

    def _draw_list(self, width: int, height: int) -> list[Row]:
        if not self.shown:
            style = self.looks.of(self.looks.palette.faint)
            told = [row for line in self.nothing() for row in lines(line, max(1, width - 4), height)]
            return [[], *([(f"  {row}", style)] for row in told)]
        last = max(0, len(self.shown) - height)
        self.top = max(0, self.at - height + 1, min(self.top, self.at, last))
        shown = range(self.top, min(len(self.shown), self.top + height))
        return [self.draw_row(index, width) for index in shown]

    def _draw_detail(self, width: int, height: int) -> list[Row]:
        return self.draw_detail(self.chosen, width, height) if self.chosen is not None else []

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        if self.message.text or self.mode is not Mode.TYPING:
            return self.footer_rows(width)
        palette = self.looks.palette
        room = width - KEYS
        told = self.HINT if cell_len(self.HINT) <= room else fit(self.HINT, room)
        hint = f"  {told} " if width >= HINT_FROM else ""
        keys = bars.footer(self.table, self.command_set, self.looks, width - len(hint))
        return [[*keys, (hint, self.looks.of(palette.faint, palette.bar))]]

    # -- choosing ------------------------------------------------------------------------------------

    def choose(self, index: int) -> None:
        """Choose a row; beyond the ends, the last one there."""
        self.message.clear()
        self.at = max(0, min(index, len(self.shown) - 1))
        self.show()

    def step(self, rows: int) -> None:
        """Choose a row further down or up."""
        self.choose(self.at + rows)

    def step_page(self, direction: int) -> None:
        """Choose the row a page down (1) or up (-1)."""
        self.step(direction * max(1, self.query_one("#list", Rows).size.height - 1))

    def step_to_end(self, direction: int) -> None:
        """Choose the last row (1) or the first (-1)."""
        self.choose(len(self.shown) if direction > 0 else 0)

    def show_whole(self) -> None:
        """Give the chosen row nearly all of the screen, or take it back."""
        self.whole = not self.whole
        self.message.clear()
        self.share_height()
        self.show()

    # -- leaving -------------------------------------------------------------------------------------

    def close(self) -> None:
        """Leave the list for where the reader came from."""
        self.dismiss(None)

    def step_back(self) -> None:
        """Drop the filter, else go back."""
        if self.wanted:
            self.filtering.want("")
        else:
            self.close()

    # -- mouse ---------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if (index := self._row_at(event)) is not None:
            self.choose(index)

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and self._row_at(event) is not None:
            self.open()

    def on_mouse_scroll_down(self) -> None:
        if not self._editing:
            self.step(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        if not self._editing:
            self.step(-WHEEL)

    def _row_at(self, event: events.MouseEvent) -> int | None:
        """The row under the mouse, unless something is being written."""
        region = self.query_one("#list", Rows).region
        index = self.top + event.screen_y - region.y
        inside = region.contains(event.screen_x, event.screen_y) and index < len(self.shown)
        return index if inside and not self._editing else None
