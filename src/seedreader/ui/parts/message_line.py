"""What is said to the reader, in place of the footer's keys until the next key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from seedreader.ui.parts.part import Handler
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets import bars
from seedreader.ui.widgets.row_widget import Row


class MessageLine:
    """``text`` is what is said, empty for nothing; whoever changes it otherwise than by `say` draws it."""

    def __init__(self, redraw: Callable[[], None]) -> None:
        self.text = ""
        self._redraw = redraw

    def commands(self) -> Mapping[str, Handler]:
        return {}

    def say(self, text: str) -> None:
        """Say this, and draw it where it is not said already."""
        if text != self.text:
            self.text = text
            self._redraw()

    def clear(self) -> None:
        """Say nothing any more, from the next drawing on."""
        self.text = ""

    def rows(self, looks: Styles, width: int) -> list[Row]:
        """The message in ``width`` cells; no rows where nothing is said."""
        return bars.message(self.text, looks, width) if self.text else []
