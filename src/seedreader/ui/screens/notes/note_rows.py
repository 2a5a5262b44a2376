"""One annotation in one row of the Notes screen, in columns that line up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len

from seedreader.text.sanitize import one_line
from seedreader.ui.screens.notes.note_entries import NoteEntry
from seedreader.ui.terminal_text import column, fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row

MARKED = "•"
"""Stands before a row that is marked."""
LEAD = 4
"""Cells before the columns: chosen, marked, kind, space."""
NAMED_FROM, FIGURES_FROM, WIDE_FROM = 60, 100, 160
"""Widths from which states are words, changed figures are shown, and both have much room."""

STATES = {
    "moved": ("→", "moved"),
    "edited": ("~", "changed"),
    "confirmed": ("≈", "confirmed"),
    "uncertain": ("?", "uncertain"),
    "orphan": ("✗", "orphan"),
    "draft": ("*", "draft"),
}
"""Sign and word of what is not simply in its place."""
PAIRED = " ↔ "
"""Stands between the two passages of a verdict."""
WIDEST = 40
"""Characters of a source's name that count for its column."""
FIGURES = "!"
"""Sign of a changed figure."""


class NoteColumns(NamedTuple):
    """Cells of each column, the space at its end among them."""

    body: int
    state: int
    where: int
    quote: int


class NeededCells(NamedTuple):
    """Cells that the longest state and the longest source of a list would need."""

    state: int
    where: int


def needs(entries: Iterable[NoteEntry]) -> NeededCells:
    """What a list needs; no state at all needs nothing."""
    entries = list(entries)
    sources = {(end.number, end.name) for entry in entries for end in entry.ends}
    label = max(
        (cell_len(one_line(f"{number or '–'} {name[:WIDEST]}")) for number, name in sources), default=0
    )
    paired = any(len(entry.ends) > 1 for entry in entries)
    states = {_state(entry, FIGURES_FROM) for entry in entries if state_of(entry)}
    state = max((cell_len(one_line(text)) for text in states), default=-1)
    return NeededCells(state + 1, (2 * label + len(PAIRED) if paired else label) + 1)


def columns(width: int, needed: NeededCells) -> NoteColumns:
    """Columns for a row of ``width`` cells: states and sources up to a bound, bodies and quotes the rest."""
    room = max(0, width - LEAD)
    if width < NAMED_FROM:
        state, where = 3, 7
    elif width < FIGURES_FROM:
        state, where = 12, 14
    else:
        state, where = (36, 36) if width >= WIDE_FROM else (28, 20)
    state, where = min(state, needed.state), min(where, needed.where)
    body = max(0, room - where - state) * 2 // 5
    return NoteColumns(body, state, where, max(0, room - where - state - body))


def state_of(entry: NoteEntry) -> str:
    """What there is to say of how it stands: a key of `STATES`, or empty."""
    if entry.draft:
        return "draft"
    return entry.placed.state if entry.placed.state in STATES else ""


def figures_of(entry: NoteEntry) -> str:
    """The changed figures: "12 → 15, — → 3"."""
    return ", ".join(f"{was or '—'} → {now or '—'}" for was, now in entry.figures)


def row(entry: NoteEntry, widths: NoteColumns, styles: Styles, chosen: bool, marked: bool) -> Row:
    """Mark, body, state, source and original quote."""
    palette = styles.palette
    behind = palette.cursor if chosen else palette.background
    warning = palette.tones["conflict"].mark if entry.figures else palette.note
    swatch = palette.highlights.get(entry.colour, behind)
    open_here = entry.ends[0].number is not None
    return [
        (marks.CURSOR if chosen else " ", styles.of(palette.accent, behind)),
        (MARKED if marked else " ", styles.of(palette.note, behind, bold=True)),
        (marks.kind_mark(entry.placed.kind), styles.of(palette.note, swatch)),
        (" ", styles.of(palette.note, behind)),
        (column(_body(entry), widths.body), styles.of(palette.strong, behind, bold=marked)),
        (column(_state(entry, widths.state), widths.state), styles.of(warning, behind)),
        (
            column(_where(entry, widths.where), widths.where),
            styles.of(palette.accent if open_here else palette.faint, behind),
        ),
        *_quote(entry, widths.quote, styles, behind, swatch),
    ]


def _body(entry: NoteEntry) -> str:
    if entry.placed.kind != "verdict":
        return entry.body
    mark = marks.MARKS.get(entry.placed.body, "")
    return f"{mark} {entry.body.removeprefix('verdict: ')}".strip()


def _state(entry: NoteEntry, width: int) -> str:
    state = state_of(entry)
    if not state:
        return ""
    sign, word = STATES[state]
    flag = FIGURES if entry.figures else ""
    if width <= 3:
        return flag + sign if flag else sign
    if width <= 12:
        return f"{word} {flag}"
    return f"{word} {figures_of(entry)}"


def _where(entry: NoteEntry, width: int) -> str:
    if len(entry.ends) == 1:
        return entry.ends[0].label
    if width < 20:
        return PAIRED.join(str(end.number or "–") for end in entry.ends)
    half = (width - 4) // 2
    return PAIRED.join(fit(end.label, half) for end in entry.ends)


def _quote(entry: NoteEntry, width: int, styles: Styles, behind: str, swatch: str) -> Row:
    palette = styles.palette
    highlighted = entry.kind == "highlight"
    style = styles.of(palette.strong, swatch) if highlighted else styles.of(palette.text, behind)
    between = PAIRED if len(entry.ends) > 1 else ""
    each = max(0, (width - 1 - cell_len(between)) // len(entry.ends))
    shown = between.join(quoted(end.quote, each) for end in entry.ends)
    return [(shown, style), (" " * max(0, width - cell_len(shown)), styles.of(palette.text, behind))]


def quoted(text: str, width: int) -> str:
    """``text`` in quotation marks in at most ``width`` cells."""
    return f"“{fit(text, width - 2)}”" if width > 2 else fit("“", width)
