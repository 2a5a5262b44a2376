"""Watching the files that are open, and the folders they were opened from, for what changes on disk.

Nothing but `os.stat` of files and folders, now and then, in a thread; what changed is read before it is
offered, so that only other words and files with articles in them are. A file that is still being written
waits: it is looked at again until two looks in a row find it the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import perf_counter, time_ns
from typing import NamedTuple

from seedreader.article import Article
from seedreader.ingest import folders, load_files
from seedreader.ingest.errors import Problem
from seedreader.notebook.annotation_model import version_of
from seedreader.shelf import sightings
from seedreader.text import uris

SECONDS = 2.0
"""Between two looks."""
SHARE = 50
"""Times as long as a look took at least until the next: it takes a fiftieth of one core at most."""
JUST_NOW = 10**9
"""Nanoseconds in which a folder may change twice at one time of its file system's clock."""
MOST_FOLDERS = 5_000
"""Folders that are watched."""
MOST_NEW = 500
"""New files that are read in one look; the others are in the next one."""

Stat = tuple[int, int]
"""A file's size and time."""
Newest = Callable[[str], tuple[str, Sequence[Article]] | None]
"""Which copy of an address is kept last, and its articles; None where that did not change since."""


class DiskChanges(NamedTuple):
    """What is other on disk than what is open: ``changed`` paths or addresses, and ``new`` files."""

    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.new)


