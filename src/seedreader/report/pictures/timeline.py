"""Which source dates something on which day: days down, sources across."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.report.pictures.grid import Grid, GridCell, GridRow
from seedreader.report.values import StoryReport, TimelineEntry, TimelineRow
from seedreader.story.timeline import PUBLISHED, TOLD
from seedreader.text.plurals import count

_KEY = (
    (GridCell("●", "dated", "dates a statement on it"), "dates a statement on it; a number: so many"),
    (GridCell("P", "first", "was published"), "was published on it"),
    (GridCell("T", "against", "tells of it"), "was written on it as its words tell, against its own date"),
)


def grid(story: StoryReport) -> Grid:
    """A row for each day, month or year that a source names; a dashed line where a while is left out."""
    dates = sum(len(row.entries) for row in story.timeline)
    return Grid(
        "Timeline",
        f"{count(dates, 'date')} that {count(len(story.sources), 'source')} name or carry, in order of time.",
        [source.name for source in story.sources],
        [_row(story, row) for row in story.timeline],
        _KEY,
    )


def _row(story: StoryReport, row: TimelineRow) -> GridRow:
    cells = [
        _cell([each for each in row.entries if each.quote.source == source.number])
        for source in story.sources
    ]
    told = [each.quote.text for each in row.entries if each.kind not in (PUBLISHED, TOLD)]
    label = f"{row.when}: {told[0]}" if told else row.when
    return GridRow(label, cells, row.gap)


def _cell(entries: Sequence[TimelineEntry]) -> GridCell | None:
    if not entries:
        return None
    said = "; ".join(each.quote.text for each in entries)
    if any(each.kind == TOLD for each in entries):
        return GridCell("T", "against", said)
    if any(each.kind == PUBLISHED for each in entries):
        return GridCell("P", "first", "published")
    return GridCell(str(len(entries)) if len(entries) > 1 else "●", "dated", said)
