"""The stories found among many articles, as the reader has them, and what each comes to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import NamedTuple

from seedreader.article import Article, EventDecision, SourceId
from seedreader.corpus.collection import ArticlesRead, StoriesFound, StorySummarised
from seedreader.corpus.found_story import FoundStory
from seedreader.corpus.summaries import StorySummary
from seedreader.ingest.errors import Problem
from seedreader.session.progress import Progress

Key = int
"""What stays the same of a story: the `id` of its first article."""


class Regrouping(NamedTuple):
    """What the reader did to the list: how it was before, the story that was made, and what was decided."""

    before: tuple[FoundStory, ...]
    made: FoundStory
    decided: tuple[EventDecision, ...]


@dataclass(slots=True, eq=False)
class StoryList:
    """``stories`` are provisional, one for each article, until they are ``found``."""

    articles: list[Article] = field(default_factory=list)
    stories: list[FoundStory] = field(default_factory=list)
    found: bool = False
    finished: bool = False
    summaries: dict[tuple[int, ...], StorySummary] = field(default_factory=dict)
    failures: dict[tuple[int, ...], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    done: list[Regrouping] = field(default_factory=list)
    """What the reader did, the last one last, to be taken back."""
    _files: tuple[int, int] = (0, 0)
    _waiting: int = 0
    _numbered: tuple[FoundStory, ...] = ()
    _began: float = field(default_factory=monotonic)

    # -- what is read ----------------------------------------------------------------------------------

    def take_articles(self, told: ArticlesRead) -> None:
        """More articles are read."""
        self.articles += told.articles
        self.stories += (FoundStory((article,)) for article in told.articles)
        self.problems += told.problems
        self._files = (told.done, told.of)

    def take_stories(self, told: StoriesFound) -> None:
        """All stories are found."""
        self.stories = [FoundStory(tuple(self.articles[i] for i in group)) for group in told.stories]
        self.found, self._waiting, self._began = True, len(self.stories), monotonic()
        self._numbered = tuple(self.stories)

    def take_summary(self, told: StorySummarised) -> None:
        """It is told what one of the stories that were found comes to."""
        self._waiting -= 1
        self.know(self._numbered[told.number], told.summary, told.failure)

    def know(self, story: FoundStory, summary: StorySummary | None, failure: str = "") -> None:
        """What a story comes to, or why that can't be told."""
        if summary is not None:
            self.summaries[_members(story)] = summary
            self.failures.pop(_members(story), None)
        elif failure:
            self.failures[_members(story)] = failure

    def summary(self, story: FoundStory) -> StorySummary | None:
        """What a story comes to, once that is known."""
        return self.summaries.get(_members(story))

    def failure(self, story: FoundStory) -> str:
        """Why it can't be told what a story comes to."""
        return self.failures.get(_members(story), "")

    def numbered(self, number: int) -> FoundStory:
        """The story that was found as this one of all."""
        return self._numbered[number]

    def is_of_the_reader(self, story: FoundStory) -> bool:
        """Whether the reader made this story by merging or separating."""
        return story not in self._numbered

    @property
    def progress(self) -> Progress | None:
        """How far the work is; None once all is done."""
        if self.finished:
            return None
        if not self.found:
            done, of = self._files
            return Progress("Reading files", done, of, monotonic() - self._began)
        of = len(self.stories)
        done = max(0, of - self._waiting)
        return Progress("Comparing stories", done, of, monotonic() - self._began)

    # -- what the reader does --------------------------------------------------------------------------

    def merge(self, taken: Iterable[Article], into: FoundStory) -> Regrouping | None:
        """Let articles be of one story with those of another; None where they are already."""
        moved = [article for article in taken if not _holds(into, article)]
        if not moved:
            return None
        decided = [
            *self._leaving(moved),
            EventDecision("merge", sources_of(moved), sources_of(into.articles)),
        ]
        return self._regroup([*into.articles, *moved], decided)

    def separate(self, taken: Sequence[Article]) -> Regrouping | None:
        """Let articles be a story of their own; None where they are already."""
        leaving = self._leaving(taken)
        if not leaving:
            return None
        decided = [*leaving, EventDecision("merge", sources_of(taken))]
        return self._regroup(taken, decided)

    def _leaving(self, taken: Sequence[Article]) -> list[EventDecision]:
        """That articles do not tell of the events of those that they leave behind."""
        gone = {id(article) for article in taken}
        found = []
        for story in self.stories:
            left = [article for article in story.articles if id(article) not in gone]
            if 0 < len(left) < len(story.articles):
                out = [article for article in story.articles if id(article) in gone]
                found.append(EventDecision("split", sources_of(out), sources_of(left)))
        return found

    def undo(self) -> Regrouping | None:
        """Take back what the reader did last; None where there is nothing."""
        if not self.done:
            return None
        last = self.done.pop()
        self.stories = list(last.before)
        return last

    def _regroup(self, together: Sequence[Article], decided: Sequence[EventDecision]) -> Regrouping:
        before = tuple(self.stories)
        gone = {id(article) for article in together}
        order = {id(article): i for i, article in enumerate(self.articles)}
        groups = [
            kept
            for story in self.stories
            if (kept := tuple(article for article in story.articles if id(article) not in gone))
        ]
        made = FoundStory(sorted(together, key=lambda article: order[id(article)]))
        known = {_members(story): story for story in before}
        others = [known.get(tuple(map(id, group))) or FoundStory(group) for group in groups]
        self.stories = sorted([*others, made], key=lambda story: order[id(story.articles[0])])
        self.done.append(Regrouping(before, made, tuple(decided)))
        return self.done[-1]


def key_of(story: FoundStory) -> Key:
    """What stays the same of a story when others change."""
    return id(story.articles[0])


def sources_of(articles: Iterable[Article]) -> tuple[SourceId, ...]:
    """The sources of articles that have one."""
    return tuple(article.source for article in articles if article.source)


def _members(story: FoundStory) -> tuple[int, ...]:
    return tuple(map(id, story.articles))


def _holds(story: FoundStory, article: Article) -> bool:
    return any(each is article for each in story.articles)
