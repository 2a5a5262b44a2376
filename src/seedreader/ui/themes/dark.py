"""Light on dark, without glare."""

from __future__ import annotations

from seedreader.ui.themes.palette import Palette, RelationColours

PALETTE = Palette(
    background="#11151a",
    text="#c9ced6",
    faint="#a1aab6",
    boilerplate="#929aa5",
    strong="#f2f4f8",
    cursor="#26405f",
    match="#22333f",
    found="#6b4d00",
    here="#11151a on #7cb7ff",
    bar="#1d242d",
    accent="#7cb7ff",
    voice="italic #7cb7ff",
    note="#f0c674",
    tones={
        "conflict": RelationColours("#ff8a80", "#3a2024"),
        "agree": RelationColours("#8fd694", "#1b2e22"),
        "refine": RelationColours("#e6c07b", "#30291a"),
        "copy": RelationColours("#c3a6ff", "#282140"),
        "related": RelationColours("#aab5c2", "#19212a"),
        None: RelationColours("#aab5c2", "#19212a"),
    },
    highlights={
        "yellow": "#5c4b00",
        "green": "#1d5230",
        "blue": "#1a4a78",
        "red": "#6b2a2e",
        "violet": "#513075",
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
    here="#000000 on #87afff",
    bar="#262626",
    tones={
        "conflict": RelationColours("#ff8787", "#5f0000"),
        "agree": RelationColours("#87d787", "#005f00"),
        "refine": RelationColours("#ffd75f", "#5f5f00"),
        "copy": RelationColours("#d7afff", "#5f005f"),
        "related": RelationColours("#b2b2b2", "#262626"),
        None: RelationColours("#b2b2b2", "#262626"),
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
