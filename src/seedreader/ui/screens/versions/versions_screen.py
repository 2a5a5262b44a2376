"""Two versions of a text against each other, word by word."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from seedreader.analysis.differences import fold_unchanged, text_diff
from seedreader.analysis.differences.diff_values import ChangedFact, DiffBlock
from seedreader.analysis.differences.fold_unchanged import Item, UnchangedBlocks
from seedreader.session import StoryPassage
from seedreader.story.version_pairs import is_earlier, nearest, text_of
from seedreader.ui import WHEEL
from seedreader.ui.parts.item_scrolling import ItemScrolling
from seedreader.ui.parts.navigation_targets import NavigationTarget
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.row_steps import RowSteps
from seedreader.ui.screens.part_screen import PartScreen, ScreenProgram
from seedreader.ui.screens.versions import version_bars, version_rows
from seedreader.ui.screens.versions.version_rows import WIDE, ComparedTexts
from seedreader.ui.widgets.row_widget import Row, Rows


class VersionsScreen(PartScreen[NavigationTarget | None]):
    """A source on the left, its nearest other on the right at first; closes with where to go, or None.

    Of two versions of one source the earlier is on the left.

    ``side`` is whose passage Enter goes to: 0 the left one's, 1 the right one's.
    """

    MODES: ClassVar = {Mode.READING: "versions"}
    DEFAULT_CSS = """
    VersionsScreen #heading, VersionsScreen #summary, VersionsScreen #names { height: 1; }
    VersionsScreen #list { height: 1fr; }
    VersionsScreen #footer { height: 1; }
    """

    def __init__(self, program: ScreenProgram, left: int) -> None:
        super().__init__(program)
        self.pair: tuple[int, int] | None = None
        self.side = 0
        self.versions: ComparedTexts | None = None
        self.items: list[Item] = []
        self.whole = self.one_column = False
        self._left = left
        self.items_scrolled = ItemScrolling(self.context, self, self._went)
        self.assemble(RowSteps(self.items_scrolled))

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "next_change": self.next_change,
            "previous_change": self.previous_change,
            "open": self.open,
            "next_version": partial(self._beside, 1),
            "previous_version": partial(self._beside, -1),
            "version": self.put_on_the_right,
            "swap": self.swap,
            "other_side": self.other_side,
            "whole": self.show_whole,
            "layout": self.change_layout,
            "close": self.close,
        }

    def compose(self) -> ComposeResult:
        blank = self.looks.of(self.looks.palette.text)
        yield Rows(self._draw_heading, blank, id="heading")
        yield Rows(self._draw_summary, blank, id="summary")
        yield Rows(self._draw_names, blank, id="names")
        yield Rows(self.items_scrolled.draw, blank, id="list")
        yield Rows(self._draw_footer, blank, id="footer", grows=True)

    def on_mount(self) -> None:
        self.story_changed()

    def story_changed(self) -> None:
        """Compare the first pair as soon as the sources are read."""
        story = self.session.story
        if story is not None and self.pair is None and (others := nearest(story, self._left)):
            pair = self._left, others[0]
            self.side = int(is_earlier(story.articles[pair[1]], story.articles[pair[0]]))
            self.compare(*(pair[::-1] if self.side else pair))
        self.show()

    def compare(self, left: int, right: int) -> None:
        """Lay these two sources against each other."""
        self.pair, self.versions, self.items = (left, right), None, []
        self.items_scrolled.scroll.reset(0)
        self.run_alone(partial(self._compare, left, right))
        self._went()

    async def _compare(self, left: int, right: int) -> None:
        story = self.session.story
        assert story is not None
        old, new = text_of(story, left), text_of(story, right)
        found = await asyncio.to_thread(text_diff.compare_texts, old, new)
        self.versions = ComparedTexts(old, new, found)
        self._list(at=0)

    def _list(self, at: int) -> None:
        """List what there is to show, with the block ``at`` chosen."""
        assert self.versions is not None
        self.items = fold_unchanged.items(self.versions.found, self.whole)
        self.items_scrolled.scroll.reset(len(self.items), self._place_of(at) if at else 0)
        self.items_scrolled.draw_anew()

    def show(self) -> None:
        for name in ("heading", "summary", "names", "list", "footer"):
            self.query_one(f"#{name}", Rows).update()

    def _went(self, said: str = "") -> None:
        """Show where the reader is now, and say something until the next key."""
        self.message.said = said
        self.show()

    def on_resize(self) -> None:
        self.items_scrolled.forget()
        self.call_after_refresh(self.items_scrolled.draw_anew)

    @property
    def list_rows(self) -> Rows:
        """Where the items are."""
        return self.query_one("#list", Rows)

    # -- drawing -------------------------------------------------------------------------------------

    @property
    def split(self) -> bool:
        """Whether the two stand side by side."""
        return self.list_rows.size.width >= WIDE and not self.one_column

    def draw_item(self, index: int, width: int, chosen: bool) -> list[Row]:
        assert self.versions is not None
        return version_rows.rows(self.versions, self.items[index], self.looks, width, self.split, chosen)

    def _draw_heading(self, width: int, height: int) -> list[Row]:
        changes = [k for k, item in enumerate(self.items) if fold_unchanged.is_change(item)]
        before = sum(k <= self.items_scrolled.scroll.at for k in changes)
        tally = f"change {before}/{len(changes)}" if self.versions else ""
        return [version_bars.heading(self.session, self.pair, tally, self.looks, width)]

    def _draw_summary(self, width: int, height: int) -> list[Row]:
        session = self.session
        if session.story is None:
            said = session.failure or "Reading the sources together …"
        elif self.pair is None:
            said = "One source alone: there is nothing to compare it with."
        else:
            said = version_bars.told(self.versions.found, width) if self.versions else "Comparing …"
        return [version_bars.summary(said, self.looks, width)]

    def _draw_names(self, width: int, height: int) -> list[Row]:
        if self.pair is None:
            return []
        return [version_bars.names(self.session, self.pair, self.side, self.split, self.looks, width)]

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        return self.footer_rows(width)

    # -- from change to change -------------------------------------------------------------------------

    def next_change(self) -> None:
        self._to_change(range(self.items_scrolled.scroll.at + 1, len(self.items)), "No change further down.")

    def previous_change(self) -> None:
        self._to_change(range(self.items_scrolled.scroll.at - 1, -1, -1), "No change further up.")

    def _to_change(self, where: range, otherwise: str) -> None:
        found = next((k for k in where if fold_unchanged.is_change(self.items[k])), None)
        if found is not None:
            self.items_scrolled.scroll.choose(found, self.items_scrolled.height, high=True)
        self._went(otherwise if found is None else "")

    # -- choosing what is compared ---------------------------------------------------------------------

    def put_on_the_right(self, number: int) -> None:
        """Put the source of this number on the right."""
        if self.pair is None:
            return
        left, right = self.pair
        if number > len(self.program.articles):
            self._went(f"There is no source {number}.")
        elif number - 1 == left:
            self._went(f"Source {number} is the one on the left; s swaps the two.")
        elif number - 1 != right:
            self.compare(left, number - 1)

    def _beside(self, step: int) -> None:
        """Put the next or previous source on the right, round the ends."""
        if self.pair is None:
            return
        left, right = self.pair
        others = [index for index in range(len(self.program.articles)) if index != left]
        if len(others) == 1:
            self._went("There is no other source.")
        else:
            self.compare(left, others[(others.index(right) + step) % len(others)])

    def swap(self) -> None:
        if self.pair is not None:
            self.compare(*self.pair[::-1])

    def other_side(self) -> None:
        self.side = 1 - self.side
        self._went(f"Enter goes to the passage on the {'right' if self.side else 'left'}.")

    def on_mouse_down(self, event: events.MouseDown) -> None:
        item = self._item_at(event)
        if item is None:
            return
        self.items_scrolled.scroll.choose(item, self.items_scrolled.height)
        if self.split:
            self.side = int(event.screen_x >= version_rows.middle(self.list_rows.size.width))
        self._went()

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and self._item_at(event) is not None:
            self.open()

    def on_mouse_scroll_down(self) -> None:
        self.items_scrolled.wheel(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        self.items_scrolled.wheel(-WHEEL)

    def _item_at(self, event: events.MouseEvent) -> int | None:
        region = self.list_rows.region
        inside = region.contains(event.screen_x, event.screen_y)
        return self.items_scrolled.item_at(event.screen_y - region.y) if inside else None

    def show_whole(self) -> None:
        """Fold what is the same, or unfold it; the chosen block stays."""
        if self.versions is not None:
            block = self._block()
            self.whole = not self.whole
            self._list(at=block)
            self._went("Everything is shown." if self.whole else "What is the same is folded.")

    def change_layout(self) -> None:
        if self.list_rows.size.width < WIDE:
            self._went(f"Side by side needs a terminal of {WIDE} columns.")
            return
        self.one_column = not self.one_column
        self.items_scrolled.draw_anew()

    def _block(self) -> int:
        """The first block of the chosen item, by its index in the comparison."""
        assert self.versions is not None
        item = self.items[self.items_scrolled.scroll.at] if self.items else None
        if isinstance(item, UnchangedBlocks):
            return item.first
        if isinstance(item, ChangedFact):
            return item.block
        return self.versions.found.blocks.index(item) if isinstance(item, DiffBlock) else 0

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

    def open(self) -> None:
        """Go to the chosen passage in the reader, of the other source where this side has none."""
        if self.versions is None or self.pair is None or not self.items:
            return
        block = self.versions.found.blocks[self._block()]
        ranges = (block.old, block.new)
        side = self.side if ranges[self.side][0] < ranges[self.side][1] else 1 - self.side
        self.dismiss(StoryPassage(self.pair[side], *ranges[side]))

    def close(self) -> None:
        self.dismiss(None)
