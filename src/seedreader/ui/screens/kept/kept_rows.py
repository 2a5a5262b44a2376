"""One kept story in one row, in columns that line up, and the chosen one whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from seedreader.notebook.story_model import KeptSource
from seedreader.text.format_dates import day
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.screens.kept.kept_entries import KeptEntry
from seedreader.ui.terminal_text import column, fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.labelled import cut, labelled
from seedreader.ui.widgets.row_widget import Row

LEAD = 2
"""Cells before the columns: chosen, archived."""
INDENT = 4
SORTED = "▼"
FOLDED, UNFOLDED = "▸", "▾"
ARCHIVED = "·"


class KeptColumn(NamedTuple):
    """A column: its title, the order that it stands for, its cells, whether figures, and what it tells."""

    title: str
    order: str
    width: int
    figures: bool
    told: Callable[[KeptEntry], str]


def columns(width: int) -> list[KeptColumn]:
    """The columns that fit, the story's name with what is left."""
    after = [
        KeptColumn("sources", "size", 9, True, lambda row: f"{len(row.story.sources):,}"),
        KeptColumn("unread", "unread", 8, True, lambda row: f"{len(row.story.unread) or ''}"),
    ]
    if width >= 60:
        after.append(KeptColumn("changed", "", 9, True, lambda row: _counted(row, row.changed)))
    if width >= 76:
        after.append(KeptColumn("missing", "", 9, True, lambda row: _counted(row, row.missing)))
    after.append(
        KeptColumn(marks.MARKS["conflict"], "conflicts", 5, True, lambda row: f"{row.conflicts or ''}")
    )
    if width >= 72:
        after.append(KeptColumn("  last read", "last read", 15, False, lambda row: f"  {_last_read(row)}"))
    rest = width - LEAD - sum(each.width for each in after)
    return [KeptColumn("story", "name", max(8, rest), False, _name), *after]


def header(order: str, styles: Styles, width: int) -> Row:
    """The names of the columns, the one that the list is sorted by marked."""
    palette = styles.palette
    bar, here = styles.of(palette.faint, palette.bar), styles.of(palette.strong, palette.bar, bold=True)
    row: Row = [(" " * LEAD, bar)]
    for each in columns(width):
        chosen = each.order == order and order != "name"
        row.append((_cell(f"{each.title}{SORTED}" if chosen else each.title, each), here if chosen else bar))
    return row


def row(entry: KeptEntry, styles: Styles, width: int, chosen: bool) -> Row:
    """One story, or one source of an unfolded one."""
    palette = styles.palette
    behind = palette.cursor if chosen else palette.background
    away = entry.story.is_archived
    lead: Row = [
        (marks.CURSOR if chosen else " ", styles.of(palette.accent, behind)),
        (ARCHIVED if away else " ", styles.of(palette.faint, behind)),
    ]
    if entry.source is not None:
        told = f"{_called(entry, entry.source)} · {', '.join(_states(entry, entry.source))}"
        shown = " " * INDENT + column(told, max(0, width - LEAD - INDENT))
        return [*lead, (shown, styles.of(palette.faint, behind))]
    colours = {"conflicts": palette.tones["conflict"].mark, "last read": palette.faint}
    text = palette.faint if away else palette.text
    return [
        *lead,
        *(
            (_cell(each.told(entry), each), styles.of(colours.get(each.order, text), behind))
            for each in columns(width)
        ),
    ]


def detail(entry: KeptEntry, styles: Styles, width: int, height: int, more: str) -> list[Row]:
    """All that there is to know of a story without reading it, and its sources."""
    palette, story = styles.palette, entry.story
    text, warning = styles.of(palette.text), styles.of(palette.tones["conflict"].mark, bold=True)
    rows: list[Row] = [
        [(f" {column(story.name, width - 1)}", styles.of(palette.accent, palette.bar, bold=True))]
    ]
    rows += labelled("comes to", [(_comes_to(entry), text)], styles, width)
    if story.is_archived:
        rows += labelled("archived", [("put away; nothing of it is lost", text)], styles, width)
    if story.folders:
        rows += labelled("folders", [(one_line(", ".join(story.folders)), text)], styles, width)
    for number, source in enumerate(story.sources, 1):
        changed = entry.files is not None and source in (*entry.files.changed, *entry.files.missing)
        said = f"{_called(entry, source)} · {', '.join(_states(entry, source))} · {source.path}"
        bold = styles.of(palette.strong, bold=True)
        style = bold if source is entry.source else warning if changed else text
        rows += labelled(f"{number}", [(one_line(said), style)], styles, width)
    return cut(rows, styles, width, height, more)


def _cell(text: str, each: KeptColumn) -> str:
    if each.figures:
        return fit(text, each.width - 1).rjust(each.width - 1) + " "
    return column(text, each.width) if not text.startswith(" ") else f"  {column(text[2:], each.width - 2)}"


def _name(row: KeptEntry) -> str:
    return f"{UNFOLDED if row.unfolded else FOLDED} {one_line(row.story.name)}"


def _counted(row: KeptEntry, files: int) -> str:
    """How many files; a sign where that was not looked at yet."""
    return "…" if row.files is None else f"{files or ''}"


def _last_read(row: KeptEntry) -> str:
    return day(datetime.fromisoformat(row.last_read).astimezone().date()) if row.last_read else "not yet"


def _called(entry: KeptEntry, source: KeptSource) -> str:
    known = entry.seen.get(source.version)
    if known is None:
        return fit(source.path, 80)
    title = f" — {known.title}" if known.title else ""
    return fit(f"{known.outlet or known.name}{title}", 160)


def _states(entry: KeptEntry, source: KeptSource) -> list[str]:
    said = ["read" if source.version in entry.story.read else "unread"]
    if entry.files and source in entry.files.changed:
        said.append("changed since")
    if entry.files and source in entry.files.missing:
        said.append("not at its place")
    return said


def _comes_to(entry: KeptEntry) -> str:
    story = entry.story
    parts = [count(len(story.sources), "source"), f"{len(story.unread)} unread"]
    if entry.files is None:
        parts.append("files not looked at yet")
    else:
        parts.append(f"{entry.changed} changed")
        parts += [f"{entry.missing} not at their place"] if entry.missing else []
    if story.reading:
        parts += [count(story.reading.origins, "origin"), count(story.reading.conflicts, "open conflict")]
        parts.append(f"read {_last_read(entry)}")
    else:
        parts.append("not opened yet")
    return " · ".join(parts)
