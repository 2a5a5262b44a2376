"""What the screens need of the notebook, for one story: its annotations as they stand now, tags, drafts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from seedreader.article import Article, SourceCorrection
from seedreader.visitor import visitor

if TYPE_CHECKING:
    # the store is not imported before the first frame, here and below
    from seedreader.notebook import Notebook
    from seedreader.notebook.drafts import Drafts
    from seedreader.notebook.resolver import AnnotationResolver, ResolvedAnnotation

KNOWN_TAGS = 500
"""How many tags are offered for completion."""


class NotebookSnapshot(NamedTuple):
    """What the notebook holds: the story's annotations, all tags (the last used first) and their colours.

    ``articles`` are the story's as the reader has them: with what was said of their sources.
    """

    placed: tuple[ResolvedAnnotation, ...]
    tags: tuple[str, ...]
    tag_colours: dict[str, str]
    read_only: bool
    articles: tuple[Article, ...]
    read: frozenset[str] = frozenset()
    """The versions of the texts that were read."""


class StoryNotebook:
    """The notebook in the file that ``notebook_file`` names, beside the articles of one story.

    ``articles`` are as they were read; ``earlier`` are those that are earlier versions of others, by their
    indices. Nothing is imported or opened before it is used. ``tell`` hears, in any thread, what to tell the
    reader.
    """

    def __init__(
        self,
        notebook_file: Callable[[], Path],
        articles: Sequence[Article],
        tell: Callable[[str], None],
        earlier: Collection[int] = (),
    ) -> None:
        self._notebook_file, self.articles, self._tell = notebook_file, articles, tell
        self._earlier = earlier
        self._state: tuple[int, int] | None = None
        self._corrected: dict[tuple[int, tuple[SourceCorrection, ...]], Article] = {}

    @property
    def folder(self) -> Path:
        """Where the reader's own data are."""
        return self._notebook_file().parent

    @property
    def file(self) -> Path:
        """Where the notebook is, whether or not it is there yet."""
        return self._notebook_file()

    @property
    def begun(self) -> bool:
        """Whether there is a notebook yet; where that can't be seen, reading it tells why."""
        try:
            return self._notebook_file().exists()
        except OSError:
            return True

    @cached_property
    def notebook(self) -> Notebook:
        """The reader's notebook; opened by each call, never held."""
        from seedreader.notebook import Notebook

        return Notebook(self._notebook_file(), tell=self._tell)

    @cached_property
    def resolver(self) -> AnnotationResolver:
        """Carries the notebook's annotations into the texts of this story."""
        from seedreader.notebook.resolver import AnnotationResolver

        return AnnotationResolver(self.notebook, self.articles, self._earlier)

    @cached_property
    def drafts(self) -> Drafts:
        """What is being written and was not saved yet, beside the notebook."""
        from seedreader.notebook.drafts import Drafts

        return Drafts(self.folder / "drafts", visitor())

    def corrected(self) -> tuple[Article, ...]:
        """The articles with what the reader said of their sources: the same ones until something else is.

        Raises NotebookError.
        """
        from seedreader.analysis.source_corrections import correct, said_of

        said = [kept.said for kept in self.notebook.source_corrections()]
        return tuple(
            self._corrected.setdefault((number, said_of(article.source, said)), correct(article, said))
            for number, article in enumerate(self.articles)
        )

    @property
    def scope(self) -> tuple[str, ...]:
        """What undo looks at: the versions of the story's texts, and what was said of its sources."""
        from seedreader.notebook.storage.change_log import scope_of

        sources = (article.source for article in self.articles if article.source)
        return (*self.resolver.versions, *(scope_of(each.uri, each.member or "") for each in sources))

    def read(self) -> NotebookSnapshot:
        """What the notebook holds now. Raises NotebookError."""
        from seedreader.notebook.storage import filesystem

        self._state = self._state_now()
        colours = {tag.code.name: tag.code.colour for tag in self.notebook.tags() if tag.code.colour}
        locked = filesystem.unwritable(self.notebook.path) is not None
        tags, read = self.notebook.recent_tags(KNOWN_TAGS), self.notebook.shelf.read()
        return NotebookSnapshot(self.resolver.read(), tags, colours, locked, self.corrected(), read)

    @property
    def stale(self) -> bool:
        """Whether the file changed since it was read: another running instance wrote."""
        return self._state_now() != self._state

    def warn_of_the_place(self) -> None:
        """Tell, before the first note is written, what may be wrong with where it will be."""
        from seedreader.notebook.safety import fs_checks

        path = self._notebook_file()
        if (path.parent / "backups").exists():
            from seedreader.notebook.safety import health

            found = health.warnings(path)
        else:
            found = fs_checks.surroundings(path)
        for sentence in found:
            self._tell(sentence)

    def _state_now(self) -> tuple[int, int] | None:
        """What changes when the notebook's file does; None where there is none."""
        try:
            found = self._notebook_file().stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size
