"""Tags: how often each is used, what it means, and giving it another name or none."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import NamedTuple

from seedreader.notebook.annotation_model import Code
from seedreader.notebook.storage import hashed_rows, records
from seedreader.notebook.storage.change_log import RowEdit
from seedreader.notebook.storage.hashed_rows import ANNOTATIONS, CODES


class TagCount(NamedTuple):
    """A tag: its codebook entry, and on how many passages it is."""

    code: Code
    uses: int


def tags(connection: sqlite3.Connection) -> tuple[TagCount, ...]:
    """The tags in use and those in the codebook, by name."""
    query = "select body, count(*) from annotations where kind = 'tag' and deleted is null group by body"
    counts = {str(name): int(count) for name, count in connection.execute(query)}
    codes = {code.name: code for code in codebook(connection)}
    names = sorted({*counts, *codes}, key=lambda name: (name.casefold(), name))
    return tuple(TagCount(codes.get(name) or Code(name), counts.get(name, 0)) for name in names)


def codebook(connection: sqlite3.Connection) -> tuple[Code, ...]:
    """The entries of the codebook, by name."""
    found = (records.code(row) for row in hashed_rows.every(connection, CODES))
    return tuple(code for code in found if code.deleted is None)


def recent(connection: sqlite3.Connection, limit: int) -> tuple[str, ...]:
    """The names of at most ``limit`` tags, the one used last first."""
    query = """select body from annotations where kind = 'tag' and deleted is null
        group by body order by max(changed) desc, body limit ?"""
    return tuple(str(row["body"]) for row in connection.execute(query, (max(limit, 0),)))


def renaming(connection: sqlite3.Connection, name: str, new: str, at: str) -> list[RowEdit]:
    """The edits that call a tag otherwise everywhere.

    Where ``new`` is a tag already, both become one: a passage that has both keeps one, and the description
    of ``new`` stays.
    """
    if name == new:
        return []
    having = {_place(row) for row in tagged(connection, new)}
    edits = []
    for row in tagged(connection, name):
        again = _place(row) in having
        having.add(_place(row))
        after = {**row, "deleted": at} if again else {**row, "body": new, "changed": at}
        edits.append(RowEdit(ANNOTATIONS, row, after))
    old = hashed_rows.get(connection, CODES, {"name": name})
    if old is not None and old["deleted"] is None:
        edits.append(RowEdit(CODES, old, {**old, "deleted": at}))
        taken = hashed_rows.get(connection, CODES, {"name": new})
        if taken is None or taken["deleted"] is not None:
            edits.append(RowEdit(CODES, taken, {**old, "name": new}))
    return edits


def deleting(connection: sqlite3.Connection, name: str, at: str) -> list[RowEdit]:
    """The edits that take a tag off every passage and out of the codebook. Notes stay."""
    edits = [RowEdit(ANNOTATIONS, row, {**row, "deleted": at}) for row in tagged(connection, name)]
    code = hashed_rows.get(connection, CODES, {"name": name})
    if code is not None and code["deleted"] is None:
        edits.append(RowEdit(CODES, code, {**code, "deleted": at}))
    return edits


def describing(connection: sqlite3.Connection, code: Code, opened: Code | None = None) -> list[RowEdit]:
    """The edits that put an entry into the codebook, in place of the one with its name.

    What another program has changed in it since it was ``opened`` stays.
    """
    before = hashed_rows.get(connection, CODES, {"name": code.name})
    if opened is not None and before is not None and before["deleted"] is None:
        code = _with_theirs(code, opened, records.code(before))
    after = {**records.code_row(code), "deleted": None}
    if before is not None and {**before, "written": ""} == {**after, "written": ""}:
        return []
    return [RowEdit(CODES, before, after)]


def _with_theirs(ours: Code, opened: Code, theirs: Code) -> Code:
    """An entry with what each of two changed in it; two descriptions are one after the other."""
    colour = theirs.colour if ours.colour == opened.colour else ours.colour
    described = {ours.description, theirs.description} - {opened.description}
    description = opened.description
    if len(described) == 2:
        description = "\n\n".join(filter(None, (theirs.description, ours.description)))
    elif described:
        (description,) = described
    return replace(ours, colour=colour, description=description)


def tagged(connection: sqlite3.Connection, name: str) -> list[hashed_rows.Row]:
    """The rows that put a tag on a passage, the oldest first."""
    query = (
        "select * from annotations where kind = 'tag' and body = ? and deleted is null order by created, id"
    )
    return list(hashed_rows.sound(ANNOTATIONS, connection.execute(query, (name,))))


def _place(row: hashed_rows.Row) -> tuple[object, object]:
    return row["version"], row["ranges"]
