"""Untrusted text in rows of so many cells."""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len, split_graphemes

from seedreader.text.sanitize import MEASURED, one_line

_SIGNS = re.compile("[\u0903-\u1cff\u302e\u302f\ua800-\uabff\U00011000-\U00011fff]")
"""Finds a character of the scripts that have spacing vowel signs."""


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
    """``(start, end, cells)`` of each grapheme of ``text`` as it will be shown.

    A spacing vowel sign belongs to its letter, also where the terminal gives it a cell of its own.
    """
    found = split_graphemes(text.translate(MEASURED))[0]
    return _with_signs(text, found) if _SIGNS.search(text) else found


def _with_signs(text: str, parts: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    joined: list[tuple[int, int, int]] = []
    for start, end, cells in parts:
        if joined and unicodedata.category(text[start]) == "Mc":
            first, _, before = joined.pop()
            joined.append((first, end, before + cells))
        else:
            joined.append((start, end, cells))
    return joined
