"""Rows of the annotations table, each with a hash that tells when a disk has changed it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping

from seedreader.notebook.values import Annotation

Row = dict[str, object]
"""One annotation as stored, without its hash: `FIELDS` and their values."""

FIELDS = ("id", "version", "start", "end", "quote", "kind", "body", "created", "changed", "deleted")

_COLUMNS = ", ".join(f'"{field}"' for field in FIELDS)
_PLACES = ", ".join(f":{field}" for field in FIELDS)


def put(connection: sqlite3.Connection, row: Row) -> None:
    """Write ``row`` in place of the one with its id, or as a new one."""
    statement = f"insert or replace into annotations ({_COLUMNS}, hash) values ({_PLACES}, :hash)"  # noqa: S608
    connection.execute(statement, {**row, "hash": hash_of(row)})


def find(connection: sqlite3.Connection, id: str) -> Row | None:
    """The row with this id if it is there, not deleted, and whole."""
    stored = connection.execute("select * from annotations where id = ? and deleted is null", (id,))
    return next(iter(sound(stored)), None)


def sound(stored: Iterable[sqlite3.Row]) -> list[Row]:
    """Those rows whose hash holds."""
    return [without_hash(row) for row in stored if is_sound(row)]


def is_sound(stored: sqlite3.Row) -> bool:
    """Whether the row is still what was written."""
    return bool(stored["hash"] == hash_of(without_hash(stored)))


def without_hash(stored: sqlite3.Row) -> Row:
    """The fields of a row as stored."""
    return {field: stored[field] for field in FIELDS}


def hash_of(row: Mapping[str, object]) -> str:
    """SHA-256 over the row's fields."""
    fields = [row[field] for field in FIELDS]
    return hashlib.sha256(json.dumps(fields, default=repr).encode()).hexdigest()


def annotation(row: Row) -> Annotation:
    """The value that the row stands for."""
    return Annotation(**{field: value for field, value in row.items() if field != "deleted"})  # type: ignore[arg-type]
