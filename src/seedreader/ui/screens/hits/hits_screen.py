"""All hits of a find in one list: in every source, in notes and in tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from seedreader.session.find import TAKES, Finder, FindResults, query
from seedreader.session.snapshot import sentence_at
from seedreader.text.sanitize import one_line
from seedreader.ui.parts import search_summary
from seedreader.ui.parts.navigation_targets import FindResult
from seedreader.ui.parts.part import Mode
from seedreader.ui.screens.hits import hit_rows
from seedreader.ui.screens.hits.hit_rows import HitRow
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.terminal_text import fit
from seedreader.ui.widgets.row_widget import Row


class HitsScreen(ListScreen[FindResult | None, HitRow]):
    """Closes with what is found and where to go. What is typed in its line is looked for."""

    MODES: ClassVar = {Mode.READING: "hits"}
    HINT = TAKES
    finds: FindResults | None = None

    def __init__(self, program: ScreenProgram, finder: Finder, wanted: str) -> None:
        super().__init__(program, wanted)
        self.finder = finder
        self.assemble()

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[HitRow]:
        session = self.session
        written = search_summary.written(session)
        sentences = [source.sentences for source in session.sources]
        around = [source.cursor[0] for source in session.sources]
        sought = query(self.wanted)
        finds = self.finder.find(sought, sentences, [placed.body for placed in written], around)
        assert finds is not None
        self.finds = finds
        return hit_rows.listed(finds, self.program.articles, written)

    def key_of(self, item: HitRow) -> str:
        return item.key

    def filter_again(self) -> None:
        """Look for what is typed, if that is not listed already."""
        if self.finds is None or self.finds.query.typed != self.wanted.strip():
            self.run_alone(self.reload)
        else:
            super().filter_again()

    def selected(self) -> Sequence[HitRow]:
        return self.items

    # -- drawing -------------------------------------------------------------------------------------

    def heading(self) -> str:
        return f"Find · {one_line(self.wanted)}" if self.wanted.strip() else "Find"

    def tally(self) -> str:
        if self.finds is None or not self.finds.query.sought:
            return ""
        order = self.session.columns.order
        return search_summary.tally(self.finds, None, order, self.app.size.width // 2)

    def draw_row(self, index: int, width: int) -> Row:
        return hit_rows.row(self.shown[index], self.program.articles, self.looks, width, index == self.at)

    def draw_detail(self, item: HitRow, width: int, height: int) -> list[Row]:
        sentence = (0, 0)
        if item.hit is not None:
            hit = item.hit.hit
            _, *ends = sentence_at(self.session, item.hit.source, hit.start, hit.end)
            sentence = (ends[0], ends[1])
        return hit_rows.detail(item, self.program.articles, sentence, self.looks, width, height)

    def nothing(self) -> Sequence[str]:
        if self.finds is None:
            return ("Looking …",)
        if not self.finds.query.sought:
            return ("No search yet: type / and some words.", TAKES)
        return (
            f"“{fit(self.finds.query.typed, 60)}” was not found {search_summary.searched(self.finds)}.",
            "/ finds something else, Esc goes back.",
        )

    # -- going on ------------------------------------------------------------------------------------

    def open(self) -> None:
        """Go to the hit, or to the passage on which the note is."""
        if self.chosen is None or self.finds is None:
            return
        if self.chosen.place is None:
            self.say("The words of this note are gone from the texts; o lists it with its quote.")
        else:
            self.dismiss(FindResult(self.finds, self.chosen.hit, self.chosen.place))

    def step_back(self) -> None:
        self.close()

    def close(self) -> None:
        self.dismiss(FindResult(self.finds) if self.finds else None)
