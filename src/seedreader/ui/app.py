"""The program on the screen: one session, one notebook, and the work done beside the keys."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.screen import Screen

from seedreader.article import Article, Range
from seedreader.session import long_texts, open_session, resume, user_overrides
from seedreader.session.story_notebook import NotebookSnapshot, StoryNotebook
from seedreader.session.ui_state import UiState
from seedreader.session.user_overrides import Corrections
from seedreader.settings import Settings
from seedreader.text.sanitize import printable
from seedreader.ui import bindings, commands
from seedreader.ui.notes import annotation_row
from seedreader.ui.program.commanded import CommandedApp
from seedreader.ui.program.themed import DARK
from seedreader.ui.reader.screen import ReaderScreen
from seedreader.ui.screens.annotating import AnnotatingScreen
from seedreader.ui.screens.keyed import KeyedScreen

if TYPE_CHECKING:
    from textual.driver import Driver

    from seedreader.story import Story

USUAL = Settings()
KNOWN = UiState(hinted=True)
"""The habits of someone who needs no hint."""
SWITCH = 0.0005
"""Seconds after which the analysing thread yields to the keys."""


class SeedreaderApp(CommandedApp, inherit_bindings=False):
    """Reads ``articles`` together; ``problems`` are sentences to tell the reader once.

    ``theme`` is the one to open in; ``habits`` what is known of the reader from before.
    """

    TITLE = "seedreader"

    class Split(Message):
        """All sentences of long texts are found."""

        def __init__(self, sentences: Sequence[Sequence[Range]]) -> None:
            super().__init__()
            self.sentences = sentences

    class Analysed(Message):
        """The story is worked out, with these corrections of the reader's."""

        def __init__(self, story: Story, corrections: Corrections) -> None:
            super().__init__()
            self.story, self.corrections = story, corrections

    class Trouble(Message):
        """Something beside the keys went wrong; ``reason`` is a sentence."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    class Unread(Trouble):
        """The sources could not be read together."""

    class Noted(Message):
        """The notebook was read."""

        def __init__(self, held: NotebookSnapshot) -> None:
            super().__init__()
            self.held = held

    def __init__(
        self,
        articles: Sequence[Article],
        story_name: str,
        notebook_file: Callable[[], Path],
        problems: Sequence[str] = (),
        settings: Settings = USUAL,
        theme: str = DARK,
        habits: UiState = KNOWN,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(theme, habits, driver_class)
        self.settings = settings
        self.table, refused = commands.TABLE.remapped(settings.keys)
        self._bindings = bindings.of(self.table, "everywhere")
        self.animation_level = "none"
        told = [*settings.problems, *(settings.problem(name, reason) for name, reason in refused)]
        self.story_name, self.problems = story_name, [*problems, *told]
        self.known_tags: tuple[str, ...] = ()
        self.colour = "yellow"
        self.read_only = False
        self._read_again = False
        self._corrections: Corrections = {}
        self._unasked = False
        self.session = open_session(articles)
        self.story_notebook = StoryNotebook(notebook_file, self.articles, self._tell)
        self.session.follow = settings.follow
        usual = {"panel": settings.panel, "boilerplate": settings.boilerplate}
        kept = {**usual, **resume.restore(self.story_notebook.folder, self.session)}
        self.reader = ReaderScreen(self.table, self.session, self.looks, kept)
        for view in self.reader.views:
            view.context = settings.context

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The sources as given."""
        return tuple(source.article for source in self.session.sources)

    def _tell(self, sentence: str) -> None:
        """Hear from the notebook, in any thread, what the reader should know."""
        self.post_message(self.Trouble(sentence))

    def get_default_screen(self) -> Screen[None]:
        return self.reader

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.app_suspend_signal.subscribe(self, lambda _: self._remember())
        for number in (signal.SIGHUP, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, self._hang_up, number)

    def on_unmount(self) -> None:
        self._remember()

    def _hang_up(self, number: int) -> None:
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
            self._unasked = True
            self.session.failure = f"{why}: {self.table.key('reader', 'analyse')} does it."
        self.reader.sync()
        sys.setswitchinterval(SWITCH)
        self.beside(self._open_story, "The story could not be read")
        self._tell_problems()

    def beside(self, work: Callable[[], object], failed: str) -> None:
        """Do something in a thread that ends with the program; an error in it is told after ``failed``."""

        def run() -> None:
            try:
                work()
            except Exception as error:  # noqa: BLE001  # told to the reader, who can still read
                self._tell(f"{failed}: {type(error).__name__}: {error}.")

        Thread(target=run, daemon=True).start()

    def _tell_problems(self) -> None:
        """Tell the newest problem after what was just said; the help screen lists them all."""
        if self.problems:
            listing = f" ({self.table.key('reader', 'help')} lists {len(self.problems) - 1} more)"
            more = listing if len(self.problems) > 1 else ""
            screen = self.screen if isinstance(self.screen, AnnotatingScreen) else self.reader
            said = f"{screen.said} " if screen.said and screen.said not in self.problems else ""
            screen.say(said + self.problems[0] + more)

    def _open_story(self) -> None:
        """Read the notebook, so that the reader's corrections are heeded at once, and analyse the texts."""
        begun = self.story_notebook.begun
        held = self._read_notebook() if begun else None
        if held:
            self.post_message(self.Noted(held))
        if self._unasked:
            self.post_message(self.Split([long_texts.split(article.text) for article in self.articles]))
        else:
            self._analyse(user_overrides.corrections(held.placed, self.articles) if held else {})
        if not begun:
            self.story_notebook.warn_of_the_place()

    def _analyse(self, corrections: Corrections) -> None:
        from seedreader.analysis.differences import passage_diff
        from seedreader.story import Story

        try:
            story = Story(self.articles, corrections)
            if any(len(article.text) > long_texts.PART for article in story.articles):
                self.post_message(self.Split([article.sentences for article in story.articles]))
            _ = story.links, story.origins
            for article in story.articles:
                for claim in article.claims:
                    story.support(article, claim)
            passage_diff.prepare(story.links)
            self.post_message(self.Analysed(story, corrections))
        except Exception as error:  # noqa: BLE001  # told to the reader, who can still read
            reason = f"{type(error).__name__}: {error}"
            self.post_message(self.Unread(f"The sources can be read but not compared: {reason}."))

    def _analyse_again(self) -> None:
        self.beside(partial(self._analyse, self._corrections), "The sources could not be compared")

    def _read_notebook(self) -> NotebookSnapshot | None:
        from seedreader.notebook import NotebookError

        try:
            held = self.story_notebook.read()
            self.story_notebook.notebook.damaged()
        except NotebookError as error:
            self._tell(str(error))
        except Exception as error:  # noqa: BLE001  # told to the reader, who can still read the articles
            self._tell(f"The notebook could not be read: {type(error).__name__}: {error}.")
        else:
            return held
        return None

    async def look_again(self) -> None:
        """Show what another running instance has written since the notebook was read, if anything."""
        from seedreader.notebook import NotebookError

        if not self.story_notebook.stale:
            return
        try:
            self._show(await asyncio.to_thread(self.story_notebook.read))
        except NotebookError as error:
            self._tell(str(error))

    async def on_app_focus(self) -> None:
        await self.look_again()

    def on_seedreader_app_split(self, message: Split) -> None:
        for source, sentences in zip(self.session.sources, message.sentences, strict=True):
            source.learn(sentences)
        self.reader.sync(scroll=False)
        if self._unasked:
            self._collect_again()

    def on_seedreader_app_analysed(self, message: Analysed) -> None:
        if message.corrections != self._corrections:
            return
        verdicts = user_overrides.verdicts(self.session.placed, self.articles)
        self.session.attach(message.story.with_verdicts(verdicts))
        self.reader.analysis_changed()
        self._story_changed()
        self._collect_again()

    def _story_changed(self) -> None:
        """Show the story on the screens that are open over the reader."""
        for screen in self.screen_stack:
            if isinstance(screen, KeyedScreen) and screen.is_mounted:
                screen.story_changed()

    def on_seedreader_app_noted(self, message: Noted) -> None:
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
        self._heed()
        self.reader.analysis_changed()
        self._story_changed()
        for screen in self.screen_stack[-1:]:  # none once the program ends
            if screen is not self.reader and isinstance(screen, AnnotatingScreen):
                screen.annotations_changed()

    def _heed(self) -> None:
        """Let the reader's verdicts hold, and analyse again where a correction came or went."""
        if (story := self.session.story) is not None:
            self.session.attach(
                story.with_verdicts(user_overrides.verdicts(self.session.placed, self.articles))
            )
        corrections = user_overrides.corrections(self.session.placed, self.articles)
        if corrections != self._corrections:
            self._corrections = corrections
            if self._unasked:
                return
            self._analyse_again()

    def analyse_long(self) -> str:
        """Analyse texts that wait for being asked for; tells the reader what happens."""
        if not self._unasked:
            return "Everything is analysed." if self.session.story else "The sources are being read."
        self._unasked = False
        self.session.failure = ""
        self._analyse_again()
        return "Analysing; you can read on, and quit, meanwhile."

    def on_seedreader_app_trouble(self, message: Trouble) -> None:
        self.problems.insert(0, message.reason)
        self._tell_problems()

    def on_seedreader_app_unread(self, message: Unread) -> None:
        self._collect_again()
        self.session.failure = message.reason
        self.on_seedreader_app_trouble(self.Trouble(message.reason))
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

    def on_key(self, event: events.Key) -> None:
        """Keys come here in the order typed, when no widget took them; none does anything after `quit`."""
        if self.hinting():
            self.hint_at(event.key)
        if not self.reader.is_attached:
            event.prevent_default()
        elif isinstance(self.screen, AnnotatingScreen):
            self.screen.typed_early(event)

    def hint_gone(self) -> None:
        self.reader.sync()

    def _print_error_renderables(self) -> None:
        """In place of Textual's traceback: one sentence, and the details in a file for whoever mends it."""
        from tempfile import NamedTemporaryFile
        from traceback import format_exception

        if (error := self._exception) is None:
            return
        with NamedTemporaryFile("w", prefix="seedreader-", suffix=".log", delete=False) as file:
            file.writelines(format_exception(error))
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        print(
            f"seedreader: stopped by an error of its own ({printable(reason)}). "
            f"What was saved is safe; please report it with {file.name}.",
            file=sys.stderr,
        )
