"""The marks, and the trail of jumps: every place that was left, in order; and the way to any of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from seedreader.session import StoryPassage
from seedreader.text.fold_case import fold
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.navigation_targets import NavigationTarget, TrailStop
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.terminal_text import column
from seedreader.ui.themes import marks
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.wrap_runs import wrapped

OUTLET = 24
"""Cells of a source's number and name at most."""


class JumpRow(NamedTuple):
    """A place of the trail, its number in it, and whether the reader is there; or the place of a mark."""

    number: int
    place: StoryPassage
    is_here: bool
    mark: str = ""


class JumpsScreen(ListScreen[NavigationTarget | None, JumpRow]):
    """Closes with where to go, or None."""

    MODES: ClassVar = {Mode.READING: "jumps"}
    HINT = "words of the passage or the source"

    def __init__(self, program: ScreenProgram) -> None:
        super().__init__(program)
        self.assemble()

    def read(self) -> Sequence[JumpRow]:
        session = self.session
        here = len(session.jump_list.behind)
        trail = enumerate(session.jump_list.places(session.place))
        marks = sorted(session.marks.items())
        return [
            *(JumpRow(-1, place, place == session.place, letter) for letter, place in marks),
            *(JumpRow(i, place, i == here) for i, place in trail),
        ]

    def commands(self) -> Mapping[str, Handler]:
        return {**super().commands(), "forget_mark": self._forget_mark}

    def key_of(self, item: JumpRow) -> str:
        return f"mark {item.mark}" if item.mark else str(item.number)

    def selected(self) -> Sequence[JumpRow]:
        words = fold(self.wanted).split()
        return [stay for stay in self.items if all(word in fold(self._told(stay)) for word in words)]

    async def on_mount(self) -> None:
        self.choose_key(str(len(self.session.jump_list.behind)))

    def draw_row(self, index: int, width: int) -> Row:
        stay, palette = self.shown[index], self.looks.palette
        behind = palette.cursor if index == self.at else palette.background
        here = "▶" if stay.is_here else " "
        lead = f"{marks.CURSOR if index == self.at else ' '}{stay.mark or here} "
        name, room = self.looks.of(palette.accent, behind, bold=stay.is_here), min(OUTLET, width // 3)
        return [
            (lead, name),
            (column(self._source(stay), room - len(lead)), name),
            (column(self._words(stay), width - room), self.looks.of(palette.text, behind)),
        ]

    def draw_detail(self, item: JumpRow, width: int, height: int) -> list[Row]:
        palette = self.looks.palette
        heading: Row = [(column(f" {self._source(item)}", width), self.looks.of(palette.accent, palette.bar))]
        words: Row = [(self._words(item), self.looks.of(palette.text))]
        return [heading, *([(" ", words[0][1]), *row] for row in wrapped(words, width - 2)[: height - 1])]

    def heading(self) -> str:
        called = "Marks and jumps" if self.session.marks else "Jumps"
        return f"{called}  {self.wanted}" if self.wanted else f"{called}, oldest first"

    def tally(self) -> str:
        return count(len(self.items), "place")

    def nothing(self) -> Sequence[str]:
        return ("No place in the list has these words.", "Esc drops the filter.")

    def open(self) -> None:
        if (stay := self.chosen) is not None:
            self.dismiss(stay.place if stay.mark else TrailStop(stay.number))

    async def _forget_mark(self) -> None:
        """Let the chosen letter mark nothing any more."""
        if self.chosen is None or not self.chosen.mark:
            self.say("This is a place of the trail, not a mark.")
            return
        self.session.forget_mark(self.chosen.mark)
        said = f"{self.chosen.mark} marks nothing any more."
        await self.reload()
        self.say(said)

    def _source(self, stay: JumpRow) -> str:
        article = self.program.articles[stay.place.source]
        return f"{stay.place.source + 1} {article.outlet or article.name}"

    def _words(self, stay: JumpRow) -> str:
        article = self.program.articles[stay.place.source]
        return one_line(article.text[stay.place.start : stay.place.end])

    def _told(self, stay: JumpRow) -> str:
        return f"{stay.mark} {self._source(stay)} {self._words(stay)}"
