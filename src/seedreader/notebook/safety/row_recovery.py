"""The rows that are whole in a damaged notebook file, whether or not SQLite can open it.

A row's hash has the name of its table in it, so a record whose hash holds is that row beyond doubt. Where
several states of one row are found (SQLite leaves old ones on pages that it no longer uses), the one
written last counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from seedreader.notebook.safety import sqlite_pages
from seedreader.notebook.storage import hashed_rows, migrations
from seedreader.notebook.storage.hashed_rows import (
    CHANGES,
    SEEN,
    TABLES,
    HashedTable,
    Row,
)

Key = tuple[object, ...]
Rows = dict[str, dict[Key, Row]]
"""Rows of each table by its name, by their key."""

_WIDTHS = {len(table.fields) + 1 for table in (*TABLES.values(), migrations.SECOND_SEEN)}
_STAMPS = {
    **{table.name: "written" for table in TABLES.values() if "written" in table.fields},
    SEEN.name: "seen",
}
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_APPLICATION, _VERSION = slice(68, 72), slice(60, 64)


class RecoveredRows(NamedTuple):
    """What is left in a file: its whole rows, and the keys that its indexes name besides.

    ``marked``: whether the file's header says that it is a notebook.
    """

    rows: Rows
    annotations: frozenset[str]
    versions: frozenset[str]
    marked: bool

    @property
    def ours(self) -> bool:
        """Whether the file was ever a notebook."""
        return self.marked or any(self.rows.values())


def recovered_rows(content: bytes) -> RecoveredRows:
    """Everything whole in a notebook file of the current version, or of the one before it."""
    said = sqlite_pages.page_size(content)
    size = _likeliest(content, {said, sqlite_pages.USUAL_PAGE_SIZE} if said else sqlite_pages.PAGE_SIZES)
    found = _whole(content, size, thorough=True)
    _settle_changes(found)
    keys = set(sqlite_pages.index_keys(content, size))
    return RecoveredRows(
        found,
        frozenset(key for key in keys if _ID.fullmatch(key)),
        frozenset(key for key in keys if _SHA256.fullmatch(key)),
        marked=is_marked(content),
    )


def is_marked(content: bytes) -> bool:
    """Whether a file's header says that it is a notebook."""
    return int.from_bytes(content[_APPLICATION], "big") == migrations.APPLICATION_ID


def version(content: bytes) -> int:
    """The version of a notebook file, as its header has it."""
    return int.from_bytes(content[_VERSION], "big")


def none() -> Rows:
    """No rows of any table."""
    return {name: {} for name in TABLES}


def add(found: Rows, table: HashedTable, row: Row) -> bool:
    """Put a row among those found, unless there is a later state of it; whether there was none."""
    key = tuple(row[field] for field in table.key)
    there = found[table.name].get(key)
    stamp = _STAMPS.get(table.name)
    if there is None or (stamp and str(there[stamp]) < str(row[stamp])):
        found[table.name][key] = row
    return there is None


def logged(found: Rows) -> Iterator[tuple[HashedTable, Row]]:
    """The rows as the log of changes has them: each in the state that its last change left it in."""
    states: dict[tuple[str, Key], tuple[HashedTable, Row]] = {}
    for change in sorted(found[CHANGES.name].values(), key=lambda row: _number(row["id"])):
        for table, before, after in _edits(change):
            undone = before or {**after, "deleted": after["written"]}
            row = after if change["state"] == "done" else undone
            states[table.name, tuple(row[field] for field in table.key)] = (table, row)
    yield from states.values()


def _likeliest(content: bytes, sizes: Collection[int]) -> int:
    """The page size that gives most rows."""
    if len(sizes) == 1:
        return next(iter(sizes))
    return max(sizes, key=lambda size: sum(map(len, _whole(content, size, thorough=False).values())))


def _whole(content: bytes, size: int, thorough: bool) -> Rows:
    found = none()
    for record in sqlite_pages.records(content, size, _WIDTHS, thorough):
        for table in TABLES.values():
            row = _row(table, record)
            if row is None:
                continue
            if table is CHANGES:  # its states have no order; all are kept for now
                found[table.name][row["id"], row["state"]] = row
            else:
                add(found, table, row)
        if older := _row(migrations.SECOND_SEEN, record):
            add(found, SEEN, migrations.third_seen(older))
    return found


def _row(table: HashedTable, record: sqlite_pages.SqliteRecord) -> Row | None:
    *values, hashed = record.values
    if len(values) != len(table.fields):
        return None
    row = dict(zip(table.fields, values, strict=True))
    if table.rowid:
        row[table.key[0]] = record.rowid
    return row if hashed == hashed_rows.hash_of(table, row) else None


def _settle_changes(found: Rows) -> None:
    """Of several states of one change keep that which agrees with the rows that it changed."""
    states: dict[object, dict[object, Row]] = {}
    for row in found[CHANGES.name].values():
        states.setdefault(row["id"], {})[row["state"]] = row
    settled: dict[Key, Row] = {}
    for number, of in states.items():
        state = next(iter(of))
        if len(of) > 1:
            state = "dropped" if "dropped" in of else "done" if _stands(of["done"], found) else "undone"
        settled[(number,)] = of[state]
    found[CHANGES.name] = settled


def _stands(change: Row, found: Rows) -> bool:
    """Whether the first row that a change made is as it made it, or can't be compared."""
    for table, _, after in _edits(change):
        now = found[table.name].get(tuple(after[field] for field in table.key))
        if now is not None:
            return {**now, "written": ""} == {**after, "written": ""}
    return True


def _edits(change: Row) -> Iterator[tuple[HashedTable, Row | None, Row]]:
    for edit in json.loads(str(change["rows"])):
        table, before, after = TABLES[edit["table"]], edit["before"], edit["after"]
        if _is_row(table, after) and (before is None or _is_row(table, before)):
            yield table, before, after


def _is_row(table: HashedTable, row: Mapping[str, object]) -> bool:
    return set(row) == set(table.fields)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
