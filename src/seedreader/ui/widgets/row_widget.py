"""A block of finished rows: the title bar, the footer, the evidence panel, a list."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

Row = list[tuple[str, Style]]
"""Safe text with its style, from left to right."""


class Rows(Widget):
    """Draws what ``draw(width, height)`` returns; on `update` only the rows that differ are sent."""

    ALLOW_SELECT = False
    can_focus = False

    def __init__(
        self, draw: Callable[[int, int], list[Row]], blank: Style, *, id: str, grows: bool = False
    ) -> None:
        super().__init__(id=id)
        self._grows = grows
        self._draw = draw
        self._blank = blank
        self._strips: list[Strip] = []
        self._drawn_size = (0, 0)

    def repaint(self, blank: Style) -> None:
        """Draw everything anew in another theme, in which ``blank`` is where nothing stands."""
        self._blank = blank
        self._strips = []
        self.refresh()

    def update(self) -> None:
        """Draw again; a block that grows takes as many rows as there are."""
        if self._grows and self.size.width:
            self.styles.height = max(1, len(self._draw(self.size.width, self.size.height)))
        old, self._strips = self._strips, self._drawn()
        for y, strip in enumerate(self._strips):
            if y >= len(old) or strip != old[y]:
                self.refresh(Region(0, y, self.size.width, 1))

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._drawn_size != self.size or not self._strips:
            self._strips = self._drawn()
        strips = self._strips[crop.y : crop.bottom]
        if crop.x or crop.width != self.size.width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _drawn(self) -> list[Strip]:
        width, height = self._drawn_size = (self.size.width, self.size.height)
        rows = self._draw(width, height)[:height] if width and height else []
        rows += [[] for _ in range(height - len(rows))]
        return [self._strip(row, width) for row in rows]

    def _strip(self, row: Row, width: int) -> Strip:
        segments = [Segment(text, style) for text, style in row]
        used = cells_of(row)
        if used < width:
            segments.append(Segment(" " * (width - used), row[-1][1] if row else self._blank))
        return Strip(segments).crop(0, width)


def cells_of(row: Row) -> int:
    """How many cells a row takes."""
    return sum(cell_len(text) for text, _ in row)


def spread(left: Row, right: Row, width: int, blank: Style) -> Row:
    """One row with ``right`` at its end; where both do not fit, ``left`` is cut with an ellipsis."""
    room = width - cells_of(right)
    kept: Row = []
    for text, style in left:
        cells = cell_len(text)
        if cells > room:
            kept.append((Segment.adjust_line_length([Segment(text)], max(0, room - 1))[0].text + "…", style))
            room = 0
            break
        kept.append((text, style))
        room -= cells
    return [*kept, (" " * max(0, room), blank), *right]
