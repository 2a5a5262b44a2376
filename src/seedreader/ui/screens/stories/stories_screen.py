"""The stories found among many articles: size, days, outlets, conflicts; the reader merges and separates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Protocol

from textual.app import ComposeResult

from seedreader.article import Article
from seedreader.corpus.found_story import FoundStory
from seedreader.session.story_list import Key, Regrouping, StoryList, key_of
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.story_keeping import StoryKeeping
from seedreader.ui.parts.writing import Writing
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.screens.stories import story_entries, story_rows
from seedreader.ui.screens.stories.story_entries import ORDERS, StoryEntry
from seedreader.ui.widgets.progress_bar import progress_bar
from seedreader.ui.widgets.row_widget import Row, Rows


class StoryOpener(Protocol):
    """What the screen asks of the collection that it lists."""

    name: str
    """What was opened."""

    @property
    def stories(self) -> StoryList:
        """What is listed."""

    def read_story(self, story: FoundStory) -> None:
        """Open a story in the reader."""

    def regrouped(self, done: Regrouping, undone: bool) -> None:
        """Keep what the reader decided, or take it back."""

    def whole(self, story: FoundStory) -> tuple[Article, ...]:
        """The articles of a story with all of their text; none, having told why, where they can't be read."""

    def back_to_reader(self) -> bool:
        """Show the story that is open; False where none is."""


