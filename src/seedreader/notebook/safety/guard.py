"""What stands between the notebook and everything that can happen to its file.

A look at a damaged file shows what can be had of it and changes nothing; the first save puts it right and
then saves. The first save of a day makes a backup. What the reader should know is told in one sentence each.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from seedreader.notebook.annotation_model import NotebookError
from seedreader.notebook.safety import backups, fs_checks, health, recovery
from seedreader.notebook.storage import database, filesystem, hashed_rows, integrity, locks, schema
from seedreader.notebook.storage.database import ReplacedError
from seedreader.notebook.storage.integrity import DamagedError

T = TypeVar("T")
Told = Callable[[str], None]

_ATTEMPTS = 4
"""How often a save is made again when the file was replaced, or repaired, under it."""


def log(sentence: str) -> None:
    """Tell what happened to the notebook in the log ``seedreader.notebook``."""
    # imported when something went wrong
    import logging

    logging.getLogger("seedreader.notebook").warning(sentence)


class Guard:
    """Looks into the notebook file ``path`` and saves into it, from any thread."""

    def __init__(self, path: Path, tell: Told) -> None:
        self._path = path
        self._tell = tell
        self._told: set[str] = set()
        self._notebook: str | None = None
        self._backed_up: date | None = None
        self._unsound = False
        self._looked_over = False
        self._view: tuple[tuple[int, int, int], sqlite3.Connection] | None = None

    def read(self, look: Callable[[sqlite3.Connection], T]) -> T:
        """What ``look`` finds in the notebook. Raises NotebookError."""
        notices: list[str] = []
        try:
            with database.explained(self._path, "read"):
                notices += self._surroundings()
                return self._read(look, notices.append)
        finally:
            self._say(notices)

    def save(self, change: Callable[[sqlite3.Connection], T], create: bool = False) -> T:
        """Make a change in one transaction, which is on disk when this returns. Raises NotebookError.

        ``change`` may be called again where the file had to be repaired, or was replaced, meanwhile.
        """
        notices: list[str] = []
        try:
            with database.explained(self._path, "write to"), locks.saving:
                notices += self._surroundings()
                return self._save(change, create, notices.append)
        finally:
            self._say(notices)

    def damaged(self) -> tuple[str, ...]:
        """The rows that are not what was written, as "table key"; the next save puts right what can be."""
        found = self.read(hashed_rows.damaged)
        if found:
            self._unsound = True
            self._say([health.damage(self._path, len(found))])
        return found

    # ---------------------------------------------------------------------------------------------------

    def _read(self, look: Callable[[sqlite3.Connection], T], notice: Told) -> T:
        if not filesystem.is_begun(self._path) and (self._notebook or backups.listed(self._path)):
            notice(health.gone(self._path))
        try:
            with database.reading(self._path, notice) as connection:
                self._recognise(connection, notice)
                return look(connection)
        except Exception as error:
            if not self._may_be_damage(error) or not recovery.is_damaged(self._path):
                raise
        with locks.saving:
            return look(self._salvaged(notice))

    def _salvaged(self, notice: Told) -> sqlite3.Connection:
        """What can be had of the damaged file, worked out once as long as it stays the same."""
        status = self._path.stat()
        state = (status.st_ino, status.st_size, status.st_mtime_ns)
        if self._view is None or self._view[0] != state:
            connection, salvaged = recovery.view(self._path)
            self._view = (state, connection)
            weakref.finalize(self, connection.close)
            self._unsound = True
            notice(
                f"The notebook {self._path} is damaged: {salvaged.sentence}; the next save puts it right and "
                "keeps the damaged file."
            )
        return self._view[1]

    def _save(self, change: Callable[[sqlite3.Connection], T], create: bool, notice: Told) -> T:
        if why := filesystem.unwritable(self._path):
            raise NotebookError(
                f"Can't write to the notebook {self._path}, because {why}: change its permissions, or "
                "name another folder with SEEDREADER_DATA."
            )
        begun = not filesystem.is_begun(self._path)
        if begun and not create:
            raise NotebookError(health.gone(self._path))
        self._back_up(notice)
        if not begun:
            self._look_over()
        if self._unsound:
            self._repair(notice)
        for _ in range(_ATTEMPTS):
            try:
                with database.saving(self._path, create, self._before_migration) as connection:
                    made = change(connection)
                    found = backups.notebook_id(connection)
            except ReplacedError:
                continue
            except Exception as error:
                if not self._may_be_damage(error) or not self._repair(notice):
                    raise
                continue
            self._is(found, notice, begun)
            return made
        raise NotebookError(
            f"Can't write to the notebook {self._path}. Something keeps putting another file in its place: "
            "close the other program."
        )

    def _before_migration(self, version: int) -> None:
        try:
            backups.make(self._path, f"version-{version}")
        except NotebookError as error:
            raise NotebookError(
                f"The notebook {self._path} is of an older version, and is not brought up to date without a "
                f"backup. {error}"
            ) from error

    def _back_up(self, notice: Told) -> None:
        today = date.today()
        if self._backed_up == today:
            return
        self._backed_up = today
        try:
            backups.daily(self._path)
        except DamagedError:
            self._unsound = recovery.is_damaged(self._path)
        except NotebookError as error:
            notice(f"There is no backup of today. {error}")

    def _look_over(self) -> None:
        """Look once for what could make a save do more damage."""
        if not self._looked_over:
            self._looked_over = True
            try:
                with database.stored(self._path) as connection:
                    self._unsound = self._unsound or bool(integrity.structure(connection))
            except (*integrity.UNREADABLE, schema.UnusableFileError):
                return  # the save will say it

    def _repair(self, notice: Told) -> bool:
        """Put right what is damaged; whether anything was."""
        if self._is_sound_but_older():  # it is brought up to date first
            return False
        self._unsound = False
        if not recovery.is_damaged(self._path):
            return False
        salvaged = recovery.repair(self._path)
        if salvaged:
            notice(f"The notebook {self._path} was damaged and has been repaired: {salvaged.sentence}.")
            self._backed_up = None
            self._back_up(notice)
        return True

    def _is_sound_but_older(self) -> bool:
        """Whether SQLite finds nothing wrong with a file of an older version."""
        try:
            with database.stored(self._path) as connection:
                return recovery.is_older(connection) and not integrity.structure(connection)
        except (*integrity.UNREADABLE, schema.UnusableFileError):
            return False

    @staticmethod
    def _may_be_damage(error: Exception) -> bool:
        cause = error.__cause__ if isinstance(error, NotebookError) and error.__cause__ else error
        return isinstance(cause, schema.ForeignFileError) or not database.is_of_the_surroundings(cause)

    # -- what is told ------------------------------------------------------------------------------------

    def _surroundings(self) -> tuple[str, ...]:
        return fs_checks.surroundings(self._path) if self._notebook is None else ()

    def _recognise(self, connection: sqlite3.Connection, notice: Told) -> None:
        """Notice whether this is the notebook that was there before."""
        in_file = connection.execute("select file from pragma_database_list").fetchone()["file"]
        if in_file and filesystem.is_begun(self._path):
            self._is(backups.notebook_id(connection), notice, begun=False)

    def _is(self, found: str, notice: Told, begun: bool) -> None:
        before, self._notebook = self._notebook, found
        if begun and (before or backups.listed(self._path)):
            notice(f"A new notebook has been begun. {health.gone(self._path)}")
        elif before not in (None, found):
            notice(
                f"The notebook {self._path} was replaced by another one while it was open: what is shown and "
                "saved is in the one that is there now."
            )

    def _say(self, notices: list[str]) -> None:
        for sentence in dict.fromkeys(notices):
            if sentence not in self._told:
                self._told.add(sentence)
                self._tell(sentence)
