"""The keys of a screen, made from the command table, and what the marks mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult

from seedreader.text.plurals import count
from seedreader.ui import WHEEL
from seedreader.ui.parts.filtering import Filtering
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.row_steps import RowSteps
from seedreader.ui.parts.typed_line import TypedLine
from seedreader.ui.screens.help.help_sections import (
    HelpLine,
    Section,
    first_page,
    holding,
    sections,
)
from seedreader.ui.screens.part_screen import PartScreen, ScreenProgram
from seedreader.ui.terminal_text import fit
from seedreader.ui.widgets.row_widget import Row, Rows, spread

KEYS = 19
"""Cells of the keys, with what stands around them."""
NAMES_FROM = 96
"""Width from which the names of the commands are shown."""
MOST = 100_000
"""Rows that are more than there are."""


class HelpScreen(PartScreen[None]):
    """Shows the keys of the screen that it was opened from, or of all; ``wanted`` are words to look for.

    From the reader, a first page has what is enough to begin with.
    """

    MODES: ClassVar = {Mode.READING: "help"}
    typed_line: TypedLine
    DEFAULT_CSS = """
    HelpScreen #heading, HelpScreen #footer { height: 1; }
    HelpScreen #list { height: 1fr; }
    """

    def __init__(self, program: ScreenProgram, opened_from: Sequence[str], wanted: str = "") -> None:
        super().__init__(program)
        self.everything = False
        self._top = 0
        self._from = opened_from
        self.typed_line = TypedLine(self.context, self.show)
        self.filtering = Filtering(self.context, self.typed_line, self.filter_again, self.step, wanted)
        self.assemble(self.typed_line, self.filtering, RowSteps(self))

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "everything": self.toggle_everything,
            "step_back": self.step_back,
            "close": self.close,
        }

    def compose(self) -> ComposeResult:
        blank = self.looks.of(self.looks.palette.text)
        yield Rows(self._draw_heading, blank, id="heading")
        yield Rows(self._draw_list, blank, id="list")
        yield Rows(self._draw_footer, blank, id="footer", grows=True)

    # -- drawing ---------------------------------------------------------------------------------------

    def filter_again(self) -> None:
        self._top = 0
        self.show()

    def show(self) -> None:
        for name in ("heading", "list", "footer"):
            self.query_one(f"#{name}", Rows).update()

    def _draw_heading(self, width: int, height: int) -> list[Row]:
        palette = self.looks.palette
        style = self.looks.of(palette.accent, palette.bar, bold=True)
        if (field := self.typed_line.field) is not None:
            return [field.row(" / ", self.looks, width)]
        whose = "all screens" if self.everything else self._from[0]
        parts = ("Keys and marks", whose, self.filtering.wanted.strip())
        left: Row = [(" " + fit(" · ".join(part for part in parts if part), width - 1), style)]
        told: Row = []
        if self.filtering.wanted.strip():
            many = sum(len(section.entries) for section in self._shown())
            told = [(f"  {count(many, 'line')} ", self.looks.of(palette.text, palette.bar))]
        return [spread(left, told, width, self.looks.of(palette.text, palette.bar))]

    def _shown(self) -> list[Section]:
        return holding(
            sections(self.table, self._from, self.everything, self.app.is_web), self.filtering.wanted
        )

    def _draw_list(self, width: int, height: int) -> list[Row]:
        rows = [row for section in self._shown() for row in self._section(section, width)]
        first = self._first_page(width, height)
        rows = [*first, *rows]
        if not rows:
            elsewhere = (
                "" if self.everything else f" {self.table.key('help', 'everything')} looks in all screens."
            )
            told = f"   Nothing here has “{fit(self.filtering.wanted.strip(), 40)}”.{elsewhere}"
            return [[], [(fit(told, width), self.looks.of(self.looks.palette.faint))]]
        self._top = max(0, min(self._top, len(rows) - height))
        shown = rows[self._top : self._top + height]
        if self._top + height < len(rows):
            left = len(rows) - self._top - height + 1
            key = self.table.key("help", "page_down" if first and self._top == 0 else "next_row")
            more = f" … {count(left, 'more line')}: {key}"
            shown[-1] = [(more, self.looks.of(self.looks.palette.note))]
        return shown

    def _first_page(self, width: int, height: int) -> list[Row]:
        """What a beginner needs, on a page of its own where there is room; nothing while words are sought."""
        if self._from[0] != "reader" or self.everything or self.filtering.wanted.strip():
            return []
        rows = [row for section in first_page(self.table) for row in self._section(section, width)]
        return [*rows, *([] for _ in range(height - 1 - len(rows)))]

    def _section(self, section: Section, width: int) -> list[Row]:
        title = self.looks.of(self.looks.palette.note, bold=True)
        rows: list[Row] = [[(f" {section.title}", title)]]
        return [*rows, *(self._entry(entry, width) for entry in section.entries)]

    def _entry(self, entry: HelpLine, width: int) -> Row:
        palette = self.looks.palette
        text, faint = self.looks.of(palette.text), self.looks.of(palette.faint)
        key = f"   {fit(entry.key, KEYS - 4):<{KEYS - 3}}"
        name: Row = [(f"  {entry.name} ", faint)] if width >= NAMES_FROM and entry.name else []
        room = width - KEYS - sum(len(part) for part, _ in name)
        left: Row = [(key, self.looks.of(palette.accent, bold=True)), (fit(entry.text, max(1, room)), text)]
        return spread(left, name, width, text)

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        return self.footer_rows(width)

    # -- scrolling -------------------------------------------------------------------------------------

    def step(self, rows: int) -> None:
        """Scroll so many rows."""
        self._top = max(0, self._top + rows)
        self.message.clear()
        self.show()

    def step_page(self, direction: int) -> None:
        """Scroll a page down (1) or up (-1)."""
        self.step(direction * max(1, self.query_one("#list", Rows).size.height - 2))

    def step_to_end(self, direction: int) -> None:
        """Scroll to the end (1) or the beginning (-1)."""
        self.step(MOST if direction > 0 else -self._top)

    def on_mouse_scroll_down(self) -> None:
        self.step(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        self.step(-WHEEL)

    # -- commands --------------------------------------------------------------------------------------

    def close(self) -> None:
        """Go back to the screen that the help was opened from."""
        self.dismiss(None)

    def step_back(self) -> None:
        """Drop the search, else go back."""
        if self.filtering.wanted:
            self.filtering.want("")
        else:
            self.close()

    def toggle_everything(self) -> None:
        """The keys of all screens, or of the one that the help was opened from."""
        self.everything = not self.everything
        self.filter_again()
