"""The stories that the reader keeps, in the notebook: each is a name and its sources."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Collection, Iterable, Sequence

from seedreader.article import SourceId
from seedreader.notebook.annotation_model import NotebookError, SeenSource
from seedreader.notebook.safety.guard import Guard
from seedreader.notebook.storage import article_texts, change_log, kept_stories, records
from seedreader.notebook.storage.change_log import SHELF, RowEdit
from seedreader.notebook.storage.hashed_rows import STORIES, STORY_SOURCES
from seedreader.notebook.storage.kept_stories import name_key
from seedreader.notebook.story_model import KeptStory, Reading, SightedArticle, StoryRecord
from seedreader.text import uris
from seedreader.text.clock import utc_now


class Shelf:
    """The kept stories of a notebook; every call is as those of `Notebook` are. Raises NotebookError.

    With a source its text is kept, as a note's is: a story opens when its files are gone.
    """

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    def stories(self) -> tuple[KeptStory, ...]:
        """All, archived ones too, by name."""
        return self._guard.read(kept_stories.stories)

    def story(self, id: str) -> KeptStory | None:
        """The story with this id."""
        return next((story for story in self.stories() if story.id == id), None)

    def keep(self, name: str, sighted: Sequence[SightedArticle], folders: Iterable[str] = ()) -> str:
        """Keep articles as a story; ``folders`` are paths whose new files are offered. Returns its id.

        Raises NotebookError where the name is taken.
        """
        now = utc_now()
        made = StoryRecord(str(uuid.uuid4()), name, tuple(map(uris.of_path, folders)), now)

        def kept(connection: sqlite3.Connection) -> str:
            _check_free(connection, name)
            row = RowEdit(STORIES, None, records.story_row(made))
            sources = kept_stories.keep_sources(connection, made.id, sighted, now)
            change_log.record(connection, "keep", [row, *sources], now)
            return made.id

        return self._guard.save(kept, create=True)

    def add(
        self, story: KeptStory, sighted: Sequence[SightedArticle], folders: Iterable[str] = ()
    ) -> tuple[int, int]:
        """Put articles into a story; how many of them were not in it, and how many not with these words."""
        known = dict.fromkeys((*story.record.folders, *map(uris.of_path, folders)))

        def edits(connection: sqlite3.Connection, now: str) -> list[RowEdit]:
            return [
                *kept_stories.changing(connection, story.id, folders=json.dumps([*known])),
                *kept_stories.keep_sources(connection, story.id, sighted, now),
            ]

        made = [edit for edit in self._change("take in", edits) if edit.table is STORY_SOURCES]
        there = [edit for edit in made if edit.before is not None and edit.before["deleted"] is None]
        changed = sum(
            edit.before is not None and edit.before["version"] != edit.after["version"] for edit in there
        )
        return len(made) - len(there), changed

    def remove(self, story: KeptStory, sources: Collection[SourceId]) -> int:
        """Take sources out of a story; how many."""
        return len(
            self._change(
                "take out",
                lambda connection, now: kept_stories.removing(connection, story.id, sources, now),
            )
        )

    def rename(self, story: KeptStory, name: str) -> None:
        """Give a story another name. Raises NotebookError where that is taken."""

        def edits(connection: sqlite3.Connection, _: str) -> list[RowEdit]:
            _check_free(connection, name, story.id)
            return kept_stories.changing(connection, story.id, name=name)

        self._change("rename story", edits)

    def archive(self, story: KeptStory, away: bool = True) -> None:
        """Put a story away, or bring it back."""
        self._change(
            "archive" if away else "bring back",
            lambda connection, now: kept_stories.changing(
                connection, story.id, archived=now if away else None
            ),
        )

    def see(self, story: KeptStory, seen: Sequence[tuple[SourceId, SightedArticle]]) -> None:
        """Note that sources of a story were found with other words, or elsewhere."""
        if seen:
            self._guard.save(lambda connection: kept_stories.see(connection, story.id, seen, utc_now()))

    def keep_reading(self, story: KeptStory, origins: int, conflicts: int) -> None:
        """Keep what a story came to, now that it is read."""
        now = utc_now()
        made = Reading(story.id, now, origins, conflicts)
        self._guard.save(lambda connection: kept_stories.keep_reading(connection, made, now))

    def read(self) -> frozenset[str]:
        """The versions of the texts that were read."""
        return self._guard.read(kept_stories.read_versions)

    def mark_read(self, versions: Collection[str], read: bool = True) -> None:
        """Say that texts were read, or that they were not."""
        if versions:
            self._guard.save(
                lambda connection: kept_stories.mark_read(connection, versions, read, utc_now()), create=True
            )

    def text(self, version: str) -> tuple[str, SeenSource | None] | None:
        """A kept text, and where it was seen last; None where it is not there."""

        def look(connection: sqlite3.Connection) -> tuple[str, SeenSource | None] | None:
            text = article_texts.text(connection, version)
            seen = article_texts.seen(connection, {version})
            return None if text is None else (text, next(iter(seen), None))

        return self._guard.read(look)

    def seen(self, versions: Collection[str]) -> dict[str, SeenSource]:
        """Where versions were seen last."""
        found = self._guard.read(lambda connection: article_texts.seen(connection, set(versions)))
        return {seen.version: seen for seen in reversed(found)}

    def undo(self) -> str | None:
        """Take back the newest change to kept stories; says which, or None where there is none."""
        if self._guard.read(lambda connection: change_log.newest_done(connection, {SHELF})) is None:
            return None
        return self._guard.save(lambda connection: change_log.undo(connection, {SHELF}, utc_now()))

    def redo(self) -> str | None:
        """Make the change again that was undone last; says which, or None where there is none."""
        if self._guard.read(lambda connection: change_log.oldest_undone(connection, {SHELF})) is None:
            return None
        return self._guard.save(lambda connection: change_log.redo(connection, {SHELF}, utc_now()))

    def _change(
        self, action: str, edits_of: Callable[[sqlite3.Connection, str], list[RowEdit]]
    ) -> list[RowEdit]:
        """Make edits in one logged change; which they were."""
        now = utc_now()

        def change(connection: sqlite3.Connection) -> list[RowEdit]:
            edits = edits_of(connection, now)
            if edits:
                change_log.record(connection, action, edits, now)
            return edits

        return self._guard.save(change)


def _check_free(connection: sqlite3.Connection, name: str, but: str = "") -> None:
    """Raise NotebookError where another story has this name."""
    for story in kept_stories.stories(connection):
        if name_key(story.name) == name_key(name) and story.id != but:
            away = " (it is archived)" if story.is_archived else ""
            raise NotebookError(f"A story “{story.name}” is kept already{away}: choose another name.")
