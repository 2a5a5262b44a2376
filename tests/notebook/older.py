"""Notebook files as older versions of the program made them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import uuid
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from seedreader.notebook import version_of
from seedreader.notebook.storage import hashed_rows, migrations

AT = "2026-01-02T03:04:05.000000+00:00"
FIELDS = ("id", "version", "start", "end", "quote", "kind", "body", "created", "changed", "deleted")


def first_version(
    path: Path, text: str, bodies: Sequence[str], tags: Sequence[str] = (), deleted: Sequence[str] = ()
) -> list[str]:
    """A file of the first version with notes on the text's first word, tags, and deleted notes.

    Each was added in a change of its own, and each of ``deleted`` deleted in another. Returns their ids.
    """
    version, word = version_of(text), text.split()[0]
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.row_factory = sqlite3.Row
        migrations.first(connection)
        connection.execute("pragma user_version = 1")
        connection.execute("insert into versions values (?, ?, ?)", (version, text, len(text)))
        connection.execute(
            "insert into sources values (?, 'Mill', '/mill.txt', 'The Gazette', ?)", (version, AT)
        )
        made = []
        for kind, body in [*(("note", b) for b in (*bodies, *deleted)), *(("tag", t) for t in tags)]:
            made.append(str(uuid.uuid4()))
            row: tuple[object, ...] = (made[-1], version, 0, len(word), word, kind, body, AT, AT, None)
            _log(connection, version, "add", None, row)
            if body in deleted:
                gone = (*row[:-1], AT)
                _log(connection, version, "delete", row, gone)
                row = gone
            connection.execute(
                "insert into annotations values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, _hash(row))
            )
    path.chmod(0o600)
    return made


def second_version(
    path: Path,
    text: str,
    bodies: Sequence[str],
    tags: Sequence[str] = (),
    deleted: Sequence[str] = (),
    seen: Sequence[str] = (),
) -> list[str]:
    """The same in a file of the second version; the text was ``seen`` at these paths, too."""
    made = first_version(path, text, bodies, tags, deleted)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("begin")
        migrations.second(connection)
        for place in seen:
            row = {"version": version_of(text), "name": "Mill", "path": place, "outlet": "", "title": ""}
            hashed_rows.put(connection, migrations.SECOND_SEEN, {**row, "published": "", "seen": AT})
        connection.execute("pragma user_version = 2")
        connection.execute("commit")
    return made


def third_version(
    path: Path,
    text: str,
    bodies: Sequence[str],
    tags: Sequence[str] = (),
    deleted: Sequence[str] = (),
) -> list[str]:
    """The same in a file of the third version."""
    made = second_version(path, text, bodies, tags, deleted)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("begin")
        migrations.third(connection)
        connection.execute("pragma user_version = 3")
        connection.execute("commit")
    return made


VERSIONS = {1: first_version, 2: second_version, 3: third_version}
"""What makes a file of each older version."""


def _log(
    connection: sqlite3.Connection,
    version: str,
    action: str,
    before: tuple[object, ...] | None,
    after: tuple[object, ...],
) -> None:
    connection.execute(
        "insert into changes (version, at, action, before, after) values (?, ?, ?, ?, ?)",
        (version, AT, action, before and _stored(before), _stored(after)),
    )


def _stored(row: tuple[object, ...]) -> str:
    return json.dumps({**dict(zip(FIELDS, row, strict=True)), "hash": _hash(row)})


def _hash(row: tuple[object, ...]) -> str:
    return hashlib.sha256(json.dumps(row).encode()).hexdigest()
