"""A palette for Textual's own widgets: the field of the editor, the command palette."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from seedreader.ui.themes.palette import Palette

OWN = "ansi-dark"
"""Textual's theme in the terminal's own colours."""


def theme(name: str, palette: Palette) -> Theme | None:
    """Textual's theme for a palette in RGB; None where the terminal's own colours hold, which `OWN` has."""
    if not palette.background.startswith("#"):
        return None
    return Theme(
        name=f"seedreader-{name}",
        primary=palette.accent,
        secondary=palette.cursor,
        accent=palette.accent,
        warning=palette.note,
        error=palette.tones["conflict"].mark,
        success=palette.tones["agree"].mark,
        foreground=palette.text,
        background=palette.background,
        surface=palette.background,
        panel=palette.bar,
        dark=Color.parse(palette.background).brightness < 0.5,
        variables={
            "block-cursor-background": palette.cursor,
            "block-cursor-foreground": palette.strong,
            "block-cursor-text-style": "bold",
        },
    )


class Colourless(LineFilter):
    """Takes every colour away; what stood on a colour of its own is reversed instead."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, style and _plain(style), control) for text, style, control in segments]


def _plain(style: Style) -> Style:
    painted = style.bgcolor is not None and not style.bgcolor.is_default
    return Style(
        bold=style.bold,
        underline=style.underline,
        italic=style.italic,
        reverse=painted or style.reverse,
    )
