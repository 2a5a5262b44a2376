"""What the screen of kept stories lists: a row for each story and, where it is unfolded, for its sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from seedreader.notebook.annotation_model import SeenSource
from seedreader.notebook.story_model import KeptSource, KeptStory
from seedreader.session import filter_syntax
from seedreader.shelf.state import FilesState
from seedreader.text.fold_case import fold

_SYNTAX = filter_syntax.syntax(("is",))


class KeptEntry(NamedTuple):
    """A row: a story, or one ``source`` of it.

    ``files`` is how its files are, None until that was looked at; ``seen`` what is known of its sources, by
    version.
    """

    story: KeptStory
    files: FilesState | None
    seen: Mapping[str, SeenSource]
    source: KeptSource | None = None
    unfolded: bool = False

    @property
    def key(self) -> str:
        """What stays the same when the list is made anew."""
        return self.story.id if self.source is None else f"{self.story.id} {self.source.source}"

    @property
    def changed(self) -> int:
        """How many sources have other words now."""
        return len(self.files.changed) if self.files else 0

    @property
    def missing(self) -> int:
        """How many files are not at their place."""
        return len(self.files.missing) if self.files else 0

    @property
    def conflicts(self) -> int:
        """How many conflicts were not judged when it was read last."""
        return self.story.reading.conflicts if self.story.reading else 0

    @property
    def last_read(self) -> str:
        """When it was read last, a time; empty for never."""
        return self.story.reading.at if self.story.reading else ""


STATES: dict[str, Callable[[KeptEntry], bool]] = {
    "unread": lambda row: bool(row.story.unread),
    "changed": lambda row: row.changed > 0,
    "missing": lambda row: row.missing > 0,
    "conflicting": lambda row: row.conflicts > 0,
    "archived": lambda row: row.story.is_archived,
}
"""What ``is:`` takes."""
ORDERS: dict[str, Callable[[KeptEntry], tuple[object, ...]]] = {
    "name": lambda _: (),
    "last read": lambda row: tuple(-ord(sign) for sign in row.last_read) or (1,),
    "unread": lambda row: (-len(row.story.unread),),
    "conflicts": lambda row: (-row.conflicts,),
    "size": lambda row: (-len(row.story.sources),),
}
"""What the list can be sorted by, and how; the name decides between equals."""


def rows(
    stories: Sequence[KeptStory],
    files: Mapping[str, FilesState],
    seen: Mapping[str, SeenSource],
    order: str,
    archived: bool,
) -> list[KeptEntry]:
    """A row for each story; archived ones only where they are asked for."""
    found = [
        KeptEntry(story, files.get(story.id), seen) for story in stories if archived or not story.is_archived
    ]
    return sorted(found, key=ORDERS[order])


def unfolded(stories: Sequence[KeptEntry], open: Collection[str]) -> list[KeptEntry]:
    """The rows of stories, those of ``open`` ones with their sources."""
    found: list[KeptEntry] = []
    for row in stories:
        shown = row.story.id in open
        found.append(row._replace(unfolded=shown))
        if shown:
            found += (row._replace(source=source) for source in row.story.sources)
    return found


def selected(stories: Sequence[KeptEntry], text: str) -> list[KeptEntry]:
    """The stories that a filter lets through: words of names, outlets, titles and paths, and states."""
    tokens = filter_syntax.tokens(text, _SYNTAX)
    words = [token.value for token in tokens if not token.name]
    states = [token.value for token in tokens if token.name]
    return [
        row
        for row in stories
        if (not words or all(word in _words(row) for word in words))
        and (not states or any(_is(row, value) for value in states))
    ]


def _words(row: KeptEntry) -> str:
    about = [row.story.name]
    for source in row.story.sources:
        known = row.seen.get(source.version)
        about += (source.path, *((known.outlet, known.title, known.name) if known else ()))
    return fold(" ".join(" ".join(about).split()))


def _is(row: KeptEntry, value: str) -> bool:
    return any(name.startswith(value) and state(row) for name, state in STATES.items())
