"""The notebook: notes and tags on exact words, kept for good."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from seedreader.notebook import changes, rows
from seedreader.notebook.database import reading, saving
from seedreader.notebook.rows import Row
from seedreader.notebook.values import KINDS, Annotation, NotebookError, version_of


@dataclass(frozen=True)
class Notebook:
    """The notebook in the file ``path``, which comes into being with the first save.

    Every call opens the file anew and holds nothing afterwards, so one `Notebook` may be used from any
    number of threads, and any number of processes may use one file. A call that changes something has
    returned only once the change is on disk. All calls raise `NotebookError` where the file can't be used.
    """

    path: Path

    def annotations(self, version: str) -> tuple[Annotation, ...]:
        """The annotations on this version of an article, in the order of the text."""
        query = """select * from annotations where version = ? and deleted is null
            order by "start", "end", created, id"""
        with reading(self.path) as connection:
            return _annotations(connection.execute(query, (version,)))

    def all_annotations(self) -> tuple[Annotation, ...]:
        """The annotations on all articles, oldest first."""
        query = "select * from annotations where deleted is null order by created, id"
        with reading(self.path) as connection:
            return _annotations(connection.execute(query))

    def damaged(self) -> tuple[str, ...]:
        """The ids of annotations that no longer are what was saved; they are left out everywhere else."""
        with reading(self.path) as connection:
            stored = connection.execute("select * from annotations order by rowid")
            return tuple(str(row["id"]) for row in stored if not rows.is_sound(row))

    def add(
        self,
        article_text: str,
        name: str,
        path: str | None,
        start: int,
        end: int,
        kind: str,
        body: str,
        outlet: str | None = None,
    ) -> Annotation:
        """Annotate ``article_text[start:end]``; the whole text is kept with it, once.

        ``name``, ``path`` and ``outlet`` say where the article was seen. Raises ValueError for an empty
        range, one outside the text, or a kind that is not one of `KINDS`.
        """
        if not 0 <= start < end <= len(article_text):
            raise ValueError(f"no passage [{start}, {end}) in a text of {len(article_text)} characters")
        if kind not in KINDS:
            raise ValueError(f"unknown kind {kind!r}")
        _check_storable(article_text)
        _check_storable(body)
        now = _now()
        row: Row = {
            "id": str(uuid.uuid4()),
            "version": version_of(article_text),
            "start": start,
            "end": end,
            "quote": article_text[start:end],
            "kind": kind,
            "body": body,
            "created": now,
            "changed": now,
            "deleted": None,
        }
        source = (row["version"], _printable(name), _printable(path or ""), _printable(outlet or ""), now)
        with saving(self.path, create=True) as connection:
            _keep_text(connection, article_text)
            connection.execute("insert or replace into sources values (?, ?, ?, ?, ?)", source)
            changes.record(connection, "add", None, row, now)
        return rows.annotation(row)

    def edit(self, id: str, body: str) -> Annotation:
        """Give an annotation another body."""
        _check_storable(body)
        with saving(self.path) as connection:
            before = _found(connection, id)
            after = {**before, "body": body, "changed": _now()}
            if body == before["body"]:
                return rows.annotation(before)
            changes.record(connection, "edit", before, after, _now())
        return rows.annotation(after)

    def delete(self, id: str) -> None:
        """Delete an annotation; `undo` brings it back."""
        with saving(self.path) as connection:
            before, now = _found(connection, id), _now()
            changes.record(connection, "delete", before, {**before, "deleted": now}, now)

    def undo(self, versions: Collection[str]) -> str | None:
        """Take back the newest change to annotations on these versions of articles.

        Says what happened ("deleted note restored"), or None where there is nothing to undo.
        """
        with reading(self.path) as connection:
            if not changes.can_undo(connection, versions):
                return None
        with saving(self.path) as connection:
            return changes.undo(connection, versions, _now())

    def redo(self, versions: Collection[str]) -> str | None:
        """Make the change undone last again, unless another was made to that article's since.

        Says what happened, or None where there is nothing to redo.
        """
        with reading(self.path) as connection:
            if not changes.can_redo(connection, versions):
                return None
        with saving(self.path) as connection:
            return changes.redo(connection, versions)

    def recent_tags(self, limit: int) -> tuple[str, ...]:
        """The names of at most ``limit`` tags, the one used last first."""
        query = """select body from annotations where kind = 'tag' and deleted is null
            group by body order by max(changed) desc, body limit ?"""
        with reading(self.path) as connection:
            return tuple(row["body"] for row in connection.execute(query, (max(limit, 0),)))

    def version_text(self, version: str) -> str | None:
        """The canonical text of a version that an annotation was ever made on."""
        with reading(self.path) as connection:
            row = connection.execute("select text from versions where sha256 = ?", (version,)).fetchone()
        if row is None:
            return None
        if version_of(row["text"]) != version:
            raise NotebookError(f"The article text {version} in the notebook {self.path} is damaged.")
        return str(row["text"])

    def versions_of(self, name: str, path: str | None = None) -> tuple[str, ...]:
        """The versions seen at this path, the newest first, and then those seen elsewhere under this name."""
        query = """select version from sources where path = :path or name = :name
            group by version order by max(path = :path) desc, max(seen) desc, max(rowid) desc"""
        values = {"name": _printable(name), "path": _printable(path) if path else None}
        with reading(self.path) as connection:
            return tuple(row["version"] for row in connection.execute(query, values))


def _annotations(stored: sqlite3.Cursor) -> tuple[Annotation, ...]:
    return tuple(rows.annotation(row) for row in rows.sound(stored))


def _found(connection: sqlite3.Connection, id: str) -> Row:
    row = rows.find(connection, id)
    if row is None:
        raise NotebookError(
            "This annotation is no longer in the notebook: it may have been deleted elsewhere."
        )
    return row


def _keep_text(connection: sqlite3.Connection, text: str) -> None:
    connection.execute(
        """insert into versions values (?, ?, ?)
        on conflict do update set text = excluded.text where text <> excluded.text""",
        (version_of(text), text, len(text)),
    )


def _check_storable(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise NotebookError(
            "The text has half a character in it (a lone surrogate), which can't be saved."
        ) from error


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
