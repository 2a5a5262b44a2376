"""As much contrast as there is: at least 7:1 for every text."""

from __future__ import annotations

from seedreader.ui.themes.palette import Palette, RelationColours

PALETTE = Palette(
    background="#000000",
    text="#ffffff",
    faint="#e0e0e0",
    boilerplate="#cfcfcf",
    strong="#ffffff",
    cursor="#002f7d",
    match="#004040",
    found="#5a4300",
    here="#000000 on #ffff00",
    bar="#262626",
    accent="#9fdcff",
    voice="italic #9fdcff",
    note="#ffe14d",
    tones={
        "conflict": RelationColours("#ffb3ab", "#4a0d0d"),
        "agree": RelationColours("#8ff09a", "#00330f"),
        "refine": RelationColours("#ffd27a", "#3a2b00"),
        "copy": RelationColours("#dcc6ff", "#2b1259"),
        "related": RelationColours("#e0e0e0", "#1c1c1c"),
        None: RelationColours("#e0e0e0", "#1c1c1c"),
    },
    highlights={
        "yellow": "#544400",
        "green": "#00461c",
        "blue": "#003a70",
        "red": "#6b0f14",
        "violet": "#451a78",
    },
)

COARSE = PALETTE._replace(
    voice="italic #d7ffff",
    match="#444444",
    found="#5f5f00",
    cursor="#000087",
    tones={
        "conflict": RelationColours("#ffafaf", "#5f0000"),
        "agree": RelationColours("#87ff87", "#005f00"),
        "refine": RelationColours("#ffff87", "#5f5f00"),
        "copy": RelationColours("#ffd7ff", "#5f005f"),
        "related": RelationColours("#dadada", "#1c1c1c"),
        None: RelationColours("#dadada", "#1c1c1c"),
    },
    highlights={
        "yellow": "#5f5f00",
        "green": "#005f5f",
        "blue": "#005f87",
        "red": "#5f0000",
        "violet": "#5f0087",
    },
)
"""For 256 colours."""
