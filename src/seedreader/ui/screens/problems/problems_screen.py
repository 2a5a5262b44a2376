"""What went wrong: what could not be read, with what it cost and what to do, and troubles since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from seedreader.ingest import errors
from seedreader.ingest.errors import Told
from seedreader.text.fold_case import fold
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.part import Mode
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.terminal_text import column
from seedreader.ui.themes import marks
from seedreader.ui.widgets.labelled import cut, labelled
from seedreader.ui.widgets.row_widget import Row

COST = 17
"""Cells of what a problem cost: "12 articles lost"."""
WHERE = 44
"""Cells of where it is at most."""


class Listed(NamedTuple):
    """A problem, its number in the list, and the addresses that came with it, to be fetched."""

    number: int
    told: Told
    addresses: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What the filter looks in."""
        return fold(" ".join(self.told))


class ProblemsScreen(ListScreen[None, Listed]):
    """Lists what is wrong with the inputs, what was lost first, and then what went wrong since."""

    MODES: ClassVar = {Mode.READING: "problems"}
    HINT = "words of what is wrong, or of the file"

    def __init__(self, program: ScreenProgram) -> None:
        super().__init__(program)
        self.assemble()

    def read(self) -> Sequence[Listed]:
        inputs = sorted(self.program.input_problems, key=errors.is_loss, reverse=True)
        found = [(errors.told(problem), problem.addresses) for problem in inputs]
        found += [(Told("", sentence.rstrip("."), "", ""), ()) for sentence in self.program.problems]
        return [Listed(number, *each) for number, each in enumerate(found)]

    def key_of(self, item: Listed) -> str:
        return str(item.number)

    def selected(self) -> Sequence[Listed]:
        words = fold(self.wanted).split()
        return [item for item in self.items if all(word in item.words for word in words)]

    def draw_row(self, index: int, width: int) -> Row:
        told, palette = self.shown[index].told, self.looks.palette
        behind = palette.cursor if index == self.at else palette.background
        tone = palette.tones["conflict"].mark if told.cost not in ("", errors.NOTHING_LOST) else palette.faint
        lead = f"{marks.CURSOR if index == self.at else ' '} "
        where = min(WHERE, width // 3) if told.where else 0
        return [
            (lead, self.looks.of(palette.accent, behind)),
            (column(told.cost, COST), self.looks.of(tone, behind)),
            (column(_end(told.where, where - 1), where), self.looks.of(palette.accent, behind)),
            (column(told.what, width - len(lead) - COST - where), self.looks.of(palette.text, behind)),
        ]

    def draw_detail(self, item: Listed, width: int, height: int) -> list[Row]:
        palette, told = self.looks.palette, item.told
        text, warning = self.looks.of(palette.text), self.looks.of(palette.tones["conflict"].mark, bold=True)
        heading = f" {column(f'{item.number + 1} {told.cost}', width - 1)}"
        rows: list[Row] = [[(heading, self.looks.of(palette.accent, palette.bar, bold=True))]]
        addresses = f"{count(len(item.addresses), 'address')}: {' '.join(item.addresses[:20])}"
        for label, said, style in (
            ("where", told.where, text),
            ("what", told.what, warning),
            ("to do", told.advice, text),
            ("addresses", addresses if item.addresses else "", text),
        ):
            rows += labelled(label, [(one_line(said), style)], self.looks, width) if said else []
        return cut(rows, self.looks, width, height, "v: less" if self.whole else "v shows more")

    def heading(self) -> str:
        problems = self.program.input_problems
        told = errors.summary(problems) if problems else "Problems"
        return " · ".join(filter(None, (told, one_line(self.wanted))))

    def tally(self) -> str:
        return self.fitting if self.field is not None or self.wanted else ""

    def nothing(self) -> Sequence[str]:
        return self.unfitting() or ("Nothing went wrong: everything that was given was read.",)

    def open(self) -> None:
        self.show_whole()


def _end(path: str, cells: int) -> str:
    """The end of a path that is too long, since that tells files apart."""
    return path if len(path) <= cells else f"…{path[len(path) - cells + 1 :]}" if cells > 1 else ""
