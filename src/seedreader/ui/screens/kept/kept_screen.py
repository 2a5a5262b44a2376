"""The stories that the reader keeps: how many sources, unread and changed ones, conflicts, when read last."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.app import ComposeResult

from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.story_keeping import StoryKeeping
from seedreader.ui.parts.writing import Writing
from seedreader.ui.screens.kept import kept_entries, kept_rows
from seedreader.ui.screens.kept.kept_entries import ORDERS, KeptEntry
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.widgets.row_widget import Row, Rows

if TYPE_CHECKING:
    from seedreader.notebook import Notebook
    from seedreader.notebook.annotation_model import SeenSource
    from seedreader.notebook.story_model import KeptStory
    from seedreader.shelf.opening import OpenedStory
    from seedreader.shelf.state import FilesState


class KeptOpener(Protocol):
    """What the screen asks of the program besides what every screen does."""

    def read_kept(self, opened: OpenedStory) -> None:
        """Show a kept story in the reader."""

    def leave_kept(self) -> bool:
        """Show the story that is open; False where none is."""


class KeptScreen(ListScreen[None, KeptEntry]):
    """Lists the kept stories of the notebook."""

    MODES: ClassVar = {Mode.READING: "kept"}
    HINT = "words  is:unread  is:changed  is:conflicting"
    writing: Writing
    BLOCKS = ("heading", "columns", "list", "detail", "footer")

    def __init__(self, program: ScreenProgram, opener: KeptOpener) -> None:
        super().__init__(program)
        self._opener = opener
        self.order = next(iter(ORDERS))
        self._archived = False
        self._unfolded: set[str] = set()
        self._stories: tuple[KeptStory, ...] = ()
        self._files: dict[str, FilesState] = {}
        self._seen: dict[str, SeenSource] = {}
        self._read_once = False
        self.writing = Writing(self.context, self, tuple)
        self._keeping = StoryKeeping(self.context, self.writing, program.articles, program.story_folders)
        self.assemble(self.writing)

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "unfold": self.unfold,
            "fold": self.fold,
            "sort": self.sort,
            "keep": self.keep,
            "add": self.add,
            "rename": self.rename,
            "archive": self.archive,
            "remove": self.take_out,
            "mark_read": self.mark_read,
            "show_archived": self.show_archived,
            "undo": self.undo,
            "redo": self.redo,
        }

    @property
    def _notebook(self) -> Notebook:
        return self.context.notebook.notebook

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[KeptEntry]:
        if self.context.notebook.begun:
            self._stories = self._notebook.shelf.stories()
        self._read_once = True
        return self._listed()

    async def reload(self) -> None:
        await super().reload()
        self.run_alone(self._look_at_files, "files")

    async def _look_at_files(self) -> None:
        """See beside the keys what the sources are called, and what became of their files."""
        # what reads files is not imported before the first frame
        from seedreader.notebook import NotebookError
        from seedreader.shelf.described import described
        from seedreader.shelf.state import files_state

        stories, notebook = self._stories, self._notebook

        if not stories:
            return

        def look() -> tuple[dict[str, SeenSource], dict[str, FilesState]]:
            sources = [source for story in stories for source in story.sources]
            return described(sources, notebook), {story.id: files_state(story, notebook) for story in stories}

        try:
            self._seen, self._files = await asyncio.to_thread(look)
        except NotebookError as error:
            self.say(str(error))
            return
        self._list_again()

    def _listed(self) -> list[KeptEntry]:
        return kept_entries.rows(self._stories, self._files, self._seen, self.order, self._archived)

    def _list_again(self) -> None:
        self.items = self._listed()
        self.filter_again()

    def key_of(self, item: KeptEntry) -> str:
        return item.key

    def selected(self) -> Sequence[KeptEntry]:
        shown = kept_entries.selected(self.items, self.wanted) if self.wanted.strip() else self.items
        return kept_entries.unfolded(shown, self._unfolded)

    # -- drawing -------------------------------------------------------------------------------------

    def above(self) -> ComposeResult:
        yield Rows(self._draw_columns, self.looks.of(self.looks.palette.text), id="columns")

    def rows_above(self, height: int) -> int:
        self.query_one("#columns", Rows).styles.height = 1
        return 1

    def _draw_columns(self, width: int, height: int) -> list[Row]:
        return [kept_rows.header(self.order, self.looks, width)] if self.items else []

    def heading(self) -> str:
        away = sum(story.is_archived for story in self._stories)
        parts = (
            "Kept stories",
            str(len(self.items)) if self.items else "",
            f"{away} archived" if away else "",
            one_line(self.wanted),
        )
        return " · ".join(part for part in parts if part)

    def tally(self) -> str:
        if self.field is not None or self.wanted.strip():
            return f"{sum(row.source is None for row in self.shown)} of {len(self.items)}"
        return "" if self.order == next(iter(ORDERS)) else f"by {self.order}"

    def draw_row(self, index: int, width: int) -> Row:
        return kept_rows.row(self.shown[index], self.looks, width, index == self.at)

    def draw_detail(self, item: KeptEntry, width: int, height: int) -> list[Row]:
        return kept_rows.detail(item, self.looks, width, height, "v: less" if self.whole else "v shows more")

    def nothing(self) -> Sequence[str]:
        if self.items:
            return self.unfitting()
        if not self._read_once:
            return ("Reading the notebook …",)
        if self._stories:
            key = self.table.key("kept", "show_archived")
            return (f"All {len(self._stories)} kept stories are archived: {key} shows them.",)
        keep = self.table.key("kept", "keep")
        what = f"{keep} keeps the story that is open. " if self.program.articles else ""
        return (f"No story is kept yet. {what}In a shell: seedreader new NAME PATH…",)

    # -- reading a story -----------------------------------------------------------------------------

    def open(self) -> None:
        """Read the chosen story."""
        if (entry := self.chosen) is not None:
            if not entry.story.sources:
                self.say(f"It has no sources: {self.table.key('kept', 'add')} adds some.")
                return
            self.say(f"Opening “{entry.story.name}” …")
            self.run_alone(partial(self._open, entry.story), "open")

    async def _open(self, story: KeptStory) -> None:
        # imported when a story is opened
        from seedreader.notebook import NotebookError
        from seedreader.shelf.opening import opened
        from seedreader.web.loading import Web

        def load() -> OpenedStory:
            with Web(versions=True) as web:
                return opened(story, self._notebook, web.open, versions=True)

        try:
            found = await asyncio.to_thread(load)
        except NotebookError as error:
            self.say(str(error))
            return
        if not found.articles:
            self.say(f"Nothing of “{story.name}” is left: its files are gone, and no text of them is kept.")
        elif self.is_open:
            self.say("")
            self._opener.read_kept(found)

    def unfold(self) -> None:
        """Show the sources of the chosen story, or fold them again."""
        if (entry := self.chosen) is not None:
            if entry.story.id in self._unfolded:
                self.fold()
            else:
                self._unfolded.add(entry.story.id)
                self.filter_again()

    def fold(self) -> None:
        """Fold the sources of the chosen story."""
        if (entry := self.chosen) is not None and entry.story.id in self._unfolded:
            self._unfolded.discard(entry.story.id)
            self.choose_key(entry.story.id)
            self.filter_again()

    def sort(self) -> None:
        """By the next of the orders."""
        orders = list(ORDERS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._list_again()

    def show_archived(self) -> None:
        """Show archived stories too, or not any more."""
        self._archived = not self._archived
        self._list_again()
        self.say("Archived stories are shown too." if self._archived else "Archived stories are not shown.")

    # -- changing ------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the story that is open under a name."""
        self._keeping.ask(self.program.story_name)

    def add(self) -> None:
        """Add a file, a folder or an address to the chosen story."""
        if (entry := self.chosen) is not None:
            self.writing.ask(
                f"add which file, folder or address to “{entry.story.name}”?",
                "",
                partial(self._add, entry.story),
            )

    def _add(self, story: KeptStory, given: str) -> str:
        from seedreader.ingest.errors import sentences
        from seedreader.notebook import NotebookError
        from seedreader.shelf import keeping
        from seedreader.shelf.loading import expanded
        from seedreader.web.loading import load

        path = expanded(given)
        loaded = load([path])
        if not loaded.articles:
            raise NotebookError(" ".join(sentences(loaded.problems)) or f"{given} holds nothing to read.")
        added = keeping.add(self._notebook, story, loaded.articles, keeping.folders_of([path]))
        return added.sentence(story.name)

    def rename(self) -> None:
        """Ask for another name of the chosen story."""
        if (entry := self.chosen) is not None:
            story = entry.story
            self.writing.ask(f"rename “{story.name}”", story.name, partial(self._rename, story))

    def _rename(self, story: KeptStory, name: str) -> str:
        from seedreader.shelf import names

        self._notebook.shelf.rename(story, new := names.checked(name))
        return f"“{story.name}” is called “{new}” now; {self._undo_key} takes that back."

    async def archive(self) -> None:
        """Put the chosen story away, or bring it back."""
        if (entry := self.chosen) is not None:
            story, away = entry.story, not entry.story.is_archived
            done = "is archived; {} brings it back" if away else "is back in the list; {} takes that back"
            await self._do(
                partial(self._notebook.shelf.archive, story, away),
                f"“{story.name}” {done.format(self._undo_key)}.",
            )

    async def take_out(self) -> None:
        """Take the chosen source out of its story."""
        if (entry := self.chosen) is None:
            return
        if entry.source is None:
            self.say(f"Choose one of its sources first: {self.table.key('kept', 'unfold')} shows them.")
            return
        await self._do(
            partial(self._notebook.shelf.remove, entry.story, [entry.source.source]),
            f"Taken out of “{entry.story.name}”; notes and file stay; {self._undo_key} brings it back.",
        )

    async def mark_read(self) -> None:
        """Mark the chosen source, or all of the story, as read; where they are, as unread."""
        if (entry := self.chosen) is None:
            return
        sources = entry.story.sources if entry.source is None else (entry.source,)
        versions = {source.version for source in sources}
        read = not versions <= entry.story.read
        await self._do(
            partial(self._notebook.shelf.mark_read, versions, read),
            f"{count(len(sources), 'source')} marked as {'read' if read else 'unread'}.",
        )

    async def undo(self) -> None:
        """Take back the last change to kept stories."""
        await self._take_back(self._notebook.shelf.undo, "Undid", "Nothing to undo.")

    async def redo(self) -> None:
        """Make the change again that was undone last."""
        await self._take_back(self._notebook.shelf.redo, "Redid", "Nothing to redo.")

    async def _take_back(self, call: Callable[[], str | None], done: str, otherwise: str) -> None:
        said: list[str | None] = []
        error = await self.change(lambda: said.append(call()))
        self.say(error or (f"{done}: {said[0]}." if said and said[0] else otherwise))

    async def _do(self, call: Callable[[], object], done: str) -> None:
        self.say(await self.change(call) or done)

    @property
    def _undo_key(self) -> str:
        return self.table.key("kept", "undo")

    # -- leaving -------------------------------------------------------------------------------------

    def close(self) -> None:
        """Go back to the reader; leave the program where nothing is open."""
        if not self._opener.leave_kept():
            self.app.exit()

    def step_back(self) -> None:
        """Drop the filter, else go back to the story that is open."""
        if self.wanted:
            self.filtering.want("")
        elif not self._opener.leave_kept():
            self.say(f"{self.table.key('kept', 'close')} quits.")
