"""A whole notebook out of a damaged file: its whole rows, filled up from its log and its newest backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from seedreader.notebook.annotation_model import NotebookError
from seedreader.notebook.safety import backups, row_recovery
from seedreader.notebook.safety.row_recovery import RecoveredRows, Rows
from seedreader.notebook.storage import database, filesystem, hashed_rows, integrity, locks, schema
from seedreader.notebook.storage.hashed_rows import ABOUT, ANNOTATIONS, TABLES, VERSIONS
from seedreader.text.plurals import count


@dataclass(frozen=True, slots=True)
class RecoveryResult:
    """What came of a damaged notebook: how many annotations (deleted ones too) were whole in the file, were
    filled up from its log or its newest backup, and are known to be lost; how many article texts are lost.

    ``kept`` is where the damaged file is now, None where it was only looked at.
    """

    saved: int
    filled: int
    lost: int
    texts_lost: int
    backup: Path | None
    kept: Path | None = None

    @property
    def sentence(self) -> str:
        """That for people."""
        parts = [f"{count(self.saved, 'annotation')} whole"]
        if self.filled:
            source = f"its log and the backup {self.backup.name}" if self.backup else "its log"
            parts.append(f"{self.filled} from {source}")
        lost = [count(self.lost, "annotation")] * bool(self.lost)
        lost += [count(self.texts_lost, "article text")] * bool(self.texts_lost)
        parts.append(f"{' and '.join(lost) or 'nothing'} known to be lost")
        kept = f"; the damaged file is kept as {self.kept}" if self.kept else ""
        return ", ".join(parts) + kept


def is_damaged(path: Path) -> bool:
    """Whether a file is a notebook with something wrong in it."""
    try:
        with database.stored(path) as connection:
            if not is_older(connection):
                return bool(integrity.trouble(connection))
            with closing(database.upgraded(connection)) as upgraded:
                return bool(integrity.trouble(connection) or integrity.trouble(upgraded))
    except schema.NewerFileError:
        return False
    except (*integrity.UNREADABLE, schema.ForeignFileError) as error:
        if isinstance(error, sqlite3.Error) and database.is_of_the_surroundings(error):
            return False
        content = _content(path)
        return row_recovery.is_marked(content) or row_recovery.recovered_rows(content).ours


def is_older(connection: sqlite3.Connection) -> bool:
    """Whether a file is a notebook of an older version."""
    return 0 < schema.version(connection) < len(schema.MIGRATIONS)


def view(path: Path) -> tuple[sqlite3.Connection, RecoveryResult]:
    """What can be had of a damaged notebook, as a notebook in memory; the file stays as it is."""
    with database.explained(path, "read"):
        return _rebuilt(path, _content(path))


def repair(path: Path) -> RecoveryResult | None:
    """Put what can be had of a damaged notebook in its place, and keep the damaged file beside it.

    None where nothing is wrong with the file, perhaps because another process has just repaired it. Raises
    NotebookError where the file never was a notebook, or nothing can be written.
    """
    new = backups.unfinished_in(filesystem.real(path).parent, path)
    with database.explained(path, "repair"):
        database.settle(path)
        with locks.alone(path, database.BUSY_SECONDS) as held:
            if held is None:
                return None
            content = held.read()
            if not _is_damaged(content):
                _check_ours(path, row_recovery.recovered_rows(content))
                return None
            try:
                connection, salvaged = _rebuilt(path, content)
                with closing(connection):
                    backups.copy(connection, new)
                return replace(
                    salvaged, kept=filesystem.replace(new, path, filesystem.aside(path, "damaged"))
                )
            finally:
                new.unlink(missing_ok=True)


def _content(path: Path) -> bytes:
    """The bytes of a notebook file; of one of an older version those of a copy brought up to date."""
    with suppress(*integrity.UNREADABLE, schema.UnusableFileError), database.stored(path) as connection:
        if is_older(connection):
            with TemporaryDirectory(prefix="seedreader-") as folder:
                with closing(database.upgraded(connection)) as upgraded:
                    backups.copy(upgraded, Path(folder, "copy"))
                return Path(folder, "copy").read_bytes()
    with locks.saving:
        return path.read_bytes()


def _is_damaged(content: bytes) -> bool:
    with TemporaryDirectory(prefix="seedreader-") as folder:
        copy = Path(folder, "copy")
        copy.write_bytes(content)
        return is_damaged(copy)


def _rebuilt(path: Path, content: bytes) -> tuple[sqlite3.Connection, RecoveryResult]:
    found = row_recovery.recovered_rows(content)
    _check_ours(path, found)
    if 0 < row_recovery.version(content) < len(schema.MIGRATIONS) and not any(found.rows.values()):
        raise NotebookError(
            f"The notebook {path} is damaged and of an older version, which can't be repaired: "
            "restore a backup."
        )
    whole = _annotations(found.rows)
    for table, row in row_recovery.logged(found.rows):
        row_recovery.add(found.rows, table, row)
    backup = _fill(path, found.rows)
    now = _annotations(found.rows)
    known = found.annotations | {str(row["id"]) for row in found.rows[ANNOTATIONS.name].values()}
    texts = {str(key[0]) for key in found.rows[VERSIONS.name]}
    mentioned = found.versions | {str(row["version"]) for row in found.rows[ANNOTATIONS.name].values()}
    return _written(found.rows), RecoveryResult(
        saved=len(whole),
        filled=len(now - whole),
        lost=len(known - now),
        texts_lost=len(mentioned - texts),
        backup=backup,
    )


def _check_ours(path: Path, found: RecoveredRows) -> None:
    if not found.ours:
        raise NotebookError(
            f"The file {path} is not a seedreader notebook and has been left untouched: move it away first."
        )


def _annotations(found: Rows) -> set[str]:
    return {str(key[0]) for key in found[ANNOTATIONS.name]}


def _fill(path: Path, found: Rows) -> Path | None:
    """Add what the newest good backup of this notebook has; returns where that is."""
    about = found[ABOUT.name].get(("id",))
    backup = backups.newest_good(path, str(about["value"]) if about else "")
    if backup is None:
        return None
    with database.reading(backup.path, lambda _: None) as connection:
        for table in TABLES.values():
            for row in hashed_rows.every(connection, table):
                row_recovery.add(found, table, row)
    return backup.path


def _written(found: Rows) -> sqlite3.Connection:
    connection = database.empty()
    connection.execute("begin")
    for table in TABLES.values():
        for row in found[table.name].values():
            hashed_rows.put(connection, table, row)
    connection.execute("commit")
    return connection
