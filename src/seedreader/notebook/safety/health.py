"""How the notebook is: whether it can be opened, is whole, is backed up, and can be written to."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from seedreader.notebook.annotation_model import NotebookError
from seedreader.notebook.safety import backups, recovery
from seedreader.notebook.safety.backups import Backup
from seedreader.notebook.safety.fs_checks import surroundings
from seedreader.notebook.storage import database, filesystem, integrity, schema
from seedreader.text.plurals import count


@dataclass(frozen=True, slots=True)
class Health:
    """The state of the notebook ``path``.

    ``refused``: why it can't be opened, or None. ``sqlite``: what SQLite's integrity check finds, ``unsound``
    the rows whose hash does not hold, as "table key". ``annotations`` and ``stories`` (those not deleted)
    and ``texts`` are None where they can't be counted. ``file_system``: as the system calls it, None where
    unknown.
    ``unwritable``: why nothing can be saved, or None.
    """

    path: Path
    exists: bool
    refused: str | None = None
    sqlite: tuple[str, ...] = ()
    unsound: tuple[str, ...] = ()
    version: int | None = None
    annotations: int | None = None
    texts: int | None = None
    stories: int | None = None
    backup: Backup | None = None
    file_system: str | None = None
    unwritable: str | None = None

    @property
    def network(self) -> bool:
        """Whether the file is on another machine."""
        return filesystem.is_network(self.file_system)

    @property
    def damaged(self) -> bool:
        """Whether something in the file is not as it was written."""
        return bool(self.sqlite or self.unsound)

    @property
    def ok(self) -> bool:
        """Whether the notebook can be read and written, all of it is whole, and none is missed."""
        return not (self.refused or self.damaged or self.unwritable or self.gone)

    @property
    def gone(self) -> bool:
        """Whether there is nothing where a notebook was once: backups of it are there."""
        return not self.exists and self.backup is not None

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that for people, the worst first."""
        return tuple(filter(None, (*_faults(self), _contents(self), _kept(self))))


def check(path: Path) -> Health:
    """Look at everything: every page and every row. Changes nothing."""
    try:
        with database.explained(path, "look at"):
            place = Health(
                path,
                filesystem.is_begun(path),
                backup=next(iter(backups.listed(path)), None),
                file_system=filesystem.kind(path),
                unwritable=filesystem.unwritable(path),
            )
    except NotebookError as error:
        return Health(path, exists=True, refused=str(error))
    return _looked_into(place) if place.exists else place


def warnings(path: Path) -> tuple[str, ...]:
    """What the reader must know when the program starts: what `surroundings` says, and what is damaged."""
    found = surroundings(path)
    if not filesystem.is_begun(path):
        return (*found, gone(path)) if backups.listed(path) else found
    try:
        with database.explained(path, "read"), database.stored(path) as connection:
            trouble = integrity.trouble(connection)
    except NotebookError as error:
        damaged = isinstance(error, integrity.DamagedError) and recovery.is_damaged(path)
        return (*found, structure(path, str(error.__cause__ or error)) if damaged else str(error))
    if trouble.unsound:
        return (*found, damage(path, len(trouble.unsound)))
    return (*found, structure(path, trouble.sqlite[0])) if trouble.sqlite else found


def gone(path: Path) -> str:
    """The sentence on a notebook that was there, and where its newest backup is."""
    newest = next(iter(backups.listed(path)), None)
    lost = "is gone (an empty file is in its place)" if path.exists() else "is gone"
    if newest is None:
        return f"The notebook {path} that was there {lost}, and there is no backup."
    return (
        f"The notebook {path} that was there {lost}: its newest backup is {newest.path}, and "
        "`seedreader notes restore` brings it back."
    )


def damage(path: Path, count: int) -> str:
    """The sentence on rows that are damaged."""
    what = "One row" if count == 1 else f"{count} rows"
    return (
        f"{what} of the notebook {path} {'is' if count == 1 else 'are'} damaged: the next save puts right "
        "what can be, and keeps the damaged file."
    )


def structure(path: Path, finding: str) -> str:
    """The sentence on what SQLite finds wrong."""
    return (
        f"The notebook {path} is damaged ({finding}): the next save puts right what can be, and keeps the "
        "damaged file."
    )


def _looked_into(place: Health) -> Health:
    path = place.path
    try:
        with database.explained(path, "read"), database.stored(path) as connection:
            trouble = integrity.trouble(connection)
            return replace(
                place,
                sqlite=trouble.sqlite,
                unsound=trouble.unsound,
                version=schema.version(connection),
                annotations=_count(connection, "annotations where deleted is null"),
                texts=_count(connection, "versions"),
                stories=_count(connection, "stories where deleted is null"),
            )
    except NotebookError as error:
        if isinstance(error, integrity.DamagedError) and recovery.is_damaged(path):
            return replace(place, sqlite=(str(error.__cause__ or error),))
        return replace(place, refused=str(error))


def _count(connection: sqlite3.Connection, rows: str) -> int | None:
    try:
        return int(connection.execute(f"select count(*) from {rows}").fetchone()[0])  # noqa: S608
    except integrity.UNREADABLE:  # damaged: `sqlite` says how
        return None


def _faults(health: Health) -> list[str]:
    found = [health.refused] if health.refused else []
    if health.sqlite:
        found.append(structure(health.path, health.sqlite[0]))
    if health.unsound:
        found.append(damage(health.path, len(health.unsound)))
    return found if health.refused else [*found, *surroundings(health.path)]


def _contents(health: Health) -> str:
    if not health.exists:
        return gone(health.path) if health.gone else f"There is no notebook at {health.path} yet."
    if health.annotations is None or health.texts is None:
        return ""
    whole = "" if health.damaged else ", all of it whole"
    held = f"{count(health.annotations, 'annotation')} on {count(health.texts, 'article text')}"
    if health.stories:
        held = (
            ", ".join((count(health.annotations, "annotation"), count(health.texts, "article text")))
            + f" and {count(health.stories, 'kept story')}"
        )
    return f"The notebook {health.path} holds {held}{whole}."


def _kept(health: Health) -> str:
    if health.backup is None:
        return "There is no backup yet." if health.exists else ""
    return f"The newest backup is {health.backup.path}, of {health.backup.when.astimezone():%d %B %Y, %H:%M}."
