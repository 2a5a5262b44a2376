"""The log of changes, which makes undo and redo survive a restart. Nothing is ever removed from it.

A change is ``done``, ``undone`` (redo would do it again) or ``dropped`` (undone, and then another
change was made to that article's annotations instead). Undo takes back the newest change among the
versions asked for, whoever made it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from operator import itemgetter

from seedreader.notebook import rows
from seedreader.notebook.rows import Row
from seedreader.notebook.values import NotebookError

SHOWN = 40
"""Characters of a note that name it."""

_PAST = {"add": "added", "edit": "edited", "delete": "deleted"}
_UNDONE = {"add": "removed", "edit": "changed back", "delete": "restored"}


def record(connection: sqlite3.Connection, action: str, before: Row | None, after: Row, at: str) -> None:
    """Make a change and log it; what could have been redone on that article no longer can."""
    rows.put(connection, after)
    connection.execute(
        "update changes set state = 'dropped' where state = 'undone' and version = ?", (after["version"],)
    )
    connection.execute(
        'insert into changes (version, at, action, "before", "after") values (?, ?, ?, ?, ?)',
        (after["version"], at, action, json.dumps(before) if before else None, json.dumps(after)),
    )


def can_undo(connection: sqlite3.Connection, versions: Collection[str]) -> bool:
    """Whether there is a change to take back."""
    return _newest_done(connection, versions) is not None


def can_redo(connection: sqlite3.Connection, versions: Collection[str]) -> bool:
    """Whether there is an undone change to make again."""
    return _oldest_undone(connection, versions) is not None


def undo(connection: sqlite3.Connection, versions: Collection[str], at: str) -> str | None:
    """Take back the newest change; say what happened, or None where there is nothing to undo."""
    change = _newest_done(connection, versions)
    if change is None:
        return None
    after = _row(change["after"])
    rows.put(connection, _row(change["before"]) if change["before"] else {**after, "deleted": at})
    _mark(connection, change, "undone")
    return f"{_PAST[change['action']]} {_named(after)} {_UNDONE[change['action']]}"


def redo(connection: sqlite3.Connection, versions: Collection[str]) -> str | None:
    """Make the change that was undone last again; say what happened, or None where there is none."""
    change = _oldest_undone(connection, versions)
    if change is None:
        return None
    after = _row(change["after"])
    rows.put(connection, after)
    _mark(connection, change, "done")
    return f"{_named(after)} {_PAST[change['action']]} again"


def _named(row: Row) -> str:
    body = " ".join(str(row["body"]).split())
    return f"{row['kind']} “{body if len(body) <= SHOWN else body[: SHOWN - 1] + '…'}”"


def _newest_done(connection: sqlite3.Connection, versions: Collection[str]) -> sqlite3.Row | None:
    return max(_in_state(connection, "done", versions), key=itemgetter("id"), default=None)


def _oldest_undone(connection: sqlite3.Connection, versions: Collection[str]) -> sqlite3.Row | None:
    return min(_in_state(connection, "undone", versions), key=itemgetter("id"), default=None)


def _in_state(connection: sqlite3.Connection, state: str, versions: Collection[str]) -> Iterator[sqlite3.Row]:
    """For each version the change of this state that comes first in undo order."""
    order = "desc" if state == "done" else "asc"
    query = f"select * from changes where version = ? and state = ? order by id {order} limit 1"  # noqa: S608
    for version in versions:
        yield from connection.execute(query, (version, state))


def _mark(connection: sqlite3.Connection, change: sqlite3.Row, state: str) -> None:
    connection.execute("update changes set state = ? where id = ?", (state, change["id"]))


def _row(stored: str) -> Row:
    try:
        row = json.loads(stored)
        return {field: row[field] for field in rows.FIELDS}
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError(
            "The record of this change is damaged, so it can't be undone or redone."
        ) from error
