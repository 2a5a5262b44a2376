"""Every source at a glance: its date, length, boilerplate, claims, origin, and whom it cites."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.session import StoryPassage
from seedreader.story.source_profiles import SourceProfile, profiles
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.copying import Copying
from seedreader.ui.parts.navigation_targets import NavigationTarget
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.source_exporting import SourceExporting
from seedreader.ui.parts.story_watch import StoryWatch
from seedreader.ui.parts.writing import Writing
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.screens.sources import source_entries, source_rows
from seedreader.ui.screens.sources.source_entries import ORDERS
from seedreader.ui.widgets.row_widget import Row, Rows


class SourcesScreen(ListScreen[NavigationTarget | None, source_entries.SourceEntry]):
    """Closes with where the chosen source was left, or None."""

    MODES: ClassVar = {Mode.READING: "sources"}
    HINT = "words  source:2  year:2024  is:doubted  is:partial"
    writing: Writing
    BLOCKS = ("heading", "columns", "list", "detail", "footer")

    def __init__(self, program: ScreenProgram, wanted: str = "") -> None:
        super().__init__(program, wanted)
        self.story_watch = StoryWatch(self.session)
        self.order = next(iter(ORDERS))
        self._profiles: tuple[SourceProfile, ...] = ()
        self._articles: tuple[AnalysedArticle, ...] = ()
        self.writing = Writing(self.context, self, tuple)
        self.assemble(
            self.writing,
            Copying(self.context, self._address, self._citation, self.send),
            SourceExporting(self.writing, lambda: program.articles),
        )

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "sort": self.sort,
            "source": self.choose_source,
            "timeline": self.open_timeline,
            "only_these": self.only_these,
            "mark_read": self.mark_read,
            "open_address": self.open_address,
            "source_facts": self.open_facts,
        }

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[source_entries.SourceEntry]:
        session = self.session
        if (story := session.story) is None:
            return ()
        self._articles, self._profiles = story.articles, profiles(story)
        if not self.items:
            self.choose_key(str(session.focus))
        return source_entries.listed(self._profiles, self.order, self._read)

    @property
    def _read(self) -> list[int]:
        return [number for number, source in enumerate(self.session.sources) if source.read]

    def key_of(self, item: source_entries.SourceEntry) -> str:
        return str(item.profile.number)

    def selected(self) -> Sequence[source_entries.SourceEntry]:
        return source_entries.selected(self.items, self.wanted)

    async def on_mount(self) -> None:
        self.story_watch.take()

    def story_changed(self) -> None:
        if self.story_watch.take():
            self.run_alone(self.reload)
        else:
            self.show()

    # -- drawing -------------------------------------------------------------------------------------

    def above(self) -> ComposeResult:
        yield Rows(self._draw_columns, self.looks.of(self.looks.palette.text), id="columns")

    def rows_above(self, height: int) -> int:
        self.query_one("#columns", Rows).styles.height = 1
        return 1

    def _draw_columns(self, width: int, height: int) -> list[Row]:
        return [source_rows.header(self.order, self.looks, width)] if self.items else []

    def heading(self) -> str:
        origins = len({profile.origin for profile in self._profiles})
        doubted = sum(bool(profile.judgement.warnings) for profile in self._profiles)
        read = sum(row.read for row in self.items)
        parts = (
            "Sources",
            self.many if self.items else "",
            count(origins, "origin") if len(self.items) > 1 else "",
            f"{read} read" if read else "",
            f"! {count(doubted, 'date')} uncertain" if doubted else "",
            one_line(self.wanted),
        )
        return " · ".join(part for part in parts if part)

    def tally(self) -> str:
        if self.field is not None:
            return self.fitting
        return "" if self.order == next(iter(ORDERS)) else f"by {self.order}"

    def draw_row(self, index: int, width: int) -> Row:
        return source_rows.row(
            self.shown[index].profile, self.looks, width, index == self.at, self.shown[index].read
        )

    def draw_detail(self, item: source_entries.SourceEntry, width: int, height: int) -> list[Row]:
        more = "v: less" if self.whole else "v shows more"
        key = partial(self.table.key, "sources")
        keys = f"{key('open_address')} opens it, {key('copy')} copies it"
        return source_rows.detail(
            item.profile, self._articles, self.looks, width, height, more, keys, item.read
        )

    def nothing(self) -> Sequence[str]:
        return self.story_watch.unread(self.app.size.width) or self.unfitting()

    # -- order and going there -----------------------------------------------------------------------

    def sort(self) -> None:
        """By the next of the orders."""
        orders = list(ORDERS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.items = source_entries.listed(self._profiles, self.order, self._read)
        self.filter_again()

    def choose_source(self, number: int) -> None:
        """Choose the source with this number."""
        found = [index for index, row in enumerate(self.shown) if row.profile.number == number - 1]
        if found:
            self.choose(found[0])
        else:
            self.say(f"Source {number} is not listed.")

    def open(self) -> None:
        """Go to the source, where it was left."""
        if (row := self.chosen) is not None:
            source = self.session.sources[row.profile.number]
            self.dismiss(StoryPassage(row.profile.number, *source.cursor))

    def only_these(self) -> None:
        """Show only the listed sources side by side; all of them where all are listed."""
        numbers = [row.profile.number for row in self.shown]
        if not numbers:
            self.say("No source is listed.")
            return
        columns = self.session.columns
        columns.hidden = set(columns.order) - set(numbers)
        focus = self.session.focus if self.session.focus in numbers else numbers[0]
        self.dismiss(StoryPassage(focus, *self.session.sources[focus].cursor))

    def mark_read(self) -> None:
        """Mark the chosen source as read, or as unread."""
        if (row := self.chosen) is not None:
            self.program.mark_read(row.profile.number, not row.read)
            self.items = source_entries.listed(self._profiles, self.order, self._read)
            self.filter_again()
            self.say(f"Marked as {'unread' if row.read else 'read'}.")

    def _address(self) -> str | None:
        return self.chosen.profile.article.url or "" if self.chosen is not None else None

    def _citation(self) -> str | None:
        """The chosen source as a citation: all that is known of it."""
        # imported when something is cited
        from seedreader.report import citation

        return citation.source(self.chosen.profile.article, full=True) if self.chosen is not None else None

    def open_address(self) -> None:
        """Open the chosen source's address in a browser, beside the keys."""
        if url := self._address():
            self.run_alone(partial(self._open_address, url), "browser")
        elif self.chosen is not None:
            self.say("This source has no address.")

    async def _open_address(self, url: str) -> None:
        # imported when something is opened
        from seedreader.ui.parts import browser

        if self.app.is_web:  # the visitor's browser, not one of the machine that serves
            if not (refused := browser.refusal(url)):
                self.app.open_url(url)
            self.say(one_line(refused or f"Opened in another tab, unless your browser stops that: {url}"))
            return
        self.say(one_line(await asyncio.to_thread(browser.open_address, url, dict(os.environ))))

    async def open_facts(self) -> None:
        """Correct what the chosen source is."""
        if (row := self.chosen) is not None:
            await self.program.router.open("facts", row.profile.number, then=lambda _: self.show())

    async def open_timeline(self) -> None:
        """Show the days of the chosen source on the timeline."""
        if (row := self.chosen) is not None:
            wanted = f"source:{row.profile.number + 1}"
            await self.program.router.open("timeline", wanted, then=self._went)

    def _went(self, target: NavigationTarget | None) -> None:
        """Go on where the timeline leads."""
        if target is not None:
            self.dismiss(target)
