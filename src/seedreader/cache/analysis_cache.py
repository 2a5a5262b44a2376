"""What was worked out before, by key, in one file that may be deleted at any time: nothing the reader wrote.

A SQLite file that several programs may use at once. What can't be read counts as not there: a damaged file is
thrown away, and where nothing can be written the cache keeps nothing; either is told once.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock
from time import time
from typing import TypeVar

T = TypeVar("T")

LAYOUT = 1
"""Version of the table; a file with another one is begun anew."""

MOST_BYTES = 256 * 2**20
"""Bytes of all entries together by default; beyond, those that were used longest ago go."""

KEPT_SHARE = 0.8
"""Share of the most bytes that stays when entries have to go."""

WAIT = 1.0
"""Seconds for which another program's write is waited for."""

FRESH = 86_400
"""Seconds for which an entry's last use is not written again."""

CHECKED_EVERY = 2**22
"""Bytes that are written between two looks at the size of all."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_UNUSABLE = (
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_NOMEM,
)  # fmt: skip
"""Errors of the place, not of what the file holds."""

_MANY = 500
"""Keys that are asked for in one statement."""

_TABLE = """
CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON entries (used);
"""


class AnalysisCache:
    """Bytes by key. ``tell`` hears a sentence where the cache can't be used as it should."""

    def __init__(
        self,
        file: Path,
        most_bytes: int = MOST_BYTES,
        tell: Callable[[str], None] = lambda _: None,
        now: Callable[[], float] = time,
    ) -> None:
        self._file, self._most, self._tell, self._now = file, most_bytes, tell, now
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._broken = most_bytes <= 0
        self._unchecked = CHECKED_EVERY

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The entries of these keys that are there and whole."""
        wanted = list(dict.fromkeys(keys))
        rows = self._try(lambda connection: self._rows(connection, wanted), writes=False) or []
        found, aged = {}, []
        for key, used, data in rows:
            try:
                found[key] = zlib.decompress(data)
            except zlib.error:
                continue  # damaged where SQLite does not look; it is worked out again and written over
            if used < self._now() - FRESH:
                aged.append(key)
        if aged:
            self._try(lambda connection: self._touch(connection, aged))
        return found

    def put(self, entries: Mapping[str, bytes]) -> None:
        """Keep entries; one that is there already is replaced."""
        rows = [(key, int(self._now()), zlib.compress(data, 1)) for key, data in entries.items()]
        if rows:
            self._try(lambda connection: self._write(connection, rows))

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._forget_connection()

    # -- the file --------------------------------------------------------------------------------------

    def _try(self, work: Callable[[sqlite3.Connection], T], writes: bool = True) -> T | None:
        """Do something with the file; None where it can't be done."""
        with self._lock:
            for again in (True, False):
                if self._broken or (not writes and self._connection is None and not self._file.exists()):
                    return None
                try:
                    return work(self._opened())
                except sqlite3.DatabaseError as error:
                    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
                    if code in _BUSY:
                        return None  # another program writes: this is worked out again
                    if code in _UNUSABLE:
                        self._give_up(error)
                    elif not (again and self._begin_anew(error)):
                        return None
                except OSError as error:
                    self._give_up(error)
            return None

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600))
            connection = sqlite3.connect(
                self._file, timeout=WAIT, isolation_level=None, check_same_thread=False
            )
            self._connection = connection
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # what a power cut takes is worked out again
            (layout,) = connection.execute("PRAGMA user_version").fetchone()
            if layout != LAYOUT:
                connection.executescript(
                    f"DROP TABLE IF EXISTS entries; {_TABLE} PRAGMA user_version = {LAYOUT}"
                )
        return self._connection

    def _rows(self, connection: sqlite3.Connection, keys: list[str]) -> list[tuple[str, int, bytes]]:
        found: list[tuple[str, int, bytes]] = []
        for at in range(0, len(keys), _MANY):
            part = keys[at : at + _MANY]
            marks = ",".join("?" * len(part))
            select = f"SELECT key, used, data FROM entries WHERE key IN ({marks})"  # noqa: S608  # only marks
            found += connection.execute(select, part)
        return found

    def _touch(self, connection: sqlite3.Connection, keys: list[str]) -> None:
        now = int(self._now())
        connection.executemany("UPDATE entries SET used = ? WHERE key = ?", [(now, key) for key in keys])

    def _write(self, connection: sqlite3.Connection, rows: list[tuple[str, int, bytes]]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.executemany(
                "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)",
                [(key, used, len(data), data) for key, used, data in rows],
            )
            self._unchecked += sum(len(data) for _, _, data in rows)
            if self._unchecked >= CHECKED_EVERY:
                self._unchecked = 0
                self._make_room(connection)
        except BaseException:
            if connection.in_transaction:  # a full disk has ended it already
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        connection.execute("PRAGMA incremental_vacuum")

    def _make_room(self, connection: sqlite3.Connection) -> None:
        """Drop what was used longest ago where all together is too much."""
        (size,) = connection.execute("SELECT coalesce(sum(size), 0) FROM entries").fetchone()
        if size <= self._most:
            return
        going = []
        for key, bytes_ in connection.execute("SELECT key, size FROM entries ORDER BY used, key"):
            if size <= self._most * KEPT_SHARE:
                break
            going.append((key,))
            size -= bytes_
        connection.executemany("DELETE FROM entries WHERE key = ?", going)

    def _begin_anew(self, error: sqlite3.DatabaseError) -> bool:
        """Throw a damaged file away; False where that can't be done."""
        self._forget_connection()
        try:
            for ending in ("", "-wal", "-shm", "-journal"):
                self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
        except OSError as reason:
            self._give_up(reason)
            return False
        self._tell(f"The cache {self._file} was damaged ({error}); it was thrown away and begun anew.")
        return True

    def _give_up(self, error: Exception) -> None:
        self._forget_connection()
        self._broken = True
        self._tell(
            f"The cache {self._file} can't be used ({error}); what is worked out is not kept for next time."
        )

    def _forget_connection(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):  # what can't be closed is let go
                self._connection.close()
            self._connection = None
