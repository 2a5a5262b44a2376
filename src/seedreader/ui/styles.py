"""Final Rich styles, resolved once for each theme and cached by look."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as ScreenColor
from textual.filter import LineFilter

from seedreader.ui.layers import BOILERPLATE, TEXT, Look
from seedreader.ui.theme import Palette


class Styles:
    """Styles of a palette after the app's line filters (``NO_COLOR`` is one), which our widgets bypass.

    Whoever draws asks for styles each time: `use` changes them all.
    """

    def __init__(self, palette: Palette, filters: Sequence[LineFilter] = ()) -> None:
        self._filters = filters
        self.use(palette)

    def use(self, palette: Palette) -> None:
        """Take another palette; what is on the screen has to be drawn again."""
        self.palette = palette
        self.of = cache(partial(Styles.of, self))  # type: ignore[method-assign]
        self.look = cache(partial(Styles.look, self))  # type: ignore[method-assign]

    def of(self, color: str, behind: str | None = None, bold: bool = False, underline: bool = False) -> Style:
        """A style of this text colour, on the background unless told otherwise."""
        background = behind or self.palette.background
        style = Style(
            color=Color.parse(color), bgcolor=Color.parse(background), bold=bold, underline=underline
        )
        segments = [Segment("x", style)]
        for line_filter in self._filters:
            segments = line_filter.apply(segments, ScreenColor.parse(background))
        return segments[0].style or style

    def look(self, look: Look) -> Style:
        """The style of a stretch of article text."""
        palette = self.palette
        if look.tone == BOILERPLATE:
            color, behind = palette.boilerplate, palette.background
        elif look.tone == TEXT:
            color, behind = palette.text, palette.background
        else:
            color, behind = palette.strong, palette.tones[look.tone].behind
        if look.colour:
            behind = palette.highlights.get(look.colour, behind)
            color = palette.strong
        if look.cursor:
            behind = palette.cursor
            color = palette.strong
        elif look.match:
            behind = palette.match
        if look.found:
            return self.of(palette.background, palette.accent, bold=True, underline=True)
        if look.find:
            return self.of(palette.strong, palette.found, look.figure, True)
        return self.of(color, behind, look.figure, look.noted)
