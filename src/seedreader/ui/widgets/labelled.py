"""A part of a chosen row shown whole: a label, and what it says in as many rows as that takes."""

from __future__ import annotations

from seedreader.ui.terminal_text import fit
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.wrap_runs import wrapped

LABEL = 12
"""Cells of the label."""


def labelled(label: str, runs: Row, styles: Styles, width: int, indent: int = 2) -> list[Row]:
    """Styled text behind its label, wrapped in ``width`` cells; ``indent`` cells before the label."""
    faint = styles.of(styles.palette.faint)
    rows = wrapped(runs, max(1, width - LABEL - 1))
    leads = [f"{' ' * indent}{label}"[: LABEL - 1], *[""] * (len(rows) - 1)]
    return [[(lead.ljust(LABEL), faint), *row] for lead, row in zip(leads, rows, strict=True)]


def cut(rows: list[Row], styles: Styles, width: int, height: int, more: str) -> list[Row]:
    """At most so many rows; the last one counts those left out and tells ``more``: how to see them."""
    if len(rows) <= height or height <= 0:
        return rows[: max(0, height)]
    told = f"… {len(rows) - height + 1} more: {more}"
    return [*rows[: height - 1], [("  " + fit(told, width - 2), styles.of(styles.palette.note))]]
