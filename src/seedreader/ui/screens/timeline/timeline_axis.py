"""The axis of the timeline: where each group stands, and the years, months and days over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from seedreader.story.timeline import UNITS, EventGroup, TimelineEvent, grouped
from seedreader.ui.terminal_text import fit

BREAK = "┊ "
"""Stands in the axis where nothing falls for a while."""
LEAST, MOST = 4, 9
"""Cells of a group at least and, where there is room, at most."""


class AxisSlot(NamedTuple):
    """Where a group stands: its column and its cells, the break before it left out."""

    at: int
    width: int


class TimelineAxis(NamedTuple):
    """The groups of one unit with their slots, and the labels of each: year, then month, then day.

    ``homes`` is for each event the number of its group.
    """

    unit: str
    groups: tuple[EventGroup, ...]
    slots: tuple[AxisSlot, ...]
    labels: tuple[tuple[str, ...], ...]
    homes: tuple[int, ...]

    @property
    def width(self) -> int:
        """Cells that all of it takes."""
        return self.slots[-1].at + self.slots[-1].width if self.slots else 0

    def between(self, left: int, right: int) -> range:
        """The numbers of the groups of which something stands in these cells."""
        first = bisect_right(self.slots, left, key=lambda slot: slot.at + slot.width)
        return range(first, bisect_left(self.slots, right, key=lambda slot: slot.at))


def axis(events: Sequence[TimelineEvent], unit: str | None, room: int) -> TimelineAxis:
    """The axis by ``unit``; None: by the finest unit for which there is ``room``, else by years."""
    if unit is not None:
        return _axis(events, unit, room)
    coarsest, *finer = UNITS
    made = (_axis(events, each, room) for each in reversed(finer))
    return next((one for one in made if one.width <= room), None) or _axis(events, coarsest, room)


def _axis(events: Sequence[TimelineEvent], unit: str, room: int) -> TimelineAxis:
    groups = grouped(events, unit)
    labels = tuple(_labels(group, unit) for group in groups)
    widths, before = [], ("",) * len(UNITS)
    for label in labels:
        changed = next((i for i, (a, b) in enumerate(zip(label, before, strict=False)) if a != b), 0)
        widths.append(max(LEAST, *(cell_len(part) + 1 for part in label[changed:])))
        before = label
    breaks = sum(len(BREAK) for group in groups if group.gap)
    spare = max(0, room - sum(widths) - breaks) // max(1, len(widths))
    slots, at = [], 0
    for group, width in zip(groups, widths, strict=True):
        at += len(BREAK) if group.gap else 0
        slots.append(AxisSlot(at, max(width, min(MOST, width + spare))))
        at += slots[-1].width
    homes = dict(sorted((event, number) for number, group in enumerate(groups) for event in group.events))
    return TimelineAxis(unit, groups, tuple(slots), labels, tuple(homes.values()))


def header(axis: TimelineAxis, level: int) -> list[tuple[int, str]]:
    """The labels of one level, each with its column, only where they change or the level above does."""
    row: list[tuple[int, str]] = []
    before: tuple[str, ...] | None = None
    for number, label in enumerate(axis.labels):
        if label[: level + 1] != before and label[level]:
            following = next(
                (n for n in range(number + 1, len(axis.labels)) if axis.labels[n][level]), len(axis.labels)
            )
            end = axis.slots[following].at if following < len(axis.slots) else axis.width
            row.append((axis.slots[number].at, fit(label[level], end - axis.slots[number].at - 1)))
        before = label[: level + 1]
    return row


def _labels(group: EventGroup, unit: str) -> tuple[str, ...]:
    """Year, month and day of a group, as far as the unit goes; empty below what it is precise to."""
    first, last = group.first, group.last
    levels = UNITS.index(unit) + 1
    if first is None or last is None:
        edge = first or last
        year = "" if edge is None else f"{edge.year}→" if first else f"→{edge.year}"
        return (year, "", "")[:levels]
    if first.year != last.year:
        return (f"{first.year}–{last:%y}", "", "")[:levels]
    ends = last.day == monthrange(last.year, last.month)[1]
    if first.month == 1 and last.month == 12 and first.day == 1 and ends:
        return (str(first.year), "", "")[:levels]
    month = f"{first:%b}" if first.month == last.month else f"{first:%b}–{last:%b}"
    whole = first.month != last.month or (first.day == 1 and ends)
    day = "" if whole else str(first.day) if first == last else f"{first.day}–{last.day}"
    return (str(first.year), month, day)[:levels]
