"""The strip over the list of the Timeline screen: sources down, time across, how much falls where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style

from seedreader.article import Article
from seedreader.story.page_dates import PageDateCheck
from seedreader.story.timeline import PUBLISHED, STATEMENT, TOLD, UNITS, TimelineEvent
from seedreader.ui.screens.timeline.timeline_axis import BREAK, TimelineAxis, header
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row

NOTHING = "·"
"""Stands where a source has nothing."""
NAMED_FROM = 60
"""Width from which sources are named and not only numbered."""
EVERY = "all"
"""The name of the row that adds up the sources, where they are not all shown."""


Counts = Mapping[tuple[int, int | None], Mapping[str, int]]
"""How many events of each kind a group has of a source, None: of all."""


class TimelineStrip(NamedTuple):
    """What the strip shows: events, their axis and counts, the number of the chosen one, their sources."""

    events: Sequence[TimelineEvent]
    axis: TimelineAxis
    counts: Counts
    chosen: int
    articles: Sequence[Article]
    judgements: Sequence[PageDateCheck]

    @property
    def group(self) -> int:
        """The number of the chosen event's group."""
        return self.axis.homes[self.chosen]

    @property
    def source(self) -> int:
        """The chosen event's source."""
        return self.events[self.chosen].source


def counted(events: Sequence[TimelineEvent], axis: TimelineAxis) -> Counts:
    """How much falls into each group."""
    counts: dict[tuple[int, int | None], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for event, group in zip(events, axis.homes, strict=True):
        counts[group, event.source][event.kind] += 1
        counts[group, None][event.kind] += 1
    return counts


def height(axis: TimelineAxis, sources: int, rows: int) -> int:
    """Rows of the strip for so many sources on a screen of so many rows."""
    return UNITS.index(axis.unit) + 1 + max(1, min(sources, rows // 4 if rows >= 18 else rows // 8))


def lead(width: int) -> int:
    """Cells before the timeline on a screen of this width."""
    return max(20, min(28, width // 5)) if width >= NAMED_FROM else 6


def draw(strip: TimelineStrip, styles: Styles, width: int, height: int) -> list[Row]:
    """Years, months and days, then a row for each source, those about the chosen one where not all fit."""
    room = width - lead(width)
    slot = strip.axis.slots[strip.group]
    left = max(0, min(slot.at + slot.width // 2 - room // 2, strip.axis.width - room))
    levels = range(UNITS.index(strip.axis.unit) + 1)
    rows = [_header(strip, level, styles, width, left) for level in levels]
    for source in _shown(len(strip.articles), strip.source, height - len(rows)):
        row = _name(strip, source, styles, lead(width))
        rows.append([*row, *_line(_strip_cells(strip, source, styles, left, room), left, room)])
    return rows


def _shown(sources: int, chosen: int, rows: int) -> list[int | None]:
    """Which sources have a row; None: all together."""
    if sources <= rows:
        return list(range(sources))
    window = max(1, rows - 1)
    first = max(0, min(chosen - window // 2, sources - window))
    together: list[int | None] = [None] if rows > 1 else []
    return [*together, *range(first, first + window)]


def _header(strip: TimelineStrip, level: int, styles: Styles, width: int, left: int) -> Row:
    """The labels of one level; on the last the breaks and what the unit is."""
    palette, axis = styles.palette, strip.axis
    bar = styles.of(palette.text, palette.bar)
    here = styles.of(palette.strong, palette.cursor, bold=True)
    slot, last = axis.slots[strip.group], level == UNITS.index(axis.unit)
    room = width - lead(width)
    cells = [(" ", bar)] * (left + room)
    for at, label in header(axis, level):
        _put(cells, at, label, here if slot.at <= at < slot.at + slot.width else bar)
    if last:
        for number in axis.between(left, left + room):
            if axis.groups[number].gap:
                _put(cells, axis.slots[number].at - len(BREAK), BREAK, bar)
        if left:
            cells[left] = "‹", bar
        if left + room < axis.width:
            cells[-1] = "›", bar
    by = f"  by {axis.unit}" if width >= NAMED_FROM else axis.unit
    name = (by if last else "").ljust(lead(width))
    return [(name, styles.of(palette.faint, palette.bar)), *_line(cells, left, room)]


def _strip_cells(
    strip: TimelineStrip, source: int | None, styles: Styles, left: int, room: int
) -> list[tuple[str, Style]]:
    """What falls where, of one source or of all: how many statements, the page's date, the day told."""
    palette, axis = styles.palette, strip.axis
    strong = source == strip.source
    cells = [(" ", styles.of(palette.text))] * (left + room)
    warned = source is not None and bool(strip.judgements[source].warnings)
    mark = palette.tones["conflict"].mark if warned else palette.accent
    for number in axis.between(left, left + room):
        group, slot = axis.groups[number], axis.slots[number]
        behind = palette.cursor if number == strip.group else palette.background
        kinds = strip.counts.get((number, source), {})
        if group.gap:
            _put(cells, slot.at - len(BREAK), BREAK, styles.of(palette.faint))
        _put(cells, slot.at, " " * (slot.width - 1), styles.of(palette.text, behind))
        colour = palette.strong if strong else palette.text
        count = str(kinds.get(STATEMENT, ""))
        _put(cells, slot.at, count or ("" if kinds else NOTHING), styles.of(colour, behind, bold=strong))
        if PUBLISHED in kinds:
            _put(cells, slot.at + len(count), marks.PAGE_DATE, styles.of(mark, behind, bold=True))
        if TOLD in kinds:
            at = slot.at + len(count) + (1 if PUBLISHED in kinds else 0)
            _put(cells, at, marks.WORDS_DATE, styles.of(mark, behind, bold=True))
    return cells


def _name(strip: TimelineStrip, source: int | None, styles: Styles, width: int) -> Row:
    """What stands before a source's row; those whose date is in doubt have a mark."""
    palette = styles.palette
    if source is None:
        return [(f"  {EVERY}".ljust(width), styles.of(palette.faint))]
    article, warned = strip.articles[source], bool(strip.judgements[source].warnings)
    here = source == strip.source
    colour = palette.strong if here else palette.text
    name = fit(f"{source + 1} {article.outlet or article.name}" if width > 6 else str(source + 1), width - 3)
    return [
        (marks.DATE_DOUBTED if warned else " ", styles.of(palette.tones["conflict"].mark, bold=True)),
        (" " + name + " " * (width - 2 - cell_len(name)), styles.of(colour, bold=here)),
    ]


def _put(cells: list[tuple[str, Style]], at: int, text: str, style: Style) -> None:
    """Write plain one-cell characters from a column on, as far as there are cells."""
    for column, character in enumerate(text, at):
        if column < len(cells):
            cells[column] = character, style


def _line(cells: Sequence[tuple[str, Style]], left: int, room: int) -> Row:
    """The cells from ``left`` on as a row."""
    return [
        ("".join(character for character, _ in same), style)
        for style, same in (
            (style, list(run)) for style, run in groupby(cells[left : left + room], key=lambda cell: cell[1])
        )
    ]
