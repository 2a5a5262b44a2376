"""What is said to the reader, in place of the footer's keys: until the next key, or until it is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic

from seedreader.ui.parts.part import Handler
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets import bars
from seedreader.ui.widgets.row_widget import Row

SEEN = 1.5
"""Seconds on the screen after which the next key takes a notice away."""


class MessageLine:
    """``said`` is what is said, empty for nothing; whoever changes it otherwise than by `say` draws it.

    A notice is what the reader must not miss: it stands after whatever is said until a key is pressed once it
    was on the screen for `SEEN` seconds of ``clock``. Keys that were typed ahead leave it where it is.
    """

    def __init__(self, redraw: Callable[[], None], clock: Callable[[], float] = monotonic) -> None:
        self.said = ""
        self._notices: dict[str, str] = {}
        """The last one about each thing."""
        self._redraw, self._clock = redraw, clock
        self._drawn: float | None = None
        """When all notices were drawn first."""

    def commands(self) -> Mapping[str, Handler]:
        return {}

    @property
    def text(self) -> str:
        """All that is shown, empty for nothing."""
        return " ".join(filter(None, (self.said, *self._notices.values())))

    def say(self, text: str) -> None:
        """Say this, and draw it where it is not said already."""
        if text != self.said:
            self.said = text
            self._redraw()

    def tell(self, about: str, notice: str) -> None:
        """Show this until it is seen, in place of an earlier notice about the same."""
        self._notices[about], self._drawn = notice, None
        self._redraw()

    def press(self) -> None:
        """A key is pressed: notices that were seen have done their work."""
        if self._drawn is not None and self._clock() >= self._drawn + SEEN:
            self._drawn = None
            self._notices.clear()
            self._redraw()

    def clear(self) -> None:
        """Say nothing any more, from the next drawing on."""
        self.said = ""

    def rows(self, looks: Styles, width: int) -> list[Row]:
        """The message in ``width`` cells; no rows where nothing is said."""
        if self._notices and self._drawn is None:
            self._drawn = self._clock()
        return bars.message(self.text, looks, width) if self.text else []
