"""The program on the screen: one session, one notebook, and the work done beside the keys."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import SystemCommand
from textual.screen import Screen

from seedreader.article import Article
from seedreader.session import Session
from seedreader.session.story_notebook import StoryNotebook
from seedreader.session.ui_state import UiState
from seedreader.settings import Settings
from seedreader.text.sanitize import visible
from seedreader.ui import commands, story_work, themes
from seedreader.ui.appearance import DARK, Appearance
from seedreader.ui.beginner_hint import BeginnerHint
from seedreader.ui.commands.command_table import EVERYWHERE
from seedreader.ui.commands.remapping import remapped
from seedreader.ui.internals import mode_bindings
from seedreader.ui.internals.base_app import BaseApp
from seedreader.ui.open_story import OpenStory
from seedreader.ui.parts.part import Mode
from seedreader.ui.remembered import Remembered
from seedreader.ui.screen_router import ScreenRouter
from seedreader.ui.screens.key_bindings import key_bindings
from seedreader.ui.screens.part_screen import PartScreen
from seedreader.ui.screens.reader.reader_screen import ReaderScreen
from seedreader.ui.story_files import StoryBefore, told
from seedreader.ui.themes.styles import Styles
from seedreader.ui.work_messages import (
    AnalysisFailed,
    CollectionTold,
    DiskChanged,
    DraftsFound,
    NotebookRead,
    ProblemFound,
    SentencesFound,
    SeveralStories,
    StoryAnalysed,
    WorkProgressed,
)

if TYPE_CHECKING:
    from textual.driver import Driver

    from seedreader.cache.analysis_cache import AnalysisCache
    from seedreader.ingest.errors import Problem
    from seedreader.shelf.disk_watch import TakenIn
    from seedreader.shelf.opening import OpenedStory
    from seedreader.ui.story_collection import StoryCollection
    from seedreader.ui.story_shelf import StoryShelf


USUAL = Settings()
KNOWN = UiState(hinted=True)
"""The habits of someone who needs no hint."""
PAPER = themes.palette(DARK).background
"""The background until the theme is known."""
READER = "reader"
"""Begins the name by which the screen of the open story stays while a list of stories is over it."""
SWITCH = 0.0005
"""Seconds after which the analysing thread yields to the keys."""


class SeedreaderApp(BaseApp, inherit_bindings=False):
    """Reads ``articles`` together; ``problems`` are what was wrong with what was opened.

    ``unread`` are files and folders that are read beside the keys; ``together``: the articles are to be read
    as one story, whatever events they tell of. ``opened`` is the kept story that they are, ``folders`` are
    those that were opened; ``lists_kept``: the list of kept stories opens. ``theme`` is the one to open in,
    ``habits`` what is known of the reader from before.
    """

    TITLE = "seedreader"
    CSS = "Screen { background: $paper; }"
    appearance: Appearance | None = None
    farewell = ""
    """What is told once the screen is left."""
    ask_beside: Callable[[], str] | None = None
    """Asked beside the keys once the first frame stands; what it says is told."""

    def __init__(
        self,
        articles: Sequence[Article],
        story_name: str,
        notebook_file: Callable[[], Path],
        problems: Sequence[Problem] = (),
        settings: Settings = USUAL,
        theme: str = DARK,
        habits: UiState = KNOWN,
        driver_class: type[Driver] | None = None,
        cache_file: Callable[[], Path] | None = None,
        unread: Sequence[str] = (),
        together: bool = False,
        opened: OpenedStory | None = None,
        folders: Sequence[str] = (),
        lists_kept: bool = False,
    ) -> None:
        super().__init__(driver_class)
        self.appearance = Appearance(self, theme)
        self.remembered = Remembered(habits, lambda: notebook_file().parent)
        self.beginner = BeginnerHint(self.remembered)
        self.settings = settings
        self._cache_file = cache_file
        self.table, refused = remapped(commands.TABLE, settings.keys)
        mode_bindings.bind(self, key_bindings(self.table, EVERYWHERE))
        self.router = ScreenRouter(self, self, self.look_again, lambda target: self.reader.navigate(target))
        self.animation_level = "none"
        self.input_problems = tuple(problems)
        self.problems = [*settings.problems, *(settings.problem(name, reason) for name, reason in refused)]
        self._notebook_file = notebook_file
        self._folders = tuple(folders)
        self.open_story = OpenStory(
            self, articles, story_name, notebook_file, together, opened, folders=self._folders
        )
        self.collection: StoryCollection | None = None
        self.shelf: StoryShelf | None = None
        if unread:
            self._collect(unread=unread)
        elif lists_kept:
            self._make_shelf(is_home=True)
        else:
            _ = self.reader  # made before the first frame waits for it

    def _collect(self, articles: Sequence[Article] = (), unread: Sequence[str] = ()) -> StoryCollection:
        """Open a list of stories: of articles that are read, and of those in files that are not."""
        # imported where there are several stories
        from seedreader.corpus.collection import Collection
        from seedreader.ui.story_collection import StoryCollection

        kept = self._cache_file() if self._cache_file is not None and self.settings.cache else None
        given = Collection(tuple(unread), tuple(articles), (), str(kept or ""), self.settings.cache * 2**20)
        self.collection = StoryCollection(self, given, self.story_name)
        return self.collection

    # -- the story that is open ------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The reading of the open story."""
        return self.open_story.session

    @property
    def story_notebook(self) -> StoryNotebook:
        """The notebook beside the open story."""
        return self.open_story.notebook

    @property
    def story_name(self) -> str:
        """What the open story is called."""
        return self.open_story.name

    @property
    def articles(self) -> tuple[Article, ...]:
        """The sources of the open story as the reader has them."""
        return self.open_story.articles

    @property
    def reader(self) -> ReaderScreen:
        """The screen of the open story."""
        return self.open_story.reader

    @property
    def home(self) -> PartScreen[None]:
        """The screen that the program stands on: the open story's, or else the list of stories."""
        if not self.articles:
            if self.collection is not None:
                return self.collection.screen
            if self.shelf is not None:
                return self.shelf.screen
        return self.reader

    @property
    def known_tags(self) -> tuple[str, ...]:
        """All tags of the notebook, the one used last first."""
        return self.open_story.known_tags

    @property
    def read_only(self) -> bool:
        """Whether the notebook can be read but not written."""
        return self.open_story.read_only

    @cached_property
    def analysis_cache(self) -> AnalysisCache | None:
        """What was worked out before; None where nothing is to be kept. Opened beside the keys."""
        if self._cache_file is None or not self.settings.cache:
            return None
        from seedreader.cache.analysis_cache import AnalysisCache

        return AnalysisCache(self._cache_file(), self.settings.cache * 2**20, self.tell)

    def tell(self, sentence: str) -> None:
        """Hear, in any thread, what the reader should know."""
        self.post_message(ProblemFound(sentence))

    def get_default_screen(self) -> Screen[None]:
        return self.home if self.collection is None else self.collection.screen

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.app_suspend_signal.subscribe(self, lambda _: self._keep_place())
        for number in (signal.SIGHUP, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, self._on_terminate, number)

    def on_unmount(self) -> None:
        if self.collection is not None:
            self.collection.stop()
        self.open_story.files.stop()
        self._keep_place()

    def _on_terminate(self, number: int) -> None:
        """The terminal went away, or the program is to end: nothing that was written may go with it."""
        self._keep_place()
        self.exit(return_code=128 + number)

    def _keep_place(self) -> None:
        if self.articles:
            self.farewell = self.open_story.keep_place() or self.farewell

    # -- beside the keys -----------------------------------------------------------------------------

    def on_ready(self) -> None:
        """Once the first frame stands, the rest is done in a thread of its own."""
        sys.setswitchinterval(SWITCH)
        if self.collection is not None:
            self.collection.begin()
        elif self.articles:
            self.open_story.begin()
        else:
            self.settle()
        self._tell_input_problems()
        self._tell_problems()
        if (ask := self.ask_beside) is not None:
            self.beside(lambda: self._tell_if_any(ask()), "Kept stories could not be looked for")

    def _tell_if_any(self, sentence: str) -> None:
        if sentence:
            self.tell(sentence)

    def beside(self, work: Callable[[], object], failed: str) -> None:
        """Do something in a thread that ends with the program; an error in it is told after ``failed``."""
        story_work.beside(work, failed, self.tell)

    def _tell_problems(self) -> None:
        """Tell the newest problem until it is seen; a screen of their own lists them all."""
        if self.problems:
            more = len(self.problems) + len(self.input_problems) - 1
            listing = f" ({self.table.key('reader', 'problems')} lists {more} more)" if more else ""
            screen = self.screen if isinstance(self.screen, PartScreen) else self.home
            screen.message.tell("problems", self.problems[0] + listing)

    def _tell_input_problems(self) -> None:
        """Count what was wrong with the inputs, name the key that lists it, and tell the first."""
        self._tell_problems_of(self.input_problems)

    def _tell_problems_of(self, problems: Sequence[Problem]) -> None:
        if problems:
            from seedreader.ingest import errors  # nothing of it is needed where nothing is wrong

            key = self.table.key("reader", "problems")
            first = errors.sentences(problems)[0]
            told = f"{errors.summary(problems)}; {key} lists them. {first}"
            self.home.message.tell("inputs", told)

    def show_story(self, articles: tuple[Article, ...], name: str) -> None:
        """Read articles together, over the list of stories; one that is open stays as it was left."""
        if [*map(id, articles)] == [*map(id, self.open_story.given)]:
            self.show_reader()
            return
        self._folders = ()
        self._open(OpenStory(self, articles, name, self._notebook_file, is_one=True))

    def show_kept_story(self, opened: OpenedStory) -> None:
        """Read a kept story in place of the one that is open."""
        self._folders = opened.story.folders
        self._open(
            OpenStory(
                self,
                opened.articles,
                opened.story.name,
                self._notebook_file,
                is_one=True,
                opened=opened,
                folders=self._folders,
            )
        )
        self.input_problems = (*self.input_problems, *opened.problems)
        self._tell_problems_of(opened.problems)

    def _open(self, story: OpenStory) -> None:
        """Show another story in the reader, in place of the one that is open or over the list."""
        before = self.reader if self.articles else None
        self.open_story.files.stop()
        if before is not None:
            self._keep_place()
        self.open_story = story
        if before is not None and before in self.screen_stack:
            while self.screen is not before:
                self.pop_screen()
            stays = self.is_screen_installed(before)
            if stays:
                self._install_reader()
            # imported where one story takes another's place
            from seedreader.ui.internals import replaced_screen

            replaced_screen.replace(self, self.reader)
            if stays:
                self.uninstall_screen(before)
        else:
            if before is not None:
                self.uninstall_screen(before)
                before.remove()
            self._install_reader()
            self.show_reader()
        self.call_after_refresh(story.begin)

    def _install_reader(self) -> None:
        """Have the open story's screen stay while a list is over it; the one before may be installed, too."""
        self.install_screen(self.reader, name=f"{READER} {id(self.reader)}")

    # -- what changes on disk ----------------------------------------------------------------------------

    def on_seedreader_app_disk_changed(self, message: DiskChanged) -> None:
        if message.of is self.open_story:
            self.open_story.offer(message.changes)

    async def take_in(self) -> None:
        """Read what changed on disk, in place of what is open; nothing else moves."""
        # the store is not imported before the first frame
        from seedreader.notebook import NotebookError

        story, reader = self.open_story, self.reader
        key = self.table.key("reader", "take_in")
        if not story.files.offered:
            reader.say(story.files.sentence(key))
            return
        try:
            taken = await asyncio.to_thread(story.take_in)
        except NotebookError as error:
            reader.say(str(error))
            return
        if self.screen is not reader or reader.mode is not Mode.READING:
            reader.message.tell("disk", f"Not taken in: you went on meanwhile. {key} does it.")
            return
        self.input_problems = (*self.input_problems, *taken.problems)
        self._tell_problems_of(taken.problems)
        if taken.replaced or taken.added:
            self._go_on_with(taken)
        said = told(taken, len(story.articles), self.table.key("reader", "versions"))
        self.reader.message.tell("disk", said)

    def _go_on_with(self, taken: TakenIn) -> None:
        """Read on in the story with other words and sources."""
        story = self.open_story
        before = StoryBefore(
            story.session, story.reader.kept, story.reader.cursor_row, taken.earlier, story.is_part
        )
        now = OpenStory(
            self,
            taken.articles,
            story.name,
            self._notebook_file,
            is_one=True,
            before=before,
            folders=self._folders,
        )
        now.kept = story.kept
        self._open(now)

    # -- kept stories ----------------------------------------------------------------------------------

    @property
    def story_folders(self) -> Sequence[str]:
        """The folders that were opened as the open story."""
        return self._folders

    @property
    def is_kept(self) -> bool:
        """Whether the open story is kept under a name."""
        return self.open_story.kept is not None

    def story_kept(self, id: str) -> None:
        """The open story was kept under a name, in the thread that calls this."""
        self.open_story.become_kept(id)

    def mark_read(self, source: int, read: bool) -> None:
        """Keep that a source of the open story was read, or was not."""
        self.open_story.mark_read(source, read)

    def show_kept(self) -> None:
        """Show the list of kept stories over what is open."""
        (self.shelf or self._make_shelf()).show()

    def _make_shelf(self, is_home: bool = False) -> StoryShelf:
        # imported where kept stories are listed
        from seedreader.ui.story_shelf import StoryShelf

        self.shelf = StoryShelf(self, is_home)
        return self.shelf

    def show_reader(self) -> bool:
        """Show the story that is open; False where none is."""
        if self.articles and self.reader not in self.screen_stack:
            self.push_screen(self.reader)
        return bool(self.articles)

    def say(self, sentence: str) -> None:
        """Say something on the screen of the open story."""
        self.reader.say(sentence)

    def show_stories(self) -> None:
        """Show the list of stories, if there is one, in place of what is open over it."""
        if self.collection is None:
            key = self.table.key("reader", "kept")
            self.reader.say(f"All that was opened is one story. {key} lists the stories that are kept.")
            return
        while self.screen not in (self.collection.screen, self.reader):
            self.pop_screen()
        if self.collection.screen in self.screen_stack:
            while self.screen is not self.collection.screen:
                self.pop_screen()
        else:
            self._list_stories()

    def separate(self, number: int) -> None:
        """Make the open story's source of this number a story of its own, and show the list of stories."""
        if self.collection is None:
            self._collect(self.articles).take_as_one()
        assert self.collection is not None
        self.show_stories()
        self.collection.separate(number)

    def _list_stories(self) -> None:
        """Show the list of stories over the reader of all of them, which is done with."""
        assert self.collection is not None
        self._keep_place()
        self.open_story = OpenStory(self, (), self.collection.name, self._notebook_file)
        self.push_screen(self.collection.screen)

    async def look_again(self) -> None:
        """Show what another running instance has written since the notebook was read, if anything."""
        await self.open_story.look_again()

    async def on_app_focus(self) -> None:
        await self.look_again()

    def on_seedreader_app_sentences_found(self, message: SentencesFound) -> None:
        if message.of is self.open_story:
            self.open_story.take_sentences(message)

    def on_seedreader_app_story_analysed(self, message: StoryAnalysed) -> None:
        if message.of is self.open_story:
            self.open_story.take_story(message)

    def on_seedreader_app_drafts_found(self, message: DraftsFound) -> None:
        if message.of is self.open_story:
            self.open_story.take_drafts(message.left)

    def on_seedreader_app_work_progressed(self, message: WorkProgressed) -> None:
        if message.of is self.open_story:
            self.open_story.take_progress(message.progress)

    def on_seedreader_app_notebook_read(self, message: NotebookRead) -> None:
        if message.of is self.open_story:
            self.open_story.take_notebook(message.held)

    def on_seedreader_app_collection_told(self, message: CollectionTold) -> None:
        if self.collection is not None:
            self.collection.take(message.event)

    def on_seedreader_app_several_stories(self, message: SeveralStories) -> None:
        """What was opened is several stories: list them, unless something was begun on it already."""
        if message.of is not self.open_story:
            return
        self._collect(self.articles).begin()
        self.settle()
        if self.screen is self.reader and self.reader.mode is Mode.READING and not self.session.moved:
            self._list_stories()
        else:
            self.open_story.tell_of_stories(message.stories)

    def on_seedreader_app_problem_found(self, message: ProblemFound) -> None:
        self.problems.insert(0, message.reason)
        self._tell_problems()

    def on_seedreader_app_analysis_failed(self, message: AnalysisFailed) -> None:
        if message.of is not self.open_story:
            return
        if message.stopped:
            self.reader.say(message.reason)
        else:
            self.problems.insert(0, message.reason)
            self._tell_problems()
        self.open_story.take_failure(message.reason)

    def settle(self) -> None:
        """Turn the garbage collector on again, now that what stays for the whole run is there."""
        gc.freeze()
        gc.enable()

    def analyse_long(self) -> str:
        """Analyse texts that wait for being asked for; tells the reader what happens."""
        return self.open_story.analyse_long()

    async def change(self, call: Callable[[], object]) -> str:
        """Change the notebook; "" once it is on disk, or why it could not be."""
        return await self.open_story.change(call)

    # -- themes --------------------------------------------------------------------------------------

    @property
    def looks(self) -> Styles:
        """The styles that everything takes."""
        assert self.appearance is not None
        return self.appearance.looks

    @property
    def theme_name(self) -> str:
        """The theme that is shown."""
        assert self.appearance is not None
        return self.appearance.theme_name

    def get_css_variables(self) -> dict[str, str]:
        paper = self.appearance.looks.paper if self.appearance else PAPER
        return {**super().get_css_variables(), "paper": paper}

    def measured_again(self) -> None:
        """Wrap and draw anew: the terminal gives characters other cells than was supposed."""
        if self.articles:
            self.reader.columns.wrap_again()
        if self.appearance is not None:
            self.appearance.redraw()
        self.refresh(layout=True)

    def choose_theme(self, name: str) -> None:
        """Show everything in another theme, remember it, and say so."""
        assert self.appearance is not None
        told = self.appearance.choose(name, self.settings, self.remembered)
        if isinstance(self.screen, PartScreen):
            self.screen.say(told)

    # -- keys ----------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """What is typed and pasted comes to the program here first.

        A paste is made harmless before any field shows it, any key takes a notice away that was seen, and
        nothing is done where nothing can be shown.
        """
        if isinstance(event, events.Paste):
            event.text = "\n".join(visible(line) for line in event.text.splitlines())
        screen = next(iter(self.screen_stack[-1:]), None)
        if isinstance(event, (events.Key, events.Paste)) and isinstance(screen, PartScreen):
            key = event.key if isinstance(event, events.Key) else None
            if not screen.heeds(key):
                return
            if key is not None and not event.is_forwarded:
                screen.message.press()
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Keys come here in the order typed, when no widget took them; none does anything after `quit`."""
        if self.hinting() and (failed := self.beginner.press(event.key)) is not None:
            self.farewell += failed
            self.reader.sync()
        if not self.home.is_attached:
            event.prevent_default()
        elif isinstance(self.screen, PartScreen):
            self.screen.typed_early(event)

    def hinting(self) -> bool:
        """Whether a line tells a beginner what to press first: in the reader, where there is room."""
        return bool(self.articles) and self.beginner.shown(self.size.height)

    async def action_command(self, id: str) -> None:
        """What a key does on every screen."""
        await self.run_action(id)

    def action_say_how_to_quit(self) -> None:
        if isinstance(self.screen, PartScreen):
            key = self.table.key("reader", "quit")
            self.screen.say(f"{key} quits; everything that was saved stays saved.")

    def action_command_palette(self) -> None:
        """Open the palette, unless something is being written."""
        from seedreader.ui.screens.palette.palette_screen import PaletteScreen

        writing = isinstance(self.screen, PartScreen) and self.screen.mode is Mode.EDITING
        if not writing and not isinstance(self.screen, PaletteScreen):
            self.push_screen(PaletteScreen([*self.get_system_commands(self.screen)]))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers."""
        from seedreader.ui.palette_entries import palette_entries

        if isinstance(screen, PartScreen):
            yield from palette_entries(screen, self.choose_theme)

    def report_error(self, error: Exception) -> None:
        """One sentence, and the details in a file for whoever mends it."""
        from seedreader.ui.error_report import error_report

        print(error_report(error), file=sys.stderr)
