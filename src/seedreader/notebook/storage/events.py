"""Which sources tell of one event, and which of two, as the reader says: a pair has one answer, the last."""

from __future__ import annotations

import sqlite3

from seedreader.article import EventDecisions, SourceId
from seedreader.notebook.storage import hashed_rows
from seedreader.notebook.storage.hashed_rows import EVENTS, Row
from seedreader.text.clock import utc_now


def decide(connection: sqlite3.Connection, decided: EventDecisions) -> None:
    """Keep what the reader says of pairs, in place of what was said of them before."""
    at = utc_now()
    for same, pairs in ((1, decided.together), (0, decided.apart)):
        for one, other in pairs:
            hashed_rows.put(connection, EVENTS, {**_key(one, other), "same": same, "at": at})


def withdraw(connection: sqlite3.Connection, decided: EventDecisions) -> None:
    """Forget what was said of pairs."""
    where = " and ".join(f"{field} = ?" for field in EVENTS.key)
    for one, other in (*decided.together, *decided.apart):
        connection.execute(f"delete from events where {where}", [*_key(one, other).values()])  # noqa: S608


def decisions(connection: sqlite3.Connection) -> EventDecisions:
    """All that the reader said."""
    rows = hashed_rows.every(connection, EVENTS)
    together, apart = (tuple(_pair(row) for row in rows if row["same"] == same) for same in (1, 0))
    return EventDecisions(together, apart)


def _key(one: SourceId, other: SourceId) -> Row:
    (one_uri, one_member), (other_uri, other_member) = sorted(
        (each.uri, each.member or "") for each in (one, other)
    )
    return {
        "one_uri": one_uri,
        "one_member": one_member,
        "other_uri": other_uri,
        "other_member": other_member,
    }


def _pair(row: Row) -> tuple[SourceId, SourceId]:
    return (
        SourceId(str(row["one_uri"]), str(row["one_member"]) or None),
        SourceId(str(row["other_uri"]), str(row["other_member"]) or None),
    )
