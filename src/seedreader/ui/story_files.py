"""The files of an open story: watched beside the keys; what changed is offered, and read when asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from seedreader.article import Article
from seedreader.session import Session
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.terminal_text import fit

if TYPE_CHECKING:
    from seedreader.session.story_notebook import StoryNotebook
    from seedreader.shelf.disk_watch import DiskChanges, Newest, TakenIn

SHOWN = 3
"""Files that are named one by one."""


class StoryBefore(NamedTuple):
    """A story as it was read until other words of it were taken in.

    ``screen`` is what its screen keeps, ``row`` where its cursor stood, ``earlier`` which of the articles
    that come now are earlier versions of others, ``is_part`` whether they are some sources of a kept story.
    """

    session: Session
    screen: Mapping[str, object]
    row: int
    earlier: frozenset[int]
    is_part: bool = False


class StoryFiles:
    """Watches the files of ``articles``, and ``folders`` for files that are not among those ``known``."""

    def __init__(
        self,
        articles: Sequence[Article],
        folders: Sequence[str],
        known: Collection[str] | None,
        notebook: StoryNotebook,
    ) -> None:
        self._articles, self._folders, self._known = articles, folders, known
        self._notebook = notebook
        self._stop = Event()
        self.offered: DiskChanges | None = None

    def watch(self, offer: Callable[[DiskChanges], object]) -> None:
        """Watch until it is to stop; for a thread of its own."""
        # imported beside the keys
        from seedreader.shelf import disk_watch

        watch = disk_watch.DiskWatch(self._articles, self._folders, self._known, self._newest)
        if watch.is_needed:
            watch.run(offer, self._stop, disk_watch.SECONDS)

    @property
    def _newest(self) -> Newest | None:
        """Tells when an address was fetched again; None where there is none."""
        sources = (article.source for article in self._articles)
        if not any(source.uri.startswith("http") for source in sources if source):
            return None
        from seedreader.shelf.reading_again import NewestPages

        return NewestPages(self._notebook.file, lambda: self._notebook.notebook)

    def stop(self) -> None:
        """Watch no more."""
        self._stop.set()

    def take_in(self, earlier: Collection[int]) -> TakenIn:
        """Read what was offered, and what is open then; for a thread. Raises NotebookError."""
        from seedreader.shelf.disk_watch import taken_in
        from seedreader.shelf.reading_again import read_again

        offered = self.offered
        paths = (*offered.changed, *offered.new) if offered else ()
        found = read_again(paths, self._folders, lambda: self._notebook.notebook)
        return taken_in(self._articles, earlier, found)

    def sentence(self, key: str) -> str:
        """What is offered, and the key that takes it in."""
        offered = self.offered
        if not offered:
            return "Nothing that is open has changed on disk."
        parts = [f"Changed: {_named(offered.changed)}."] if offered.changed else []
        parts += [f"New: {_named(offered.new)}."] if offered.new else []
        return f"{' '.join(parts)} {key} takes {'it' if _one(offered) else 'them'} in."


def told(taken: TakenIn, of: int, key: str) -> str:
    """What was taken in, in place of ``of`` articles; ``key`` compares versions."""
    parts = []
    if taken.replaced:
        last = len(taken.articles)
        first = last - len(taken.replaced) + 1
        where = f"{first}" if first == last else f"{first}–{last}"
        is_one = len(taken.replaced) == 1
        parts.append(
            f"{count(len(taken.replaced), 'source')} {'has' if is_one else 'have'} other words; the earlier "
            f"{'text is' if is_one else 'texts are'} {where}, and {key} compares them."
        )
    if taken.added:
        parts.append(f"{count(len(taken.added), 'new source')} from {of + 1} on.")
    return " ".join(parts) or "Nothing of it could be read."


def _one(offered: DiskChanges) -> bool:
    return len(offered.changed) + len(offered.new) == 1


def _named(paths: Sequence[str]) -> str:
    names = [fit(one_line(path if "://" in path else Path(path).name), 40) for path in paths[:SHOWN]]
    more = f" and {len(paths) - SHOWN} more" if len(paths) > SHOWN else ""
    return ", ".join(names) + more
