"""Connections to the notebook file: one for each operation, so any thread or process may call at any time.

Reading creates and changes nothing. A save is one transaction with the settings that lost nothing under
kill -9 and power cuts (journal_mode=DELETE, synchronous=EXTRA), and has returned only once it is on disk.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from seedreader.notebook.annotation_model import NotebookError
from seedreader.notebook.storage import filesystem, locks, rollback_journal, schema
from seedreader.notebook.storage.integrity import UNREADABLE, DamagedError

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
    sqlite3.SQLITE_NOMEM: "There is not enough memory: close other programs.",
}
_SURROUNDINGS = frozenset(_ADVICE) - {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_NOT_RECOVERED = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
}


class ReplacedError(Exception):
    """While a save was under way another file took the place of the one it was made in, or none did."""


@contextmanager
def reading(path: Path, tell: Callable[[str], None]) -> Iterator[sqlite3.Connection]:
    """A connection that can't change the file; one to an empty notebook where there is no file."""
    with explained(path, "read"), closing(_open_to_read(path, tell)) as connection:
        if connection.execute("pragma user_version").fetchone()[0] == len(schema.MIGRATIONS):
            yield connection
            return
        with closing(upgraded(connection)) as copy:
            yield copy


@contextmanager
def stored(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that can't change the file and shows it as it is, whatever version it has."""
    with closing(_open_to_read(path, lambda _: None)) as connection:
        yield connection


@contextmanager
def saving(
    path: Path, create: bool = False, before_migration: Callable[[int], None] | None = None
) -> Iterator[sqlite3.Connection]:
    """A connection inside a transaction that is committed at the end, and rolled back by any exception.

    ``before_migration`` is called with the version of a file that is about to be brought up to date, and
    stops that by raising. Raises ReplacedError where the file was not at ``path`` any more when the save
    was done.
    """
    with locks.saving, explained(path, "write to"):
        connection, file = _begun(path, create, before_migration)
        with closing(connection):
            yield connection
            connection.execute("commit")
        if _identity(path) != file:
            raise ReplacedError(path)


def connect(path: Path | None, mode: str) -> sqlite3.Connection:
    """A connection to a file, or to a new database in memory. ``mode`` is SQLite's "ro" or "rw".

    One to memory may be used by another thread after the one that made it.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}" if path else "file::memory:"
    connection = sqlite3.connect(
        uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=path is not None
    )
    connection.row_factory = sqlite3.Row
    connection.text_factory = _decode
    return connection


def empty() -> sqlite3.Connection:
    """An empty notebook in memory."""
    connection = connect(None, "memory")
    schema.migrate(connection)
    return connection


def upgraded(old: sqlite3.Connection) -> sqlite3.Connection:
    """An up-to-date copy in memory, so that looking at an older file leaves it as it is."""
    copy = _in_memory(old)
    with _closed_on_error(copy):
        schema.migrate(copy)
    return copy


def is_of_the_surroundings(error: BaseException) -> bool:
    """Whether an error says nothing about the file's content: a full disk, a lock, permissions."""
    if isinstance(error, sqlite3.Error):
        return _code(error) in _SURROUNDINGS
    return isinstance(error, (OSError, MemoryError, schema.UnusableFileError, ReplacedError))


@contextmanager
def explained(path: Path, doing: str) -> Iterator[None]:
    """Errors of SQLite and of the disk as a NotebookError that says what could not be done ("write to").

    Those of SQLite that may come from what is in the file are a DamagedError.
    """
    failed = f"Can't {doing} the notebook {path}."
    try:
        yield
    except sqlite3.Error as error:
        kind = NotebookError if is_of_the_surroundings(error) else DamagedError
        raise kind(f"{failed} {_ADVICE.get(_code(error), f'SQLite says: {error}.')}") from error
    except UnicodeDecodeError as error:
        raise DamagedError(f"{failed} {_ADVICE[sqlite3.SQLITE_CORRUPT]}") from error
    except schema.UnusableFileError as error:
        raise NotebookError(f"{failed} {error}") from error
    except OSError as error:
        raise NotebookError(f"{failed} {error.strerror or error}: check the folder.") from error


def _decode(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def settle(path: Path) -> None:
    """Have nothing left beside the file that a cut-off save should still do to it, if it can be opened."""
    if not path.exists():
        return
    _check_is_file(path)
    with locks.saving:
        _set_aside_strange_journal(path)
        with suppress(*UNREADABLE, schema.UnusableFileError):
            _recover(path)


# -- reading -------------------------------------------------------------------------------------------


def _open_to_read(path: Path, tell: Callable[[str], None]) -> sqlite3.Connection:
    if not path.exists():
        return empty()
    _check_is_file(path)
    if rollback_journal.beside(path).exists():
        with locks.saving, path.open("rb") as file:
            if rollback_journal.is_strange(file, path):
                tell(f"The journal beside the notebook {path} is another file's and has been left out.")
                return _recovered_copy(path, with_journal=False)
    connection = connect(path, "ro")
    with _closed_on_error(connection):
        try:
            schema.version(connection)
        except sqlite3.OperationalError as error:
            if _code(error) not in _NOT_RECOVERED:
                raise
            try:
                _recover(path)
            except sqlite3.OperationalError as unrecovered:
                if _code(unrecovered) not in _NOT_RECOVERED or not filesystem.accompanying(path):
                    raise error from unrecovered
                connection.close()
                tell(
                    f"A save in the notebook {path} was cut off, and can't be tidied up because nothing can "
                    "be written there: what was saved before it is shown."
                )
                return _recovered_copy(path, with_journal=True)
            schema.version(connection)
    return connection


def _in_memory(old: sqlite3.Connection) -> sqlite3.Connection:
    copy = connect(None, "memory")
    with _closed_on_error(copy):
        old.backup(copy)
    return copy


def _recover(path: Path) -> None:
    """Let SQLite roll back what a killed process left half written, which a read-only connection can't.

    Raises sqlite3.OperationalError where nothing can be written.
    """
    if filesystem.unwritable(path):
        with closing(connect(path, "ro")) as connection:
            schema.version(connection)
            return
    with closing(connect(path, "rw")) as connection:
        schema.version(connection)


def _recovered_copy(path: Path, with_journal: bool) -> sqlite3.Connection:
    """What the file holds once rolled back, in memory, where nothing can be written beside the file."""
    with TemporaryDirectory(prefix="seedreader-") as folder, locks.saving:
        copy = Path(folder, path.name)
        for each in (path, *(filesystem.accompanying(path) if with_journal else ())):
            shutil.copyfile(each, copy.with_name(each.name))
        with closing(connect(copy, "rw")) as recovered:
            schema.version(recovered)
            return _in_memory(recovered)


def _check_is_file(path: Path) -> None:
    """Raise UnusableFileError for a folder, a pipe or a device: to open a pipe would wait for ever."""
    if path.exists() and not path.is_file():
        raise schema.UnusableFileError(
            "It is not a file, but a folder or something else that cannot be one: move it away first."
        )


# -- saving --------------------------------------------------------------------------------------------


def _begun(
    path: Path, create: bool, before_migration: Callable[[int], None] | None
) -> tuple[sqlite3.Connection, tuple[int, int] | None]:
    """A connection in a transaction on the file that is at ``path``, and which file that is."""
    while True:
        if create:
            filesystem.create_file(path)
        _check_is_file(path)
        _set_aside_strange_journal(path)
        file = _identity(path)
        connection = connect(path, "rw")
        with _closed_on_error(connection):
            schema.version(connection)
            connection.execute("pragma journal_mode = delete")
            connection.execute("pragma synchronous = extra")
            connection.execute("pragma fullfsync = on")  # on a Mac fsync alone does not reach the disk
            schema.migrate(connection, before_migration)
            connection.execute("begin immediate")
            if _identity(path) == file:
                _journal_first_page(connection)
                return connection, file
        connection.close()


def _journal_first_page(connection: sqlite3.Connection) -> None:
    """Have the first page at the head of the journal, so that `rollback_journal.is_strange` knows whose."""
    connection.execute(f"pragma user_version = {len(schema.MIGRATIONS)}")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file is at a path."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def _set_aside_strange_journal(path: Path) -> None:
    if not rollback_journal.beside(path).exists():
        return
    with path.open("rb") as file:
        if not rollback_journal.is_strange(file, path):
            return
    with locks.alone(path, BUSY_SECONDS) as held:
        if held and rollback_journal.is_strange(held, path):
            rollback_journal.beside(path).rename(
                filesystem.aside(filesystem.real(path), "strange").with_suffix(".journal")
            )
            filesystem.sync_folder(filesystem.real(path).parent)


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise
