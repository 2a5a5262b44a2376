"""The stories that the reader keeps: what they are, what was changed in them, and which texts were read."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from seedreader.article import SourceId
from seedreader.notebook.annotation_model import version_of
from seedreader.notebook.storage import article_texts, hashed_rows, records
from seedreader.notebook.storage.change_log import RowEdit
from seedreader.notebook.storage.hashed_rows import (
    READ_MARKS,
    READINGS,
    STORIES,
    STORY_SOURCES,
    HashedTable,
    Row,
)
from seedreader.notebook.storage.integrity import DamagedError
from seedreader.notebook.story_model import (
    KeptSource,
    KeptStory,
    Reading,
    ReadMark,
    SightedArticle,
    StoryRows,
)
from seedreader.text.clock import just_after
from seedreader.text.fold_case import fold


def stories(connection: sqlite3.Connection) -> tuple[KeptStory, ...]:
    """The stories that are kept, archived ones too, by name. Raises DamagedError."""
    rows = StoryRows(
        tuple(map(records.story, _whole(connection, STORIES))),
        tuple(map(records.kept_source, _whole(connection, STORY_SOURCES))),
        tuple(map(records.reading, _whole(connection, READINGS))),
    )
    read = read_versions(connection)
    sources: dict[str, list[KeptSource]] = defaultdict(list)
    for source in rows.sources:
        sources[source.story].append(source)
    readings = {reading.story: reading for reading in rows.readings}
    living = sorted(
        (story for story in rows.stories if story.deleted is None), key=lambda each: (each.created, each.id)
    )
    names: set[str] = set()
    found = []
    for story in living:
        name = _unlike(story.name, names)
        names.add(name_key(name))
        of = sorted(sources[story.id], key=lambda source: (source.number, source.uri, source.member))
        held = tuple(source for source in of if source.deleted is None)
        removed = tuple(source for source in of if source.deleted is not None)
        found.append(KeptStory(story, name, held, read, readings.get(story.id), removed))
    return tuple(sorted(found, key=lambda story: name_key(story.name)))


def name_key(name: str) -> str:
    """What two names have in common that are one: case, accents and white space make no difference."""
    return " ".join(fold(name).split())


def _unlike(name: str, taken: Collection[str]) -> str:
    """The name, with a number where it is taken: two notebooks may each have brought a story of it."""
    shown, number = name, 1
    while name_key(shown) in taken:
        number += 1
        shown = f"{name} ({number})"
    return shown


def read_versions(connection: sqlite3.Connection) -> frozenset[str]:
    """The versions of the texts that were read."""
    rows = hashed_rows.every(connection, READ_MARKS)
    return frozenset(str(row["version"]) for row in rows if row["read"] is not None)


def keep_sources(
    connection: sqlite3.Connection, story: str, sighted: Sequence[SightedArticle], at: str
) -> list[RowEdit]:
    """The edits that put articles into a story, behind those in it; their texts are kept at once.

    One that is in it as it is seen now is left as it is.
    """
    there = [records.kept_source(row) for row in _of_story(connection, story)]
    number = max((source.number for source in there), default=0)
    known = {source.source: source for source in there}
    edits: dict[tuple[str, str], RowEdit] = {}
    for article, sighting in sighted:
        article_texts.keep(connection, article, at)
        seen = article_texts.seen_as(article, at)
        uri = seen.uri or f"urn:sha256:{seen.version}"
        if (uri, seen.member) in edits:  # another version of a source
            continue
        before = known.get(SourceId(uri, seen.member or None))
        if before is None or before.deleted is not None:
            number += 1
        made = KeptSource(
            story, uri, seen.member, seen.version,
            before.number if before and before.deleted is None else number,
            *sighting, added=before.added if before and before.deleted is None else at,
        )  # fmt: skip
        if before != made:
            old = records.kept_source_row(before) if before else None
            edits[uri, seen.member] = RowEdit(STORY_SOURCES, old, records.kept_source_row(made))
    return list(edits.values())


def see(
    connection: sqlite3.Connection, story: str, seen: Sequence[tuple[SourceId, SightedArticle]], at: str
) -> None:
    """Note how sources of a story were seen: with other words, or elsewhere; that can't be undone."""
    for source, (article, sighting) in seen:
        key = {"story": story, "uri": source.uri, "member": source.member or ""}
        row = hashed_rows.get(connection, STORY_SOURCES, key)
        if row is None or row["deleted"] is not None:
            continue
        article_texts.keep(connection, article, at)
        now = article_texts.seen_as(article, at)
        before = records.kept_source(row)
        found = replace(
            before, uri=now.uri, member=now.member, version=version_of(article.text), size=sighting.size,
            modified=sighting.modified, sha256=sighting.sha256,
        )  # fmt: skip
        if (found.uri, found.member) != (before.uri, before.member):
            _put(connection, STORY_SOURCES, row, {**row, "deleted": at}, at)
            row = hashed_rows.get(connection, STORY_SOURCES, records.kept_source_row(found))
        _put(connection, STORY_SOURCES, row, records.kept_source_row(found), at)


