"""No colour at all, as ``NO_COLOR`` asks: bold, italic, underlined and reversed text, and the marks."""

from __future__ import annotations

from seedreader.ui.themes.palette import Palette, RelationColours

_TONE = RelationColours("bold default", "default")

PALETTE = Palette(
    background="default",
    text="default",
    faint="default",
    boilerplate="default",
    strong="default",
    cursor="reverse",
    match="bold default",
    found="bold underline default",
    here="bold underline reverse",
    bar="reverse",
    accent="bold default",
    voice="italic default",
    note="bold default",
    tones=dict.fromkeys(("conflict", "agree", "refine", "copy", "related", None), _TONE),
    highlights=dict.fromkeys(("yellow", "green", "blue", "red", "violet"), "underline default"),
)
