"""A story that is open: its session, its notebook, its reader, and the work done beside the keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual.message import Message
from textual.screen import Screen

from seedreader.article import Article
from seedreader.session import Session, long_texts, open_session, resume, user_overrides
from seedreader.session.progress import Progress
from seedreader.session.story_notebook import NotebookSnapshot, StoryNotebook
from seedreader.session.user_overrides import Corrections
from seedreader.text.plurals import count
from seedreader.ui import story_work
from seedreader.ui.parts.moving import STILL_READING
from seedreader.ui.parts.part import Mode
from seedreader.ui.screens.part_screen import PartScreen, ScreenProgram
from seedreader.ui.screens.reader.reader_screen import ReaderScreen
from seedreader.ui.story_files import StoryBefore, StoryFiles
from seedreader.ui.widgets import annotation_row
from seedreader.ui.widgets.source_numbers import numbers
from seedreader.ui.work_messages import (
    AnalysisFailed,
    DiskChanged,
    DraftsFound,
    NotebookRead,
    SentencesFound,
    SeveralStories,
    StoryAnalysed,
    WorkProgressed,
)
from seedreader.ui.work_progress import StoppedError, WorkProgress

if TYPE_CHECKING:
    from seedreader.cache.analysis_cache import AnalysisCache
    from seedreader.notebook.drafts import Draft
    from seedreader.notebook.story_model import KeptStory
    from seedreader.session import StoryPassage
    from seedreader.shelf.disk_watch import DiskChanges, TakenIn
    from seedreader.shelf.opening import OpenedStory


class StoryHost(ScreenProgram, Protocol):
    """What an open story needs of the program (`seedreader.ui.app.SeedreaderApp`)."""

    @property
    def analysis_cache(self) -> AnalysisCache | None:
        """What was worked out before; None where nothing is to be kept."""

    def tell(self, sentence: str) -> None:
        """Hear, in any thread, what the reader should know."""

    def post_message(self, message: Message) -> bool:
        """Send a message to the program, from any thread."""

    @property
    def screen_stack(self) -> list[Screen[object]]:
        """The screens that are open, the one on top last."""

    def settle(self) -> None:
        """What stays for the whole run is there."""


def _earlier(opened: OpenedStory | None) -> frozenset[int]:
    """Which articles of a kept story are earlier versions of its sources, by their indices."""
    return frozenset(i for i, source in enumerate(opened.sources if opened else ()) if source is None)


class OpenStory:
    """The story of ``articles``; the program's handlers of what threads post call its methods.

    ``is_one``: they were chosen as one story; else they are taken for one until they are found to be several.
    ``opened`` is the kept story that they are; ``before`` the story as it was read until now.
    New files of ``folders`` are offered.
    """

    def __init__(
        self,
        program: StoryHost,
        articles: Sequence[Article],
        name: str,
        notebook_file: Callable[[], Path],
        is_one: bool = False,
        opened: OpenedStory | None = None,
        before: StoryBefore | None = None,
        folders: Sequence[str] = (),
    ) -> None:
        self._program, self._is_one = program, is_one or opened is not None
        self.kept: KeptStory | None = opened.story if opened else None
        """The kept story that this is."""
        self._opened, self._before = opened, before
        self.is_part = before.is_part if before else opened is not None and bool(opened.chosen)
        """Whether only some sources of a kept story are open."""
        self.earlier = before.earlier if before else _earlier(opened)
        """The articles that are earlier versions of others, by their indices."""
        self._came_to: tuple[int, int] | None = None
        """Origins and conflicts as they were noted last."""
        self.given, self.name = tuple(articles), name
        self.articles = self.given
        """The articles as the reader has them."""
        self.session: Session = open_session(articles)
        self.notebook = StoryNotebook(notebook_file, self.given, program.tell, self.earlier)
        known = None if self.kept is None else [s.path for s in (*self.kept.sources, *self.kept.removed)]
        self.files = StoryFiles(self.given, folders, known, self.notebook)
        self.known_tags: tuple[str, ...] = ()
        self.read_only = False
        self._read_again = False
        self._corrections: Corrections = {}
        self._asked: tuple[Sequence[Article], Corrections] | None = None
        """What was analysed last, or is being analysed at the reader's word; None before any came."""
        self._analysis_deferred = False
        self._unread = long_texts.unread(articles)
        self._work: WorkProgress | None = None
        self.session.follow = program.settings.follow

    @cached_property
    def reader(self) -> ReaderScreen:
        """Its screen, which stands where the reader was when the story was open before."""
        settings = self._program.settings
        usual = {"panel": settings.panel, "boilerplate": settings.boilerplate}
        if self._before is not None:
            # imported where a story goes on with other words
            from seedreader.session.carry_over import carry_over

            carry_over(self._before.session, self.session)
            kept = {**usual, **self._before.screen}
        else:
            kept = {**usual, **resume.restore(self.notebook.folder, self.session)}
        reader = ReaderScreen(self._program, kept)
        for view in reader.views:
            view.context = settings.context
        return reader

    def begin(self) -> None:
        """Once the first frame stands: find its sentences, then the rest in a thread of its own."""
        for source in self.session.sources:
            source.learn(long_texts.first_sentences(source.article.text))
        if len(self._unread) == len(self.articles):
            self._analysis_deferred = True
            key = self._program.table.key("reader", "analyse")
            self.session.failure = f"{key} analyses it. {long_texts.why_unread(self.articles)}."
        self.reader.sync(row=self._before.row if self._before else None)
        self._program.beside(self._read, "The story could not be read")
        story_work.beside(self._watch, "The files that are open are not watched", self._program.tell)

    def keep_place(self) -> str:
        """Keep where the reader is, and what a kept story comes to; "" or why that could not be done."""
        try:
            resume.save(self.notebook.folder, self.session, self.reader.kept)
        except OSError as error:
            return f"The reading position could not be kept in {self.notebook.folder}: {error.strerror}."
        return self._keep_reading()

    # -- in threads ------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read the notebook, so that the reader's corrections are heeded at once, and analyse the texts."""
        if self._opened is not None and self._opened.seen:
            self._note_what_is_seen(self._opened)
        begun = self.notebook.begun
        held = story_work.read_notebook(self.notebook, self._program.tell) if begun else None
        if held:
            _ = self._versions
            self._program.post_message(NotebookRead(self, held))
        if left := story_work.drafts_left(self.notebook, self._program.tell):
            self._program.post_message(DraftsFound(self, left))
        if self._analysis_deferred:
            parts = [long_texts.split_in_parts(article.text) for article in self.articles]
            self._program.post_message(SentencesFound(self, parts))
        else:
            self._compare(held)
        if not begun:
            self.notebook.warn_of_the_place()

    def _watch(self) -> None:
        """Offer what changes on disk."""
        self.files.watch(lambda changes: self._program.post_message(DiskChanged(self, changes)))

    def _note_what_is_seen(self, opened: OpenedStory) -> None:
        """Have the notebook know which words the story's sources have now, and where they are."""
        from seedreader.notebook import NotebookError

        try:
            self.notebook.notebook.shelf.see(opened.story, opened.seen)
        except NotebookError as error:
            self._program.tell(str(error))

    def _compare(self, held: NotebookSnapshot | None) -> None:
        """Analyse the articles as the reader has them, unless they tell of several events."""
        articles = held.articles if held else self.given
        if (several := self._events(articles)) > 1:
            self._program.post_message(SeveralStories(self, several))
        else:
            self.analyse(articles, user_overrides.corrections(held.placed, articles) if held else {})

    def _events(self, articles: Sequence[Article]) -> int:
        """How many events articles tell of, where they were not chosen as those of one."""
        if self._is_one or len(articles) < 2:  # one article tells of one event
            return 1
        return len(story_work.stories(articles, self.notebook, self._program.tell))

    def tell_of_stories(self, stories: int) -> None:
        """Say that the articles are several stories, which are not compared with each other."""
        key = self._program.table.key("reader", "stories")
        self.session.failure = (
            f"These are {count(stories, 'story')}: {key} lists them, to read one at a time."
        )
        self.reader.sync()

    def analyse(self, articles: Sequence[Article], corrections: Corrections) -> None:
        """Work out the story and tell the program."""
        post = self._program.post_message
        self._work = WorkProgress(lambda progress: post(WorkProgressed(self, progress)))
        try:
            story = story_work.worked_out(
                articles,
                corrections,
                lambda sentences: post(SentencesFound(self, sentences)),
                self._work,
                self._program.analysis_cache,
                self._unread,
            )
            post(StoryAnalysed(self, story, corrections))
        except StoppedError:
            key = self._program.table.key("reader", "analyse")
            post(AnalysisFailed(self, f"Stopped: the sources are not compared; {key} does it.", stopped=True))
        except Exception as error:  # noqa: BLE001  # told to the reader, who can still read
            reason = f"{type(error).__name__}: {error}"
            post(AnalysisFailed(self, f"The sources can be read but not compared: {reason}."))

    def _analyse_again(self) -> None:
        self._asked = asked = self.articles, self._corrections
        self._program.beside(partial(self.analyse, *asked), "The sources could not be compared")

    # -- what threads told -----------------------------------------------------------------------------

    def take_sentences(self, message: SentencesFound) -> None:
        """All sentences of long texts are found."""
        for source, sentences in zip(self.session.sources, message.sentences, strict=True):
            source.learn(sentences)
        self.reader.sync(scroll=False)
        if self._analysis_deferred:
            self._program.settle()

    def take_story(self, message: StoryAnalysed) -> None:
        """The story is worked out. What counts is whether the reader still says so, as after an undo.

        Where the reader no longer does, and what holds now was never asked for, it is asked for now: the
        first analysis heeds what the notebook held, which may be undone before the screen hears of it.
        """
        now = self.articles, self._corrections
        if (message.story.given, message.corrections) != (tuple(dict.fromkeys(self.articles)), now[1]):
            if self._asked != now:
                self._analyse_again()
            return
        self._asked = now
        verdicts = user_overrides.verdicts(self.session.placed, self.articles)
        self.session.progress = None
        if self.reader.message.said in (self._slow, STILL_READING):
            self.reader.message.clear()
        self.session.attach(message.story.with_verdicts(verdicts))
        self.reader.redecorate()
        self._story_changed()
        self._program.settle()
        if self._unread:
            self._tell_of_unread()
        if self.kept is not None:
            self._program.beside(self._tell_of_reading, "What the story comes to could not be kept")

    def _tell_of_unread(self) -> None:
        """Say which texts are not compared, and what does it."""
        key = self._program.table.key("reader", "analyse")
        which = numbers(number + 1 for number in sorted(self._unread))
        are = "Source {} is" if len(self._unread) == 1 else "Sources {} are"
        told = f"{are.format(which)} not compared; {key} does it."
        self.reader.say(f"{told} {long_texts.why_unread(self.articles)}.")

    def take_drafts(self, left: Sequence[tuple[Draft, StoryPassage]]) -> None:
        """Drafts were left here: offer to go on with them, unless something is being written."""
        if self.reader.mode is not Mode.EDITING:
            self.reader.message.tell("drafts", self.reader.drafts_left.offer(left))

    def take_progress(self, progress: Progress) -> None:
        """The work is so far."""
        if self.session.progress is None:
            self.reader.say(self._slow)
        self.session.progress = progress
        self.reader.update_bars()
        self.reader.panel.update()

    @property
    def _slow(self) -> str:
        """What is said when a comparison takes long."""
        key = self._program.table.key("reader", "analyse")
        return f"Comparing the sources takes a while; read on meanwhile. {key} stops it."

    def take_failure(self, reason: str) -> None:
        """The sources can't be compared."""
        self._program.settle()
        self.session.progress, self.session.failure = None, reason
        self._analysis_deferred = True
        self.reader.sync()
        self._story_changed()

    def take_notebook(self, held: NotebookSnapshot) -> None:
        """The notebook was read for the first time."""
        if not self._read_again:
            self.articles = held.articles
            self._corrections = user_overrides.corrections(held.placed, self.articles)
            self._show(held)
            if told := annotation_row.carried(held.placed):
                self.reader.say(told)

    # -- what changes on disk ----------------------------------------------------------------------------

    def offer(self, changes: DiskChanges) -> None:
        """Tell what changed on disk, and the key that takes it in."""
        self.files.offered = changes
        key = self._program.table.key("reader", "take_in")
        self.reader.message.tell("disk", self.files.sentence(key))

    def take_in(self) -> TakenIn:
        """Read what was offered, and note it where the story is kept; for a thread. Raises NotebookError."""
        taken = self.files.take_in(self.earlier)
        if self.kept is not None and (taken.replaced or taken.added):
            from seedreader.shelf import sightings

            notebook = self.notebook.notebook
            sighted = sightings.sight(taken.replaced, notebook)
            seen = [(each.article.source, each) for each in sighted if each.article.source is not None]
            notebook.shelf.see(self.kept, seen)
            if taken.added:
                notebook.shelf.add(self.kept, sightings.sight(taken.added, notebook))
            self.kept = notebook.shelf.story(self.kept.id) or self.kept
        return taken

    # -- a kept story ----------------------------------------------------------------------------------

    def become_kept(self, id: str) -> None:
        """The story was kept under a name; called in the thread that kept it."""
        self.kept = self.notebook.notebook.shelf.story(id)
        if self.kept is not None:
            self.name = self.kept.name
        self._keep_reading()

    def mark_read(self, source: int, read: bool) -> None:
        """Keep that a source was read, or was not, beside the keys."""
        text = self.articles[source].text
        for each in self.session.sources:
            if each.article.text == text:
                each.read = read
        self._program.beside(partial(self._mark_read, source, read), "What was read could not be kept")

    @cached_property
    def _versions(self) -> tuple[str, ...]:
        """The versions of the sources' texts; worked out beside the keys, for long texts take a while."""
        from seedreader.notebook import version_of

        return tuple(version_of(article.text) for article in self.articles)

    def _mark_read(self, source: int, read: bool) -> None:
        from seedreader.notebook import NotebookError

        try:
            self.notebook.notebook.shelf.mark_read({self._versions[source]}, read)
        except NotebookError as error:
            self._program.tell(str(error))

    def _tell_of_reading(self) -> None:
        if failed := self._keep_reading():
            self._program.tell(failed)

    def _keep_reading(self) -> str:
        """Keep what a kept story comes to, where that is another than was kept; "" or why it could not be."""
        if self.kept is None or self.session.story is None or self.is_part:
            return ""
        from seedreader.notebook import NotebookError
        from seedreader.story.support import matches

        story = self.session.story
        open_conflicts = sum(
            link.relation == "conflict"
            and matches(link)
            and not link.verdict
            and self.earlier.isdisjoint({story.index_of(end.article) for end in (link.a, link.b)})
            for link in story.links
        )
        found = len(story.origins), open_conflicts
        if found == self._came_to:
            return ""
        self._came_to = found
        try:
            self.notebook.notebook.shelf.keep_reading(self.kept, *found)
        except NotebookError as error:
            return str(error)
        return ""

    # -- the notebook ----------------------------------------------------------------------------------

    async def look_again(self) -> None:
        """Show what another running instance has written since the notebook was read, if anything."""
        # the store is not imported before the first frame
        from seedreader.notebook import NotebookError

        if not self.articles or not self.notebook.stale:
            return
        try:
            self._show(await asyncio.to_thread(self.notebook.read))
        except NotebookError as error:
            self._program.tell(str(error))

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
            self._show(await asyncio.to_thread(self.notebook.read))
        except NotebookError as reason:
            error = error or str(reason)
        return error

    def analyse_long(self) -> str:
        """Analyse what waits for being asked for, or stop that; tells the reader what happens."""
        if self.session.progress and self._work:
            self._work.stop()
            return "Stopping …"
        if not self._analysis_deferred and not self._unread:
            return "Everything is analysed." if self.session.story else "The sources are being read."
        self._analysis_deferred, self._unread = False, frozenset()
        self.session.failure = ""
        self._analyse_again()
        return "Analysing; you can read on, and quit, meanwhile."

    def _show(self, held: NotebookSnapshot) -> None:
        """Show these annotations, if they are not those on the screen."""
        self.known_tags, self.read_only = held.tags, held.read_only
        if held.read:
            self._show_read(held.read)
        self.articles = held.articles
        corrected = self.session.correct(self.articles)
        if not self.session.annotate(held.placed, held.tag_colours) and not corrected:
            return
        self._apply_overrides(corrected)
        self.reader.redecorate()
        self._story_changed()
        for screen in self._program.screen_stack[-1:]:  # none once the program ends
            if screen is not self.reader and isinstance(screen, PartScreen):
                screen.annotations_changed()

    def _show_read(self, read: frozenset[str]) -> None:
        """Show which sources were read."""
        for source, version in zip(self.session.sources, self._versions, strict=True):
            source.read = source.read or version in read

    def _apply_overrides(self, corrected: bool) -> None:
        """Let the reader's verdicts hold, and analyse again where a correction came or went.

        ``corrected`` is whether something else is said of sources now.
        """
        if (story := self.session.story) is not None:
            self.session.attach(
                story.with_verdicts(user_overrides.verdicts(self.session.placed, story.given))
            )
        corrections = user_overrides.corrections(self.session.placed, self.articles)
        if corrected or corrections != self._corrections:
            self._corrections = corrections
            if not self._analysis_deferred:
                self._analyse_again()

    def _story_changed(self) -> None:
        """Show the story on the screens that are open over the reader."""
        for screen in self._over_the_reader():
            screen.story_changed()

    def _over_the_reader(self) -> Iterator[PartScreen[object]]:
        for screen in self._program.screen_stack:
            if isinstance(screen, PartScreen) and screen.is_mounted:
                yield screen
