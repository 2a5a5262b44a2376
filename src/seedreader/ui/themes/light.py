"""Dark on light, for bright rooms."""

from __future__ import annotations

from seedreader.ui.themes.palette import Palette, RelationColours

PALETTE = Palette(
    background="#fbfaf7",
    text="#2a2f36",
    faint="#545c68",
    boilerplate="#5d6570",
    strong="#0b0d10",
    cursor="#c9e0ff",
    match="#dde9f5",
    found="#ffe08a",
    here="#ffffff on #0b55b5",
    bar="#e7e9ec",
    accent="#0b4fa8",
    voice="italic #0b4fa8",
    note="#744a00",
    tones={
        "conflict": RelationColours("#a3211a", "#ffe3e0"),
        "agree": RelationColours("#14602a", "#def3e1"),
        "refine": RelationColours("#6f4a00", "#f8ecd0"),
        "copy": RelationColours("#5d35ab", "#ebe3fb"),
        "related": RelationColours("#454f5b", "#eef0f2"),
        None: RelationColours("#454f5b", "#eef0f2"),
    },
    highlights={
        "yellow": "#ffe97a",
        "green": "#b5e6bf",
        "blue": "#b3d9ff",
        "red": "#ffc9c4",
        "violet": "#dfc8fb",
    },
)

COARSE = PALETTE._replace(
    boilerplate="#585858",
    faint="#4e4e4e",
    cursor="#d7ffff",
    match="#d7d7ff",
    found="#ffd75f",
    note="#5f005f",
    tones={
        "conflict": RelationColours("#af0000", "#ffd7d7"),
        "agree": RelationColours("#005f00", "#d7ffd7"),
        "refine": RelationColours("#5f5f00", "#ffffd7"),
        "copy": RelationColours("#5f00af", "#ffd7ff"),
        "related": RelationColours("#4e4e4e", "#eeeeee"),
        None: RelationColours("#4e4e4e", "#eeeeee"),
    },
    highlights={
        "yellow": "#ffff87",
        "green": "#afd7af",
        "blue": "#87d7ff",
        "red": "#ffafaf",
        "violet": "#d7afff",
    },
)
"""For 256 colours."""
