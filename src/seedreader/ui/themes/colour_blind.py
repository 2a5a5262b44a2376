"""Orange, blue, yellow and purple after Okabe and Ito, apart in lightness too for who sees few hues."""

from __future__ import annotations

from seedreader.ui.themes.palette import Palette, RelationColours

PALETTE = Palette(
    background="#11151a",
    text="#c9ced6",
    faint="#9fa8b4",
    boilerplate="#929aa5",
    strong="#f4f6f9",
    cursor="#243a58",
    match="#22333f",
    found="#6a3d00",
    here="#11151a on #f0e442",
    bar="#1d242d",
    accent="#7fc4f0",
    voice="italic #95cff5",
    note="#f0e442",
    tones={
        "conflict": RelationColours("#fe9e6b", "#400f02"),
        "agree": RelationColours("#7cb2cc", "#0c4460"),
        "refine": RelationColours("#f7d446", "#565004"),
        "copy": RelationColours("#d88cf1", "#530a68"),
        "related": RelationColours("#dde5ef", "#1f262d"),
        None: RelationColours("#dde5ef", "#1f262d"),
    },
    highlights={
        "yellow": "#6f5d00",
        "green": "#00503b",
        "blue": "#00508a",
        "red": "#6e3208",
        "violet": "#5a2f4a",
    },
)

COARSE = PALETTE._replace(
    voice="italic #afffff",
    background="#121212",
    text="#e4e4e4",
    faint="#bcbcbc",
    boilerplate="#b2b2b2",
    cursor="#000087",
    match="#3a3a3a",
    found="#5f5f00",
    here="#000000 on #ffd700",
    bar="#262626",
    tones={
        "conflict": RelationColours("#ffaf5f", "#5f0000"),
        "agree": RelationColours("#87d7ff", "#005f5f"),
        "refine": RelationColours("#ffff5f", "#5f5f00"),
        "copy": RelationColours("#d787ff", "#5f005f"),
        "related": RelationColours("#d7d7d7", "#262626"),
        None: RelationColours("#d7d7d7", "#262626"),
    },
    highlights={
        "yellow": "#5f5f00",
        "green": "#005f00",
        "blue": "#005f87",
        "red": "#5f0000",
        "violet": "#5f0087",
    },
)
"""For 256 colours."""
