"""The keys of a screen, made from the command table, what the marks mean, and what went wrong so far."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from seedreader.text.plurals import count
from seedreader.ui import bars
from seedreader.ui.column.wrap import lines
from seedreader.ui.commands import Table
from seedreader.ui.help.rows import Entry, Section, holding, sections
from seedreader.ui.safe import fit
from seedreader.ui.screens.filtering import FilteringScreen
from seedreader.ui.screens.keyed import KeyedScreen
from seedreader.ui.widgets.rows import Row, Rows, spread

KEYS = 19
"""Cells of the keys, with what stands around them."""
NAMES_FROM = 96
"""Width from which the names of the commands are shown."""
PROBLEM = 4
"""Rows that a problem may take."""


class HelpScreen(FilteringScreen[None]):
    """Shows the keys of the screen that it was opened from, or of all; `wanted` are words to look for."""

    MODES = ("help",)
    DEFAULT_CSS = """
    HelpScreen #heading, HelpScreen #footer { height: 1; }
    HelpScreen #list { height: 1fr; }
    """

    def __init__(self, table: Table, wanted: str = "") -> None:
        super().__init__(table, wanted)
        self.everything = False
        self._top = 0
        self._from: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        self.looks = self.app.looks
        blank = self.looks.of(self.looks.palette.text)
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else self
        self._from = below.MODES if isinstance(below, KeyedScreen) else self.MODES
        yield Rows(self._draw_heading, blank, id="heading")
        yield Rows(self._draw_list, blank, id="list")
        yield Rows(self._draw_footer, blank, id="footer", grows=True)

    # -- drawing ---------------------------------------------------------------------------------------

    def filter_again(self) -> None:
        self._top = 0
        self.update()

    def update(self) -> None:
        for name in ("heading", "list", "footer"):
            self.query_one(f"#{name}", Rows).update()

    def _draw_heading(self, width: int, height: int) -> list[Row]:
        palette = self.looks.palette
        style = self.looks.of(palette.accent, palette.bar, bold=True)
        if self.field is not None:
            return [self.field.row(" / ", self.looks, width)]
        whose = "all screens" if self.everything else self._from[0]
        parts = ("Keys and marks", whose, self.wanted.strip())
        left: Row = [(" " + fit(" · ".join(part for part in parts if part), width - 1), style)]
        told: Row = []
        if self.wanted.strip():
            many = sum(len(section.entries) for section in self._shown())
            told = [(f"  {count(many, 'line')} ", self.looks.of(palette.text, palette.bar))]
        return [spread(left, told, width, self.looks.of(palette.text, palette.bar))]

    def _shown(self) -> list[Section]:
        problems = Section("Problems", tuple(Entry("", problem) for problem in self.app.problems))
        known = [problems] if problems.entries else []
        return holding([*known, *sections(self.table, self._from, self.everything)], self.wanted)

    def _draw_list(self, width: int, height: int) -> list[Row]:
        rows = [row for section in self._shown() for row in self._section(section, width)]
        if not rows:
            elsewhere = (
                "" if self.everything else f" {self.table.key('help', 'everything')} looks in all screens."
            )
            told = f"   Nothing here has “{fit(self.wanted.strip(), 40)}”.{elsewhere}"
            return [[], [(fit(told, width), self.looks.of(self.looks.palette.faint))]]
        self._top = max(0, min(self._top, len(rows) - height))
        shown = rows[self._top : self._top + height]
        if self._top + height < len(rows):
            left = len(rows) - self._top - height + 1
            more = f" … {count(left, 'more line')}: {self.table.key('help', 'next_row')}"
            shown[-1] = [(more, self.looks.of(self.looks.palette.note))]
        return shown

    def _section(self, section: Section, width: int) -> list[Row]:
        title = self.looks.of(self.looks.palette.note, bold=True)
        rows: list[Row] = [[(f" {section.title}", title)]]
        for entry in section.entries:
            rows += [self._entry(entry, width)] if entry.key else self._problem(entry.text, width)
        return rows

    def _entry(self, entry: Entry, width: int) -> Row:
        palette = self.looks.palette
        text, faint = self.looks.of(palette.text), self.looks.of(palette.faint)
        key = f"   {fit(entry.key, KEYS - 4):<{KEYS - 3}}"
        name: Row = [(f"  {entry.name} ", faint)] if width >= NAMES_FROM and entry.name else []
        room = width - KEYS - sum(len(part) for part, _ in name)
        left: Row = [(key, self.looks.of(palette.accent, bold=True)), (fit(entry.text, max(1, room)), text)]
        return spread(left, name, width, text)

    def _problem(self, problem: str, width: int) -> list[Row]:
        text = self.looks.of(self.looks.palette.text)
        return [[(f"   {line}", text)] for line in lines(problem, max(1, width - 4), PROBLEM)]

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        if self.said:
            return bars.message(self.said, self.looks, width)
        return [bars.footer(self.table, "filter" if self.field else "help", self.looks, width)]

    # -- scrolling -------------------------------------------------------------------------------------

    def step(self, rows: int) -> None:
        """Scroll so many rows."""
        self._top = max(0, self._top + rows)
        self.said = ""
        self.update()

    @property
    def page(self) -> int:
        return max(1, self.query_one("#list", Rows).size.height - 2)

    def action_first_row(self) -> None:
        self.step(-self._top)

    def action_last_row(self) -> None:
        self.step(100_000)

    # -- commands --------------------------------------------------------------------------------------

    def action_everything(self) -> None:
        """The keys of all screens, or of the one that the help was opened from."""
        self.everything = not self.everything
        self.filter_again()