@dataclass(slots=True)
class DiskWatch:
    """Watches the files of ``articles``, and ``folders`` for files other than those ``known``.

    ``known`` None: those that are there now. ``newest`` tells of addresses.
    """

    articles: Sequence[Article]
    folders: Sequence[str] = ()
    known: Collection[str] | None = None
    newest: Newest | None = None
    _taken: dict[str, Stat | None] = field(init=False)
    _waiting: dict[str, Stat] = field(init=False, default_factory=dict)
    _known: set[str] = field(init=False)
    _times: dict[str, int] = field(init=False, default_factory=dict)
    _ready: dict[str, bool] = field(init=False, default_factory=dict)
    """What is to be offered: whether it is new, by path."""
    _versions: dict[str, set[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for article in self.articles:
            if article.source is not None:
                self._versions.setdefault(article.source.uri, set()).add(version_of(article.text))
        paths = [uris.to_path(uri) for uri in self._versions if uri.startswith(sightings.FILE)]
        self._taken = {path: sightings.quick(path) for path in paths}
        self._known = {uris.of_path(path) for path in self.known or ()} | set(self._versions)
        if self.known is None:
            self._known |= {uris.of_path(path) for path in self._listed()}
            self._times = _folder_times(self.folders, deep=True)

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to watch."""
        return bool(self.folders or any(self._taken.values()) or self._addresses)

    def run(self, offer: Callable[[DiskChanges], object], stop: Event, seconds: float = SECONDS) -> None:
        """Look again and again until it is to ``stop``; offer all that is ready whenever there is more."""
        wait, offered = seconds, DiskChanges()
        while not stop.wait(wait):
            began = perf_counter()
            found = self.look()
            wait = max(seconds, SHARE * (perf_counter() - began))
            if found and found != offered and not stop.is_set():
                offered = found
                offer(found)

    def look(self) -> DiskChanges:
        """Look once; all that is ready to be offered."""
        for path, taken in self._taken.items():
            now = sightings.quick(path)
            if now is None or now == taken:
                self._waiting.pop(path, None)
            elif self._is_settled(path, now):
                self._taken[path] = now
                self._settle(path, self._has_other_words(path), is_new=False)
        if self.folders:
            self._look_into_folders()
        for address in self._addresses:
            found = self.newest(address) if self.newest else None
            if found is not None:
                self._settle(address, _is_other(found[1], self._versions[address]), is_new=False)
        return DiskChanges(
            tuple(path for path, is_new in self._ready.items() if not is_new),
            tuple(path for path, is_new in self._ready.items() if is_new),
        )

    @property
    def _addresses(self) -> list[str]:
        return [uri for uri in self._versions if uri.startswith("http")] if self.newest else []

    def _is_settled(self, path: str, now: Stat) -> bool:
        """Whether a file is as it was at the last look: nobody is writing it any more."""
        if self._waiting.get(path) == now:
            del self._waiting[path]
            return True
        self._waiting[path] = now
        return False

    def _settle(self, path: str, is_other: bool, is_new: bool) -> None:
        if is_other:
            self._ready.setdefault(path, is_new)
        else:  # it is again as it is open
            self._ready.pop(path, None)

    def _has_other_words(self, path: str) -> bool:
        """Whether a file that can be read holds another text than is open of it."""
        return _is_other(load_files.read_file(Path(path)).articles, self._versions[uris.of_path(path)])

    # -- folders -----------------------------------------------------------------------------------------

    def _look_into_folders(self) -> None:
        times = _folder_times(self._times or self.folders)
        if times != self._times or any(path not in self._taken for path in self._waiting):
            read = 0
            for path in self._listed():
                uri = uris.of_path(path)
                now = None if uri in self._known else sightings.quick(path)
                if now is None or not self._is_settled(path, now):
                    continue
                if read == MOST_NEW:
                    self._times = {}
                    return
                read += 1
                self._known.add(uri)
                articles = load_files.read_file(Path(path)).articles
                known = set().union(*self._versions.values())
                if any(version_of(article.text) not in known for article in articles):
                    self._ready[path] = True
            self._times = _folder_times(self.folders, deep=True)

    def _listed(self) -> list[str]:
        found = (file for folder in self.folders for file in folders.files(Path(folder)))
        return [str(file) for file in found if not isinstance(file, Problem)]


def _is_other(articles: Sequence[Article], known: Collection[str]) -> bool:
    return any(version_of(article.text) not in known for article in articles)


def _folder_times(given: Iterable[str], deep: bool = False) -> dict[str, int]:
    """When something last came into or left each folder (ns since 1970); ``deep``: of those in them, too.

    One that was just written is 0, so that it is looked into again: its next change may have the same time.
    """
    waiting, times = list(given), dict[str, int]()
    just_now = time_ns() - JUST_NOW
    while waiting and len(times) < MOST_FOLDERS:
        place = waiting.pop()
        try:
            written = Path(place).stat().st_mtime_ns
            times.setdefault(place, written if written < just_now or not deep else 0)
            if deep:
                with os.scandir(place) as entries:
                    waiting += (each.path for each in entries if _is_folder(each))
        except OSError:
            continue
    return times


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)


class TakenIn(NamedTuple):
    """The articles that are open once changes are taken in, and which of those are earlier versions.

    What was open keeps its number: an article that has other words now stands where it stood, and its earlier
    text behind all others. ``replaced`` and ``added`` are the new ones.
    """

    articles: tuple[Article, ...]
    earlier: frozenset[int]
    replaced: tuple[Article, ...]
    added: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


def taken_in(
    articles: Sequence[Article], earlier: Collection[int], found: Mapping[str, load_files.LoadResult]
) -> TakenIn:
    """What is open once what was ``found`` at paths and addresses is taken in."""
    kept = list(articles)
    by_uri = {uris.of_path(path): list(result.articles) for path, result in found.items()}
    behind, replaced, added = [], [], []
    texts = {(article.source, article.text) for article in articles}
    current = {article.source: i for i, article in enumerate(articles) if i not in earlier}
    for of in by_uri.values():
        for article in of:
            if (article.source, article.text) in texts and article.source in current:
                continue
            at = current.get(article.source)
            if at is None:
                added.append(article)
            elif kept[at].text != article.text:
                behind.append(kept[at])
                kept[at] = article
                replaced.append(article)
    together = (*kept, *added, *behind)
    first = len(kept) + len(added)
    return TakenIn(
        together,
        frozenset((*earlier, *range(first, len(together)))),
        tuple(replaced),
        tuple(added),
        tuple(problem for result in found.values() for problem in result.problems),
    )
