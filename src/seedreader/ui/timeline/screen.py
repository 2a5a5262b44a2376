"""What the sources date, on one timeline, with each page's own date."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.session import Place, filter_syntax
from seedreader.story.timeline import UNITS, Event, Timeline, timeline
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.commands import Table
from seedreader.ui.screens.story_list import StoryListScreen
from seedreader.ui.timeline import list as timeline_list
from seedreader.ui.timeline import rows as timeline_rows
from seedreader.ui.timeline import strip as timeline_strip
from seedreader.ui.timeline.axis import Axis, axis
from seedreader.ui.timeline.list import SYNTAX, Moment
from seedreader.ui.timeline.strip import Counts, Strip
from seedreader.ui.widgets.rows import Row, Rows

ZOOMS = (None, *UNITS)
"""What zooming goes through; None: as finely as there is room."""


class TimelineScreen(StoryListScreen[Moment]):
    """Closes with the passage to go to, or None."""

    MODES = ("timeline",)
    HINT = "words  source:2  year:2024  after:2025-01-31  before:2024"
    PARTS = ("heading", "strip", "list", "detail", "footer")

    def __init__(self, table: Table, wanted: str = "") -> None:
        super().__init__(table, wanted)
        self.unit: str | None = None
        self.timeline = Timeline((), (), ())
        self._articles: tuple[AnalysedArticle, ...] = ()
        self._events: list[Event] = []
        self._axis: Axis | None = None
        self._counts: Counts = {}
        self._axis_room = 0

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[Moment]:
        story = self.app.session.story
        if story is None:
            return ()
        self._articles, self.timeline = story.articles, timeline(story)
        found = timeline_list.moments(self.timeline, story.articles)
        if not self.items:
            self.choose_key(timeline_list.nearest(found, self.app.session.place))
        return found

    def key_of(self, item: Moment) -> str:
        return item.key

    def selected(self) -> Sequence[Moment]:
        shown = timeline_list.selected(self.items, self.wanted)
        self._events, self._axis = [moment.event for moment in shown], None
        return shown

    # -- drawing -------------------------------------------------------------------------------------

    def above(self) -> ComposeResult:
        yield Rows(self._draw_strip, self.looks.of(self.looks.palette.text), id="strip")

    def rows_above(self, height: int) -> int:
        drawn = bool(self.shown) and not self.whole
        line = self._line(self.app.size.width)
        rows = timeline_strip.height(line, len(self.app.session.sources), height) if drawn else 0
        strip = self.query_one("#strip", Rows)
        strip.display = rows > 0
        strip.styles.height = rows
        return rows

    def update(self) -> None:
        """Draw what changed; the strip is as high as its timeline needs."""
        if self.is_mounted:
            self._arrange()
        super().update()

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
        doubt = f"  {timeline_strip.WARNED} in doubt" if doubted else ""
        return f"{timeline_strip.PAGE} page date  {timeline_strip.WORDS} by its words{doubt}"

    def draw_row(self, index: int, width: int) -> Row:
        event = self.shown[index].event
        above = self.shown[index - 1].event if index > self._top and index != self.at else None
        fresh = above is None or (above.first, above.last) != (event.first, event.last)
        article, judgement = self._articles[event.source], self.timeline.judgements[event.source]
        return timeline_rows.row(
            event, article, judgement, self.looks, width, chosen=index == self.at, fresh=fresh
        )

    def draw_detail(self, item: Moment, width: int, height: int) -> list[Row]:
        event = item.event
        article, judgement = self._articles[event.source], self.timeline.judgements[event.source]
        more = "v: less" if self.whole else "v shows more"
        return timeline_rows.detail(event, article, judgement, self.looks, width, height, more)

    def _draw_strip(self, width: int, height: int) -> list[Row]:
        if not self.shown:
            return []
        line = self._line(width)
        strip = Strip(self._events, line, self._counts, self.at, self._articles, self.timeline.judgements)
        return timeline_strip.draw(strip, self.looks, width, height)

    def _line(self, width: int) -> Axis:
        """The axis of what is shown, made anew only where that or the width changed."""
        room = width - timeline_strip.lead(width)
        if self._axis is None or self._axis_room != room:
            self._axis, self._axis_room = axis(self._events, self.unit, room), room
            self._counts = timeline_strip.counted(self._events, self._axis)
        return self._axis

    def nothing(self) -> Sequence[str]:
        return self.unread() or self.unfitting() or ("No source names a day.",)

    # -- filter and zoom -----------------------------------------------------------------------------

    def action_only_source(self, number: int) -> None:
        """Filter by the source with this number; 0: by none."""
        if number > len(self.app.session.sources):
            self.say(f"There is no source {number}.")
            return
        found = filter_syntax.tokens(self.wanted, SYNTAX)
        self.want(filter_syntax.with_token(found, "source", f"source:{number}" if number else ""))

    def action_zoom(self) -> None:
        """By years, months, days, or as finely as there is room."""
        self.unit = ZOOMS[(ZOOMS.index(self.unit) + 1) % len(ZOOMS)]
        self._axis = None
        self.update()
        self.say(f"The line by {self.unit}s." if self.unit else "The line as finely as there is room.")

    def action_next_group(self) -> None:
        self._to_group(1)

    def action_previous_group(self) -> None:
        self._to_group(-1)

    def _to_group(self, step: int) -> None:
        """Choose the first moment of the next group of the line, or of the one before."""
        if self.shown:
            line = self._line(self.app.size.width)
            group = max(0, min(line.homes[self.at] + step, len(line.groups) - 1))
            self.choose(line.groups[group].events[0])

    def action_next_stretch(self) -> None:
        self._to_stretch(1)

    def action_previous_stretch(self) -> None:
        self._to_stretch(-1)

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

    def action_open(self) -> None:
        """Go to the passage."""
        if (moment := self.chosen) is not None:
            event = moment.event
            self.dismiss(Place(event.source, event.start, event.end))
