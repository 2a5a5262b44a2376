"""What the sources date, on one timeline, with each page's own date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.session import StoryPassage, filter_syntax
from seedreader.story.timeline import UNITS, Timeline, TimelineEvent, timeline
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.navigation_targets import NavigationTarget
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.story_watch import StoryWatch
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.screens.timeline import timeline_entries, timeline_rows, timeline_strip
from seedreader.ui.screens.timeline.timeline_axis import TimelineAxis, axis
from seedreader.ui.screens.timeline.timeline_entries import SYNTAX, TimelineEntry
from seedreader.ui.screens.timeline.timeline_strip import Counts, TimelineStrip
from seedreader.ui.themes import marks
from seedreader.ui.widgets.row_widget import Row, Rows

ZOOMS = (None, *UNITS)
"""What zooming goes through; None: as finely as there is room."""


class TimelineScreen(ListScreen[NavigationTarget | None, TimelineEntry]):
    """Closes with the passage to go to, or None."""

    MODES: ClassVar = {Mode.READING: "timeline"}
    HINT = "words  source:2  year:2024  after:2025-01-31  before:2024"
    BLOCKS = ("heading", "strip", "list", "detail", "footer")

    def __init__(self, program: ScreenProgram, wanted: str = "") -> None:
        super().__init__(program, wanted)
        self.story_watch = StoryWatch(self.session)
        self.unit: str | None = None
        self.timeline = Timeline((), (), ())
        self._articles: tuple[AnalysedArticle, ...] = ()
        self._events: list[TimelineEvent] = []
        self._axis: TimelineAxis | None = None
        self._counts: Counts = {}
        self._axis_room = 0
        self.assemble()

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "only_source": self.only_source,
            "zoom": self.zoom,
            "next_group": partial(self._to_group, 1),
            "previous_group": partial(self._to_group, -1),
            "next_stretch": partial(self._to_stretch, 1),
            "previous_stretch": partial(self._to_stretch, -1),
        }

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[TimelineEntry]:
        story = self.session.story
        if story is None:
            return ()
        self._articles, self.timeline = story.articles, timeline(story)
        found = timeline_entries.moments(self.timeline, story.articles)
        if not self.items:
            self.choose_key(timeline_entries.nearest(found, self.session.place))
        return found

    def key_of(self, item: TimelineEntry) -> str:
        return item.key

    def selected(self) -> Sequence[TimelineEntry]:
        shown = timeline_entries.selected(self.items, self.wanted)
        self._events, self._axis = [moment.event for moment in shown], None
        return shown

    async def on_mount(self) -> None:
        self.story_watch.take()

    def story_changed(self) -> None:
        if self.story_watch.take():
            self.run_alone(self.reload)
        else:
            self.show()

    # -- drawing -------------------------------------------------------------------------------------

    def above(self) -> ComposeResult:
        yield Rows(self._draw_strip, self.looks.of(self.looks.palette.text), id="strip")

    def rows_above(self, height: int) -> int:
        drawn = bool(self.shown) and not self.whole
        line = self._line(self.app.size.width)
        rows = timeline_strip.height(line, len(self.session.sources), height) if drawn else 0
        strip = self.query_one("#strip", Rows)
        strip.display = rows > 0
        strip.styles.height = rows
        return rows

    def show(self) -> None:
        """Draw what changed; the strip is as high as its timeline needs."""
        if self.is_mounted:
            self.share_height()
        super().show()

    def heading(self) -> str:
        unplaced = sum(self.timeline.unplaced)
        parts = (
            "Timeline",
            f"{self.many} {'date' if len(self.items) == 1 else 'dates'}" if self.items else "",
            one_line(self.wanted),
            f"{count(unplaced, 'date')} of no known year" if unplaced and not self.wanted.strip() else "",
        )
        return " · ".join(part for part in parts if part)

    def tally(self) -> str:
        if self.field is not None:
            return self.fitting
        if not self.items or self.app.size.width < timeline_strip.NAMED_FROM:
            return ""
        doubted = any(judgement.warnings for judgement in self.timeline.judgements)
        doubt = f"  {marks.DATE_DOUBTED} in doubt" if doubted else ""
        return f"{marks.PAGE_DATE} page date  {marks.WORDS_DATE} by its words{doubt}"

    def draw_row(self, index: int, width: int) -> Row:
        event = self.shown[index].event
        above = self.shown[index - 1].event if index > self.top and index != self.at else None
        fresh = above is None or (above.first, above.last) != (event.first, event.last)
        article, judgement = self._articles[event.source], self.timeline.judgements[event.source]
        return timeline_rows.row(
            event, article, judgement, self.looks, width, chosen=index == self.at, fresh=fresh
        )

    def draw_detail(self, item: TimelineEntry, width: int, height: int) -> list[Row]:
        event = item.event
        article, judgement = self._articles[event.source], self.timeline.judgements[event.source]
        more = "v: less" if self.whole else "v shows more"
        return timeline_rows.detail(event, article, judgement, self.looks, width, height, more)

    def _draw_strip(self, width: int, height: int) -> list[Row]:
        if not self.shown:
            return []
        line = self._line(width)
        strip = TimelineStrip(
            self._events, line, self._counts, self.at, self._articles, self.timeline.judgements
        )
        return timeline_strip.draw(strip, self.looks, width, height)

    def _line(self, width: int) -> TimelineAxis:
        """The axis of what is shown, made anew only where that or the width changed."""
        room = width - timeline_strip.lead(width)
        if self._axis is None or self._axis_room != room:
            self._axis, self._axis_room = axis(self._events, self.unit, room), room
            self._counts = timeline_strip.counted(self._events, self._axis)
        return self._axis

    def nothing(self) -> Sequence[str]:
        return self.story_watch.unread(self.app.size.width) or self.unfitting() or ("No source names a day.",)

    # -- filter and zoom -----------------------------------------------------------------------------

    def only_source(self, number: int) -> None:
        """Filter by the source with this number; 0: by none."""
        if number > len(self.session.sources):
            self.say(f"There is no source {number}.")
            return
        found = filter_syntax.tokens(self.wanted, SYNTAX)
        self.filtering.want(filter_syntax.with_token(found, "source", f"source:{number}" if number else ""))

    def zoom(self) -> None:
        """By years, months, days, or as finely as there is room."""
        self.unit = ZOOMS[(ZOOMS.index(self.unit) + 1) % len(ZOOMS)]
        self._axis = None
        self.show()
        self.say(
            f"The timeline by {self.unit}s." if self.unit else "The timeline as finely as there is room."
        )

    def _to_group(self, step: int) -> None:
        """Choose the first moment of the next group of the line, or of the one before."""
        if self.shown:
            line = self._line(self.app.size.width)
            group = max(0, min(line.homes[self.at] + step, len(line.groups) - 1))
            self.choose(line.groups[group].events[0])

    def _to_stretch(self, step: int) -> None:
        """Choose what comes after the next gap in the line, or what begins the stretch before."""
        if not self.shown:
            return
        line = self._line(self.app.size.width)
        begins = [group.events[0] for group in line.groups if group.gap or group is line.groups[0]]
        ahead = [first for first in begins if first > self.at]
        behind = [first for first in begins if first < self.at]
        if found := ahead[:1] if step > 0 else behind[-1:]:
            self.choose(found[0])
        else:
            self.say("No gap further on." if step > 0 else "No gap before.")

    # -- going there ---------------------------------------------------------------------------------

    def open(self) -> None:
        """Go to the passage."""
        if (moment := self.chosen) is not None:
            event = moment.event
            self.dismiss(StoryPassage(event.source, event.start, event.end))
