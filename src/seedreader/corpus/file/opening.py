"""Opening a corpus file to build it or to read it, and what can go wrong with one, in one sentence."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seedreader.corpus.file.schema import APPLICATION, LAYOUT, TABLES

SUFFIX = ".corpus"
"""What the names of corpus files end in."""

WAIT = 5.0
"""Seconds for which another program is waited for."""

_HEAD = b"SQLite format 3\0"
_APPLICATION_AT = 68
"""Where SQLite keeps a file's ``application_id``."""


class CorpusError(Exception):
    """A corpus can't be opened, built or read; the message is a sentence for people."""


def is_corpus(path: Path) -> bool:
    """Whether a file is a corpus, by its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(_APPLICATION_AT + 4)
    except OSError:
        return False
    return head.startswith(_HEAD) and int.from_bytes(head[_APPLICATION_AT:]) == APPLICATION


@contextmanager
def to_build(path: Path) -> Iterator[sqlite3.Connection]:
    """A corpus to be built, made where there is none; nobody else has it meanwhile.

    What is in a `transaction` is there as a whole or not at all, whatever ends this program. Raises
    `CorpusError`, also for what goes wrong inside.
    """
    with _told(path):
        if path.exists() and path.stat().st_size and not _may_become(path):
            raise CorpusError(f"{path} is no corpus, and is not written over; name another file.")
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        database = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        try:
            database.execute("PRAGMA locking_mode = EXCLUSIVE")
            with transaction(database):
                if not _is_begun(database):
                    for statement in _statements():
                        database.execute(statement)
                    database.execute(f"PRAGMA application_id = {APPLICATION}")
                    database.execute(f"PRAGMA user_version = {LAYOUT}")
                _check(database, path)
            # only now, so that the file itself says from the first that it is a corpus
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            yield database
            # so that it is one file, which can be read where nothing can be written
            database.execute("PRAGMA journal_mode = DELETE")
        finally:
            database.close()


@contextmanager
def to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """A corpus to be read. Raises `CorpusError`, also for what goes wrong inside."""
    with _told(path):
        if not path.exists():
            raise CorpusError(f"{path} does not exist; look for a slip in its name.")
        if not is_corpus(path):
            raise CorpusError(f"{path} is no corpus; `seedreader corpus PATH…` makes one.")
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT)
        try:
            _check(database, path)
            yield database
        finally:
            database.close()


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """What is written inside is there as a whole or not at all."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:  # a full disk may have ended it already
            database.execute("ROLLBACK")
        raise


def _may_become(path: Path) -> bool:
    """Whether a file is a corpus, or was about to become one when its making was cut short."""
    if is_corpus(path):
        return True
    with path.open("rb") as file:
        head = file.read(_APPLICATION_AT + 4)
    if not head.startswith(_HEAD) or any(head[_APPLICATION_AT:]):
        return False
    database = sqlite3.connect(path, timeout=WAIT)
    try:
        return not database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    finally:
        database.close()


def _is_begun(database: sqlite3.Connection) -> bool:
    (application,) = database.execute("PRAGMA application_id").fetchone()
    return bool(application == APPLICATION)


def _statements() -> Iterator[str]:
    statement = ""
    for line in TABLES.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _check(database: sqlite3.Connection, path: Path) -> None:
    (layout,) = database.execute("PRAGMA user_version").fetchone()
    if layout > LAYOUT:
        raise CorpusError(f"{path} was made by a newer seedreader; install that to open it.")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise CorpusError(_sentence(path, error)) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise CorpusError(_full(path)) from error
        if error.filename is None or Path(os.fsdecode(error.filename)) != path:
            raise
        raise CorpusError(f"{path} can't be opened: {(error.strerror or str(error)).lower()}.") from error


def _sentence(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{path} is being built or read by another seedreader; wait until that is done."
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return f"{path} is damaged ({error}); make it anew."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return f"{path} can't be opened or written ({error}); look at who may write it and its folder."
    return f"{path} can't be used: {error}."


def _full(path: Path) -> str:
    return (
        f"The disk is full: {path}, or what is kept beside the work for a while, could not be written. What "
        "was read is whole; make room, and the same command goes on."
    )
