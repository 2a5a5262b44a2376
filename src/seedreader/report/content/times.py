"""What the sources date, as the rows of a timeline."""

from __future__ import annotations

from seedreader.report.content.quoting import Quoting
from seedreader.report.values import TimelineEntry, TimelineRow
from seedreader.story import Story
from seedreader.story.timeline import UNITS, grouped, timeline
from seedreader.text.format_dates import days

MOST_ROWS = 60
"""Rows from which days are put together by months, and months by years."""


def rows(story: Story, quoting: Quoting) -> tuple[TimelineRow, ...]:
    """In order of time, by days, or else by months or years, where there would be too many rows."""
    events = timeline(story).events
    found = next(
        (groups for unit in reversed(UNITS) if len(groups := grouped(events, unit)) <= MOST_ROWS),
        grouped(events, UNITS[0]),
    )
    return tuple(
        TimelineRow(
            days(group.first, group.last),
            group.gap,
            tuple(
                TimelineEntry(event.kind, quoting.quote(event.source, event.start, event.end, [event.words]))
                for event in (events[number] for number in group.events)
            ),
        )
        for group in found
    )
