"""The steps that bring a notebook from one version of its tables to the next. Published ones never change."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import uuid
from collections.abc import Mapping

from seedreader.notebook.anchoring import text_sketch
from seedreader.notebook.storage import hashed_rows
from seedreader.text import uris

APPLICATION_ID = 0x53454544
"""Marks an SQLite file as a seedreader notebook ("SEED")."""

_FIRST = (
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
)

_SECOND = (
    "create table about (name text primary key, value text not null, hash text not null)",
    """create table versions (
        sha256 text primary key,
        text   text not null,
        sketch blob not null,
        hash   text not null
    )""",
    """create table seen (
        version   text not null references versions,
        name      text not null,
        path      text not null,
        outlet    text not null,
        title     text not null,
        published text not null,
        seen      text not null,
        hash      text not null,
        primary key (version, name, path, outlet, title, published)
    )""",
    "create index seen_by_path on seen (path)",
    """create table annotations (
        id            text primary key,
        kind          text not null,
        body          text not null,
        version       text not null references versions,
        ranges        text not null,
        quote         text not null,
        other_version text references versions,
        other_ranges  text,
        other_quote   text,
        author        text not null,
        created       text not null,
        changed       text not null,
        deleted       text,
        written       text not null,
        hash          text not null
    )""",
    "create index annotations_by_version on annotations (version)",
    "create index annotations_by_other on annotations (other_version)",
    """create table codes (
        name        text primary key,
        description text not null,
        colour      text not null,
        deleted     text,
        written     text not null,
        hash        text not null
    )""",
    """create table changes (
        id     integer primary key,
        at     text not null,
        action text not null,
        rows   text not null,
        state  text not null,
        hash   text not null
    )""",
    "create index changes_by_state on changes (state, id)",
    """create table scopes (
        change  integer not null references changes,
        version text not null,
        hash    text not null,
        primary key (change, version)
    )""",
    "create index scopes_by_version on scopes (version, change)",
)

SECOND_SEEN = hashed_rows.HashedTable(
    "seen",
    ("version", "name", "path", "outlet", "title", "published", "seen"),
    ("version", "name", "path", "outlet", "title", "published"),
)
"""Where texts were seen, as version 2 has it."""

_THIRD = (
    """create table seen (
        version   text not null references versions,
        name      text not null,
        uri       text not null,
        member    text not null,
        outlet    text not null,
        title     text not null,
        published text not null,
        seen      text not null,
        hash      text not null,
        primary key (version, name, uri, member, outlet, title, published)
    )""",
    "create index seen_by_source on seen (uri, member)",
)

_FOURTH = (
    """create table bodies (
        sha256 text primary key,
        packed blob not null,
        hash   text not null
    )""",
    """create table fetched (
        address      text not null,
        at           text not null,
        final        text not null,
        status       integer not null,
        content_type text not null,
        body         text not null references bodies,
        hash         text not null,
        primary key (address, at)
    )""",
)

_FIFTH = (
    """create table events (
        id    text primary key,
        at    text not null,
        kind  text not null,
        one   text not null,
        other text not null,
        hash  text not null
    )""",
)

_SIXTH = (
    """create table stories (
        id       text primary key,
        name     text not null,
        folders  text not null,
        created  text not null,
        archived text,
        deleted  text,
        written  text not null,
        hash     text not null
    )""",
    """create table story_sources (
        story    text not null references stories,
        uri      text not null,
        member   text not null,
        version  text not null references versions,
        number   integer not null,
        size     integer not null,
        modified integer not null,
        sha256   text not null,
        added    text not null,
        deleted  text,
        written  text not null,
        hash     text not null,
        primary key (story, uri, member)
    )""",
    """create table readings (
        story     text primary key references stories,
        at        text not null,
        origins   integer not null,
        conflicts integer not null,
        written   text not null,
        hash      text not null
    )""",
    """create table read_marks (
        version text primary key,
        read    text,
        written text not null,
        hash    text not null
    )""",
)

_SEVENTH = (
    """create table corrections (
        uri          text not null,
        member       text not null,
        fact         text not null,
        other_uri    text not null,
        other_member text not null,
        value        text not null,
        author       text not null,
        created      text not null,
        changed      text not null,
        deleted      text,
        written      text not null,
        hash         text not null,
        primary key (uri, member, fact, other_uri, other_member)
    )""",
)

_UNDECODABLE = re.compile(r"\\u(dc[89a-f][0-9a-f])")
"""A byte of a file's name that is no UTF-8, as version 2 wrote it."""

_FIRST_FIELDS = ("id", "version", "start", "end", "quote", "kind", "body", "created", "changed", "deleted")


def first(connection: sqlite3.Connection) -> None:
    """Version 1: notes and tags on one range, with undo."""
    for statement in _FIRST:
        connection.execute(statement)


