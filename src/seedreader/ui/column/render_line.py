"""One line of a source as it is drawn: gutter, text in its looks, or what is folded there."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from seedreader.article import RELATIONS
from seedreader.text.sanitize import sanitize
from seedreader.ui.column.column_view import GUTTER, ColumnView
from seedreader.ui.column.folding import Fold
from seedreader.ui.column.layers import Overlay, looks
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row

CLOSED = "▸"
"""Begins the line of a fold."""


def line(view: ColumnView, start: int, over: Overlay, styles: Styles, width: int) -> list[Segment]:
    """The line that begins at ``start``, in ``width`` cells; ``over`` has what touches it only."""
    fold = view.folded(start)
    start, end = view.lines.range(start)
    runs = _gutter(view, start, end, over, styles)
    if fold is not None:
        runs += _fold(fold, over, styles, width - GUTTER)
        return joined(runs, GUTTER + cell_len(runs[-1][0]), styles, width)
    used = GUTTER
    for a, b, look in looks(view.layers, view.text, start, end, over):
        shown = sanitize(view.text[a:b])
        cells = cell_len(shown)
        if used + cells > width:
            shown = shown.rstrip(" ")
            cells = cell_len(shown)
        used += cells
        runs.append((shown, styles.look(look)))
    return joined(runs, used, styles, width)


def joined(runs: Iterable[tuple[str, Style]], used: int, styles: Styles, width: int) -> list[Segment]:
    """Runs as segments, neighbours of one style as one, and blanks up to the width."""
    segments: list[Segment] = []
    joined, style = "", styles.of(styles.palette.text)
    for text, wanted in (*runs, (" " * (width - used), style)):
        if wanted is not style and joined:
            segments.append(Segment(joined, style))
            joined = ""
        style = wanted
        joined += text
    return [*segments, Segment(joined, style)]


def _fold(fold: Fold, over: Overlay, styles: Styles, width: int) -> Row:
    palette = styles.palette
    here = over.cursor is not None
    style = styles.of(
        palette.strong if here else palette.boilerplate,
        palette.cursor if here else palette.match if over.match else None,
    )
    return [(fit(f"{CLOSED} {fold.told}", width), style)]


def _gutter(view: ColumnView, start: int, end: int, over: Overlay, styles: Styles) -> Row:
    layers, palette = view.layers, styles.palette
    blank = styles.of(palette.text)
    bar, bar_style = " ", blank
    if over.cursor is not None:
        bar, bar_style = marks.CURSOR, styles.of(palette.accent)
    elif over.match is not None:
        bar, bar_style = marks.MATCH, styles.of(palette.accent)
    elif layers.boilerplate.touch(start, end):
        bar, bar_style = marks.BOILERPLATE, styles.of(palette.faint)
    note, note_style = " ", blank
    if begins := layers.beginning(start, end):
        note = min(begins, key=marks.MARKED.index)
        note_style = styles.of(palette.note)
    mark, mark_style = " ", blank
    if relations := {layers.relations[i] for i in layers.claims.starting(start, end)}:
        strongest = min(relations, key=(*RELATIONS, None).index)
        mark = marks.MARKS[strongest] if strongest else layers.unmatched
        mark_style = styles.of(palette.tones[strongest].mark)
    return [(bar, bar_style), (note, note_style), (mark, mark_style), (" ", blank)]
