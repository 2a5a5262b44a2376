"""Light on dark, without glare."""

from __future__ import annotations

from seedreader.ui.themes.palette import Palette, Tone

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
        "conflict": Tone("#ff8a80", "#3a2024"),
        "agree": Tone("#8fd694", "#1b2e22"),
        "refine": Tone("#e6c07b", "#30291a"),
        "copy": Tone("#c3a6ff", "#282140"),
        "related": Tone("#aab5c2", "#19212a"),
        None: Tone("#aab5c2", "#19212a"),
    },
    highlights={
        "yellow": "#5c4b00",
        "green": "#1d5230",
        "blue": "#1a4a78",
        "red": "#6b2a2e",
        "violet": "#513075",
    },
)
