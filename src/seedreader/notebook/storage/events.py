"""Which sources tell of one event, and which of two: what the reader said, in the order of saying it."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Sequence

from seedreader.article import EventDecision, SourceId
from seedreader.notebook.storage import hashed_rows
from seedreader.notebook.storage.hashed_rows import EVENTS
from seedreader.text.clock import utc_now


def decide(connection: sqlite3.Connection, decisions: Sequence[EventDecision]) -> None:
    """Keep what the reader says."""
    for decision in decisions:
        row = {"id": str(uuid.uuid4()), "at": utc_now(), **_fields(decision)}
        hashed_rows.put(connection, EVENTS, row)


def withdraw(connection: sqlite3.Connection, decisions: Sequence[EventDecision]) -> None:
    """Forget the newest of what was said in these words."""
    for decision in decisions:
        fields = _fields(decision)
        connection.execute(
            "delete from events where id = (select id from events where kind = ? and one = ? and other = ?"
            " order by at desc limit 1)",
            [fields["kind"], fields["one"], fields["other"]],
        )


def decisions(connection: sqlite3.Connection) -> tuple[EventDecision, ...]:
    """All that the reader said, the last word last."""
    rows = sorted(hashed_rows.every(connection, EVENTS), key=lambda row: str(row["at"]))
    return tuple(
        EventDecision(str(row["kind"]), _sources(str(row["one"])), _sources(str(row["other"])))
        for row in rows
    )


def _fields(decision: EventDecision) -> dict[str, str]:
    return {
        "kind": decision.kind,
        "one": json.dumps(decision.one, ensure_ascii=False),
        "other": json.dumps(decision.other, ensure_ascii=False),
    }


def _sources(written: str) -> tuple[SourceId, ...]:
    return tuple(SourceId(uri, member) for uri, member in json.loads(written))
