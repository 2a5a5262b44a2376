"""Styled text in rows."""

from __future__ import annotations

from seedreader.text.sanitize import sanitize
from seedreader.ui.widgets import wrap
from seedreader.ui.widgets.row_widget import Row


def wrapped(runs: Row, width: int) -> list[Row]:
    """Styled text in rows of at most ``width`` cells."""
    text = "".join(part for part, _ in runs)
    rows: list[Row] = []
    for start, end in wrap.wrap(text, width):
        end = start + len(text[start:end].rstrip())
        row, at = [], 0
        for part, style in runs:
            if cut := part[max(0, start - at) : max(0, end - at)]:
                row.append((sanitize(cut), style))
            at += len(part)
        rows.append(row)
    return rows
