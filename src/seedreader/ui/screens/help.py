"""Every key, made from the command table, and what the marks mean."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from seedreader.ui import bars, commands, theme
from seedreader.ui.safe import fit
from seedreader.ui.screens.keyed import KeyedScreen
from seedreader.ui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    pass

MARKS = (
    (theme.MARKS["conflict"], "another source gives another figure, date or answer"),
    (theme.MARKS["refine"], "another source says it more narrowly, more widely or hedged otherwise"),
    (theme.MARKS["agree"], "another source says the same"),
    (theme.MARKS["copy"], "another source has it in nearly the same words"),
    (theme.MARKS["related"], "another source speaks of it, with nothing to compare"),
    (theme.MARKS[None], "a claim that no other source here makes"),
    (theme.NOISE, "boilerplate, dimmed: the evidence panel says of what kind"),
    (theme.CURSOR, "the passage under the cursor"),
    (theme.MATCH, "the passage of another source that matches it"),
    (theme.NOTE, "a note begins here"),
    (theme.TAG, "a tag begins here"),
    (theme.HIGHLIGHT, "a highlight begins here"),
    (theme.VERDICT, "a verdict of yours: on a passage, and in the panel"),
    (theme.CORRECTION, "you said what the passage is"),
    (theme.UNSURE, "a note begins here that may belong elsewhere: Y confirms it"),
    ("→ ~ ≈ ? ✗ *", "in the list of notes: moved, words changed, confirmed, uncertain, orphan, draft"),
    ("! •", "in the list of notes: a figure changed, marked"),
)


class HelpScreen(KeyedScreen[None]):
    """Closed by Escape, q or ?."""

    MODES = ("help",)
    DEFAULT_CSS = """
    HelpScreen #heading, HelpScreen #footer { height: 1; }
    HelpScreen #list { height: 1fr; }
    """
    _top = 0

    def compose(self) -> ComposeResult:
        self.looks = self.app.looks
        palette = self.looks.palette
        blank = self.looks.of(palette.text)
        heading = [(" Keys and marks", self.looks.of(palette.accent, palette.bar, bold=True))]
        yield Rows(lambda *_: [heading], blank, id="heading")
        yield Rows(self._draw, blank, id="list")
        yield Rows(lambda width, _: [bars.footer(self.table, "help", self.looks, width)], blank, id="footer")

    def _draw(self, width: int, height: int) -> list[Row]:
        rows = self._lines(width)
        self._top = max(0, min(self._top, len(rows) - height))
        shown = rows[self._top : self._top + height]
        if self._top + height < len(rows):
            shown[-1] = [
                (
                    f" … {len(rows) - self._top - height + 1} more lines: j",
                    self.looks.of(self.looks.palette.note),
                )
            ]
        return shown

    def _lines(self, width: int) -> list[Row]:
        palette = self.looks.palette
        group_style = self.looks.of(palette.note, bold=True)
        key_style = self.looks.of(palette.accent, bold=True)
        text = self.looks.of(palette.text)
        rows: list[Row] = []
        if self.app.problems:
            rows.append([(" Problems", group_style)])
            rows += [[(f"   {fit(problem, width - 4)}", text)] for problem in self.app.problems]
        for group, members in groupby(self.table.commands, key=lambda c: c.group):
            rows.append([(f" {group}", group_style)])
            rows += [
                [(f"   {commands.keys_text(c):<17}", key_style), (fit(c.help, width - 21), text)]
                for c in members
            ]
        rows.append([(" Marks", group_style)])
        rows += [[(f"   {mark:<17}", key_style), (fit(meaning, width - 21), text)] for mark, meaning in MARKS]
        return rows

    def _scroll(self, lines: int) -> None:
        self._top = max(0, self._top + lines)
        self.query_one("#list", Rows).update()

    def action_scroll_down(self) -> None:
        self._scroll(max(1, self.size.height // 2))

    def action_scroll_up(self) -> None:
        self._scroll(-max(1, self.size.height // 2))

    def on_mouse_scroll_down(self) -> None:
        self._scroll(3)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-3)

    def action_close(self) -> None:
        self.dismiss(None)
