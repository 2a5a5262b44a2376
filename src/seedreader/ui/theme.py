"""Colours and marks. Colour never says something alone: a gutter mark or an attribute says it too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

MARKS = {"conflict": "≠", "agree": "=", "refine": "≈", "copy": "≡", "related": "·", None: "○"}
"""Gutter mark of a claim by its relation to the other sources; None: no other source speaks of it."""

NOTE, TAG, HIGHLIGHT, VERDICT, CORRECTION, UNSURE = "✎", "#", "▒", "✓", "±", "?"
KINDS = {"note": NOTE, "tag": TAG, "highlight": HIGHLIGHT, "verdict": VERDICT}
"""Mark of an annotation by its kind; the reader's corrections share one."""
MARKED = (UNSURE, NOTE, TAG, VERDICT, HIGHLIGHT, CORRECTION)
"""The marks of annotations, that first which is shown where several begin on one line."""
CURSOR, MATCH, NOISE = "▌", "▏", "┊"
THUMB, RAIL = "┃", "│"


class Tone(NamedTuple):
    """The colour of a relation's mark and the background behind its claims."""

    mark: str
    behind: str


class Palette(NamedTuple):
    """Rich colour strings of a theme.

    ``found`` is behind what a search found. ``tones`` by relation, None: a claim no other source makes;
    ``highlights`` by the reader's colours.
    """

    background: str
    text: str
    faint: str
    boilerplate: str
    strong: str
    cursor: str
    match: str
    found: str
    bar: str
    accent: str
    note: str
    tones: Mapping[str | None, Tone]
    highlights: Mapping[str, str]


def kind_mark(kind: str) -> str:
    """The mark of an annotation of this kind."""
    return KINDS.get(kind, CORRECTION)


DARK = Palette(
    background="#11151a",
    text="#c9ced6",
    faint="#8a93a0",
    boilerplate="#838b96",
    strong="#f2f4f8",
    cursor="#2f4a70",
    match="#273c4d",
    found="#6b4d00",
    bar="#1d242d",
    accent="#7cb7ff",
    note="#f0c674",
    tones={
        "conflict": Tone("#ff8a80", "#3a2024"),
        "agree": Tone("#8fd694", "#1b2e22"),
        "refine": Tone("#e6c07b", "#30291a"),
        "copy": Tone("#c3a6ff", "#282140"),
        "related": Tone("#a9b4c2", "#19212a"),
        None: Tone("#a9b4c2", "#19212a"),
    },
    highlights={
        "yellow": "#5c4b00",
        "green": "#1d5230",
        "blue": "#1a4a78",
        "red": "#6b2a2e",
        "violet": "#513075",
    },
)
