"""Final Rich styles, made once for each theme and kept by look."""

from __future__ import annotations

from functools import cache, partial

from rich.style import Style

from seedreader.ui.themes.palette import Palette
from seedreader.ui.themes.style_key import BOILERPLATE, TEXT, StyleKey

ATTRIBUTES = frozenset({"bold", "italic", "underline", "reverse"})
"""The words that may stand before a colour of a palette."""


class Styles:
    """Styles of a palette. Whoever draws asks for them each time: `use` changes them all."""

    def __init__(self, palette: Palette) -> None:
        self.use(palette)

    def use(self, palette: Palette) -> None:
        """Take another palette; what is on the screen has to be drawn again."""
        self.palette = palette
        self.of = cache(partial(Styles.of, self))  # type: ignore[method-assign]
        self.look = cache(partial(Styles.look, self))  # type: ignore[method-assign]

    @property
    def paper(self) -> str:
        """The background as Textual's style sheets name it."""
        background = self.palette.background
        return background if background.startswith("#") else f"ansi_{background}"

    def of(self, color: str, behind: str | None = None, bold: bool = False, underline: bool = False) -> Style:
        """A style of this text colour, on the background unless told otherwise."""
        ink, _, words = _parts(color)
        own_ink, paper, own_words = _parts(behind or self.palette.background, behind=True)
        reverse = "reverse" in own_words
        words |= own_words
        ink = own_ink or (None if reverse else ink)
        return Style(
            color=ink,
            bgcolor=paper,
            bold=(bold or "bold" in words) and ink != "black",
            underline=underline or "underline" in words,
            reverse=reverse,
        )

    def look(self, look: StyleKey) -> Style:
        """The style of a stretch of article text."""
        palette = self.palette
        if look.tone == BOILERPLATE:
            color, behind = palette.boilerplate, palette.background
        elif look.tone == TEXT:
            color, behind = palette.text, palette.background
        else:
            tone = palette.tones[look.tone]
            color, behind = (look.figure and tone.figure) or palette.strong, tone.behind
        voice = look.voice and look.tone != BOILERPLATE
        words = _parts(palette.voice)[2] if voice else frozenset()
        if voice:
            color = palette.voice
        if look.colour:
            behind = palette.highlights.get(look.colour, behind)
            color = palette.strong
        if look.cursor:
            behind = palette.cursor
            color = palette.strong
        elif look.match:
            behind = palette.match
        if look.found:
            return self.of(palette.strong, palette.here, bold=True, underline=True)
        if look.find:
            return self.of(palette.strong, palette.found, look.figure, True)
        style = self.of(color, behind, look.figure or "bold" in words, look.noted)
        return style + Style(italic=True) if "italic" in words else style


def _parts(text: str, behind: bool = False) -> tuple[str | None, str | None, frozenset[str]]:
    """Text colour, background and attributes of a palette's colour; None for the terminal's own."""
    before, _, after = text.rpartition(" on ")
    words = (before or after).split()
    attributes = ATTRIBUTES.intersection(words)
    colour = next((word for word in words if word not in ATTRIBUTES and word != "default"), None)
    if before:
        return colour, after, attributes
    return (None, colour, attributes) if behind else (colour, None, attributes)
