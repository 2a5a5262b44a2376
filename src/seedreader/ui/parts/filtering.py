"""A filter that is typed in one line and followed at each key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.typed_line import LineRequest, TypedLine
from seedreader.ui.widgets.line_field import LineField


class Filtering:
    """``wanted`` is the filter; ``filter_again`` shows what it lets through.

    While it is typed an arrow up or down chooses another row: ``step`` is given how far down that is.
    """

    def __init__(
        self,
        context: PartContext,
        typed_line: TypedLine,
        filter_again: Callable[[], None],
        step: Callable[[int], None],
        wanted: str = "",
    ) -> None:
        self.wanted = wanted
        self._context, self._typed_line = context, typed_line
        self._filter_again, self._step = filter_again, step

    def commands(self) -> Mapping[str, Handler]:
        return {"filter": self.type}

    def type(self) -> None:
        """Type a filter; the list follows at each key."""
        before, text = self.wanted, f"{self.wanted} " if self.wanted else ""
        field = LineField(text, len(text))
        self._typed_line.begin(
            LineRequest("filter", field, self.want, self.want, lambda: self.want(before), self._step)
        )

    def want(self, wanted: str) -> None:
        """Filter by this."""
        self.wanted = wanted
        self._context.say("")
        self._filter_again()
