"""The notebook's tables, and how a file made by an older version gets them."""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x53454544
"""Marks an SQLite file as a seedreader notebook ("SEED")."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"pragma application_id = {APPLICATION_ID}",
        """create table versions (
            sha256 text primary key,
            text   text not null,
            length integer not null
        )""",
        """create table sources (
            version text not null references versions,
            name    text not null,
            path    text not null,
            outlet  text not null,
            seen    text not null,
            primary key (version, name, path, outlet)
        )""",
        "create index sources_by_path on sources (path)",
        "create index sources_by_name on sources (name)",
        """create table annotations (
            id      text primary key,
            version text not null references versions,
            "start" integer not null,
            "end"   integer not null,
            quote   text not null,
            kind    text not null,
            body    text not null,
            created text not null,
            changed text not null,
            deleted text,
            hash    text not null
        )""",
        "create index annotations_by_version on annotations (version)",
        """create table changes (
            id       integer primary key autoincrement,
            version  text not null references versions,
            at       text not null,
            action   text not null,
            "before" text,
            "after"  text not null,
            state    text not null default 'done'
        )""",
        "create index changes_by_state on changes (version, state, id)",
    ),
)
"""Statements; those at index n bring a file from ``user_version`` n to n + 1. Never edit published ones."""

# one statement, because another process may be migrating the file between two
_HEADER = """select user_version, application_id, (select count(*) from sqlite_master)
    from pragma_user_version, pragma_application_id"""


class UnusableFileError(Exception):
    """A file that isn't this program's to touch, and why."""


def version(connection: sqlite3.Connection) -> int:
    """The file's ``user_version``. Raises UnusableFileError."""
    found, application, tables = connection.execute(_HEADER).fetchone()
    if found > len(MIGRATIONS):
        raise UnusableFileError(
            "It was written by a newer version of seedreader and has been left untouched: update seedreader."
        )
    if tables and application != APPLICATION_ID:
        raise UnusableFileError("It is another program's database and has been left untouched.")
    return int(found)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an open file up to date, one transaction for each step; another process may be doing the same."""
    while version(connection) < len(MIGRATIONS):
        connection.execute("begin immediate")
        if (found := version(connection)) < len(MIGRATIONS):
            for statement in MIGRATIONS[found]:
                connection.execute(statement)
            connection.execute(f"pragma user_version = {found + 1}")
        connection.execute("commit")