def removing(
    connection: sqlite3.Connection, story: str, sources: Collection[SourceId], at: str
) -> list[RowEdit]:
    """The edits that take sources out of a story."""
    rows = _of_story(connection, story)
    return [
        RowEdit(STORY_SOURCES, row, {**row, "deleted": at})
        for row in rows
        if row["deleted"] is None and records.kept_source(row).source in sources
    ]


def changing(connection: sqlite3.Connection, story: str, **values: object) -> list[RowEdit]:
    """The edit that gives a story's own row other values; none where it has them."""
    row = hashed_rows.get(connection, STORIES, {"id": story})
    after = {**row, **values} if row else None
    return [RowEdit(STORIES, row, after)] if after is not None and after != row else []


def keep_reading(connection: sqlite3.Connection, reading: Reading, at: str) -> None:
    """Keep what a story came to."""
    row = records.reading_row(reading)
    _put(connection, READINGS, hashed_rows.get(connection, READINGS, row), row, at)


def mark_read(connection: sqlite3.Connection, versions: Iterable[str], read: bool, at: str) -> None:
    """Say that texts were read, or that they were not."""
    for version in versions:
        row = records.mark_row(ReadMark(version, at if read else None))
        _put(connection, READ_MARKS, hashed_rows.get(connection, READ_MARKS, row), row, at)


def every_row(connection: sqlite3.Connection) -> StoryRows:
    """All whole rows, deleted ones too."""
    return StoryRows(
        tuple(map(records.story, hashed_rows.every(connection, STORIES))),
        tuple(map(records.kept_source, hashed_rows.every(connection, STORY_SOURCES))),
        tuple(map(records.reading, hashed_rows.every(connection, READINGS))),
        tuple(map(records.mark, hashed_rows.every(connection, READ_MARKS))),
    )


def rows_of(held: StoryRows) -> list[tuple[HashedTable, list[Row]]]:
    """The rows to store, by table."""
    return [
        (STORIES, list(map(records.story_row, held.stories))),
        (STORY_SOURCES, list(map(records.kept_source_row, held.sources))),
        (READINGS, list(map(records.reading_row, held.readings))),
        (READ_MARKS, list(map(records.mark_row, held.marks))),
    ]


def _put(connection: sqlite3.Connection, table: HashedTable, before: Row | None, after: Row, at: str) -> None:
    """Write a row outside of the log, with a stamp later than the one it had."""
    stamp = at if before is None or str(before["written"]) < at else just_after(str(before["written"]))
    hashed_rows.put(connection, table, {**after, "written": stamp})


def _of_story(connection: sqlite3.Connection, story: str) -> list[Row]:
    stored = connection.execute("select * from story_sources where story = ?", (story,))
    return list(hashed_rows.sound(STORY_SOURCES, stored))


def _whole(connection: sqlite3.Connection, table: HashedTable) -> list[Row]:
    stored = connection.execute(f"select * from {table.name}").fetchall()  # noqa: S608
    found = list(hashed_rows.sound(table, stored))
    if len(found) < len(stored):
        raise DamagedError("Some of the kept stories in the notebook are damaged: restore a backup.")
    return found
