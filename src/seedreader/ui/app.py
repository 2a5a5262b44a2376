"""The program on the screen: one session, one notebook, and the work done beside the keys."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import SystemCommand
from textual.screen import Screen

from seedreader.article import Article
from seedreader.session import long_texts, open_session, resume, user_overrides
from seedreader.session.story_notebook import NotebookSnapshot, StoryNotebook
from seedreader.session.ui_state import UiState
from seedreader.session.user_overrides import Corrections
from seedreader.settings import Settings
from seedreader.text.sanitize import visible
from seedreader.ui import commands, story_work, themes
from seedreader.ui.appearance import DARK, Appearance
from seedreader.ui.beginner_hint import BeginnerHint
from seedreader.ui.commands.command_table import EVERYWHERE
from seedreader.ui.commands.remapping import remapped
from seedreader.ui.internals import mode_bindings
from seedreader.ui.internals.base_app import BaseApp
from seedreader.ui.parts.part import Mode
from seedreader.ui.remembered import Remembered
from seedreader.ui.screen_router import ScreenRouter
from seedreader.ui.screens.key_bindings import key_bindings
from seedreader.ui.screens.part_screen import PartScreen
from seedreader.ui.screens.reader.reader_screen import ReaderScreen
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets import annotation_row
from seedreader.ui.work_messages import (
    AnalysisFailed,
    NotebookRead,
    ProblemFound,
    SentencesFound,
    StoryAnalysed,
)

if TYPE_CHECKING:
    from textual.driver import Driver

    from seedreader.ingest.errors import Problem


USUAL = Settings()
KNOWN = UiState(hinted=True)
"""The habits of someone who needs no hint."""
PAPER = themes.palette(DARK).background
"""The background until the theme is known."""
SWITCH = 0.0005
"""Seconds after which the analysing thread yields to the keys."""


class SeedreaderApp(BaseApp, inherit_bindings=False):
    """Reads ``articles`` together; ``problems`` are what was wrong with what was opened.

    ``theme`` is the one to open in; ``habits`` what is known of the reader from before.
    """

    TITLE = "seedreader"
    CSS = "Screen { background: $paper; }"
    appearance: Appearance | None = None
    story_notebook: StoryNotebook
    reader: ReaderScreen
    farewell = ""
    """What is told once the screen is left."""

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
    ) -> None:
        super().__init__(driver_class)
        self.appearance = Appearance(self, theme)
        self.remembered = Remembered(habits, lambda: self.story_notebook.folder)
        self.beginner = BeginnerHint(self.remembered)
        self.settings = settings
        self.table, refused = remapped(commands.TABLE, settings.keys)
        mode_bindings.bind(self, key_bindings(self.table, EVERYWHERE))
        self.router = ScreenRouter(self, self, self.look_again, lambda target: self.reader.navigate(target))
        self.animation_level = "none"
        self.story_name, self.input_problems = story_name, tuple(problems)
        self.problems = [*settings.problems, *(settings.problem(name, reason) for name, reason in refused)]
        self.known_tags: tuple[str, ...] = ()
        self.read_only = False
        self._read_again = False
        self._corrections: Corrections = {}
        self._analysis_deferred = False
        self.session = open_session(articles)
        self.story_notebook = StoryNotebook(notebook_file, self.articles, self._tell)
        self.session.follow = settings.follow
        usual = {"panel": settings.panel, "boilerplate": settings.boilerplate}
        kept = {**usual, **resume.restore(self.story_notebook.folder, self.session)}
        self.reader = ReaderScreen(self, kept)
        for view in self.reader.views:
            view.context = settings.context

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The sources as given."""
        return tuple(source.article for source in self.session.sources)

    def _tell(self, sentence: str) -> None:
        """Hear from the notebook, in any thread, what the reader should know."""
        self.post_message(ProblemFound(sentence))

    def get_default_screen(self) -> Screen[None]:
        return self.reader

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.app_suspend_signal.subscribe(self, lambda _: self._remember())
        for number in (signal.SIGHUP, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, self._on_terminate, number)

    def on_unmount(self) -> None:
        self._remember()

    def _on_terminate(self, number: int) -> None:
        """The terminal went away, or the program is to end: nothing that was written may go with it."""
        self._remember()
        self.exit(return_code=128 + number)

    def _remember(self) -> None:
        """Keep where the reader is."""
        try:
            resume.save(self.story_notebook.folder, self.session, self.reader.kept)
        except OSError as error:
            self.farewell = (
                f"The reading position could not be kept in {self.story_notebook.folder}: {error.strerror}."
            )

    # -- beside the keys -----------------------------------------------------------------------------

    def on_ready(self) -> None:
        """Once the first frame stands: find its sentences, then the rest in a thread of its own."""
        for source in self.session.sources:
            source.learn(long_texts.first_sentences(source.article.text))
        if why := long_texts.why_unread(self.articles):
            self._analysis_deferred = True
            self.session.failure = f"{why}: {self.table.key('reader', 'analyse')} does it."
        self.reader.sync()
        sys.setswitchinterval(SWITCH)
        self.beside(self._open_story, "The story could not be read")
        self._tell_input_problems()
        self._tell_problems()

    def beside(self, work: Callable[[], object], failed: str) -> None:
        """Do something in a thread that ends with the program; an error in it is told after ``failed``."""
        story_work.beside(work, failed, self._tell)

    def _tell_problems(self) -> None:
        """Tell the newest problem after what was just said; a screen of their own lists them all."""
        if self.problems:
            more = len(self.problems) + len(self.input_problems) - 1
            listing = f" ({self.table.key('reader', 'problems')} lists {more} more)" if more else ""
            screen = self.screen if isinstance(self.screen, PartScreen) else self.reader
            before = screen.message.text
            said = f"{before} " if before and before not in self.problems else ""
            screen.say(said + self.problems[0] + listing)

    def _tell_input_problems(self) -> None:
        """Count what was wrong with the inputs, name the key that lists it, and tell the first."""
        if self.input_problems:
            from seedreader.ingest import errors  # nothing of it is needed where nothing is wrong

            key = self.table.key("reader", "problems")
            first = errors.sentences(self.input_problems)[0]
            self.reader.say(f"{errors.summary(self.input_problems)}; {key} lists them. {first}")

    def _open_story(self) -> None:
        """Read the notebook, so that the reader's corrections are heeded at once, and analyse the texts."""
        begun = self.story_notebook.begun
        held = story_work.read_notebook(self.story_notebook, self._tell) if begun else None
        if held:
            self.post_message(NotebookRead(held))
        if self._analysis_deferred:
            self.post_message(
                SentencesFound([long_texts.split_in_parts(article.text) for article in self.articles])
            )
        else:
            self._analyse(user_overrides.corrections(held.placed, self.articles) if held else {})
        if not begun:
            self.story_notebook.warn_of_the_place()

    def _analyse(self, corrections: Corrections) -> None:
        try:
            story = story_work.analysed(
                self.articles, corrections, lambda sentences: self.post_message(SentencesFound(sentences))
            )
            self.post_message(StoryAnalysed(story, corrections))
        except Exception as error:  # noqa: BLE001  # told to the reader, who can still read
            reason = f"{type(error).__name__}: {error}"
            self.post_message(AnalysisFailed(f"The sources can be read but not compared: {reason}."))

    def _analyse_again(self) -> None:
        self.beside(partial(self._analyse, self._corrections), "The sources could not be compared")

    async def look_again(self) -> None:
        """Show what another running instance has written since the notebook was read, if anything."""
        # the store is not imported before the first frame
        from seedreader.notebook import NotebookError

        if not self.story_notebook.stale:
            return
        try:
            self._show(await asyncio.to_thread(self.story_notebook.read))
        except NotebookError as error:
            self._tell(str(error))

    async def on_app_focus(self) -> None:
        await self.look_again()

    def on_seedreader_app_sentences_found(self, message: SentencesFound) -> None:
        for source, sentences in zip(self.session.sources, message.sentences, strict=True):
            source.learn(sentences)
        self.reader.sync(scroll=False)
        if self._analysis_deferred:
            self._collect_again()

    def on_seedreader_app_story_analysed(self, message: StoryAnalysed) -> None:
        # not the newest wins here: what counts is whether the reader still says so, as after an undo
        if message.corrections != self._corrections:
            return
        verdicts = user_overrides.verdicts(self.session.placed, self.articles)
        self.session.attach(message.story.with_verdicts(verdicts))
        self.reader.redecorate()
        self._story_changed()
        self._collect_again()

    def _story_changed(self) -> None:
        """Show the story on the screens that are open over the reader."""
        for screen in self.screen_stack:
            if isinstance(screen, PartScreen) and screen.is_mounted:
                screen.story_changed()

    def on_seedreader_app_notebook_read(self, message: NotebookRead) -> None:
        if not self._read_again:
            self._corrections = user_overrides.corrections(message.held.placed, self.articles)
            self._show(message.held)
            if told := annotation_row.carried(message.held.placed):
                self.reader.say(told)

    def _show(self, held: NotebookSnapshot) -> None:
        """Show these annotations, if they are not those on the screen."""
        self.known_tags, self.read_only = held.tags, held.read_only
        if not self.session.annotate(held.placed, held.tag_colours):
            return
        self._apply_overrides()
        self.reader.redecorate()
        self._story_changed()
        for screen in self.screen_stack[-1:]:  # none once the program ends
            if screen is not self.reader and isinstance(screen, PartScreen):
                screen.annotations_changed()

    def _apply_overrides(self) -> None:
        """Let the reader's verdicts hold, and analyse again where a correction came or went."""
        if (story := self.session.story) is not None:
            self.session.attach(
                story.with_verdicts(user_overrides.verdicts(self.session.placed, self.articles))
            )
        corrections = user_overrides.corrections(self.session.placed, self.articles)
        if corrections != self._corrections:
            self._corrections = corrections
            if self._analysis_deferred:
                return
            self._analyse_again()

    def analyse_long(self) -> str:
        """Analyse texts that wait for being asked for; tells the reader what happens."""
        if not self._analysis_deferred:
            return "Everything is analysed." if self.session.story else "The sources are being read."
        self._analysis_deferred = False
        self.session.failure = ""
        self._analyse_again()
        return "Analysing; you can read on, and quit, meanwhile."

    def on_seedreader_app_problem_found(self, message: ProblemFound) -> None:
        self.problems.insert(0, message.reason)
        self._tell_problems()

    def on_seedreader_app_analysis_failed(self, message: AnalysisFailed) -> None:
        self._collect_again()
        self.session.failure = message.reason
        self.on_seedreader_app_problem_found(ProblemFound(message.reason))
        self.reader.sync()
        self._story_changed()

    def _collect_again(self) -> None:
        """Turn the garbage collector on again, now that what stays for the whole run is there."""
        gc.freeze()
        gc.enable()

    async def change(self, call: Callable[[], object]) -> str:
        """Change the notebook off the screen's thread and show what it holds now.

        Returns when the change is on disk, with "", or with a sentence that says why it could not be made.
        """
        from seedreader.notebook import NotebookError

        error = ""
        self._read_again = True
        try:
            await asyncio.to_thread(call)
        except NotebookError as reason:
            error = str(reason)
        try:
            self._show(await asyncio.to_thread(self.story_notebook.read))
        except NotebookError as reason:
            error = error or str(reason)
        return error

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

    def choose_theme(self, name: str) -> None:
        """Show everything in another theme, remember it, and say so."""
        assert self.appearance is not None
        told = self.appearance.choose(name, self.settings, self.remembered)
        if isinstance(self.screen, PartScreen):
            self.screen.say(told)

    # -- keys ----------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """What is pasted is made harmless before any field shows it."""
        if isinstance(event, events.Paste):
            event.text = "\n".join(visible(line) for line in event.text.splitlines())
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Keys come here in the order typed, when no widget took them; none does anything after `quit`."""
        if self.hinting() and (failed := self.beginner.press(event.key)) is not None:
            self.farewell += failed
            self.reader.sync()
        if not self.reader.is_attached:
            event.prevent_default()
        elif isinstance(self.screen, PartScreen):
            self.screen.typed_early(event)

    def hinting(self) -> bool:
        """Whether a line tells a beginner what to press first: in the reader, where there is room."""
        return self.beginner.shown(self.size.height)

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
