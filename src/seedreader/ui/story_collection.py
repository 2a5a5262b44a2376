"""Many articles that are open: read in the background, and listed as stories, any of which can be read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message
from textual.screen import Screen

from seedreader.article import Article
from seedreader.corpus.collection import (
    ArticlesRead,
    Collection,
    Event,
    StoriesFound,
    StoriesSummarised,
    StorySummarised,
)
from seedreader.corpus.file.opening import CorpusError
from seedreader.corpus.file.stored_article import whole
from seedreader.corpus.found_story import FoundStory
from seedreader.ingest.errors import Problem
from seedreader.session.story_list import Regrouping, StoryList
from seedreader.ui import story_work
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.screens.stories.stories_screen import StoriesScreen
from seedreader.ui.work_messages import CollectionTold, StoryKnown

if TYPE_CHECKING:
    from seedreader.cache.analysis_cache import AnalysisCache
    from seedreader.corpus.background import Background
    from seedreader.notebook import Notebook


TOGETHER = 0.2
"""Seconds in which what is told of stories is listed together."""


class CollectionHost(ScreenProgram, Protocol):
    """What a collection needs of the program (`seedreader.ui.app.SeedreaderApp`)."""

    input_problems: tuple[Problem, ...]

    @property
    def analysis_cache(self) -> AnalysisCache | None:
        """What was worked out before; None where nothing is to be kept."""

    @property
    def screen_stack(self) -> list[Screen[object]]:
        """The screens that are open, the one on top last."""

    def settle(self) -> None:
        """What stays for the whole run is there."""

    def tell(self, sentence: str) -> None:
        """Hear, in any thread, what the reader should know."""

    def post_message(self, message: Message) -> bool:
        """Send a message to the program, from any thread."""

    def show_story(self, articles: tuple[Article, ...], name: str) -> None:
        """Read articles together, over the list of stories."""

    def show_reader(self) -> bool:
        """Show the story that is open; False where none is."""

    def say(self, sentence: str) -> None:
        """Say something on the screen of the open story."""


class StoryCollection:
    """``given`` is what is to be read, ``name`` what it is called. `take` is given each `CollectionTold`."""

    def __init__(self, program: CollectionHost, given: Collection, name: str) -> None:
        self._program, self.name = program, name
        self._given = given
        self.stories = StoryList()
        self._background: Background | None = None
        self._opened: tuple[tuple[int, ...], tuple[Article, ...]] = ((), ())
        """What is listed of the story that was opened last, by `id`; and its articles as they are read."""
        self._has_read = False
        self._waits_for_list = False
        self.screen = StoriesScreen(program, self)
        if given.articles:
            self.stories.take_articles(ArticlesRead(given.articles, (), 0, 0))

    def begin(self) -> None:
        """Once the first frame stands, read beside the keys."""
        self._program.beside(self._read, "The articles could not be read")

    def stop(self) -> None:
        """End the work in the background."""
        if self._background is not None:
            self._background.stop()

    def _read(self) -> None:
        # imported beside the keys
        from seedreader.corpus.background import Background

        notebook, tell = self._program.story_notebook, self._program.tell
        given = self._given._replace(
            decisions=story_work.event_decisions(notebook, tell),
            corrections=story_work.source_corrections(notebook, tell),
        )
        self._background = Background(given, lambda event: self._program.post_message(CollectionTold(event)))
        self._background.run()

    def take(self, event: Event | StoryKnown) -> None:
        """What the background told, or what a story comes to that the reader made."""
        stories, screen = self.stories, self.screen
        if isinstance(event, ArticlesRead):
            stories.take_articles(event)
            self._program.input_problems = (*self._program.input_problems, *event.problems)
            if event.articles:
                screen.list_again()
        elif isinstance(event, StoriesFound):
            chosen = screen.chosen.story.articles[0] if screen.chosen is not None else None
            stories.take_stories(event)
            self._program.settle()
            screen.stories_found(chosen)
        elif isinstance(event, StorySummarised | StoriesSummarised):
            for each in (event,) if isinstance(event, StorySummarised) else event.summaries:
                self._take_summary(each)
            self._list_soon()
            return
        elif isinstance(event, StoryKnown):
            stories.know(event.story, event.summary)
            screen.list_again()
        else:
            stories.finished = True
            screen.list_again()
            for sentence in event.told:
                self._program.tell(sentence)
        screen.show_progress()

    def _list_soon(self) -> None:
        """List what stories come to, for many at once: keys would wait for thousands of lists."""
        if not self._waits_for_list:
            self._waits_for_list = True
            self.screen.set_timer(TOGETHER, self._list)

    def _list(self) -> None:
        self._waits_for_list = False
        self.screen.list_again()
        self.screen.show_progress()

    def _take_summary(self, told: StorySummarised) -> None:
        self.stories.take_summary(told)
        if told.failure:
            name = self.stories.numbered(told.number).name
            self._program.tell(f"The story “{name}” could not be compared: {told.failure}.")

    # -- what the list asks (`screens.stories.stories_screen.StoryOpener`) --------------------------------

    def read_story(self, story: FoundStory) -> None:
        """Open a story in the reader."""
        articles = self.whole(story)
        if not articles:
            return
        self._program.show_story(articles, story.name)
        if not self._has_read:
            self._has_read = True
            key = self._program.table.key("reader", "stories")
            self._program.say(f"{key} leads back to the list of stories.")

    def whole(self, story: FoundStory) -> tuple[Article, ...]:
        """The articles of a story with all of their text; none, having told why, where they can't be read."""
        listed = tuple(map(id, story.articles))
        if listed != self._opened[0]:
            try:
                self._opened = listed, whole(story.articles)
            except CorpusError as error:
                self._program.tell(str(error))
                return ()
        return self._opened[1]

    def back_to_reader(self) -> bool:
        """Show the story that is open; False where none is."""
        return self._program.show_reader()

    def take_as_one(self) -> None:
        """The articles given were read as one story, whatever they tell of."""
        self.stories.take_stories(StoriesFound((tuple(range(len(self.stories.articles))),)))
        self.stories.finished = True

    def separate(self, number: int) -> None:
        """Let a source of the story that is open be a story of its own, which the list then shows."""
        opened = [a for a in self.stories.articles if id(a) in self._opened[0]] or self.stories.articles
        self.screen.separate_sources([opened[number]])

    def regrouped(self, done: Regrouping, undone: bool) -> None:
        """Keep what the reader decided, or take it back, and find out what new stories come to."""
        self._program.beside(partial(self._keep, done, undone), "The decision could not be kept")
        self._program.beside(self._summarise_new, "The story could not be compared")

    def _keep(self, done: Regrouping, undone: bool) -> None:
        from seedreader.notebook import NotebookError

        notebook: Notebook = self._program.story_notebook.notebook
        try:
            if undone:
                notebook.withdraw_event_decisions(done.decided)
            else:
                notebook.decide_events(done.decided)
        except NotebookError as error:
            self._program.tell(f"{error} The stories are grouped as you said until you quit.")

    def _summarise_new(self) -> None:
        from seedreader.corpus.summaries import summarise

        for story in list(self.stories.stories):
            if (
                self.stories.found
                and self.stories.summary(story) is None
                and self.stories.is_of_the_reader(story)
            ):
                summary = summarise(whole(story.articles), cache=self._program.analysis_cache)
                self._program.post_message(CollectionTold(StoryKnown(story, summary)))
