"""Rows of the notebook's tables, each with a hash that tells when a disk has changed it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

Row = dict[str, object]
"""One row as stored, without its hash: the table's fields and their values."""


class HashedTable(NamedTuple):
    """A table: its fields in the order stored (``hash`` comes after them), and those that name a row.

    ``rowid``: whether the key is SQLite's own row number, which the record on disk leaves out.
    """

    name: str
    fields: tuple[str, ...]
    key: tuple[str, ...]
    rowid: bool = False


ANNOTATIONS = HashedTable(
    "annotations",
    (
        "id", "kind", "body", "version", "ranges", "quote", "other_version", "other_ranges", "other_quote",
        "author", "created", "changed", "deleted", "written",
    ),
    ("id",),
)  # fmt: skip
CODES = HashedTable("codes", ("name", "description", "colour", "deleted", "written"), ("name",))
VERSIONS = HashedTable("versions", ("sha256", "text", "sketch"), ("sha256",))
SEEN = HashedTable(
    "seen",
    ("version", "name", "uri", "member", "outlet", "title", "published", "seen"),
    ("version", "name", "uri", "member", "outlet", "title", "published"),
)
CHANGES = HashedTable("changes", ("id", "at", "action", "rows", "state"), ("id",), rowid=True)
SCOPES = HashedTable("scopes", ("change", "version"), ("change", "version"))
BODIES = HashedTable("bodies", ("sha256", "packed"), ("sha256",))
FETCHED = HashedTable(
    "fetched", ("address", "at", "final", "status", "content_type", "body"), ("address", "at")
)
EVENTS = HashedTable("events", ("id", "at", "kind", "one", "other"), ("id",))
STORIES = HashedTable(
    "stories", ("id", "name", "folders", "created", "archived", "deleted", "written"), ("id",)
)
STORY_SOURCES = HashedTable(
    "story_sources",
    (
        "story", "uri", "member", "version", "number", "size", "modified", "sha256", "added", "deleted",
        "written",
    ),
    ("story", "uri", "member"),
)  # fmt: skip
READINGS = HashedTable("readings", ("story", "at", "origins", "conflicts", "written"), ("story",))
READ_MARKS = HashedTable("read_marks", ("version", "read", "written"), ("version",))
CORRECTIONS = HashedTable(
    "corrections",
    (
        "uri", "member", "fact", "other_uri", "other_member", "value", "author", "created", "changed",
        "deleted", "written",
    ),
    ("uri", "member", "fact", "other_uri", "other_member"),
)  # fmt: skip
ABOUT = HashedTable("about", ("name", "value"), ("name",))

TABLES = {
    t.name: t
    for t in (
        ABOUT, VERSIONS, SEEN, ANNOTATIONS, CODES, CHANGES, SCOPES, BODIES, FETCHED, EVENTS, STORIES,
        STORY_SOURCES, READINGS, READ_MARKS, CORRECTIONS,
    )
}  # fmt: skip
"""Every table by its name, those first that others refer to."""


def put(connection: sqlite3.Connection, table: HashedTable, row: Mapping[str, object]) -> None:
    """Write ``row`` in place of the one with its key, or as a new one."""
    names = ", ".join(f'"{field}"' for field in (*table.fields, "hash"))
    places = ", ".join("?" * (len(table.fields) + 1))
    updates = ", ".join(
        f'"{field}" = excluded."{field}"' for field in (*table.fields, "hash") if field not in table.key
    )
    key = ", ".join(f'"{field}"' for field in table.key)
    statement = (
        f"insert into {table.name} ({names}) values ({places}) on conflict ({key}) do update set {updates}"  # noqa: S608
    )
    connection.execute(statement, [*(row[field] for field in table.fields), hash_of(table, row)])


def get(connection: sqlite3.Connection, table: HashedTable, row: Mapping[str, object]) -> Row | None:
    """The stored row with the key of ``row``, deleted or not, if it is there and whole."""
    where = " and ".join(f'"{field}" = ?' for field in table.key)
    found = connection.execute(f"select * from {table.name} where {where}", [row[f] for f in table.key])  # noqa: S608
    return next(iter(sound(table, found)), None)


def every(connection: sqlite3.Connection, table: HashedTable) -> list[Row]:
    """The whole rows of a table, in the order of their keys."""
    key = ", ".join(f'"{field}"' for field in table.key)
    return list(sound(table, connection.execute(f"select * from {table.name} order by {key}")))  # noqa: S608


def sound(table: HashedTable, stored: Iterable[sqlite3.Row]) -> Iterator[Row]:
    """Those rows whose hash holds."""
    return (_fields(table, row) for row in stored if is_sound(table, row))


def is_sound(table: HashedTable, stored: sqlite3.Row) -> bool:
    """Whether the row is still what was written."""
    return bool(stored["hash"] == hash_of(table, _fields(table, stored)))


def hash_of(table: HashedTable, row: Mapping[str, object]) -> str:
    """SHA-256, in hexadecimal, over the table's name and the row's fields as a JSON list.

    Bytes count as their hexadecimal digits.
    """
    values = [table.name, *(row[field] for field in table.fields)]
    return hashlib.sha256(json.dumps(values, default=_json).encode()).hexdigest()


def _fields(table: HashedTable, stored: sqlite3.Row) -> Row:
    return {field: stored[field] for field in table.fields}


def _json(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else repr(value)


def damaged(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The rows of all tables whose hash does not hold, as "table key"."""
    return tuple(
        " ".join([table.name, *(str(stored[field]) for field in table.key)])
        for table in TABLES.values()
        for stored in connection.execute(f"select * from {table.name} order by rowid")  # noqa: S608
        if not is_sound(table, stored)
    )
