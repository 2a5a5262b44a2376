"""The matrix of a story: facts down, sources across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, partial

from textual import events
from textual.app import ComposeResult

from seedreader.report import citation
from seedreader.session import Place
from seedreader.story import Story
from seedreader.story.matrix import Matrix
from seedreader.story.matrix.cells import Key
from seedreader.text.fold import fold
from seedreader.text.format_dates import day
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.commands import Table
from seedreader.ui.matrix import detail as matrix_detail
from seedreader.ui.matrix import filter as matrix_filter
from seedreader.ui.matrix import list as matrix_list
from seedreader.ui.matrix import rows as matrix_rows
from seedreader.ui.matrix.crossing import CrossingScreen
from seedreader.ui.matrix.grid import Grid
from seedreader.ui.matrix.list import Entry
from seedreader.ui.matrix.rows import Look
from seedreader.ui.screens import copied
from seedreader.ui.theme import Palette
from seedreader.ui.widgets.rows import Row, Rows

SMALL = 600
"""Claims of a story up to which its matrix is made at once: some 20 ms."""
LEGEND_FROM = 16
"""Terminal height from which there are rows for what the marks mean and for sources of one origin."""


class MatrixScreen(CrossingScreen[Entry]):
    """Closes with the passage to go to, or None.

    ``place`` is the passage whose row and column are chosen at first. ``before`` is the matrix shown last:
    its order and what its rows are held against stay, its filter too where that lets the row through.
    """

    MODES = ("matrix",)
    HINT = matrix_filter.HINT
    PARTS = ("heading", "head", "list", "legend", "detail", "footer")
    DEFAULT_CSS = """
    MatrixScreen #head { height: 1; }
    MatrixScreen #legend { height: 1; }
    """

    def __init__(self, table: Table, place: Place, before: MatrixScreen | None = None) -> None:
        super().__init__(table, before.wanted if before else "", place.source)
        self.order: str = before.order if before else next(iter(matrix_list.ORDERS))
        self.held: dict[Key, int] = before.held if before else {}
        self._place: Place | None = place
        self._made_of: Story | None = None
        self._problem = ""
        self._lead = 6
        self._counts: Counter[str | None] = Counter()
        self._drawn: dict[int, Row] = {}
        self._drawn_for: tuple[Grid, int, Palette] | None = None
        if before and before.items:
            self._story = self._made_of = before._made_of
            self.items = before.items

    def above(self) -> ComposeResult:
        yield Rows(self._draw_head, self.looks.of(self.looks.palette.text), id="head")

    def compose(self) -> ComposeResult:
        legend = Rows(self._draw_legend, self.app.looks.of(self.app.looks.palette.text), id="legend")
        for part in super().compose():
            if part.id == "detail":
                yield legend
            yield part

    def rows_above(self, height: int) -> int:
        head, legend = self.query_one("#head", Rows), self.query_one("#legend", Rows)
        head.styles.height = rows = 2 if self._bracketed else 1
        legend.display = height >= LEGEND_FROM
        return rows + legend.display

    async def on_mount(self, event: events.Mount | None = None) -> None:
        """Make a small matrix before the first key; a large one beside the keys."""
        if event is not None:
            event.prevent_default()
        self._arrange()
        session = self.app.session
        if session.story is not None and self._story is not session.story:
            self.items = ()
            if sum(len(source.claims) for source in session.sources) <= SMALL:
                self._story, self.items = session.story, self.read()
        if self.items:
            self.filter_again()
        self.story_changed()

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[Entry]:
        story = self.app.session.story
        made = matrix_list.entries(Matrix(story), self.held) if story else ()
        self._made_of = story
        return made

    def key_of(self, item: Entry) -> str:
        return str(item.key)

    def selected(self) -> Sequence[Entry]:
        names = [fold(name) for name in self._names]
        fitting, self._problem = matrix_filter.selected(self.items, self.wanted, names)
        shown = matrix_list.ordered(fitting, self.order)
        self._lead = matrix_rows.lead(entry.fact for entry in shown)
        self._counts = Counter(entry.fact.relation for entry in shown)
        self._drawn = {}
        return shown

    def filter_again(self) -> None:
        """Filter anew; at first the row of the passage that one came from is chosen, whatever the filter."""
        if self._place is not None and self.items:
            fact = self.items[0].matrix.find(*self._place)
            self._place = None
            if fact is not None:
                self.choose_key(str(fact.key))
                if all(entry.key != fact.key for entry in self.selected()):
                    self.said = f"The filter “{one_line(self.wanted)}” is dropped: this row does not fit it."
                    self.wanted = ""
        super().filter_again()
        self._arrange()

    @property
    def columns(self) -> Sequence[int]:
        return self.items[0].matrix.columns if self.items else range(len(self.app.articles))

    @property
    def _bracketed(self) -> bool:
        """Whether some sources are of one origin, and there is room to show which."""
        several = bool(self.items) and any(len(group) > 1 for group in self.items[0].matrix.origins)
        return several and self.app.size.height >= LEGEND_FROM

    @cached_property
    def _days(self) -> list[str]:
        return [day(article.day) if article.day else "" for article in self.app.articles]

    @cached_property
    def _names(self) -> list[str]:
        return [article.outlet or article.name for article in self.app.articles]

    # -- drawing -------------------------------------------------------------------------------------

    def heading(self) -> str:
        parts = ("Matrix", one_line(self.wanted), self._problem, self.order, self._counted)
        return " · ".join(part for part in parts if part)

    @property
    def _counted(self) -> str:
        if not self.items:
            return ""
        origins = self.items[0].matrix.origins
        return f"{count(sum(map(len, origins)), 'source')}, {count(len(origins), 'origin')}"

    def tally(self) -> str:
        return matrix_rows.tally(len(self.shown), len(self.items)) if self.items else ""

    def _look_of(self, width: int) -> Look:
        return Look(self.looks, self.grid(width), self.columns, self.column, self._lead)

    def _draw_head(self, width: int, height: int) -> list[Row]:
        look = self._look_of(width)
        told = "origins, claim" if self.items else ""
        rows = [matrix_rows.sources_row(self._names, self._days, told, look)]
        return (
            [matrix_rows.origins_row(self.items[0].matrix.origins, look), *rows] if self._bracketed else rows
        )

    def _draw_legend(self, width: int, height: int) -> list[Row]:
        return [matrix_rows.legend(self._counts, self.looks, width)]

    def draw_row(self, index: int, width: int) -> Row:
        """A row; those that are not chosen are kept until the columns or the colours change."""
        look = self._look_of(width)
        if index == self.at:
            return self._row(index, width, look)
        drawn_for = (look.grid, self._lead, self.looks.palette)
        if drawn_for != self._drawn_for:
            self._drawn, self._drawn_for = {}, drawn_for
        if index not in self._drawn:
            self._drawn[index] = self._row(index, width, look)
        return self._drawn[index]

    def _row(self, index: int, width: int, look: Look) -> Row:
        entry = self.shown[index]
        statement = entry.fact.cells[entry.fact.reference].statement
        text = self.app.articles[statement.source].text
        said = text[statement.start : min(statement.end, statement.start + 4 * width)]
        values = [entry.matrix.value(entry.fact, source) for source in look.visible]
        return matrix_rows.row(entry.fact, said, values, look, index == self.at)

    def draw_detail(self, item: Entry, width: int, height: int) -> list[Row]:
        more = "h and l choose them" if self.whole else "v shows more"
        return matrix_detail.detail(item.matrix, item.fact, self.column, self.looks, width, height, more)

    def nothing(self) -> Sequence[str]:
        if not self.unread() and self._made_of is not self.app.session.story:
            return ("Putting the claims of all sources together …",)
        return self.unread() or self.unfitting() or ("No claim was found in any source.",)

    # -- choosing ------------------------------------------------------------------------------------

    def action_next_conflict(self) -> None:
        self._to_conflict(range(self.at + 1, len(self.shown)), "No conflict further down.")

    def action_previous_conflict(self) -> None:
        self._to_conflict(range(self.at - 1, -1, -1), "No conflict further up.")

    def _to_conflict(self, rows: Iterator[int] | range, otherwise: str) -> None:
        found = next((i for i in rows if self.shown[i].fact.relation == "conflict"), None)
        if found is None:
            self.say(otherwise)
        else:
            self.choose(found)

    # -- filter and order ----------------------------------------------------------------------------

    def action_sort(self) -> None:
        names = list(matrix_list.ORDERS)
        self.order = names[(names.index(self.order) + 1) % len(names)]
        self.filter_again()
        self.say(f"Sorted: {self.order}.")

    def action_only_relation(self) -> None:
        self._cycle("relation")

    def action_only_kind(self) -> None:
        self._cycle("kind")

    def _cycle(self, name: str) -> None:
        """Filter by the next kind or relation that there is; after the last by none."""
        without = matrix_filter.with_token(self.wanted, name, None)
        there = matrix_filter.selected(self.items, without, [fold(each) for each in self._names])
        value = matrix_filter.following(there.entries, self.wanted, name)
        self.want(matrix_filter.with_token(self.wanted, name, value))

    def action_hold(self) -> None:
        """Hold the row's other cells against the chosen one."""
        entry = self.chosen
        if entry is None:
            return
        cell = entry.fact.cells.get(self.column)
        if cell is None or not cell.own:
            why = "its place is in another row" if cell else f"no match found in source {self.column + 1}"
            self.say(f"There is nothing to hold the others against: {why}.")
            return
        self.held[entry.key] = self.column
        held = {entry.key: entry.held_against(self.column)}
        self.items = [held.get(each.key, each) for each in self.items]
        self.filter_again()
        self.say(f"The row is held against source {self.column + 1}.")

    # -- going there ---------------------------------------------------------------------------------

    def action_open(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        cell = entry.fact.cells.get(self.column)
        if cell is None:
            self.say(f"No match found in source {self.column + 1}: there is no passage to go to.")
            return
        self.dismiss(Place(self.column, *cell.statement.range))

    # -- copying -------------------------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy what every source of the row says, each as a citation behind its mark."""
        if (entry := self.chosen) is not None:
            cells = [(self._mark_of(entry, source), source) for source in self.columns]
            self._copy("\n".join(f"{mark} {self._cited(entry, source)}" for mark, source in cells if mark))

    def action_copy_citation(self) -> None:
        """Copy the passage of the cell as a citation."""
        if (entry := self.chosen) is not None:
            self._copy(self._cited(entry, self.column))

    def _mark_of(self, entry: Entry, source: int) -> str:
        cell = entry.fact.cells.get(source)
        return matrix_rows.mark(entry.fact, cell) if cell else ""

    def _cited(self, entry: Entry, source: int) -> str:
        cell = entry.fact.cells.get(source)
        article = entry.matrix.articles[source]
        return citation.citation(article, *cell.statement.range, article.sentences) if cell else ""

    def _copy(self, text: str) -> None:
        self.run_alone(partial(copied.copy, self, text), "copy")
