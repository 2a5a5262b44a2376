"""Backups: whole copies in the folder ``backups`` beside the notebook, each opened and checked when made.

Of each kind the last ten stay, and of each of the last twelve months the last one. Only a copy without a
fault is ever given a name, and every notebook has a count of its own, so neither a damaged notebook nor one
begun anew in the same place pushes good backups out.
"""

from __future__ import annotations

import re
import secrets
import sqlite3
import time
import uuid
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from seedreader.notebook.annotation_model import NotebookError
from seedreader.notebook.storage import database, filesystem, integrity, locks, schema
from seedreader.notebook.storage.integrity import DamagedError

KEPT = 10
"""How many of each kind stay."""

MONTHS = 12
"""Of how many months one stays."""

_STAMP = "%Y%m%dT%H%M%S.%fZ"
_UNFINISHED = ".unfinished"
_UNFINISHED_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: where, from when (UTC), what for ("daily", "manual", "version-1": before that was brought up
    to date), its size in bytes, and the beginning of the id of the notebook that it is of."""

    path: Path
    when: datetime
    why: str
    size: int
    notebook: str


def folder(path: Path) -> Path:
    """Where the backups of the notebook ``path`` are."""
    return path.parent / "backups"


def listed(path: Path) -> tuple[Backup, ...]:
    """The backups of the notebook ``path``, the newest first."""
    name = re.compile(
        rf"{re.escape(path.stem)}-(\d{{8}}T\d{{6}}\.\d{{6}}Z)-([a-z0-9-]+)-([0-9a-f]{{8}}){re.escape(path.suffix)}"
    )
    found = []
    with database.explained(folder(path), "list the backups of"):
        for file in folder(path).iterdir() if folder(path).is_dir() else ():
            if match := name.fullmatch(file.name):
                when = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(file, when, match[2], file.stat().st_size, match[3]))
    return tuple(sorted(found, key=lambda backup: backup.when, reverse=True))


def daily(path: Path) -> Path | None:
    """Make today's backup; None where there is one, or nothing to back up. Raises as `make`."""
    if not path.exists() or not path.stat().st_size:
        return None
    today = datetime.now().astimezone().date()
    for backup in listed(path):
        if backup.why == "daily" and backup.when.astimezone().date() == today:
            return None
    return make(path, "daily")


def make(path: Path, why: str = "manual") -> Path:
    """Make a backup and return where it is. ``why`` is made of small letters, digits and hyphens.

    Raises DamagedError where the notebook is damaged, and NotebookError where no copy could be made.
    """
    with database.explained(path, "make a backup of"):
        if not path.exists():
            raise NotebookError(f"There is no notebook to back up at {path}.")
        unfinished = unfinished_in(folder(path), path)
        try:
            with database.stored(path) as connection:
                about = notebook_id(connection)
                filesystem.create_folder(folder(path))
                copy(connection, unfinished)
            fault = _fault(unfinished)
            if fault:
                raise DamagedError(
                    f"No backup of the notebook {path} was made, because it is damaged: {fault}."
                )
            name = f"{path.stem}-{datetime.now(UTC):{_STAMP}}-{why}-{about[:8]}{path.suffix}"
            made = unfinished.rename(folder(path) / name)
            filesystem.sync_folder(folder(path))
        finally:
            unfinished.unlink(missing_ok=True)
        _rotate(path, about[:8])
    return made


def restore(path: Path, backup: Path) -> Path | None:
    """Put a copy of a backup, or of any other notebook file, in place of the notebook.

    Returns where the notebook that was there is kept, with the journal it may have had; None where there
    was none. Raises NotebookError, and has changed nothing then, where the backup is not a whole notebook.
    """
    with database.explained(backup, "restore"):
        if not backup.exists():
            raise NotebookError(f"There is no backup at {backup}.")
        with database.stored(backup) as connection:
            if schema.version(connection) == 0:
                raise NotebookError(f"Can't restore the notebook {backup}. There is nothing in it.")
            if fault := str(integrity.trouble(connection)):
                raise DamagedError(f"Can't restore the notebook {backup}. It is damaged: {fault}.")
            with database.explained(path, "restore"):
                filesystem.create_folder(path.parent)
                return put_in_place(connection, path, "replaced")


def put_in_place(content: sqlite3.Connection, path: Path, what: str) -> Path | None:
    """Write what a connection holds as the notebook ``path``; the file that was there is kept (`restore`)."""
    new = unfinished_in(filesystem.real(path).parent, path)
    try:
        copy(content, new)
        database.settle(path)
        with locks.alone(path, database.BUSY_SECONDS):
            return filesystem.replace(new, path, filesystem.aside(path, what))
    finally:
        new.unlink(missing_ok=True)


def copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy a database into a new private file, which is on disk once this returns."""
    filesystem.create_file(target)
    with closing(database.connect(target, "rw")) as copied:
        source.backup(copied)
        copied.execute("pragma journal_mode = delete")
        copied.execute(f"pragma schema_version = {secrets.randbits(30)}")  # see `rollback_journal.is_strange`
    filesystem.sync_file(target)


def unfinished_in(place: Path, path: Path) -> Path:
    """A name for a file that is being made; one that is left over for a day is cleared away."""
    return place / f".{path.name}.{uuid.uuid4().hex}{_UNFINISHED}"


def newest_good(path: Path, about: str) -> Backup | None:
    """The newest whole backup of the notebook with this id (empty: of any)."""
    for backup in listed(path):
        if about[:8] in ("", backup.notebook) and not _fault(backup.path):
            return backup
    return None


def notebook_id(connection: sqlite3.Connection) -> str:
    """What tells this notebook from others; zeros where it has none yet, or none that can be read."""
    try:
        found = connection.execute("select value from about where name = 'id'").fetchone()
    except integrity.UNREADABLE:  # a file of the first version, or a damaged one
        found = None
    known = str(found["value"]) if found else ""
    return known if re.match("[0-9a-f]{8}", known) else "0" * 8


def _fault(file: Path) -> str:
    """What is wrong with a file, or nothing."""
    try:
        with closing(database.connect(file, "ro")) as connection:
            schema.version(connection)
            return str(integrity.trouble(connection))
    except (*integrity.UNREADABLE, schema.UnusableFileError) as error:
        return str(error)


def _rotate(path: Path, about: str) -> None:
    backups = [backup for backup in listed(path) if backup.notebook == about]
    keep: set[Path] = set()
    for why in {backup.why for backup in backups}:
        keep.update([backup.path for backup in backups if backup.why == why][:KEPT])
    months = {(b.when.year, b.when.month): b.path for b in reversed(backups)}
    keep.update([months[month] for month in sorted(months, reverse=True)][:MONTHS])
    for backup in backups:
        if backup.path not in keep:
            backup.path.unlink(missing_ok=True)
    unfinished = f".{path.name}.*{_UNFINISHED}*"
    for left in (*folder(path).glob(unfinished), *filesystem.real(path).parent.glob(unfinished)):
        if time.time() - left.stat().st_mtime > _UNFINISHED_SECONDS:
            left.unlink(missing_ok=True)