class StoriesScreen(ListScreen[None, StoryEntry]):
    """Lists a collection; it stays while stories are read over it."""

    MODES: ClassVar = {Mode.READING: "stories"}
    HINT = "words  year:2024  is:conflicting  is:single"
    writing: Writing
    BLOCKS = ("heading", "columns", "list", "detail", "progress", "footer")
    DEFAULT_CSS = "StoriesScreen #progress { height: 1; }"

    def __init__(self, program: ScreenProgram, opener: StoryOpener) -> None:
        super().__init__(program)
        self._opener = opener
        self.order = next(iter(ORDERS))
        self._unfolded: set[Key] = set()
        self._marked: dict[int, Article] = {}
        """Articles by their `id`."""
        self.writing = Writing(self.context, self, tuple)
        self._keeping = StoryKeeping(self.context, self.writing, ())
        self.assemble(self.writing)

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "unfold": self.unfold,
            "fold": self.fold,
            "sort": self.sort,
            "mark": self.mark,
            "merge": self.merge,
            "separate": self.separate,
            "keep": self.keep,
            "kept": self.program.show_kept,
            "undo": self.undo,
            "problems": self.open_problems,
        }

    # -- what is listed ------------------------------------------------------------------------------

    @property
    def stories(self) -> StoryList:
        """What is listed."""
        return self._opener.stories

    def read(self) -> Sequence[StoryEntry]:
        return self._listed("")

    def key_of(self, item: StoryEntry) -> str:
        return item.key

    def selected(self) -> Sequence[StoryEntry]:
        return self._listed(self.wanted) if self.wanted.strip() else self.items

    def _listed(self, wanted: str) -> list[StoryEntry]:
        return story_entries.listed(self.stories, self.order, self._unfolded, wanted)

    def list_again(self) -> None:
        """The list changed; what was chosen stays chosen."""
        self.items = self._listed("")
        self.filter_again()

    def stories_found(self, before: Article | None) -> None:
        """The stories are there in place of single articles: choose the one that holds the chosen article."""
        holding = next(
            (story for story in self.stories.stories if any(a is before for a in story.articles)), None
        )
        if holding is not None:
            self.choose_key(f"story {key_of(holding)}")
        self.list_again()

    # -- drawing -------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        blank = self.looks.of(self.looks.palette.text)
        for widget in super().compose():
            if widget.id == "footer":
                yield Rows(self._draw_progress, blank, id="progress")
            yield widget

    def above(self) -> ComposeResult:
        yield Rows(self._draw_columns, self.looks.of(self.looks.palette.text), id="columns")

    def rows_above(self, height: int) -> int:
        self.query_one("#columns", Rows).styles.height = 1
        is_working = self.stories.progress is not None
        self.query_one("#progress", Rows).display = is_working
        return 1 + is_working

    def _draw_columns(self, width: int, height: int) -> list[Row]:
        return [story_rows.header(self.order, self.looks, width)] if self.items else []

    def _draw_progress(self, width: int, height: int) -> list[Row]:
        progress = self.stories.progress
        text = self.looks.of(self.looks.palette.text, self.looks.palette.bar)
        return [progress_bar(progress, self.looks, text, width)] if progress else []

    def show_progress(self) -> None:
        """How far the work is changed, or it is done."""
        if self.is_mounted and self.is_open:
            self.share_height()
            self.query_one("#progress", Rows).update()

    def heading(self) -> str:
        stories = self.stories
        parts = (
            self._opener.name,
            count(len(stories.stories), "story") if stories.found else "",
            count(len(stories.articles), "article"),
            f"{len(self._marked)} marked" if self._marked else "",
            one_line(self.wanted),
        )
        return " · ".join(part for part in parts if part)

    def tally(self) -> str:
        if self.field is not None or self.wanted.strip():
            shown = sum(row.article is None for row in self.shown)
            return f"{shown:,} of {len(self.stories.stories):,}"
        return "" if self.order == next(iter(ORDERS)) else f"by {self.order}"

    def draw_row(self, index: int, width: int) -> Row:
        entry = self.shown[index]
        marked = all(id(article) in self._marked for article in entry.articles)
        return story_rows.row(entry, self.looks, width, index == self.at, marked)

    def draw_detail(self, item: StoryEntry, width: int, height: int) -> list[Row]:
        return story_rows.detail(item, self.looks, width, height, "v: less" if self.whole else "v shows more")

    def nothing(self) -> Sequence[str]:
        if self.items or not self.stories.finished:
            return self.unfitting() or ("Nothing is read yet.",)
        return ("Nothing could be read.", f"{self.table.key('stories', 'problems')} tells why.")

    # -- what the keys do ----------------------------------------------------------------------------

    def open(self) -> None:
        """Read the chosen story."""
        if (entry := self.chosen) is not None:
            self._opener.read_story(entry.story)

    def unfold(self) -> None:
        """Show the sources of the chosen story, or fold them again."""
        if (entry := self.chosen) is not None:
            key = key_of(entry.story)
            if key in self._unfolded:
                self.fold()
            else:
                self._unfolded.add(key)
                self.list_again()

    def fold(self) -> None:
        """Fold the sources of the chosen story."""
        if (entry := self.chosen) is not None and key_of(entry.story) in self._unfolded:
            self._unfolded.discard(key_of(entry.story))
            self.choose_key(f"story {key_of(entry.story)}")
            self.list_again()

    def sort(self) -> None:
        """By the next of the orders."""
        orders = list(ORDERS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.list_again()

    def mark(self) -> None:
        """Mark the chosen row, or not any more, and go on to the next."""
        if (entry := self.chosen) is None:
            return
        marked = {id(article): article for article in entry.articles}
        if marked.keys() <= self._marked.keys():
            self._marked = {key: kept for key, kept in self._marked.items() if key not in marked}
        else:
            self._marked |= marked
        self.step(1)

    def merge(self) -> None:
        """Put what is marked into the chosen story."""
        if (entry := self.chosen) is None or not self._ready():
            return
        if not self._marked:
            self.say(f"Nothing is marked: {self.table.key('stories', 'mark')} marks a story or a source.")
            return
        done = self.stories.merge(self._marked.values(), entry.story)
        self._done(done, "In one story now", "That is one story already.")

    def separate(self) -> None:
        """Make what is marked, or the chosen source, a story of its own."""
        if (entry := self.chosen) is None or not self._ready():
            return
        taken = tuple(self._marked.values()) or (entry.articles if entry.article is not None else ())
        if not taken:
            key = self.table.key
            self.say(
                f"Choose what is to be a story of its own: {key('stories', 'unfold')} shows the sources, "
                f"{key('stories', 'mark')} marks several."
            )
            return
        self.separate_sources(taken)

    def separate_sources(self, taken: Sequence[Article]) -> None:
        """Make these a story of their own."""
        done = self.stories.separate(taken)
        self._done(done, "A story of its own now", "That is a story of its own already.")

    def keep(self) -> None:
        """Keep the chosen story under a name."""
        if (entry := self.chosen) is not None:
            self._keeping.ask_for(self._opener.whole(entry.story), (), entry.story.name)

    def undo(self) -> None:
        """Take the last merging or separating back."""
        done = self.stories.undo()
        if done is None:
            self.say("Nothing was merged or separated.")
            return
        self._opener.regrouped(done, undone=True)
        self.list_again()
        self.say("Taken back.")

    def _ready(self) -> bool:
        if not self.stories.found:
            self.say("The stories are still being searched for.")
        return self.stories.found

    def _done(self, done: Regrouping | None, told: str, otherwise: str) -> None:
        if done is None:
            self.say(otherwise)
            return
        self._marked = {}
        self._opener.regrouped(done, undone=False)
        self.choose_key(f"story {key_of(done.made)}")
        self.list_again()
        self.say(f"{told}; {self.table.key('stories', 'undo')} takes it back.")

    async def open_problems(self) -> None:
        """List what could not be read."""
        await self.program.router.open("problems", then=_nowhere)

    def close(self) -> None:
        """Leave the program."""
        self.app.exit()

    def step_back(self) -> None:
        """Drop the filter, else the marks, else go to the story that is open."""
        if self.wanted:
            self.filtering.want("")
        elif self._marked:
            self._marked = {}
            self.show()
        elif not self._opener.back_to_reader():
            self.say(f"{self.table.key('stories', 'close')} quits.")


_nowhere: Callable[[object], None] = lambda _: None  # noqa: E731
