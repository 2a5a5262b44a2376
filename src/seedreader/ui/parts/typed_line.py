"""A line that is typed in a screen's own rows and followed at each key: a filter, something to find."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len

from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.widgets import bars
from seedreader.ui.widgets.line_field import LineField
from seedreader.ui.widgets.row_widget import Row, cells_of, spread

NO_KEYS: Mapping[str, Callable[[], None]] = MappingProxyType({})


class LineRequest(NamedTuple):
    """A line being typed, and what is done at each key, on Enter, on Escape and on an arrow up or down.

    ``commands`` is its mode's name in the table of commands. ``lead`` stands before it; ``told`` is what to
    tell beside it, such as what it takes or how much it finds. ``keys`` are keys that do something else.
    """

    commands: str
    field: LineField
    typed: Callable[[str], None]
    kept: Callable[[str], None]
    left: Callable[[], None]
    stepped: Callable[[int], None]
    lead: str = " / "
    told: Callable[[], str] | None = None
    keys: Mapping[str, Callable[[], None]] = NO_KEYS


class TypedLine:
    """At most one ``line`` is typed at a time; ``changed`` draws it where the screen has it."""

    def __init__(self, context: PartContext, changed: Callable[[], None]) -> None:
        self.line: LineRequest | None = None
        self._context, self._changed = context, changed

    def commands(self) -> Mapping[str, Handler]:
        return {}

    @property
    def command_set(self) -> str:
        """The mode of the line that is typed, by its name in the table of commands; "" without one."""
        return self.line.commands if self.line else ""

    @property
    def field(self) -> LineField | None:
        """What is typed, and where the cursor stands in it."""
        return self.line.field if self.line else None

    def begin(self, line: LineRequest) -> None:
        """Type a line."""
        self.line = line
        self._context.say("")
        self._changed()

    def finish(self) -> None:
        """Keep what is typed, as Enter does: the mouse goes on elsewhere."""
        line, self.line = self.line, None
        if line is not None:
            line.kept(line.field.text.strip())

    def drop(self) -> None:
        """Let the line go; nothing is kept of it, and nothing is done."""
        self.line = None

    def rewrite(self, field: LineField) -> None:
        """Put another text in place of what is typed, as if it had stood there."""
        if self.line is not None:
            self.line = self.line._replace(field=field)

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key does in the line; False for one that goes on to the commands."""
        line = self.line
        if line is None:
            return False
        key = self._context.table.stands_for(line.commands, key)
        if key in line.keys:
            line.keys[key]()
        elif key.startswith("ctrl+") and key != "ctrl+u":
            return False
        elif key == "enter":
            self.finish()
        elif key == "escape":
            self.line = None
            line.left()
        elif key in ("up", "down"):
            line.stepped(1 if key == "down" else -1)
        elif key:
            self._type(line, line.field.press(key, character))
        return True

    def paste(self, text: str) -> None:
        """Type a pasted text."""
        if self.line is not None:
            self._type(self.line, self.line.field.insert(text))

    def row(self, width: int) -> Row:
        """The line with what it is for, what it takes and its keys, in one row of ``width`` cells."""
        line = self.line
        if line is None:
            return []
        looks = self._context.looks
        palette = looks.palette
        footer = bars.footer(self._context.table, line.commands, looks, width // 3)
        keys = [part for part in footer if part[0].strip()]
        hint = looks.of(palette.faint, palette.bar)
        told: Row = [(f"  {line.told()} ", hint)] if line.told else []
        room = width - cell_len(line.lead) - cell_len(line.field.text) - 2
        fitting = next((p for p in ([*told, *keys], told, keys) if p and cells_of(p) <= room), [])
        field = line.field.row(line.lead, looks, width - cells_of(fitting))
        return spread(field, fitting, width, looks.of(palette.text, palette.bar))

    def _type(self, line: LineRequest, field: LineField) -> None:
        self.line = line._replace(field=field)
        line.typed(field.text)
