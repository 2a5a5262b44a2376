"""Connections to the notebook file: one for each operation, so any thread or process may call at any time.

Reading creates and changes nothing. A save is one transaction with the settings that lost nothing under
kill -9 and power cuts (journal_mode=DELETE, synchronous=EXTRA), and has returned only once it is on disk.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from seedreader.notebook import schema
from seedreader.notebook.values import NotebookError

BUSY_SECONDS = 20.0
"""How long to wait for another process that is saving."""

_ADVICE = {
    sqlite3.SQLITE_NOTADB: "It is not a seedreader notebook and has been left untouched: move it away first.",
    sqlite3.SQLITE_CORRUPT: "The file is damaged: keep a copy of it and restore a backup.",
    sqlite3.SQLITE_BUSY: "Another program is holding it: close that one or try again.",
    sqlite3.SQLITE_LOCKED: "Another program is holding it: close that one or try again.",
    sqlite3.SQLITE_FULL: "The disk is full: free some space and save again.",
    sqlite3.SQLITE_READONLY: "The file or its folder can't be written to: change its permissions.",
    sqlite3.SQLITE_PERM: "The file or its folder can't be written to: change its permissions.",
    sqlite3.SQLITE_CANTOPEN: "The file can't be opened: check that it is a file and its permissions.",
    sqlite3.SQLITE_IOERR: "The disk reported an error: check it, and try again.",
}


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that can't change the file; one to an empty notebook where there is no file."""
    with _explained(path, "read"), closing(_open_to_read(path)) as connection:
        yield connection


@contextmanager
def saving(path: Path, create: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection inside a transaction that is committed at the end, and rolled back by any exception."""
    with _explained(path, "write to"):
        if create:
            _create(path)
        with closing(_connect(path, "rw")) as connection:
            schema.version(connection)
            connection.execute("pragma journal_mode = delete")
            connection.execute("pragma synchronous = extra")
            connection.execute("pragma foreign_keys = on")
            schema.migrate(connection)
            connection.execute("begin immediate")
            yield connection
            connection.execute("commit")


def _connect(path: Path | None, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}" if path else "file::memory:"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.text_factory = _decode
    return connection


def _decode(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")


def _open_to_read(path: Path) -> sqlite3.Connection:
    if not path.exists():
        return _upgraded_copy(None)
    connection = _connect(path, "ro")
    with _closed_on_error(connection):
        try:
            found = schema.version(connection)
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_READONLY:
                raise
            _recover(path)
            found = schema.version(connection)
    if found == len(schema.MIGRATIONS):
        return connection
    with closing(connection):
        return _upgraded_copy(connection)


def _upgraded_copy(old: sqlite3.Connection | None) -> sqlite3.Connection:
    """An up-to-date copy in memory, so that looking at an older file leaves it as it is."""
    copy = _connect(None, "memory")
    with _closed_on_error(copy):
        if old:
            old.backup(copy)
        schema.migrate(copy)
    return copy


def _recover(path: Path) -> None:
    """Let SQLite roll back what a killed process left half written, which a read-only connection can't."""
    with closing(_connect(path, "rw")) as connection:
        schema.version(connection)


def _create(path: Path) -> None:
    _create_folder(path.parent)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _create_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _create_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    with suppress(OSError):  # not every platform can sync a folder's entry
        parent = os.open(folder.parent, os.O_RDONLY)
        try:
            os.fsync(parent)
        finally:
            os.close(parent)


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


@contextmanager
def _explained(path: Path, doing: str) -> Iterator[None]:
    failed = f"Can't {doing} the notebook {path}."
    try:
        yield
    except sqlite3.Error as error:
        raise NotebookError(f"{failed} {_ADVICE.get(_code(error), f'SQLite says: {error}.')}") from error
    except schema.UnusableFileError as error:
        raise NotebookError(f"{failed} {error}") from error
    except OSError as error:
        raise NotebookError(f"{failed} {error.strerror or error}: check the folder.") from error


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
