"""The rows of the Matrix screen: the frozen head, and each fact with its frozen column and its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len

from seedreader.story.matrix import FormattedValue, MatrixCell, MatrixRow
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.screens.matrix.matrix_entries import TELLING
from seedreader.ui.screens.matrix.matrix_grid import MatrixGrid
from seedreader.ui.terminal_text import column, fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row

REFERENCE, UNMATCHED, DROPPED = "●", "—", "@"
"""Marks of the cell that the others of a row are held against, of a source in which no match was found, and
of one that states as fact what another attributes to a speaker."""
KIND, KIND_FROM = 12, 48
"""Cells of the kind, and of the frozen column from which it is told."""
BRACKET = ("┌", "─", "┐")
LEGEND = 4
"""Cells of a mark in the legend, with the spaces around what it means."""


class MatrixLook(NamedTuple):
    """What the rows are drawn with: the source of each column, which of them is chosen, the origins.

    ``lead`` is how many cells the marks and the number of origins take. ``partial`` tells of which sources
    only an excerpt or a cut text is here: an empty cell of theirs says so.
    """

    styles: Styles
    grid: MatrixGrid
    columns: Sequence[int]
    chosen: int
    lead: int
    partial: Mapping[int, str] = MappingProxyType({})

    @property
    def visible(self) -> Sequence[int]:
        """The sources whose columns are in sight."""
        return self.columns[self.grid.first : self.grid.first + self.grid.shown]


def lead(rows: Iterable[MatrixRow]) -> int:
    """Cells that the cursor, the mark and the origins of these rows need before what the claim says."""
    return 4 + max((len(_origins(row)) for row in rows), default=1)


def row(fact: MatrixRow, said: str, values: Sequence[FormattedValue], look: MatrixLook, chosen: bool) -> Row:
    """A fact: its mark, how many origins state and contradict it, what it says, its kind, and the cells.

    ``values`` are what the sources in sight say.
    """
    styles, palette, frozen = look.styles, look.styles.palette, look.grid.frozen
    behind = palette.cursor if chosen else palette.background
    kind = KIND if frozen >= KIND_FROM else 0
    tone = palette.tones[fact.relation].mark
    cells: Row = [
        (marks.CURSOR if chosen else " ", styles.of(palette.accent, behind)),
        (f"{marks.MARKS[fact.relation]} ", styles.of(tone, behind, bold=True)),
        (column(_origins(fact), look.lead - 3), styles.of(palette.faint, behind)),
        (
            column(said, max(0, frozen - look.lead - kind)),
            styles.of(palette.strong if chosen else palette.text, behind),
        ),
        (column(fact.kinds[0] if fact.kinds else "", kind), styles.of(palette.faint, behind)),
    ]
    for source, value in zip(look.visible, values, strict=True):
        cells += _cell(fact, source, value, look, chosen)
    return cells


def _origins(fact: MatrixRow) -> str:
    """How many origins state it, and how many contradict that: "2", "3≠1"."""
    return f"{fact.origins}{marks.MARKS['conflict']}{fact.against}" if fact.against else str(fact.origins)


def mark(fact: MatrixRow, cell: MatrixCell) -> str:
    """How a cell stands: to what it is held against, or that the others are compared with it."""
    if cell.tie is None and fact.relation:
        return REFERENCE
    return marks.MARKS[cell.relation] if cell.relation or fact.compared else marks.UNCOMPARED


def _cell(fact: MatrixRow, source: int, value: FormattedValue, look: MatrixLook, row_chosen: bool) -> Row:
    styles, palette, width = look.styles, look.styles.palette, look.grid.cell
    cell = fact.cells.get(source)
    chosen = row_chosen and source == look.chosen
    cursor = (marks.CURSOR if chosen else " ", styles.of(palette.accent, palette.background))
    if cell is None:
        behind = palette.cursor if chosen else palette.background
        return [
            cursor,
            (column(look.partial.get(source, UNMATCHED), width - 1), styles.of(palette.faint, behind)),
        ]
    tone = palette.tones[cell.relation]
    behind = palette.cursor if chosen else tone.behind if cell.tie else palette.background
    colour = palette.strong if chosen else palette.text if cell.own else palette.faint
    judged = marks.VERDICT if cell.verdict else DROPPED if source in fact.dropping else " "
    shown = fit(_shown(value, width - 3), width - 3)
    return [
        cursor,
        (mark(fact, cell), styles.of(tone.mark if cell.tie else palette.accent, behind, bold=True)),
        (judged, styles.of(palette.note, behind, bold=True)),
        (
            shown + " " * (width - 3 - cell_len(shown)),
            styles.of(colour, behind, bold=mark(fact, cell) == REFERENCE),
        ),
    ]


def _shown(value: FormattedValue, width: int) -> str:
    """What is stated, with its unit where there is room for it."""
    whole = f"{value.words} {value.unit}"
    return whole if value.unit and cell_len(whole) <= width else value.words


def origins_row(origins: Sequence[Sequence[int]], look: MatrixLook) -> Row:
    """A bracket over the columns of each origin that has several."""
    styles, palette = look.styles, look.styles.palette
    several = {source: group for group in origins if len(group) > 1 for source in group}
    bar = styles.of(palette.accent, palette.bar)
    cells: Row = [(" " * look.grid.frozen, bar)]
    visible = list(look.visible)
    at = 0
    while at < len(visible):
        group = several.get(visible[at], (visible[at],))
        run = [source for source in visible[at:] if source in group]
        cells.append((_bracket(group, run, look.grid.cell * len(run)), bar))
        at += len(run)
    return cells


def _bracket(group: Sequence[int], run: Sequence[int], width: int) -> str:
    if len(group) < 2:
        return " " * width
    left, line, right = BRACKET
    left, right = left if run[0] == group[0] else line, right if run[-1] == group[-1] else line
    label = fit(" one origin ", width - 4) if width >= 8 else ""
    label = f" {label} " if label else ""
    return f" {left}{label.center(width - 4, line)}{right} "[:width].ljust(width)


def sources_row(names: Sequence[str], days: Sequence[str], told: str, look: MatrixLook) -> Row:
    """Number, name and day of each source in sight; how many more there are stands at either end.

    ``days`` are when they were published, empty where it is not known; one that does not fit is left out.
    """
    styles, palette, (frozen, width, first, shown) = look.styles, look.styles.palette, look.grid
    before, after = first, len(look.columns) - first - shown
    fewer = f"‹{before} " if before else ""
    bar = styles.of(palette.faint, palette.bar)
    cells: Row = [
        (_exactly(f"   {told}", frozen - len(fewer)), bar),
        (fewer, styles.of(palette.accent, palette.bar, bold=True)),
    ]
    for place, source in enumerate(look.visible, 1):
        chosen = source == look.chosen
        more = f"{after}›" if after and place == shown else ""
        behind = palette.cursor if chosen else palette.bar
        name = f"{marks.CURSOR if chosen else ' '}{source + 1} {names[source]}"
        dated = f"{name} · {days[source]}" if days[source] else name
        name = dated if cell_len(one_line(dated)) < width - len(more) else name
        style = styles.of(palette.strong if chosen else palette.text, behind, bold=chosen)
        cells += [
            (_exactly(name, width - len(more)), style),
            (more, styles.of(palette.accent, palette.bar, bold=True)),
        ]
    return cells


def legend(counts: Mapping[str | None, int], styles: Styles, width: int) -> Row:
    """What the marks mean, with how many rows have each, as much as there is room for."""
    palette = styles.palette
    told = [
        (marks.MARKS[each], counts.get(each, 0), each or "unmatched", palette.tones[each].mark)
        for each in TELLING
    ]
    parts = [(mark, f"{n} {name}", colour) for mark, n, name, colour in told]
    if sum(cell_len(said) + LEGEND for _, said, _ in parts) <= width:
        parts += [
            (REFERENCE, "compared with", palette.accent),
            (UNMATCHED, "no match found", palette.faint),
            (DROPPED, "attribution dropped", palette.note),
            (marks.VERDICT, "your verdict", palette.note),
        ]
    else:
        parts = [(mark, str(n), colour) for mark, n, _, colour in told]
    cells: Row = []
    for mark, said, colour in parts:
        if cell_len(said) + LEGEND <= width:
            width -= cell_len(said) + LEGEND
            cells.append((f" {mark}", styles.of(colour, palette.bar, bold=True)))
            cells.append((f" {said} ", styles.of(palette.text, palette.bar)))
    return [*cells, (" " * width, styles.of(palette.text, palette.bar))]


def tally(shown: int, every: int) -> str:
    """How many rows of how many."""
    return count(every, "row") if shown == every else f"{shown} of {count(every, 'row')}"


def _exactly(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells; a space at its beginning stays."""
    lead = text[: len(text) - len(text.lstrip(" "))][: max(0, width)]
    shown = lead + fit(text, width - 1 - len(lead))
    return shown + " " * (width - cell_len(shown))
