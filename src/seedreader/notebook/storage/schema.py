"""The notebook's tables, and how a file made by an older version gets them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from seedreader.notebook.storage import migrations

APPLICATION_ID = migrations.APPLICATION_ID

MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    migrations.first,
    migrations.second,
    migrations.third,
    migrations.fourth,
    migrations.fifth,
    migrations.sixth,
    migrations.seventh,
)
"""What at index n brings a file from ``user_version`` n to n + 1. Never edit published ones."""

# one statement, because another process may be migrating the file between two
_HEADER = """select user_version, application_id, (select count(*) from sqlite_master)
    from pragma_user_version, pragma_application_id"""


class UnusableFileError(Exception):
    """A file that isn't this program's to touch, and why."""


class NewerFileError(UnusableFileError):
    """A notebook of a version of this program that is yet to come."""


class ForeignFileError(UnusableFileError):
    """A database that says it is another program's."""


def version(connection: sqlite3.Connection) -> int:
    """The file's ``user_version``. Raises UnusableFileError."""
    found, application, tables = connection.execute(_HEADER).fetchone()
    if found > len(MIGRATIONS):
        raise NewerFileError(
            "It was written by a newer version of seedreader and has been left untouched: update seedreader."
        )
    if tables and application != APPLICATION_ID:
        raise ForeignFileError("It is another program's database and has been left untouched.")
    return int(found)


def migrate(connection: sqlite3.Connection, before: Callable[[int], None] | None = None) -> None:
    """Bring an open file up to date in one transaction; another process may be doing the same.

    ``before`` is called with the version of a file that has something in it, once nobody else can write.
    """
    if version(connection) == len(MIGRATIONS):
        return
    connection.execute("begin immediate")
    try:
        found = version(connection)
        if before and 0 < found < len(MIGRATIONS):
            before(found)
        for step in MIGRATIONS[found:]:
            step(connection)
        connection.execute(f"pragma user_version = {len(MIGRATIONS)}")
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
