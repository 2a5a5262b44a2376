"""Whether what is in a notebook file is what was written there."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from seedreader.notebook.annotation_model import NotebookError
from seedreader.notebook.storage import hashed_rows, schema

UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises; the second is SQLite's own message with a damaged name in it."""


class DamagedError(NotebookError):
    """The file is a notebook, and part of it is no longer what was written."""


class IntegrityReport(NamedTuple):
    """What is wrong with a file: SQLite's own findings, and the rows whose hash does not hold.

    True where anything is, and as a string that in short.
    """

    sqlite: tuple[str, ...] = ()
    unsound: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sqlite or self.unsound)

    def __str__(self) -> str:
        parts = [f"SQLite finds: {self.sqlite[0]}"] if self.sqlite else []
        if self.unsound:
            parts.append(
                f"{len(self.unsound)} of its rows {'is' if len(self.unsound) == 1 else 'are'} damaged"
            )
        return "; ".join(parts)


def trouble(connection: sqlite3.Connection) -> IntegrityReport:
    """Everything wrong in an open notebook.

    ``integrity_check`` misses most flipped bits, and a row's hash any fault of an index, so both are asked.
    Of a file of an older version only SQLite can say.
    """
    found = structure(connection)
    try:
        version = schema.version(connection)
        if version == len(schema.MIGRATIONS):
            return IntegrityReport(found, hashed_rows.damaged(connection))
        if version == 0 and connection.execute("select count(*) from sqlite_master").fetchone()[0]:
            return IntegrityReport((*found, "the file's version is missing"))
    except UNREADABLE as error:
        return IntegrityReport((*found, str(error)))
    return IntegrityReport(found)


def structure(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite finds wrong with its pages and indexes: 2 ms for a thousand notes."""
    try:
        said = tuple(str(row[0]) for row in connection.execute("pragma integrity_check"))
    except UNREADABLE as error:
        return (str(error),)
    return () if said == ("ok",) else tuple(line for each in said for line in each.splitlines())
