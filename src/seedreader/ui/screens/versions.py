"""Two versions of a text against each other, word by word."""

from __future__ import annotations

import asyncio

from textual import events
from textual.app import ComposeResult

from seedreader.analysis.differences import folding, texts
from seedreader.analysis.differences.folding import Fold, Item, More
from seedreader.analysis.differences.values import Block, Changed
from seedreader.session import Place
from seedreader.story.versions import nearest, text_of
from seedreader.ui import versions_bars, versions_rows
from seedreader.ui.commands import Table
from seedreader.ui.screens.keyed import KeyedScreen
from seedreader.ui.scroll import Scroll
from seedreader.ui.versions_rows import WIDE, Versions
from seedreader.ui.widgets.rows import Row, Rows

WAIT = 0.1
"""Seconds between two looks whether the sources are read."""
WHEEL = 3
"""Rows that one turn of the wheel scrolls."""


class VersionsScreen(KeyedScreen[Place | None]):
    """A source on the left, its nearest other on the right at first; closes with where to go, or None.

    ``side`` is whose passage Enter goes to: 0 the left one's, 1 the right one's.
    """

    MODES = ("versions",)
    DEFAULT_CSS = """
    VersionsScreen #heading, VersionsScreen #summary, VersionsScreen #names { height: 1; }
    VersionsScreen #list { height: 1fr; }
    VersionsScreen #footer { height: 1; }
    """

    def __init__(self, table: Table, left: int) -> None:
        super().__init__(table)
        self.pair: tuple[int, int] | None = None
        self.side = 0
        self.said = ""
        self.versions: Versions | None = None
        self.items: list[Item] = []
        self.whole = self.one_column = False
        self.scrolled = Scroll(lambda item: len(self._rows(item, chosen=False)))
        self._left = left
        self._drawn: dict[int, list[Row]] = {}
        self._turn = 0

    def compose(self) -> ComposeResult:
        self.looks = self.app.looks
        blank = self.looks.of(self.looks.palette.text)
        yield Rows(self._draw_heading, blank, id="heading")
        yield Rows(self._draw_summary, blank, id="summary")
        yield Rows(self._draw_names, blank, id="names")
        yield Rows(self._draw_list, blank, id="list")
        yield Rows(self._draw_footer, blank, id="footer", grows=True)

    def on_mount(self) -> None:
        self._begin()

    def _begin(self) -> None:
        """Compare the first pair as soon as the sources are read."""
        story = self.app.session.story
        if story is None:
            self.set_timer(WAIT, self._begin)
        elif others := nearest(story, self._left):
            self.compare(self._left, others[0])
        self.update()

    def compare(self, left: int, right: int) -> None:
        """Lay these two sources against each other."""
        self.pair, self.versions, self.items, self.said = (left, right), None, [], ""
        self._turn += 1
        self.run_worker(self._compare(self._turn, left, right), exclusive=True)
        self.update()

    async def _compare(self, turn: int, left: int, right: int) -> None:
        story = self.app.session.story
        assert story is not None
        old, new = text_of(story, left), text_of(story, right)
        found = await asyncio.to_thread(texts.compare, old, new)
        if turn == self._turn:
            self.versions = Versions(old, new, found)
            self._fold()
            self.scrolled.reset(len(self.items))
            self.update()

    def _fold(self) -> None:
        assert self.versions is not None
        self.items = folding.items(self.versions.found, self.whole)
        self._drawn.clear()

    def update(self) -> None:
        """Draw what changed."""
        for name in ("heading", "summary", "names", "list", "footer"):
            self.query_one(f"#{name}", Rows).update()

    def on_resize(self) -> None:
        self._drawn.clear()
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        self._drawn.clear()
        self.scrolled.settle(self._height)
        self.update()

    # -- drawing -------------------------------------------------------------------------------------

    @property
    def _list(self) -> Rows:
        return self.query_one("#list", Rows)

    @property
    def _height(self) -> int:
        return max(1, self._list.size.height)

    @property
    def split(self) -> bool:
        """Whether the two stand side by side."""
        return self._list.size.width >= WIDE and not self.one_column

    def _draw_heading(self, width: int, height: int) -> list[Row]:
        changes = [k for k, item in enumerate(self.items) if folding.is_change(item)]
        before = sum(k <= self.scrolled.at for k in changes)
        tally = f"change {before}/{len(changes)}" if self.versions else ""
        return [versions_bars.heading(self.app.session, self.pair, tally, self.looks, width)]

    def _draw_summary(self, width: int, height: int) -> list[Row]:
        return [versions_bars.summary(self._told(), self.looks, width)]

    def _told(self) -> str:
        session = self.app.session
        if session.story is None:
            return session.failure or "Reading the sources together …"
        if self.pair is None:
            return "One source alone: there is nothing to compare it with."
        return versions_bars.told(self.versions.found) if self.versions else "Comparing …"

    def _draw_names(self, width: int, height: int) -> list[Row]:
        if self.pair is None:
            return []
        return [versions_bars.names(self.app.session, self.pair, self.side, self.split, self.looks, width)]

    def _draw_list(self, width: int, height: int) -> list[Row]:
        shown = self.scrolled.shown(height)
        return [self._rows(item, item == self.scrolled.at)[row] for item, row in shown]

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        return versions_bars.footer(self.table, self.said, self.looks, width)

    def _rows(self, index: int, chosen: bool) -> list[Row]:
        assert self.versions is not None
        width = self._list.size.width
        if chosen:
            return versions_rows.rows(self.versions, self.items[index], self.looks, width, self.split, True)
        if index not in self._drawn:
            item = self.items[index]
            self._drawn[index] = versions_rows.rows(self.versions, item, self.looks, width, self.split, False)
        return self._drawn[index]

    # -- moving --------------------------------------------------------------------------------------

    def _moved(self, said: str = "") -> None:
        self.said = said
        self.update()

    def action_next_row(self) -> None:
        self.scrolled.step(1, self._height)
        self._moved()

    def action_previous_row(self) -> None:
        self.scrolled.step(-1, self._height)
        self._moved()

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _page(self, direction: int) -> None:
        """Scroll a page; at the end of it the last or first row is chosen."""
        before = (self.scrolled.top, self.scrolled.skip)
        self.scrolled.scroll(direction * max(1, self._height - 2), self._height)
        if before == (self.scrolled.top, self.scrolled.skip):
            self.scrolled.choose(self.scrolled.count if direction > 0 else 0, self._height)
        self._moved()

    def action_first_row(self) -> None:
        self.scrolled.choose(0, self._height)
        self._moved()

    def action_last_row(self) -> None:
        self.scrolled.choose(self.scrolled.count, self._height)
        self._moved()

    def action_next_change(self) -> None:
        self._to_change(range(self.scrolled.at + 1, len(self.items)), "No change further down.")

    def action_previous_change(self) -> None:
        self._to_change(range(self.scrolled.at - 1, -1, -1), "No change further up.")

    def _to_change(self, where: range, otherwise: str) -> None:
        found = next((k for k in where if folding.is_change(self.items[k])), None)
        if found is not None:
            self.scrolled.choose(found, self._height, high=True)
        self._moved(otherwise if found is None else "")

    # -- choosing what is compared ---------------------------------------------------------------------

    def action_version(self, number: int) -> None:
        """Put the source of this number on the right."""
        if self.pair is None:
            return
        left, right = self.pair
        if not 1 <= number <= len(self.app.articles):
            self._moved(f"There is no source {number}.")
        elif number - 1 == left:
            self._moved(f"Source {number} is the one on the left; s swaps the two.")
        elif number - 1 != right:
            self.compare(left, number - 1)

    def action_next_version(self) -> None:
        self._beside(1)

    def action_previous_version(self) -> None:
        self._beside(-1)

    def _beside(self, step: int) -> None:
        """Put the next or previous source on the right, round the ends."""
        if self.pair is None:
            return
        left, right = self.pair
        others = [index for index in range(len(self.app.articles)) if index != left]
        if len(others) == 1:
            self._moved("There is no other source.")
        else:
            self.compare(left, others[(others.index(right) + step) % len(others)])

    def action_swap(self) -> None:
        if self.pair is not None:
            self.compare(*self.pair[::-1])

    def action_other_side(self) -> None:
        self.side = 1 - self.side
        self._moved("Enter goes to the passage on the right." if self.side else "Enter goes to the left.")

    def action_whole(self) -> None:
        """Fold what is the same, or unfold it; the chosen block stays."""
        if self.versions is None:
            return
        item, self.whole = self._chosen(), not self.whole
        self._fold()
        self.scrolled.count = len(self.items)
        self.scrolled.reset(len(self.items))
        self.scrolled.choose(self._index_of(item), self._height)
        self._moved("Everything is shown." if self.whole else "What is the same is folded.")

    def action_layout(self) -> None:
        if self._list.size.width < WIDE:
            self._moved(f"Side by side needs a terminal of {WIDE} columns.")
            return
        self.one_column = not self.one_column
        self._settle()

    def _chosen(self) -> Item | None:
        return self.items[self.scrolled.at] if self.items else None

    def _block(self, item: Item | None) -> int:
        """The first block of an item, by its index in the comparison."""
        assert self.versions is not None
        if isinstance(item, Fold):
            return item.first
        if isinstance(item, Changed):
            return item.block
        return self.versions.found.blocks.index(item) if isinstance(item, Block) else 0

    def _index_of(self, item: Item | None) -> int:
        """Where an item is listed now, or else the block or the fold in which its block is."""
        if item in self.items or isinstance(item, More | None):
            return self.items.index(item) if item in self.items else 0
        block = self._block(item)
        for index, each in enumerate(self.items):
            if isinstance(each, Fold) and each.first <= block < each.last:
                return index
            if isinstance(each, Block) and self._block(each) == block:
                return index
        return 0

    # -- leaving -------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Go to the chosen passage in the reader, of the other source where this side has none."""
        if self.versions is None or self.pair is None or (item := self._chosen()) is None:
            return
        block = self.versions.found.blocks[self._block(item)]
        ranges = (block.old, block.new)
        side = self.side if ranges[self.side][0] < ranges[self.side][1] else 1 - self.side
        self.dismiss(Place(self.pair[side], *ranges[side]))

    def action_close(self) -> None:
        self.dismiss(None)

    def action_help(self) -> None:
        from seedreader.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.table))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    # -- mouse ---------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        item = self._item_at(event)
        if item is not None:
            self.scrolled.choose(item, self._height)
            if self.split:
                self.side = int(event.screen_x >= versions_rows.middle(self._list.size.width))
            self._moved()

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and self._item_at(event) is not None:
            self.action_open()

    def on_mouse_scroll_down(self) -> None:
        self.scrolled.scroll(WHEEL, self._height)
        self._moved()

    def on_mouse_scroll_up(self) -> None:
        self.scrolled.scroll(-WHEEL, self._height)
        self._moved()

    def _item_at(self, event: events.MouseEvent) -> int | None:
        region = self._list.region
        row = event.screen_y - region.y
        shown = self.scrolled.shown(self._height)
        inside = region.contains(event.screen_x, event.screen_y) and row < len(shown)
        return shown[row][0] if inside else None
