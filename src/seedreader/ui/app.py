"""The program on the screen: one session, one notebook, and the work done beside the keys."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from seedreader.article import Article, Range
from seedreader.printable import printable
from seedreader.session import open_session
from seedreader.ui import bars, bindings, commands
from seedreader.ui.screens.annotating import AnnotatingScreen
from seedreader.ui.screens.reader import ReaderScreen
from seedreader.ui.styles import Styles
from seedreader.ui.theme import DARK

if TYPE_CHECKING:
    from seedreader.notebook import Annotation, Notebook
    from seedreader.story import Story

HEAD = 65_536
"""Characters of a text whose sentences are found before the first frame."""
SWITCH = 0.0005
"""Seconds after which the analysing thread yields to the keys."""

Annotations = list[tuple["Annotation", ...]]
"""The annotations of each source."""


class SeedreaderApp(App[None], inherit_bindings=False):
    """Reads ``articles`` together; ``problems`` are sentences to tell the reader once."""

    TITLE = "seedreader"
    CSS = f"Screen {{ background: {DARK.background}; }}"
    BINDINGS: ClassVar[list[BindingType]] = bindings.of("everywhere")

    class Split(Message):
        """All sentences of long texts are found."""

        def __init__(self, sentences: list[tuple[Range, ...]]) -> None:
            super().__init__()
            self.sentences = sentences

    class Analysed(Message):
        """The story is worked out."""

        def __init__(self, story: Story) -> None:
            super().__init__()
            self.story = story

    class Trouble(Message):
        """Something beside the keys went wrong; ``reason`` is a sentence."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    class Unread(Trouble):
        """The sources could not be read together."""

    class Noted(Message):
        """The notebook was read."""

        def __init__(self, annotations: Annotations) -> None:
            super().__init__()
            self.annotations = annotations

    def __init__(
        self,
        articles: Sequence[Article],
        story_name: str,
        notebook_file: Callable[[], Path],
        problems: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self.story_name, self.problems = story_name, list(problems)
        self._notebook_file = notebook_file
        self.looks = Styles(DARK, self.get_line_filters())
        self.drafts: dict[Hashable, str] = {}
        self._read_again = False
        self.session = open_session(articles)
        self.reader = ReaderScreen(self.session, self.looks)

    @cached_property
    def notebook(self) -> Notebook:
        """The reader's notebook; opened by each call, never held."""
        from seedreader.notebook import Notebook

        return Notebook(self._notebook_file())

    def get_default_screen(self) -> Screen[None]:
        return self.reader

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    # -- beside the keys -----------------------------------------------------------------------------

    def on_ready(self) -> None:
        """Once the first frame stands: find its sentences, then the rest in a thread of its own."""
        for source in self.session.sources:
            source.learn(_first_sentences(source.article.text))
        self.reader.sync()
        sys.setswitchinterval(SWITCH)
        Thread(target=self._analyse, daemon=True).start()
        self._tell_problems()

    def _tell_problems(self) -> None:
        """Tell the newest problem; the help screen lists them all."""
        if self.problems:
            more = f" (? lists {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
            self.reader.say(self.problems[0] + more)

    def _analyse(self) -> None:
        from seedreader.story import Story

        try:
            story = Story([source.article for source in self.session.sources])
            if any(len(article.text) > HEAD for article in story.articles):
                self.post_message(self.Split([article.sentences for article in story.articles]))
            if self._notebook_file().exists():
                self._read_notebook()
            _ = story.links, story.origins
            for article in story.articles:
                for claim in article.claims:
                    story.relation(article, claim)
            self.post_message(self.Analysed(story))
        except Exception as error:  # noqa: BLE001  # told to the reader, who can still read
            reason = f"{type(error).__name__}: {error}"
            self.post_message(self.Unread(f"The sources can be read but not compared: {reason}."))

    def _read_notebook(self) -> None:
        from seedreader.notebook import NotebookError

        try:
            self.post_message(self.Noted(self._annotations()))
            self._tell_of_earlier_texts()
            if damaged := self.notebook.damaged():
                notes = f"{bars.count(len(damaged), 'note')} in {self.notebook.path}"
                self.post_message(self.Trouble(f"{notes}: damaged on disk and left out; restore a copy."))
        except NotebookError as error:
            self.post_message(self.Trouble(str(error)))

    def _tell_of_earlier_texts(self) -> None:
        """Notes made on another text of the same file are kept, but their words may be gone from it."""
        for source, version in zip(self.session.sources, self.versions, strict=True):
            place = self.whereabouts(source.article)
            seen = self.notebook.versions_of("", place) if place else ()
            found = sum(len(self.notebook.annotations(v)) for v in seen if v != version)
            if found:
                notes = bars.count(found, "note")
                reason = f"{notes} made on an earlier text of {source.article.path} are kept, not shown."
                self.post_message(self.Trouble(reason))

    @staticmethod
    def whereabouts(article: Article) -> str | None:
        """The file that an article was read from, by its full path, as the notebook knows it."""
        return str(Path(article.path).resolve()) if article.path else None

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """What the notebook calls the texts of this story."""
        from seedreader.notebook import version_of

        return tuple(version_of(source.article.text) for source in self.session.sources)

    def _annotations(self) -> Annotations:
        return [self.notebook.annotations(version) for version in self.versions]

    def on_seedreader_app_split(self, message: Split) -> None:
        for source, sentences in zip(self.session.sources, message.sentences, strict=True):
            source.learn(sentences)
        self.reader.sync(scroll=False)

    def on_seedreader_app_analysed(self, message: Analysed) -> None:
        self.session.attach(message.story)
        self.reader.analysis_changed()
        self._collect_again()

    def on_seedreader_app_noted(self, message: Noted) -> None:
        if not self._read_again:
            self._show(message.annotations)

    def _show(self, annotations: Annotations) -> None:
        """Show these annotations, if they are not those on the screen."""
        if [source.annotations for source in self.session.sources] == annotations:
            return
        for source, found in zip(self.session.sources, annotations, strict=True):
            source.annotations = found
        self.reader.analysis_changed()
        if self.screen is not self.reader and isinstance(self.screen, AnnotatingScreen):
            self.screen.annotations_changed()

    def on_seedreader_app_trouble(self, message: Trouble) -> None:
        self.problems.insert(0, message.reason)
        self._tell_problems()

    def on_seedreader_app_unread(self, message: Unread) -> None:
        self._collect_again()
        self.session.failure = message.reason
        self.on_seedreader_app_trouble(self.Trouble(message.reason))
        self.reader.sync()

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
            self._show(await asyncio.to_thread(self._annotations))
        except NotebookError as reason:
            error = error or str(reason)
        return error

    def on_key(self, event: events.Key) -> None:
        """Keys come here in the order typed, when no widget took them."""
        if isinstance(self.screen, AnnotatingScreen):
            self.screen.typed_early(event)

    # -- the program ---------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command of the screen, for the palette."""
        name = "notes" if screen is not self.reader else "reader"
        for command in commands.on_screen(name):
            if command.id not in ("palette", "source"):
                title = f"{command.help}  ({commands.keys_text(command)})"
                yield SystemCommand(title, command.group, partial(screen.run_action, command.id))

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

    async def action_say_how_to_quit(self) -> None:
        if isinstance(self.screen, AnnotatingScreen):
            self.screen.say("q quits; everything that was saved stays saved.")


def _first_sentences(text: str) -> tuple[Range, ...]:
    """The sentences of the first part of a text, cut where it ends a line if it does."""
    from seedreader.analysis import sentences

    if len(text) <= HEAD:
        return sentences.split(text)
    line_end = text.rfind("\n", 0, HEAD) + 1
    return sentences.split(text, 0, line_end or HEAD)
