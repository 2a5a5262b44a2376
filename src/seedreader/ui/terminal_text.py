"""Untrusted text in rows of so many cells."""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes

from seedreader.text.sanitize import MEASURED, one_line


def fit(text: str, width: int) -> str:
    """One safe row of at most ``width`` cells, cut with an ellipsis where it does not fit."""
    row = one_line(text[: 8 * width + 8]) if width > 0 else ""
    if len(text) <= 8 * width + 8 and cell_len(row) <= width:
        return row
    used = 0
    for start, _, cells in graphemes(row):
        if used + cells > width - 1:
            return row[:start].rstrip() + "…" if width > 0 else ""
        used += cells
    return row


def column(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells, a space at its end."""
    if width <= 1:
        return " " * width
    shown = fit(text, width - 1)
    return shown + " " * (width - cell_len(shown))


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """``(start, end, cells)`` of each grapheme of ``text`` as it will be shown."""
    return split_graphemes(text.translate(MEASURED))[0]
