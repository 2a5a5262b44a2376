"""The terminal's own sixteen colours, whatever its background: text keeps the terminal's own colour.

Where a background is painted its text colour comes with it, and black text is never bold, which many
terminals would show grey.
"""

from __future__ import annotations

from seedreader.ui.themes.palette import Palette, RelationColours

PALETTE = Palette(
    background="default",
    text="default",
    faint="default",
    boilerplate="default",
    strong="default",
    cursor="reverse",
    match="black on cyan",
    found="underline black on white",
    here="bold underline bright_white on red",
    bar="reverse",
    accent="bold default",
    voice="italic default",
    note="bold default",
    tones={
        "conflict": RelationColours("bold red", "default", "red"),
        "agree": RelationColours("bold green", "default", "green"),
        "refine": RelationColours("bold yellow", "default", "yellow"),
        "copy": RelationColours("bold magenta", "default", "magenta"),
        "related": RelationColours("bold cyan", "default"),
        None: RelationColours("bold default", "default"),
    },
    highlights={
        "yellow": "black on bright_yellow",
        "green": "black on green",
        "blue": "bright_white on blue",
        "red": "bright_white on red",
        "violet": "bright_white on magenta",
    },
)