def second(connection: sqlite3.Connection) -> None:
    """Version 2: several ranges, verdicts, a codebook, changes of many rows at once, a hash on every row.

    Rows that were damaged already stay damaged: they keep a hash that does not hold.
    """
    old = {name: list(connection.execute(f"select * from {name}")) for name in _tables(connection)}  # noqa: S608
    for name in old:
        connection.execute(f"drop table {name}")
    for statement in _SECOND:
        connection.execute(statement)
    hashed_rows.put(connection, hashed_rows.ABOUT, {"name": "id", "value": str(uuid.uuid4())})
    for row in old["versions"]:
        text = row["text"]
        version = {"sha256": row["sha256"], "text": text, "sketch": text_sketch.sketch(text)}
        hashed_rows.put(connection, hashed_rows.VERSIONS, version)
    for row in old["sources"]:
        hashed_rows.put(connection, SECOND_SEEN, {**row, "title": "", "published": ""})
    for row in old["annotations"]:
        hashed_rows.put(connection, hashed_rows.ANNOTATIONS, _second_annotation(row))
        if row["hash"] != _first_hash(row):
            connection.execute("update annotations set hash = '' where id = ?", (row["id"],))
    for row in old["changes"]:
        _put_second_change(connection, row)


def third(connection: sqlite3.Connection) -> None:
    """Version 3: what was seen is a source, by its URI and its member, and no longer a path.

    A row that was damaged already stays damaged.
    """
    old = list(connection.execute("select * from seen order by seen"))
    connection.execute("drop table seen")
    for statement in _THIRD:
        connection.execute(statement)
    for row in old:
        seen = third_seen(row)
        hashed_rows.put(connection, hashed_rows.SEEN, seen)
        if not hashed_rows.is_sound(SECOND_SEEN, row):
            key = " and ".join(f"{field} = ?" for field in hashed_rows.SEEN.key)
            values = [seen[field] for field in hashed_rows.SEEN.key]
            connection.execute(f"update seen set hash = '' where {key}", values)  # noqa: S608


def fourth(connection: sqlite3.Connection) -> None:
    """Version 4: what was fetched from addresses, its bytes once."""
    for statement in _FOURTH:
        connection.execute(statement)


def fifth(connection: sqlite3.Connection) -> None:
    """Version 5: which sources tell of one event, and which of two, as the reader says."""
    for statement in _FIFTH:
        connection.execute(statement)


def sixth(connection: sqlite3.Connection) -> None:
    """Version 6: the stories that the reader keeps, what each came to, and which texts were read."""
    for statement in _SIXTH:
        connection.execute(statement)


def seventh(connection: sqlite3.Connection) -> None:
    """Version 7: what the reader says of sources: their outlets, titles, days, languages, readings."""
    for statement in _SEVENTH:
        connection.execute(statement)


def third_seen(row: Mapping[str, object]) -> hashed_rows.Row:
    """Where a text was seen in version 2, as version 3 has it: a path is the URI of its file."""
    kept = {field: row[field] for field in SECOND_SEEN.fields if field != "path"}
    return {**kept, "uri": third_uri(str(row["path"])), "member": ""}


def third_uri(path: str) -> str:
    """The URI of a path as version 2 wrote it."""
    return uris.of_absolute(_UNDECODABLE.sub(lambda found: chr(int(found[1], 16)), path))


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
    order = ("changes", "annotations", "sources", "versions")
    return sorted((row["name"] for row in connection.execute(query)), key=order.index)


def _second_annotation(row: Mapping[str, object]) -> hashed_rows.Row:
    return {
        "id": row["id"],
        "kind": row["kind"],
        "body": row["body"],
        "version": row["version"],
        "ranges": json.dumps([[row["start"], row["end"]]]),
        "quote": row["quote"],
        "other_version": None,
        "other_ranges": None,
        "other_quote": None,
        "author": "",
        "created": row["created"],
        "changed": row["changed"],
        "deleted": row["deleted"],
        "written": row["deleted"] or row["changed"],
    }


def _put_second_change(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    try:
        entry = {
            "table": "annotations",
            "before": _second_annotation(json.loads(row["before"])) if row["before"] else None,
            "after": _second_annotation(json.loads(row["after"])),
        }
    except (ValueError, KeyError, TypeError):  # a damaged record: what it changed is told by the rows
        return
    change = {
        "id": row["id"],
        "at": row["at"],
        "action": row["action"],
        "rows": json.dumps([entry]),
        "state": row["state"],
    }
    hashed_rows.put(connection, hashed_rows.CHANGES, change)
    hashed_rows.put(connection, hashed_rows.SCOPES, {"change": row["id"], "version": row["version"]})


def _first_hash(row: sqlite3.Row) -> str:
    fields = [row[field] for field in _FIRST_FIELDS]
    return hashlib.sha256(json.dumps(fields, default=repr).encode()).hexdigest()
