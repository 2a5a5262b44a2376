"""Word wrapping by offsets: where each line of a text begins at one width."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from seedreader.article import Range
from seedreader.ui.safe import fit, graphemes, odd, one_line

AHEAD = 65_536
"""How far one search for the next odd character looks."""
PIECE = 8_192
"""How many characters of a line with odd characters are measured at a time."""


def lines(text: str, width: int, most: int) -> list[str]:
    """Safe text in at most ``most`` rows of ``width`` cells, the last one cut with an ellipsis if need be."""
    told = one_line(text)
    wrapped = Wrapped(told, width)
    wrapped.grow(len(told))
    ranges = [wrapped.range(number) for number in range(len(wrapped.starts))]
    if len(ranges) <= most:
        return [told[start:end].rstrip() for start, end in ranges]
    kept = [told[start:end].rstrip() for start, end in ranges[: most - 1]]
    return [*kept, fit(told[ranges[most - 1][0] :], width)]


class Wrapped:
    """The wrapped lines of a text, found bit by bit: `grow` as far as they are needed.

    Each character belongs to exactly one line. A line breaks after a space, else before a wide character,
    else anywhere; the spaces at its end may hang over the width.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(1, width)
        self.starts = array("L")
        self.reached = 0
        self._odd = -1

    @property
    def done(self) -> bool:
        """Whether the whole text is wrapped."""
        return self.reached > len(self.text)

    def grow(self, upto: int) -> None:
        """Wrap on until offset ``upto`` is reached, or the end."""
        while not self.done and self.reached <= upto:
            self._step()

    def range(self, line: int) -> Range:
        """The range of a line, its line break left out."""
        start = self.starts[line]
        if line + 1 < len(self.starts):
            end = self.starts[line + 1]
            return start, end - 1 if self.text[end - 1] == "\n" else end
        return start, min(self.reached - 1, len(self.text)) if self.done else self.reached

    def line_of(self, offset: int) -> int:
        """The line that holds ``offset``, wrapping on as far as that needs."""
        self.grow(offset)
        return max(0, bisect_right(self.starts, offset) - 1)

    def _step(self) -> None:
        """Wrap one paragraph, or one piece of a long one."""
        text, start = self.text, self.reached
        end = text.find("\n", start, start + AHEAD)
        last = end >= 0 or start + AHEAD >= len(text)
        if end < 0:
            end = min(len(text), start + AHEAD)
        if self._odd < start:
            found = odd.search(text, start, start + AHEAD)
            self._odd = found.start() if found else start + AHEAD
        if self._odd < end:
            if end - start > PIECE:
                end, last = start + PIECE, False
            breaks = self._breaks_by_cells(start, end)
        else:
            breaks = self._breaks(start, end)
        if not last and len(breaks) > 1:
            self.reached = breaks.pop()
        else:
            self.reached = end + 1 if last else end
        self.starts.extend(breaks)

    def _breaks(self, start: int, end: int) -> list[int]:
        rfind, width, starts = self.text.rfind, self.width, []
        while end - start > width:
            starts.append(start)
            space = rfind(" ", start + 1, start + width + 1)
            start = space + 1 if space >= 0 else start + width
        starts.append(start)
        return starts

    def _breaks_by_cells(self, start: int, end: int) -> list[int]:
        text, width, starts = self.text, self.width, [start]
        used, chance, used_at_chance = 0, start, 0
        for first, last, cells in graphemes(text[start:end]):
            here = start + first
            space = text[here : start + last] == " "
            if cells == 2:
                chance, used_at_chance = here, used
            while used + cells > width and used and not space:
                if chance <= starts[-1]:
                    chance, used_at_chance = here, used
                starts.append(chance)
                used -= used_at_chance
                used_at_chance = 0
            used += cells
            if space:
                chance, used_at_chance = start + last, used
        return starts
