"""The matrix of a story: facts down, sources across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult

from seedreader.report import citation
from seedreader.session import StoryPassage
from seedreader.story import Story
from seedreader.story.matrix import Matrix
from seedreader.story.matrix.cells import Key
from seedreader.text.fold_case import fold
from seedreader.text.format_dates import day
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.copying import Copying
from seedreader.ui.parts.navigation_targets import NavigationTarget
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.story_watch import StoryWatch
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.matrix import matrix_detail, matrix_entries, matrix_filter, matrix_rows
from seedreader.ui.screens.matrix.column_choice import ColumnChoice
from seedreader.ui.screens.matrix.matrix_entries import MatrixEntry
from seedreader.ui.screens.matrix.matrix_grid import MatrixGrid
from seedreader.ui.screens.matrix.matrix_rows import MatrixLook
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.themes.marks import Palette
from seedreader.ui.widgets.row_widget import Row, Rows

SMALL = 600
"""Claims of a story up to which its matrix is made at once: some 20 ms."""
LEGEND_FROM = 16
"""Terminal height from which there are rows for what the marks mean and for sources of one origin."""


class MatrixState(NamedTuple):
    """What of a matrix stays for the next one that is opened."""

    wanted: str
    order: str
    held: dict[Key, int]
    story: Story | None
    items: Sequence[MatrixEntry]


class MatrixScreen(ListScreen[NavigationTarget | None, MatrixEntry]):
    """Closes with the passage to go to, or None.

    ``place`` is the passage whose row and column are chosen at first. ``before`` is of the matrix shown last:
    its order and what its rows are held against stay, its filter too where that lets the row through.
    """

    MODES: ClassVar = {Mode.READING: "matrix"}
    HINT = matrix_filter.HINT
    BLOCKS = ("heading", "head", "list", "legend", "detail", "footer")
    DEFAULT_CSS = """
    MatrixScreen #head { height: 1; }
    MatrixScreen #legend { height: 1; }
    """

    def __init__(
        self, program: ScreenProgram, place: StoryPassage, before: MatrixState | None = None
    ) -> None:
        super().__init__(program, before.wanted if before else "")
        self.story_watch = StoryWatch(self.session)
        self.order: str = before.order if before else next(iter(matrix_entries.ORDERS))
        self.held: dict[Key, int] = before.held if before else {}
        self._place: StoryPassage | None = place
        self._made_of: Story | None = None
        self._problem = ""
        self._lead = 6
        self._counts: Counter[str | None] = Counter()
        self._drawn: dict[int, Row] = {}
        self._drawn_for: tuple[MatrixGrid, int, Palette] | None = None
        if before and before.items:
            self.story_watch.story = self._made_of = before.story
            self.items = before.items
        self.choice = ColumnChoice(
            self.context, place.source, lambda: self.columns, lambda: self.choose(self.at)
        )
        self.assemble(self.choice, Copying(self.context, self._row_cited, self._cell_cited, self.send))

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "next_conflict": self.next_conflict,
            "previous_conflict": self.previous_conflict,
            "sort": self.sort,
            "only_relation": partial(self._cycle, "relation"),
            "only_kind": partial(self._cycle, "kind"),
            "hold": self.hold,
        }

    @property
    def state(self) -> MatrixState:
        """What stays for the next matrix."""
        return MatrixState(self.wanted, self.order, self.held, self._made_of, self.items)

    def above(self) -> ComposeResult:
        yield Rows(self._draw_head, self.looks.of(self.looks.palette.text), id="head")

    def compose(self) -> ComposeResult:
        legend = Rows(self._draw_legend, self.looks.of(self.looks.palette.text), id="legend")
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
        self.share_height()
        session = self.session
        if session.story is not None and self.story_watch.story is not session.story:
            self.items = ()
            if sum(len(source.claims) for source in session.sources) <= SMALL:
                self.story_watch.take()
                self.items = self.read()
        if self.items:
            self.filter_again()
        self.story_changed()

    def story_changed(self) -> None:
        if self.story_watch.take():
            self.run_alone(self.reload)
        else:
            self.show()

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[MatrixEntry]:
        story = self.session.story
        made = matrix_entries.entries(Matrix(story), self.held) if story else ()
        self._made_of = story
        return made

    def key_of(self, item: MatrixEntry) -> str:
        return str(item.key)

    def selected(self) -> Sequence[MatrixEntry]:
        names = [fold(name) for name in self._names]
        fitting, self._problem = matrix_filter.selected(self.items, self.wanted, names)
        shown = matrix_entries.ordered(fitting, self.order)
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
                    dropped = one_line(self.wanted)
                    self.message.said = f"The filter “{dropped}” is dropped: this row does not fit it."
                    self.filtering.wanted = ""
        super().filter_again()
        self.share_height()

    @property
    def columns(self) -> Sequence[int]:
        return self.items[0].matrix.columns if self.items else range(len(self.program.articles))

    @property
    def _bracketed(self) -> bool:
        """Whether some sources are of one origin, and there is room to show which."""
        several = bool(self.items) and any(len(group) > 1 for group in self.items[0].matrix.origins)
        return several and self.app.size.height >= LEGEND_FROM

    @cached_property
    def _days(self) -> list[str]:
        return [day(article.day) if article.day else "" for article in self.program.articles]

    @cached_property
    def _names(self) -> list[str]:
        return [article.outlet or article.name for article in self.program.articles]

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

    def _look_of(self, width: int) -> MatrixLook:
        articles = self.items[0].matrix.articles if self.items else ()
        parts = {source: article.partial for source, article in enumerate(articles) if article.partial}
        grid = self.choice.grid(width)
        return MatrixLook(self.looks, grid, self.columns, self.choice.column, self._lead, parts)

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

    def _row(self, index: int, width: int, look: MatrixLook) -> Row:
        entry = self.shown[index]
        statement = entry.fact.cells[entry.fact.reference].statement
        text = self.program.articles[statement.source].text
        said = text[statement.start : min(statement.end, statement.start + 4 * width)]
        values = [entry.matrix.value(entry.fact, source) for source in look.visible]
        return matrix_rows.row(entry.fact, said, values, look, index == self.at)

    def draw_detail(self, item: MatrixEntry, width: int, height: int) -> list[Row]:
        more = "h and l choose them" if self.whole else "v shows more"
        return matrix_detail.detail(
            item.matrix, item.fact, self.choice.column, self.looks, width, height, more
        )

    def nothing(self) -> Sequence[str]:
        if not self.story_watch.unread(self.app.size.width) and self._made_of is not self.session.story:
            return ("Putting the claims of all sources together …",)
        return (
            self.story_watch.unread(self.app.size.width)
            or self.unfitting()
            or ("No claim was found in any source.",)
        )

    # -- choosing ------------------------------------------------------------------------------------

    def choose(self, index: int) -> None:
        self.choice.end_number()
        super().choose(index)

    def next_conflict(self) -> None:
        self._to_conflict(range(self.at + 1, len(self.shown)), "No conflict further down.")

    def previous_conflict(self) -> None:
        self._to_conflict(range(self.at - 1, -1, -1), "No conflict further up.")

    def _to_conflict(self, rows: Iterator[int] | range, otherwise: str) -> None:
        found = next((i for i in rows if self.shown[i].fact.relation == "conflict"), None)
        if found is None:
            self.say(otherwise)
        else:
            self.choose(found)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        for name in ("list", "head"):
            region = self.query_one(f"#{name}", Rows).region
            if region.contains(event.screen_x, event.screen_y):
                position = self.choice.grid(region.width).at(event.screen_x - region.x)
                if position is not None:
                    self.choice.choose(position)

    def on_mouse_scroll_right(self) -> None:
        self.choice.step(1)

    def on_mouse_scroll_left(self) -> None:
        self.choice.step(-1)

    # -- filter and order ----------------------------------------------------------------------------

    def sort(self) -> None:
        names = list(matrix_entries.ORDERS)
        self.order = names[(names.index(self.order) + 1) % len(names)]
        self.filter_again()
        self.say(f"Sorted: {self.order}.")

    def _cycle(self, name: str) -> None:
        """Filter by the next kind or relation that there is; after the last by none."""
        without = matrix_filter.with_token(self.wanted, name, None)
        there = matrix_filter.selected(self.items, without, [fold(each) for each in self._names])
        value = matrix_filter.following(there.entries, self.wanted, name)
        self.filtering.want(matrix_filter.with_token(self.wanted, name, value))

    def hold(self) -> None:
        """Hold the row's other cells against the chosen one."""
        entry = self.chosen
        if entry is None:
            return
        cell = entry.fact.cells.get(self.choice.column)
        if cell is None or not cell.own:
            why = (
                "its place is in another row"
                if cell
                else f"no match found in source {self.choice.column + 1}"
            )
            self.say(f"There is nothing to compare the others with: {why}.")
            return
        self.held[entry.key] = self.choice.column
        held = {entry.key: entry.held_against(self.choice.column)}
        self.items = [held.get(each.key, each) for each in self.items]
        self.filter_again()
        self.say(f"The row is now compared with source {self.choice.column + 1}.")

    # -- going there ---------------------------------------------------------------------------------

    def open(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        cell = entry.fact.cells.get(self.choice.column)
        if cell is None:
            self.say(f"No match found in source {self.choice.column + 1}: there is no passage to go to.")
            return
        self.dismiss(StoryPassage(self.choice.column, *cell.statement.range))

    # -- copying -------------------------------------------------------------------------------------

    def _row_cited(self) -> str | None:
        """What every source of the row says, each as a citation behind its mark."""
        if (entry := self.chosen) is None:
            return None
        cells = [(self._mark_of(entry, source), source) for source in self.columns]
        return "\n".join(f"{mark} {self._cited(entry, source)}" for mark, source in cells if mark)

    def _cell_cited(self) -> str | None:
        """The passage of the cell as a citation."""
        return None if self.chosen is None else self._cited(self.chosen, self.choice.column)

    def _mark_of(self, entry: MatrixEntry, source: int) -> str:
        cell = entry.fact.cells.get(source)
        return matrix_rows.mark(entry.fact, cell) if cell else ""

    def _cited(self, entry: MatrixEntry, source: int) -> str:
        cell = entry.fact.cells.get(source)
        article = entry.matrix.articles[source]
        return citation.citation(article, *cell.statement.range, article.sentences) if cell else ""
