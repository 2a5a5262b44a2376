"""All hits of a find in one list: in every source, in notes and in tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from seedreader.session.find import TAKES, Finder, Finds, query
from seedreader.session.snapshot import sentence_at
from seedreader.text.sanitize import one_line
from seedreader.ui.commands import Table
from seedreader.ui.find import found
from seedreader.ui.find import list as hits_list
from seedreader.ui.find.list import Found
from seedreader.ui.safe import fit
from seedreader.ui.screens.listing import ListScreen
from seedreader.ui.widgets.rows import Row


class Chosen(NamedTuple):
    """What the list found when it was left, and the row that was chosen in it, if one was."""

    finds: Finds
    row: Found | None


class HitsScreen(ListScreen[Chosen | None, Found]):
    """Closes with what is found and where to go. What is typed in its line is looked for."""

    MODES = ("hits",)
    HINT = TAKES
    finds: Finds | None = None

    def __init__(self, table: Table, finder: Finder, wanted: str) -> None:
        super().__init__(table, wanted)
        self.finder = finder

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[Found]:
        session = self.app.session
        written = found.written(session)
        sentences = [source.sentences for source in session.sources]
        around = [source.cursor[0] for source in session.sources]
        sought = query(self.wanted)
        finds = self.finder.find(sought, sentences, [placed.body for placed in written], around)
        assert finds is not None
        self.finds = finds
        return hits_list.listed(finds, self.app.articles, written)

    def key_of(self, item: Found) -> str:
        return item.key

    def filter_again(self) -> None:
        """Look for what is typed, if that is not listed already."""
        if self.finds is None or self.finds.query.typed != self.wanted.strip():
            self.run_alone(self.reload)
        else:
            super().filter_again()

    def selected(self) -> Sequence[Found]:
        return self.items

    # -- drawing -------------------------------------------------------------------------------------

    def heading(self) -> str:
        return f"Find · {one_line(self.wanted)}" if self.wanted.strip() else "Find"

    def tally(self) -> str:
        if self.finds is None or not self.finds.query.sought:
            return ""
        order = self.app.session.columns.order
        return found.tally(self.finds, None, order, self.app.size.width // 2)

    def draw_row(self, index: int, width: int) -> Row:
        return hits_list.row(self.shown[index], self.app.articles, self.looks, width, index == self.at)

    def draw_detail(self, item: Found, width: int, height: int) -> list[Row]:
        sentence = (0, 0)
        if item.hit is not None:
            hit = item.hit.hit
            _, *ends = sentence_at(self.app.session, item.hit.source, hit.start, hit.end)
            sentence = (ends[0], ends[1])
        return hits_list.detail(item, self.app.articles, sentence, self.looks, width, height)

    def nothing(self) -> Sequence[str]:
        if self.finds is None:
            return ("Looking …",)
        if not self.finds.query.sought:
            return ("No search: / and some words.", TAKES)
        return (
            f"“{fit(self.finds.query.typed, 60)}” was not found {found.searched(self.finds)}.",
            "/ finds something else, Esc goes back.",
        )

    # -- going on ------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Go to the hit, or to the passage on which the note is."""
        if self.chosen is None or self.finds is None:
            return
        if self.chosen.place is None:
            self.say("The words of this note are gone from the texts; o lists it with its quote.")
        else:
            self.dismiss(Chosen(self.finds, self.chosen))

    def action_step_back(self) -> None:
        self.action_close()

    def action_close(self) -> None:
        self.dismiss(Chosen(self.finds, None) if self.finds else None)
