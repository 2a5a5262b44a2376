"""A line that is being typed, without a widget: what is written and where the cursor stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len

from seedreader.text.sanitize import sanitize
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row

LONGEST = 500
"""Characters that a line takes."""


class LineField(NamedTuple):
    """One line of text with a cursor before the character at ``at``."""

    text: str = ""
    at: int = 0

    def insert(self, more: str) -> LineField:
        """With this typed or pasted; white space becomes single spaces, line ends around it nothing."""
        more = re.sub(r"\s+", " ", more.strip("\r\n"))
        more = more[: max(0, LONGEST - len(self.text))]
        return LineField(self.text[: self.at] + more + self.text[self.at :], self.at + len(more))

    def press(self, key: str, character: str | None) -> LineField:
        """After a key; one that does nothing here changes nothing."""
        text, at = self
        if key == "backspace":
            return LineField(text[: max(0, at - 1)] + text[at:], max(0, at - 1))
        if key == "delete":
            return LineField(text[:at] + text[at + 1 :], at)
        if key == "ctrl+u":
            return LineField(text[at:], 0)
        moved = {"left": at - 1, "right": at + 1, "home": 0, "end": len(text)}.get(key)
        if moved is not None:
            return LineField(text, max(0, min(moved, len(text))))
        return self.insert(character) if character and character.isprintable() else self

    def row(self, lead: str, styles: Styles, width: int) -> Row:
        """The line in ``width`` cells after its lead, scrolled so that the cursor is seen."""
        palette = styles.palette
        text, behind = styles.of(palette.strong, palette.bar), palette.bar
        shown = [sanitize(character) for character in self.text] + [" "]
        room = max(1, width - cell_len(lead))
        first, used = self.at, cell_len(shown[self.at] or " ")
        while first > 0 and used + cell_len(shown[first - 1]) <= room - (first > 1):
            first -= 1
            used += cell_len(shown[first])
        before = ("…" if first else "") + "".join(shown[first : self.at])
        after = "".join(shown[self.at + 1 :])
        row: Row = [(lead, styles.of(palette.accent, behind, bold=True)), (before, text)]
        row.append((shown[self.at] or " ", styles.of(palette.bar, palette.strong)))
        room -= cell_len(before) + cell_len(shown[self.at] or " ")
        if room > 0 and cell_len(after) > room:
            after = _fitting(after, room - 1) + "…"
        return [*row, (after if room > 0 else "", text)]


def _fitting(text: str, width: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text
