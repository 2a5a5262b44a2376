"""Two versions of a text against each other, word by word."""

from __future__ import annotations

import asyncio
from functools import partial

from textual.app import ComposeResult

from seedreader.analysis.differences import fold_unchanged, text_diff
from seedreader.analysis.differences.diff_values import Block, Changed
from seedreader.analysis.differences.fold_unchanged import Item, UnchangedBlocks
from seedreader.session import Place
from seedreader.story.version_pairs import nearest, text_of
from seedreader.ui.commands import Table
from seedreader.ui.screens.scrolling import ScrollingScreen
from seedreader.ui.versions import bars as versions_bars
from seedreader.ui.versions import rows as versions_rows
from seedreader.ui.versions.rows import WIDE, Versions
from seedreader.ui.widgets.rows import Row, Rows


class VersionsScreen(ScrollingScreen[Place | None]):
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
        self.versions: Versions | None = None
        self.items: list[Item] = []
        self.whole = self.one_column = False
        self._left = left
        self._turn = 0

    def compose(self) -> ComposeResult:
        self.looks = self.app.looks
        blank = self.looks.of(self.looks.palette.text)
        yield Rows(self._draw_heading, blank, id="heading")
        yield Rows(self._draw_summary, blank, id="summary")
        yield Rows(self._draw_names, blank, id="names")
        yield Rows(self.draw_list, blank, id="list")
        yield Rows(self._draw_footer, blank, id="footer", grows=True)

    def on_mount(self) -> None:
        self.story_changed()

    def story_changed(self) -> None:
        """Compare the first pair as soon as the sources are read."""
        story = self.app.session.story
        if story is not None and self.pair is None and (others := nearest(story, self._left)):
            self.compare(self._left, others[0])
        self.update()

    def compare(self, left: int, right: int) -> None:
        """Lay these two sources against each other."""
        self.pair, self.versions, self.items = (left, right), None, []
        self._turn += 1
        self.scrolled.reset(0)
        self.run_alone(partial(self._compare, self._turn, left, right))
        self.told()

    async def _compare(self, turn: int, left: int, right: int) -> None:
        story = self.app.session.story
        assert story is not None
        old, new = text_of(story, left), text_of(story, right)
        found = await asyncio.to_thread(text_diff.compare, old, new)
        if turn == self._turn:
            self.versions = Versions(old, new, found)
            self._list(at=0)

    def _list(self, at: int) -> None:
        """List what there is to show, with the block ``at`` chosen."""
        assert self.versions is not None
        self.items = fold_unchanged.items(self.versions.found, self.whole)
        self.scrolled.reset(len(self.items), self._place_of(at) if at else 0)
        self.drawn_anew()

    def update(self) -> None:
        """Draw what changed."""
        for name in ("heading", "summary", "names", "list", "footer"):
            self.query_one(f"#{name}", Rows).update()

    # -- drawing -------------------------------------------------------------------------------------

    @property
    def split(self) -> bool:
        """Whether the two stand side by side."""
        return self.list_rows.size.width >= WIDE and not self.one_column

    def draw_item(self, index: int, width: int, chosen: bool) -> list[Row]:
        assert self.versions is not None
        return versions_rows.rows(self.versions, self.items[index], self.looks, width, self.split, chosen)

    def _draw_heading(self, width: int, height: int) -> list[Row]:
        changes = [k for k, item in enumerate(self.items) if fold_unchanged.is_change(item)]
        before = sum(k <= self.scrolled.at for k in changes)
        tally = f"change {before}/{len(changes)}" if self.versions else ""
        return [versions_bars.heading(self.app.session, self.pair, tally, self.looks, width)]

    def _draw_summary(self, width: int, height: int) -> list[Row]:
        session = self.app.session
        if session.story is None:
            said = session.failure or "Reading the sources together …"
        elif self.pair is None:
            said = "One source alone: there is nothing to compare it with."
        else:
            said = versions_bars.told(self.versions.found, width) if self.versions else "Comparing …"
        return [versions_bars.summary(said, self.looks, width)]

    def _draw_names(self, width: int, height: int) -> list[Row]:
        if self.pair is None:
            return []
        return [versions_bars.names(self.app.session, self.pair, self.side, self.split, self.looks, width)]

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        return versions_bars.footer(self.table, self.said, self.looks, width)

    # -- from change to change -------------------------------------------------------------------------

    def action_next_change(self) -> None:
        self._to_change(range(self.scrolled.at + 1, len(self.items)), "No change further down.")

    def action_previous_change(self) -> None:
        self._to_change(range(self.scrolled.at - 1, -1, -1), "No change further up.")

    def _to_change(self, where: range, otherwise: str) -> None:
        found = next((k for k in where if fold_unchanged.is_change(self.items[k])), None)
        if found is not None:
            self.scrolled.choose(found, self.list_height, high=True)
        self.told(otherwise if found is None else "")

    # -- choosing what is compared ---------------------------------------------------------------------

    def action_version(self, number: int) -> None:
        """Put the source of this number on the right."""
        if self.pair is None:
            return
        left, right = self.pair
        if number > len(self.app.articles):
            self.told(f"There is no source {number}.")
        elif number - 1 == left:
            self.told(f"Source {number} is the one on the left; s swaps the two.")
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
            self.told("There is no other source.")
        else:
            self.compare(left, others[(others.index(right) + step) % len(others)])

    def action_swap(self) -> None:
        if self.pair is not None:
            self.compare(*self.pair[::-1])

    def action_other_side(self) -> None:
        self.side = 1 - self.side
        self.told(f"Enter goes to the passage on the {'right' if self.side else 'left'}.")

    def pointed(self, column: int) -> None:
        if self.split:
            self.side = int(column >= versions_rows.middle(self.list_rows.size.width))

    def action_whole(self) -> None:
        """Fold what is the same, or unfold it; the chosen block stays."""
        if self.versions is not None:
            block = self._block()
            self.whole = not self.whole
            self._list(at=block)
            self.told("Everything is shown." if self.whole else "What is the same is folded.")

    def action_layout(self) -> None:
        if self.list_rows.size.width < WIDE:
            self.told(f"Side by side needs a terminal of {WIDE} columns.")
            return
        self.one_column = not self.one_column
        self.drawn_anew()

    def _block(self) -> int:
        """The first block of the chosen item, by its index in the comparison."""
        assert self.versions is not None
        item = self.items[self.scrolled.at] if self.items else None
        if isinstance(item, UnchangedBlocks):
            return item.first
        if isinstance(item, Changed):
            return item.block
        return self.versions.found.blocks.index(item) if isinstance(item, Block) else 0

    def _place_of(self, block: int) -> int:
        """Where a block is listed, or the fold in which it is."""
        assert self.versions is not None
        wanted = self.versions.found.blocks[block]
        return next(
            k
            for k, item in enumerate(self.items)
            if item is wanted or (isinstance(item, UnchangedBlocks) and item.first <= block < item.last)
        )

    # -- leaving -------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Go to the chosen passage in the reader, of the other source where this side has none."""
        if self.versions is None or self.pair is None or not self.items:
            return
        block = self.versions.found.blocks[self._block()]
        ranges = (block.old, block.new)
        side = self.side if ranges[self.side][0] < ranges[self.side][1] else 1 - self.side
        self.dismiss(Place(self.pair[side], *ranges[side]))

    def action_close(self) -> None:
        self.dismiss(None)
