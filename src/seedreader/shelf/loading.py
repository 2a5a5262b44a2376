"""Paths, and names of kept stories in their place, as articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from seedreader import paths
from seedreader.article import Article
from seedreader.ingest.errors import Problem
from seedreader.ingest.load_files import STANDARD_INPUT, LoadResult
from seedreader.notebook.annotation_model import NotebookError
from seedreader.shelf import names
from seedreader.text.web_address import is_address
from seedreader.web import loading
from seedreader.web.loading import Web

if TYPE_CHECKING:
    from seedreader.notebook import Notebook
    from seedreader.notebook.story_model import KeptStory
    from seedreader.shelf.opening import OpenedStory


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was given, read; ``told`` are sentences on what was taken for what.

    ``opened`` is the kept story where that was all that was given: its articles are read as one story.
    ``refused`` is why nothing was read at all: the name is no story's, or the notebook can't be read.
    """

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    told: tuple[str, ...] = ()
    opened: OpenedStory | None = None
    refused: str = ""

    @property
    def lost(self) -> bool:
        """Whether something could not be read."""
        return self.result.lost

    @property
    def result(self) -> LoadResult:
        """The same as what paths give."""
        return LoadResult(self.articles, self.problems)


def load(
    given: Sequence[str],
    stdin: BinaryIO | None = None,
    web: Web | None = None,
    notebook_file: Callable[[], Path] = paths.notebook_file,
    versions: bool = False,
    only_stories: bool = False,
) -> Loaded:
    """Read what is given: a path, an address or ``-``, or else the name of a kept story.

    A path that exists wins, unless there are to be ``only_stories``. With ``versions`` earlier texts come
    with what has other words now.
    """
    try:
        return _load(given, stdin, web, notebook_file, versions, only_stories)
    except NotebookError as error:
        return Loaded((), refused=str(error))


def _load(
    given: Sequence[str],
    stdin: BinaryIO | None,
    web: Web | None,
    notebook_file: Callable[[], Path],
    versions: bool,
    only_stories: bool,
) -> Loaded:
    candidates = [each for each in given if only_stories or may_be_story(each)]
    told: list[str] = []
    try:
        stories = _stories(notebook_file) if candidates else None
    except NotebookError as error:
        if only_stories:
            raise
        stories = None  # paths are read all the same
        told += [] if all(Path(each).exists() for each in candidates) else [str(error)]
    if stories is None:
        if only_stories:
            raise NotebookError(names.unknown(given[0], ()))
        found = loading.load(given, stdin, web)
        return Loaded(found.articles, found.problems, tuple(told))
    notebook, kept = stories
    articles: list[Article] = []
    problems: list[Problem] = []
    taken: list[OpenedStory] = []
    with web or Web() as opener:
        for each in given:
            story = _meant(each, kept, only_stories, told)
            if story is None:
                found = loading.load([each], stdin, _Shared(opener))
            else:
                # imported where a story is opened
                from seedreader.shelf.opening import opened

                taken.append(opened(story, notebook, opener.open, versions))
                found = taken[-1].result
            articles += found.articles
            problems += found.problems
    alone = taken[0] if len(given) == 1 and taken else None
    return Loaded(tuple(articles), tuple(problems), tuple(told), alone)


def may_be_story(given: str) -> bool:
    """Whether something given in place of a path may be a kept story's name; a path that exists may, too."""
    return given != STANDARD_INPUT and not is_address(given) and names.could_be(given)


def is_story(given: str, notebook_file: Callable[[], Path] = paths.notebook_file) -> bool:
    """Whether this is a kept story's name; a path of that name is not looked for."""
    try:
        stories = _stories(notebook_file) if may_be_story(given) else None
    except NotebookError:
        return False
    return stories is not None and names.find(given, stories[1]) is not None


def namesake(given: Sequence[str], notebook_file: Callable[[], Path] = paths.notebook_file) -> str:
    """What to say where one of these paths is a kept story's name, too; "" where none is."""
    candidates = [each for each in given if may_be_story(each) and Path(each).exists()]
    try:
        stories = _stories(notebook_file) if candidates else None
    except NotebookError:
        return ""  # whoever needs the notebook says what is wrong with it
    found = (names.find(each, stories[1]) for each in candidates) if stories else ()
    return next((_both(story) for story in found if story is not None), "")


def _meant(given: str, kept: Sequence[KeptStory], only_stories: bool, told: list[str]) -> KeptStory | None:
    """The story that is meant, if one is; says which was taken where there are both, and what is like it."""
    if only_stories:
        return names.named(given, kept)
    if not may_be_story(given):
        return None
    story = names.find(given, kept)
    if Path(given).exists():
        told += [_both(story)] if story else []
        return None
    if story is None and (near := names.like(given, kept)):
        told.append(f"No story “{given}” is kept; did you mean {' or '.join(f'“{each}”' for each in near)}?")
    return story


def _both(story: KeptStory) -> str:
    return (
        f"{story.name} is a path here and a kept story: the path was taken; "
        f"`seedreader open '{story.name}'` opens the story."
    )


def _stories(notebook_file: Callable[[], Path]) -> tuple[Notebook, tuple[KeptStory, ...]] | None:
    """The notebook and its stories; None where there is no notebook."""
    try:
        if not notebook_file().exists():
            return None
    except OSError as error:
        raise NotebookError(f"Can't look for the notebook: {error.strerror}.") from error
    from seedreader.notebook import Notebook

    notebook = Notebook(notebook_file(), lambda _: None)
    return notebook, notebook.shelf.stories()


class _Shared(Web):
    """The same opener of addresses, which stays open for what is given next."""

    def __init__(self, opener: Web) -> None:
        super().__init__()
        self._opener = opener

    def open(self, given: str) -> LoadResult:
        return self._opener.open(given)

    def of_list(self, problem: Problem) -> tuple[LoadResult, Problem | None]:
        return self._opener.of_list(problem)


def expanded(given: str) -> str:
    """What a person typed in place of a path, with ``~`` as the home folder."""
    if is_address(given):
        return given
    try:
        return str(Path(given).expanduser())
    except RuntimeError:
        return given
