"""The log of changes, which makes undo and redo survive a restart. Nothing is ever removed from it.

A change is ``done``, ``undone`` (redo would do it again) or ``dropped`` (undone, and then another
change was made to what it touched instead). Undo takes back the newest change that touches any of the
versions asked for, whoever made it. What has been changed otherwise since is left as it is.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from seedreader.article import ANOTHER_READING
from seedreader.notebook.annotation_model import NotebookError
from seedreader.notebook.storage import hashed_rows
from seedreader.notebook.storage.hashed_rows import (
    ANNOTATIONS,
    CHANGES,
    CODES,
    CORRECTIONS,
    SCOPES,
    STORIES,
    STORY_SOURCES,
    TABLES,
    HashedTable,
    Row,
)
from seedreader.text.clock import just_after
from seedreader.text.plurals import count

CODEBOOK = ""
"""The scope of a change to the codebook, which every story shares."""

SHELF = "stories"
"""The scope of a change to kept stories, which is undone where they are listed and nowhere else."""
_OF_SOURCE = "source "
"""Begins the scope of a change to what is said of a source; those of texts are their versions."""

SHOWN = 40
"""Characters of a note that name it."""

_WORDS = {
    "add": "{}",
    "edit": "change of {}",
    "delete": "deletion of {}",
    "move": "move of {}",
    "confirm": "confirmation of {}",
    "rename": "new name of {}",
    "describe": "{}",
    "import": "import of {}",
    "keep": "{}",
    "take in": "adding of {}",
    "take out": "removal of {}",
    "rename story": "new name of {}",
    "archive": "archiving of {}",
    "bring back": "return of {}",
    "correct": "{}",
    "withdraw": "withdrawal of {}",
}
"""How a change is called, given what was changed."""


_CORRECTED = {
    "published": "the source’s date “{value}”",
    ANOTHER_READING: "what you said of two versions",
}
"""What was said of a source, in words; its title, outlet and language are called what they are."""


class RowEdit(NamedTuple):
    """One row before (None: it was not there) and after a change."""

    table: HashedTable
    before: Row | None
    after: Row


def record(
    connection: sqlite3.Connection, action: str, edits: Sequence[RowEdit], at: str, stamp: bool = True
) -> None:
    """Make a change and log it; what could have been redone there no longer can.

    A row is stamped with ``at``, or a little later where it was written after that already, so that of two
    states of a row the later one always has the later stamp. Rows from another notebook keep their own.
    """
    if stamp:
        edits = [edit._replace(after=_stamped(edit, at)) for edit in edits]
    scopes = {scope for edit in edits for row in edit[1:] if row for scope in _scopes(edit.table, row)}
    for change in _in_state(connection, "undone", scopes):
        _mark(connection, change, "dropped")
    number = connection.execute("select coalesce(max(id), 0) + 1 from changes").fetchone()[0]
    change = {"id": number, "at": at, "action": action, "rows": _stored(edits), "state": "done"}
    hashed_rows.put(connection, CHANGES, change)
    for scope in sorted(scopes):
        hashed_rows.put(connection, SCOPES, {"change": number, "version": scope})
    for edit in edits:
        hashed_rows.put(connection, edit.table, edit.after)


def newest_done(connection: sqlite3.Connection, versions: Collection[str] | None) -> Row | None:
    """The change that undo would take back."""
    return max(_in_state(connection, "done", versions), key=_number, default=None)


def oldest_undone(connection: sqlite3.Connection, versions: Collection[str] | None) -> Row | None:
    """The change that redo would make again."""
    return min(_in_state(connection, "undone", versions), key=_number, default=None)


def undo(connection: sqlite3.Connection, versions: Collection[str] | None, at: str) -> str | None:
    """Take back the newest change; say which it was, or None where there is nothing to undo."""
    change = newest_done(connection, versions)
    if change is None:
        return None
    edits = _edits(change)
    back = [RowEdit(e.table, e.after, e.before or {**e.after, "deleted": at}) for e in edits]
    kept = _write(connection, back, at)
    _mark(connection, change, "undone")
    return f"{_called(change, edits)}{_but(kept)}"


def redo(connection: sqlite3.Connection, versions: Collection[str] | None, at: str) -> str | None:
    """Make the change that was undone last again; say which it was, or None where there is none."""
    change = oldest_undone(connection, versions)
    if change is None:
        return None
    edits = _edits(change)
    kept = _write(connection, [RowEdit(e.table, e.before, e.after) for e in edits], at)
    _mark(connection, change, "done")
    return f"{_called(change, edits)}{_but(kept)}"


def _write(connection: sqlite3.Connection, edits: Iterable[RowEdit], at: str) -> int:
    """Bring rows from their state before to that after; returns how many are in another state by now."""
    kept = 0
    for edit in edits:
        now = hashed_rows.get(connection, edit.table, edit.after)
        if now is not None and edit.before is not None and not _alike(now, edit.before):
            kept += 1
            continue
        hashed_rows.put(connection, edit.table, _stamped(edit._replace(before=now), at))
    return kept


def _alike(one: Row, two: Row) -> bool:
    return {**one, "written": ""} == {**two, "written": ""}


def _but(kept: int) -> str:
    return f"; {kept} changed since {'stays' if kept == 1 else 'stay'} as now" if kept else ""


def _stamped(edit: RowEdit, at: str) -> Row:
    before = str(edit.before["written"]) if edit.before else ""
    if before >= at:
        at = just_after(before)
    return {**edit.after, "written": at}


def _scopes(table: HashedTable, row: Row) -> list[str]:
    if table is CODES:
        return [CODEBOOK]
    if table in (STORIES, STORY_SOURCES):
        return [SHELF]
    if table is CORRECTIONS:
        ends = (("uri", "member"), ("other_uri", "other_member"))
        return [scope_of(str(row[uri]), str(row[member])) for uri, member in ends if row[uri]]
    return [str(row[end]) for end in ("version", "other_version") if row[end] is not None]


def scope_of(uri: str, member: str) -> str:
    """The scope of what is said of a source."""
    return f"{_OF_SOURCE}{uri} {member}"


def _called(change: Row, edits: Sequence[RowEdit]) -> str:
    """A change in words: "verdict “agree”", "colour change", "deletion of 3 notes"."""
    action = str(change["action"])
    notes = [edit.after for edit in edits if edit.table is ANNOTATIONS]
    if action == "edit" and notes and all(note["kind"] == "highlight" for note in notes):
        return "colour change"
    return _WORDS[action].format(_named(edits))


def _named(edits: Sequence[RowEdit]) -> str:
    """What was changed: the one annotation by its body, several by their number."""
    notes = [edit.after for edit in edits if edit.table is ANNOTATIONS]
    if len(notes) == 1:
        kind, body = str(notes[0]["kind"]), " ".join(str(notes[0]["body"]).split())
        shown = body if len(body) <= SHOWN else body[: SHOWN - 1] + "…"
        return f"{kind} “{shown}”" if body else f"mark “{kind}”"
    if notes:
        ((kind, most),) = Counter(str(row["kind"]) for row in notes).most_common(1)
        return f"{len(notes)} {kind if most == len(notes) else 'annotation'}s"
    stories = [edit.after for edit in edits if edit.table is STORIES]
    if stories:
        return f"story “{stories[0]['name']}”"
    if sources := sum(edit.table is STORY_SOURCES for edit in edits):
        return count(sources, "source")
    if not edits:
        return "nothing"
    last = edits[0].after
    if edits[0].table is CORRECTIONS:
        return _CORRECTED.get(str(last["fact"]), "the source’s {fact} “{value}”").format_map(last)
    return f"description of tag “{last['name']}”"


def _in_state(connection: sqlite3.Connection, state: str, versions: Collection[str] | None) -> list[Row]:
    """The changes of this state that touch the versions, or the codebook; all where ``versions`` is None.

    The codebook is left alone where only the `SHELF` is asked for.
    Of those done, for each version only the newest.
    """
    last = "desc limit 1" if state == "done" else "asc"
    if versions is None:
        found = connection.execute(f"select * from changes where state = ? order by id {last}", (state,))  # noqa: S608
        return list(hashed_rows.sound(CHANGES, found))
    query = f"""select changes.* from scopes cross join changes on changes.id = scopes.change
        where scopes.version = ? and state = ? order by changes.id {last}"""  # noqa: S608
    scopes = {SHELF} if set(versions) == {SHELF} else {*versions, CODEBOOK}
    each = (row for version in scopes for row in connection.execute(query, (version, state)))
    return list({row["id"]: row for row in hashed_rows.sound(CHANGES, each)}.values())


def _mark(connection: sqlite3.Connection, change: Mapping[str, object], state: str) -> None:
    hashed_rows.put(connection, CHANGES, {**change, "state": state})


def _number(change: Row) -> int:
    number = change["id"]
    assert isinstance(number, int)
    return number


def _stored(edits: Iterable[RowEdit]) -> str:
    return json.dumps([{"table": e.table.name, "before": e.before, "after": e.after} for e in edits])


def _edits(change: Row) -> list[RowEdit]:
    try:
        stored = json.loads(str(change["rows"]))
        return [RowEdit(TABLES[e["table"]], e["before"], e["after"]) for e in stored]
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError(
            "The record of this change is damaged, so it can't be undone or redone."
        ) from error
