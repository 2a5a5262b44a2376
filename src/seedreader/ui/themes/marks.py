"""Marks. Colour never says something alone: a mark in the gutter or an attribute says it too."""

from __future__ import annotations

from seedreader.ui.themes.dark import PALETTE as DARK
from seedreader.ui.themes.palette import Palette

__all__ = [
    "BOILERPLATE", "CORRECTION", "CURSOR", "DARK", "DATE_DOUBTED", "HIGHLIGHT", "KINDS", "MARKED", "MARKS",
    "MATCH", "NOTE", "PAGE_DATE", "RAIL", "TAG", "THUMB", "UNCOMPARED", "UNSURE", "VERDICT", "WORDS_DATE",
    "Palette", "kind_mark",
]  # fmt: skip

MARKS = {"conflict": "≠", "agree": "=", "refine": "≈", "copy": "≡", "related": "·", None: "○"}
"""Gutter mark of a claim by its relation to the other sources; None: no match found."""
UNCOMPARED = "◌"
"""Gutter mark of a claim where no other whole text is there in which a match could be found."""

NOTE, TAG, HIGHLIGHT, VERDICT, CORRECTION, UNSURE = "✎", "#", "▒", "✓", "±", "?"
KINDS = {"note": NOTE, "tag": TAG, "highlight": HIGHLIGHT, "verdict": VERDICT}
"""Mark of an annotation by its kind; the reader's corrections share one."""
MARKED = (UNSURE, NOTE, TAG, VERDICT, HIGHLIGHT, CORRECTION)
"""The marks of annotations, that first which is shown where several begin on one line."""
PAGE_DATE, WORDS_DATE, DATE_DOUBTED = "◆", "◇", "!"
"""Marks of a page's own date, of the day that its words give, and of a source whose date is in doubt."""
CURSOR, MATCH, BOILERPLATE = "▌", "▏", "┊"
THUMB, RAIL = "┃", "│"


def kind_mark(kind: str) -> str:
    """The mark of an annotation of this kind."""
    return KINDS.get(kind, CORRECTION)
