"""One story in one row of the Stories screen, in columns that line up, and the chosen one whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from seedreader.text.format_dates import day, days
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.screens.stories.story_entries import StoryEntry
from seedreader.ui.terminal_text import column, fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.labelled import cut, labelled
from seedreader.ui.widgets.row_widget import Row

LEAD = 2
"""Cells before the columns: chosen, marked."""
INDENT = 17
"""Cells before a source of an unfolded story, so that it stands below the story's name."""
MARKED = "✓"
SORTED = "▼"
FOLDED, UNFOLDED = "▸", "▾"
OUTLETS = 12
"""Outlets that are told one by one."""


class StoryColumn(NamedTuple):
    """A column: its title, the order that it stands for, its cells, whether figures, and what it tells."""

    title: str
    order: str
    width: int
    figures: bool
    told: Callable[[StoryEntry], str]


def columns(width: int) -> list[StoryColumn]:
    """The columns that fit, the story's name with what is left."""
    before = [
        StoryColumn("", "order", 6, True, lambda row: f"{row.number:,}"),
        StoryColumn("sources", "size", 9, True, lambda row: f"{len(row.story.articles):,}"),
    ]
    after = [StoryColumn(marks.MARKS["conflict"], "conflicts", 5, True, _conflicts)]
    if width >= 60:
        after.append(StoryColumn("days", "date", 22, False, _days))
    if width >= 100:
        after.append(StoryColumn("outlets", "", min(48, width // 4), False, _outlets))
    rest = width - LEAD - sum(each.width for each in (*before, *after))
    return [*before, StoryColumn("story", "", max(8, rest), False, _name), *after]


def header(order: str, styles: Styles, width: int) -> Row:
    """The names of the columns, the one that the list is sorted by marked."""
    palette = styles.palette
    bar, here = styles.of(palette.faint, palette.bar), styles.of(palette.strong, palette.bar, bold=True)
    row: Row = [(" " * LEAD, bar)]
    for each in columns(width):
        chosen = each.order == order and order != "order"
        row.append((_cell(f"{each.title}{SORTED}" if chosen else each.title, each), here if chosen else bar))
    return row


def row(entry: StoryEntry, styles: Styles, width: int, chosen: bool, marked: bool) -> Row:
    """One story, or one source of an unfolded one."""
    palette = styles.palette
    behind = palette.cursor if chosen else palette.background
    lead: Row = [
        (marks.CURSOR if chosen else " ", styles.of(palette.accent, behind)),
        (MARKED if marked else " ", styles.of(palette.note, behind, bold=True)),
    ]
    if entry.article is not None:
        article = entry.article
        told = " · ".join(
            part for part in (article.outlet or article.name, day(article.day) if article.day else "") if part
        )
        text = f"{told} — {article.title}" if article.title else told
        shown = " " * INDENT + column(text, max(0, width - LEAD - INDENT))
        return [*lead, (shown, styles.of(palette.faint, behind))]
    colours = {"conflicts": palette.tones["conflict"].mark, "order": palette.faint}
    return [
        *lead,
        *(
            (_cell(each.told(entry), each), styles.of(colours.get(each.order, palette.text), behind))
            for each in columns(width)
        ),
    ]


def detail(entry: StoryEntry, styles: Styles, width: int, height: int, more: str) -> list[Row]:
    """All that there is to know of a story: what it comes to, and its sources."""
    palette, story = styles.palette, entry.story
    text, warning = styles.of(palette.text), styles.of(palette.tones["conflict"].mark, bold=True)
    rows: list[Row] = [
        [
            (
                f" {column(f'{entry.number:,} {story.name}', width - 1)}",
                styles.of(palette.accent, palette.bar, bold=True),
            )
        ]
    ]
    if entry.failure:
        rows += labelled("problem", [(one_line(entry.failure), warning)], styles, width)
    if entry.summary is not None:
        rows += labelled("comes to", [(_comes_to(entry), text)], styles, width)
    for number, article in enumerate(story.articles, 1):
        when = f" · {day(article.day)}" if article.day else ""
        title = f" — {one_line(article.title)}" if article.title else ""
        name = fit(article.outlet or article.name, 60)
        style = styles.of(palette.strong, bold=True) if article is entry.article else text
        rows += labelled(f"{number}", [(f"{name}{when}{title}", style)], styles, width)
    return cut(rows, styles, width, height, more)


def _cell(text: str, each: StoryColumn) -> str:
    if each.figures:
        return fit(text, each.width - 1).rjust(each.width - 1) + " "
    return column(text, each.width)


def _name(row: StoryEntry) -> str:
    sign = " " if len(row.story.articles) == 1 else UNFOLDED if row.unfolded else FOLDED
    return f"{sign} {one_line(row.story.name)}" if sign.strip() else one_line(row.story.name)


def _conflicts(row: StoryEntry) -> str:
    if row.failure:
        return "!"
    if row.summary is None:
        return "…" if len(row.story.articles) > 1 else ""
    return f"{row.summary.conflicts:,}" if row.summary.conflicts else ""


def _days(row: StoryEntry) -> str:
    first, last = row.story.first, row.story.last
    return days(first, last) if first or last else ""


def _outlets(row: StoryEntry) -> str:
    return ", ".join(row.story.outlets[:OUTLETS])


def _comes_to(entry: StoryEntry) -> str:
    found = entry.summary
    assert found is not None
    relations = found.relations
    parts = [count(found.sources, "source"), count(found.origins, "origin"), count(found.claims, "claim")]
    parts += [
        f"{marks.MARKS[relation]} {relations[relation]:,}"
        for relation in ("conflict", "agree", "refine", "copy")
        if relations.get(relation)
    ]
    return " · ".join(parts)
