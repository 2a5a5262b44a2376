"""Every source at a glance: its date, length, boilerplate, claims, origin, and whom it cites."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.session import Place
from seedreader.story.source_profiles import Profile, profiles
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.commands import Table
from seedreader.ui.reader.goals import Goal
from seedreader.ui.screens.story_list import StoryListScreen
from seedreader.ui.sources import list as sources_list
from seedreader.ui.sources import rows as sources_rows
from seedreader.ui.sources.list import ORDERS
from seedreader.ui.widgets.rows import Row, Rows


class SourcesScreen(StoryListScreen[sources_list.Row]):
    """Closes with where the chosen source was left, or None."""

    MODES = ("sources",)
    HINT = "words  source:2  year:2024  is:doubted  is:shared"
    PARTS = ("heading", "columns", "list", "detail", "footer")

    def __init__(self, table: Table, wanted: str = "") -> None:
        super().__init__(table, wanted)
        self.order = next(iter(ORDERS))
        self._profiles: tuple[Profile, ...] = ()
        self._articles: tuple[AnalysedArticle, ...] = ()

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[sources_list.Row]:
        session = self.app.session
        if (story := session.story) is None:
            return ()
        self._articles, self._profiles = story.articles, profiles(story)
        if not self.items:
            self.choose_key(str(session.focus))
        return sources_list.listed(self._profiles, self.order)

    def key_of(self, item: sources_list.Row) -> str:
        return str(item.profile.number)

    def selected(self) -> Sequence[sources_list.Row]:
        return sources_list.selected(self.items, self.wanted)

    # -- drawing -------------------------------------------------------------------------------------

    def above(self) -> ComposeResult:
        yield Rows(self._draw_columns, self.looks.of(self.looks.palette.text), id="columns")

    def rows_above(self, height: int) -> int:
        self.query_one("#columns", Rows).styles.height = 1
        return 1

    def _draw_columns(self, width: int, height: int) -> list[Row]:
        return [sources_rows.header(self.order, self.looks, width)] if self.items else []

    def heading(self) -> str:
        origins = len({profile.origin for profile in self._profiles})
        doubted = sum(bool(profile.judgement.warnings) for profile in self._profiles)
        parts = (
            "Sources",
            self.many if self.items else "",
            count(origins, "origin") if len(self.items) > 1 else "",
            f"! {count(doubted, 'date')} uncertain" if doubted else "",
            one_line(self.wanted),
        )
        return " · ".join(part for part in parts if part)

    def tally(self) -> str:
        if self.field is not None:
            return self.fitting
        return "" if self.order == next(iter(ORDERS)) else f"by {self.order}"

    def draw_row(self, index: int, width: int) -> Row:
        return sources_rows.row(self.shown[index].profile, self.looks, width, index == self.at)

    def draw_detail(self, item: sources_list.Row, width: int, height: int) -> list[Row]:
        more = "v: less" if self.whole else "v shows more"
        return sources_rows.detail(item.profile, self._articles, self.looks, width, height, more)

    def nothing(self) -> Sequence[str]:
        return self.unread() or self.unfitting()

    # -- order and going there -----------------------------------------------------------------------

    def action_sort(self) -> None:
        """By the next of the orders."""
        orders = list(ORDERS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.items = sources_list.listed(self._profiles, self.order)
        self.filter_again()

    def action_source(self, number: int) -> None:
        """Choose the source with this number."""
        found = [index for index, row in enumerate(self.shown) if row.profile.number == number - 1]
        if found:
            self.choose(found[0])
        else:
            self.say(f"Source {number} is not listed.")

    def action_open(self) -> None:
        """Go to the source, where it was left."""
        if (row := self.chosen) is not None:
            source = self.app.session.sources[row.profile.number]
            self.dismiss(Place(row.profile.number, *source.cursor))

    async def action_timeline(self) -> None:
        """Show the days of the chosen source on the timeline."""
        from seedreader.ui.timeline.screen import TimelineScreen

        if (row := self.chosen) is not None:
            wanted = f"source:{row.profile.number + 1}"
            await self.app.push_screen(TimelineScreen(self.table, wanted), self._went)

    def _went(self, goal: Goal | None) -> None:
        """Go on where the timeline leads."""
        if goal is not None:
            self.dismiss(goal)
