"""All that a notebook holds, and taking in what another one held.

Of two copies of a row the one written later stays, and of two written at once the one with the greater
hash, so that merging A into B gives what merging B into A gives, and merging twice changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from seedreader.notebook.annotation_model import NotebookContents
from seedreader.notebook.storage import article_texts, hashed_rows, kept_stories, records
from seedreader.notebook.storage.change_log import RowEdit
from seedreader.notebook.storage.hashed_rows import (
    ANNOTATIONS,
    CODES,
    CORRECTIONS,
    SEEN,
    STORIES,
    STORY_SOURCES,
    VERSIONS,
    HashedTable,
    Row,
)


class MergeResult(NamedTuple):
    """What came in: how many annotations, codebook entries and words on sources were new, and how many
    replaced older ones.

    ``stories`` are how many kept stories came or changed, in themselves or in their sources.
    """

    new: int
    renewed: int
    stories: int = 0


def contents(connection: sqlite3.Connection) -> NotebookContents:
    """Everything whole in the notebook but its history; the texts without damaged ones."""
    return NotebookContents(
        annotations=tuple(map(records.annotation, hashed_rows.every(connection, ANNOTATIONS))),
        codes=tuple(map(records.code, hashed_rows.every(connection, CODES))),
        seen=tuple(map(records.seen, hashed_rows.every(connection, SEEN))),
        texts={str(row["sha256"]): str(row["text"]) for row in hashed_rows.every(connection, VERSIONS)},
        stories=kept_stories.every_row(connection),
        corrections=tuple(map(records.correction, hashed_rows.every(connection, CORRECTIONS))),
    )


def merging(connection: sqlite3.Connection, coming: NotebookContents) -> tuple[list[RowEdit], MergeResult]:
    """The edits that bring ``coming`` in, and what they amount to.

    Texts, what stories came to and what was read are kept at once: they are facts.
    """
    for text in coming.texts.values():
        article_texts.keep_text(connection, text)
    for seen in coming.seen:
        row = records.seen_row(seen)
        before = hashed_rows.get(connection, SEEN, row)
        if before is None or str(before["seen"]) < seen.seen:
            hashed_rows.put(connection, SEEN, row)
    edits = _edits(connection, coming)
    renewed = sum(edit.before is not None for edit in edits)
    of_stories = []
    for table, rows in kept_stories.rows_of(coming.stories):
        newer = _newer(connection, table, rows)
        if table in (STORIES, STORY_SOURCES):
            of_stories += newer
        else:
            for edit in newer:
                hashed_rows.put(connection, table, edit.after)
    stories = {edit.after["id" if edit.table is STORIES else "story"] for edit in of_stories}
    return [*edits, *of_stories], MergeResult(len(edits) - renewed, renewed, len(stories))


def _edits(connection: sqlite3.Connection, coming: NotebookContents) -> list[RowEdit]:
    return [
        *_newer(connection, ANNOTATIONS, map(records.annotation_row, coming.annotations)),
        *_newer(connection, CODES, map(records.code_row, coming.codes)),
        *_newer(connection, CORRECTIONS, map(records.correction_row, coming.corrections)),
    ]


def _newer(connection: sqlite3.Connection, table: HashedTable, coming: Iterable[Row]) -> list[RowEdit]:
    edits = []
    for row in coming:
        before = hashed_rows.get(connection, table, row)
        if before is None or _age(table, before) < _age(table, row):
            edits.append(RowEdit(table, before, row))
    return edits


def _age(table: HashedTable, row: Row) -> tuple[str, str]:
    return str(row["written"]), hashed_rows.hash_of(table, row)


def brings_anything(connection: sqlite3.Connection, coming: NotebookContents) -> bool:
    """Whether merging would change the notebook."""
    stored = {str(row[0]) for row in connection.execute("select sha256 from versions")}
    if not stored.issuperset(coming.texts):
        return True
    for seen in coming.seen:
        before = hashed_rows.get(connection, SEEN, records.seen_row(seen))
        if before is None or str(before["seen"]) < seen.seen:
            return True
    return bool(
        _edits(connection, coming)
        or any(_newer(connection, table, rows) for table, rows in kept_stories.rows_of(coming.stories))
    )
