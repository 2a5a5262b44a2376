"""Orange, blue, yellow and purple after Okabe and Ito, apart in lightness too for who sees few hues."""

from __future__ import annotations

from seedreader.ui.themes.palette import Palette, Tone

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
    voice="italic #7fc4f0",
    note="#f0e442",
    tones={
        "conflict": Tone("#fe9e6b", "#400f02"),
        "agree": Tone("#7cb2cc", "#0c4460"),
        "refine": Tone("#f7d446", "#565004"),
        "copy": Tone("#d88cf1", "#530a68"),
        "related": Tone("#dde5ef", "#1f262d"),
        None: Tone("#dde5ef", "#1f262d"),
    },
    highlights={
        "yellow": "#5c5200",
        "green": "#00503b",
        "blue": "#004a75",
        "red": "#6e3208",
        "violet": "#5a2f4a",
    },
)
