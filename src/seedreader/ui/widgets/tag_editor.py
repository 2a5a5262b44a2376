"""Where a tag or a name is written: what is offered is on the digits, and completed by Tab."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from seedreader.text.sanitize import one_line
from seedreader.ui.commands import CommandTable
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.editor import Editor
from seedreader.ui.widgets.row_widget import Row


class TagEditor(Editor):
    """An editor with a row of tags that fit what is written; ``known`` are all tags, the one used last first.

    ``commands`` are its mode's in the table of commands, and ``nothing`` stands beneath the field where
    nothing is known: those of a tag, or of who says something. In an empty field a digit saves the tag of
    that number; ``#`` begins a tag that starts with a digit.
    """

    BELOW = 1
    DEFAULT_CSS = "TagEditor { height: 3; }"

    def __init__(
        self,
        styles: Styles,
        table: CommandTable,
        heading: str,
        body: str,
        known: Sequence[str],
        commands: str = "tag_editor",
        nothing: str = "no tags yet: type one",
    ) -> None:
        super().__init__(styles, table, heading, body)
        self._known, self._nothing = known, nothing
        self.commands = commands

    @property
    def fitting(self) -> list[str]:
        """The known tags that begin with what is written, then those that have it elsewhere; at most nine."""
        written = self.body.strip().casefold()
        first = [tag for tag in self._known if tag.casefold().startswith(written)]
        return [*first, *(tag for tag in self._known if written in tag.casefold() and tag not in first)][:9]

    def chosen_by(self, key: events.Key) -> bool:
        if key.key == "tab" and self.fitting:
            self.rewrite(self.fitting[0])
            return True
        if not self.body and key.key.isdigit() and 0 < int(key.key) <= len(self.fitting):
            self.rewrite(self.fitting[int(key.key) - 1])
            self.finish()
            return True
        return False

    def draw_below(self, width: int) -> list[Row]:
        palette = self.looks.palette
        if not self._known:
            return [[(f" {self._nothing}", self.looks.of(palette.faint))]]
        row: Row = []
        room = width
        for number, tag in enumerate(self.fitting, 1):
            key = f" {number} " if not self.body else " "
            name = fit(one_line(tag), 30) + " "
            if len(key) + len(name) > room:
                break
            room -= len(key) + len(name)
            row += [
                (key, self.looks.of(palette.accent, bold=True)),
                (name, self.looks.of(palette.text)),
            ]
        return [row]
