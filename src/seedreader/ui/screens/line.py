"""A line that is typed in a screen's own rows and followed at each key: a filter, something to find."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from rich.cells import cell_len
from textual import events

from seedreader.ui import bars
from seedreader.ui.screens.annotating import AnnotatingScreen
from seedreader.ui.widgets.field import Field
from seedreader.ui.widgets.rows import Row, spread

Result = TypeVar("Result")


class Line(NamedTuple):
    """A line being typed, and what is done at each key, on Enter, on Escape and on an arrow up or down.

    ``commands`` is whose commands the footer shows meanwhile: a mode of the table. ``lead`` stands before
    it; ``told`` is what to tell beside it, such as what it takes or how much it finds.
    """

    commands: str
    field: Field
    typed: Callable[[str], None]
    kept: Callable[[str], None]
    left: Callable[[], None]
    stepped: Callable[[int], None]
    lead: str = " / "
    told: Callable[[], str] | None = None


class LineScreen(AnnotatingScreen[Result]):
    """Types at most one line at a time; no key gives a command meanwhile."""

    line: Line | None = None

    def type_line(self, line: Line) -> None:
        """Begin a line; the screen draws it where it stands."""
        self.line, self.said = line, ""
        self.line_changed()

    def line_row(self, line: Line, width: int) -> Row:
        """The line with what it is for, what it takes and its keys, in one row."""
        palette = self.looks.palette
        footer = bars.footer(self.table, line.commands, self.looks, width // 3)
        keys = [part for part in footer if part[0].strip()]
        hint = self.looks.of(palette.faint, palette.bar)
        told: Row = [(f"  {line.told()} ", hint)] if line.told else []
        room = width - cell_len(line.lead) - cell_len(line.field.text) - 2
        fitting = next((p for p in ([*told, *keys], told, keys) if p and _cells(p) <= room), [])
        field = line.field.row(line.lead, self.looks, width - _cells(fitting))
        return spread(field, fitting, width, self.looks.of(palette.text, palette.bar))

    def line_changed(self) -> None:
        """Draw the line. Screens override this."""

    def finish_line(self) -> None:
        """Keep what is typed, as Enter does: the mouse goes on elsewhere."""
        if (line := self.line) is not None:
            self.line = None
            line.kept(line.field.text.strip())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """While something is written, a line among it, no key gives a command."""
        return super().check_action(action, parameters) and self.line is None

    def typed_early(self, event: events.Key) -> None:
        """Keys come here in the order typed, before they give commands."""
        line = self.line
        if line is None:
            super().typed_early(event)
            return
        key = self.table.stands_for(line.commands, event.key)
        if key.startswith("ctrl+") and key != "ctrl+u":
            return
        event.prevent_default()
        if key == "enter":
            self.line = None
            line.kept(line.field.text.strip())
        elif key == "escape":
            self.line = None
            line.left()
        elif key in ("up", "down"):
            line.stepped(1 if key == "down" else -1)
        elif key:
            self._type(line, line.field.press(key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        if self.line is not None:
            self._type(self.line, self.line.field.insert(event.text))

    def _type(self, line: Line, field: Field) -> None:
        self.line = line._replace(field=field)
        line.typed(field.text)


def _cells(row: Row) -> int:
    return sum(cell_len(text) for text, _ in row)
