"""The notebook: what the reader put on exact words, kept for good."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from seedreader.article import Article, EventDecision, Range, SourceCorrection
from seedreader.notebook.annotation_model import (
    COLOURS,
    KINDS,
    Annotation,
    Code,
    EarlierText,
    KeptCorrection,
    NotebookContents,
    NotebookError,
    SeenSource,
    Target,
)
from seedreader.notebook.safety.guard import Guard, log
from seedreader.notebook.shelf import Shelf
from seedreader.notebook.storage import (
    article_texts,
    change_log,
    events,
    fetched,
    hashed_rows,
    merging,
    records,
    tags,
)
from seedreader.notebook.storage.change_log import RowEdit
from seedreader.notebook.storage.fetched import FetchedPage
from seedreader.notebook.storage.hashed_rows import ANNOTATIONS, CORRECTIONS, Row
from seedreader.notebook.storage.integrity import DamagedError
from seedreader.notebook.storage.merging import MergeResult
from seedreader.notebook.storage.tags import TagCount
from seedreader.notebook.storage.targets import check_storable, target_of
from seedreader.text.clock import utc_now

_WRITTEN = ("note", "tag")
"""The kinds of annotation whose body the reader writes."""

_SIDES = {
    False: ("version", "ranges", "quote"),
    True: ("other_version", "other_ranges", "other_quote"),
}
"""The fields of an annotation's passage, and of a verdict's second one."""


class Notebook:
    """The notebook in the file ``path``, which comes into being with the first save.

    Every call opens the file anew and holds nothing afterwards, so one `Notebook` may be used from any
    number of threads, and any number of processes may use one file. A call that changes something has
    returned only once the change is on disk. All calls raise `NotebookError` where the file can't be used.

    ``tell`` is called with a sentence when something happened that the reader should know: the file was
    damaged and has been repaired, replaced or deleted, can't be written to, is on a network file system, or
    no backup could be made. Each is told once, after the call has done its work, in the thread that called;
    it must not raise. Keep one `Notebook` as long as the program runs: it remembers what it saw and told.
    """

    def __init__(self, path: Path, tell: Callable[[str], None] = log) -> None:
        self.path = path
        self._guard = Guard(path, tell)
        self.shelf = Shelf(self._guard)
        """The stories that are kept."""

    # -- annotations -----------------------------------------------------------------------------------

    def annotations(self, versions: Collection[str] | None = None) -> tuple[Annotation, ...]:
        """The annotations on these versions of articles (None: on all), in the order of texts and time.

        A verdict is among those of both its versions.
        """
        found = self._guard.read(lambda connection: _living(connection, versions))
        return tuple(sorted(map(records.annotation, found), key=_in_order))

    def add(
        self,
        article: Article,
        ranges: Sequence[Range],
        kind: str,
        body: str = "",
        other: tuple[Article, Sequence[Range]] | None = None,
    ) -> Annotation:
        """Annotate these ranges of an article; its whole text is kept with it, once.

        ``other`` is a verdict's second passage. Raises ValueError for no range, an empty one or one outside
        the text, and for a kind that is not one of `KINDS`.
        """
        target = target_of(article, ranges)
        there = target_of(*other) if other else None
        if kind not in KINDS or (kind == "verdict") != (there is not None):
            raise ValueError(
                f"no annotation of kind {kind!r} {'with' if there else 'without'} a second passage"
            )
        check_storable(body)
        now = utc_now()
        made = Annotation(str(uuid.uuid4()), kind, body, target, created=now, changed=now, other=there)

        def added(connection: sqlite3.Connection) -> Annotation:
            for each in (article, other[0]) if other else (article,):
                article_texts.keep(connection, each, now)
            change_log.record(
                connection, "add", [RowEdit(ANNOTATIONS, None, records.annotation_row(made))], now
            )
            return replace(made, written=now)

        return self._guard.save(added, create=True)

    def edit(self, annotation: Annotation, body: str) -> Annotation:
        """Give an annotation another body. One that was deleted meanwhile comes back with it.

        Where somebody else gave a note or a tag another body since it was read as ``annotation``, that stays,
        and ``body`` becomes an annotation of its own on the same words: the one returned has another id then.
        """
        check_storable(body)
        now = utc_now()

        def edited(connection: sqlite3.Connection) -> Annotation:
            row = _found(connection, annotation)
            if row["body"] == body and row["deleted"] is None:
                return records.annotation(row)
            theirs = _changed_since(row, annotation)
            before, id = (None, str(uuid.uuid4())) if theirs else (row, annotation.id)
            made = {"created": now, "written": ""} if theirs else {}
            after = {**row, **made, "id": id, "body": body, "changed": now, "deleted": None}
            change_log.record(
                connection, "add" if theirs else "edit", [RowEdit(ANNOTATIONS, before, after)], now
            )
            return records.annotation(_found(connection, replace(annotation, id=id)))

        return self._guard.save(edited)

    def move(
        self, annotation: Annotation, article: Article, ranges: Sequence[Range], second: bool = False
    ) -> Annotation:
        """Put an annotation (``second``: a verdict's second passage) on other words, with their quote."""
        return self._put("move", annotation, article, target_of(article, ranges), second)

    def confirm(
        self, annotation: Annotation, article: Article, ranges: Sequence[Range], second: bool = False
    ) -> Annotation:
        """Say that an annotation stands at these ranges of another version; its quote stays what it was."""
        before = annotation.other if second and annotation.other else annotation.target
        target = replace(target_of(article, ranges), quote=before.quote)
        return self._put("confirm", annotation, article, target, second)

    def confirm_both(
        self,
        verdict: Annotation,
        here: tuple[Article, Sequence[Range]],
        there: tuple[Article, Sequence[Range]],
    ) -> Annotation:
        """Say in one change that both passages of a verdict stand where they are now; their quotes stay."""
        assert verdict.other is not None
        put = replace(
            verdict,
            target=replace(target_of(*here), quote=verdict.target.quote),
            other=replace(target_of(*there), quote=verdict.other.quote),
        )
        row = records.annotation_row(put)
        place = {field: row[field] for field in (*_SIDES[False], *_SIDES[True])}
        return self._change("confirm", [verdict], lambda before, _: {**before, **place}, here[0], there[0])[0]

    def delete(self, annotations: Sequence[Annotation]) -> tuple[Annotation, ...]:
        """Delete annotations in one change; `undo` brings them back.

        A note or tag stays to which somebody else gave another body since it was read. Returns those, as they
        are.
        """
        opened = {annotation.id: annotation for annotation in annotations}
        stay: dict[str, bool] = {}

        def deleted(row: Row, now: str) -> Row:
            id = str(row["id"])
            stay[id] = _changed_since(row, opened[id])
            return row if stay[id] else {**row, "deleted": row["deleted"] or now}

        left = self._change("delete", annotations, deleted)
        return tuple(annotation for annotation in left if stay[annotation.id])

    # -- tags ------------------------------------------------------------------------------------------

    def tags(self) -> tuple[TagCount, ...]:
        """The tags in use and those in the codebook, by name."""
        return self._guard.read(tags.tags)

    def recent_tags(self, limit: int) -> tuple[str, ...]:
        """The names of at most ``limit`` tags, the one used last first."""
        return self._guard.read(lambda connection: tags.recent(connection, limit))

    def tag_all(self, annotations: Sequence[Annotation], name: str) -> int:
        """Put a tag on the passage of each of these annotations that has it not yet, in one change.

        Returns how many were tagged.
        """
        check_storable(name)
        now = utc_now()

        def edits_of(connection: sqlite3.Connection) -> list[RowEdit]:
            tagged = (a.target for a in map(records.annotation, tags.tagged(connection, name)))
            having = {(target.version, target.ranges) for target in tagged}
            targets = {(a.target.version, a.target.ranges): a.target for a in annotations}
            made = [
                Annotation(str(uuid.uuid4()), "tag", name, target, created=now, changed=now)
                for place, target in targets.items()
                if place not in having
            ]
            return [RowEdit(ANNOTATIONS, None, records.annotation_row(tag)) for tag in made]

        return self._record("add", edits_of, now)

    def rename_tag(self, name: str, new: str) -> int:
        """Call a tag otherwise everywhere; one that exists takes it in. Returns how many rows changed."""
        check_storable(new)
        return self._change_tags("rename", lambda connection, now: tags.renaming(connection, name, new, now))

    def delete_tag(self, name: str) -> int:
        """Take a tag off every passage; notes stay. Returns how many rows changed."""
        return self._change_tags("delete", lambda connection, now: tags.deleting(connection, name, now))

    def describe_tag(self, code: Code, opened: Code | None = None) -> int:
        """Put an entry into the codebook, in place of the one with its name.

        With ``opened``, the entry as it was when ``code`` was made of it, what another program has put there
        since stays: where both changed the description, both descriptions are kept, one after the other.
        """
        if code.colour and code.colour not in COLOURS:
            raise ValueError(f"unknown colour {code.colour!r}")
        for text in (code.name, code.description):
            check_storable(text)
        return self._change_tags(
            "describe", lambda connection, _: tags.describing(connection, code, opened), create=True
        )

    # -- texts -----------------------------------------------------------------------------------------

    def version_text(self, version: str) -> str | None:
        """The canonical text of a version that an annotation was ever made on; None where it is lost."""
        return self._guard.read(lambda connection: article_texts.text(connection, version))

    def seen(self, versions: Collection[str] | None = None) -> tuple[SeenSource, ...]:
        """Where these versions (None: all) were seen, the last time first."""
        return self._guard.read(lambda connection: article_texts.seen(connection, versions))

    def earlier_versions(self, article: Article) -> tuple[str, ...]:
        """The annotated versions that are other texts of this article, the likeliest first."""
        return tuple(earlier.version for earlier in self.earlier(article))

    def earlier(self, article: Article) -> tuple[EarlierText, ...]:
        """The same, each with whether it is known by its source."""
        return self._guard.read(lambda connection: article_texts.earlier(connection, article))

    # -- what was fetched -------------------------------------------------------------------------------

    def keep_fetched(self, page: FetchedPage) -> None:
        """Keep what an address gave."""
        self._guard.save(lambda connection: fetched.keep(connection, page), create=True)

    def fetched(self, address: str) -> tuple[FetchedPage, ...]:
        """All that is kept of an address (in one spelling: `web_address.normalised`), the newest first."""
        return self._guard.read(lambda connection: fetched.pages(connection, address))

    def fetched_addresses(self) -> tuple[str, ...]:
        """The addresses of which something is kept."""
        return self._guard.read(fetched.addresses)

    # -- what is said of sources -------------------------------------------------------------------------

    def correct_source(self, said: SourceCorrection) -> None:
        """Keep what the reader says of a source, in place of what was said of that before."""
        check_storable(said.value)
        now = utc_now()
        row = records.correction_row(_kept(said, now))

        def edits_of(connection: sqlite3.Connection) -> list[RowEdit]:
            before = hashed_rows.get(connection, CORRECTIONS, row)
            if before and before["deleted"] is None and before["value"] == said.value:
                return []
            created = before["created"] if before else now
            return [RowEdit(CORRECTIONS, before, {**row, "created": created})]

        self._record("correct", edits_of, now, create=True)

    def withdraw_correction(self, said: SourceCorrection) -> int:
        """Let what was read of a source hold again, whatever value the reader gave; how many words go."""
        now = utc_now()
        row = records.correction_row(_kept(said, now))

        def edits_of(connection: sqlite3.Connection) -> list[RowEdit]:
            before = hashed_rows.get(connection, CORRECTIONS, row)
            living = before is not None and before["deleted"] is None
            return [RowEdit(CORRECTIONS, before, {**before, "deleted": now})] if before and living else []

        return self._record("withdraw", edits_of, now)

    def source_corrections(self) -> tuple[KeptCorrection, ...]:
        """All that the reader says of sources, the last word last."""
        found = self._guard.read(lambda connection: hashed_rows.every(connection, CORRECTIONS))
        living = (records.correction(row) for row in found if row["deleted"] is None)
        return tuple(sorted(living, key=lambda each: each.changed))

    # -- which articles tell of one event -----------------------------------------------------------------

    def decide_events(self, decisions: Sequence[EventDecision]) -> None:
        """Keep what the reader says of which sources tell of one event."""
        self._guard.save(lambda connection: events.decide(connection, decisions), create=True)

    def withdraw_event_decisions(self, decisions: Sequence[EventDecision]) -> None:
        """Take these back."""
        self._guard.save(lambda connection: events.withdraw(connection, decisions))

    def event_decisions(self) -> tuple[EventDecision, ...]:
        """All that the reader said of which sources tell of one event, the last word last."""
        return self._guard.read(events.decisions)

    # -- the whole -------------------------------------------------------------------------------------

    def undo(self, versions: Collection[str] | None) -> str | None:
        """Take back the newest change to annotations on these versions of articles (None: on any).

        Says what happened ("deleted note restored"), or None where there is nothing to undo.
        """
        if self._guard.read(lambda connection: change_log.newest_done(connection, versions)) is None:
            return None
        return self._guard.save(lambda connection: change_log.undo(connection, versions, utc_now()))

    def redo(self, versions: Collection[str] | None) -> str | None:
        """Make the change undone last again, unless another was made there since.

        Says what happened, or None where there is nothing to redo.
        """
        if self._guard.read(lambda connection: change_log.oldest_undone(connection, versions)) is None:
            return None
        return self._guard.save(lambda connection: change_log.redo(connection, versions, utc_now()))

    def contents(self) -> NotebookContents:
        """Everything in the notebook but its history, deleted annotations among it."""

        def contents(connection: sqlite3.Connection) -> NotebookContents:
            if hashed_rows.damaged(connection):
                raise DamagedError("Some of the notebook is damaged: restore a backup.")
            return merging.contents(connection)

        return self._guard.read(contents)

    def merge(self, coming: NotebookContents) -> MergeResult:
        """Take in what another notebook held, as one change that `undo` takes back."""
        if not self._guard.read(lambda connection: merging.brings_anything(connection, coming)):
            return MergeResult(0, 0)

        def merged(connection: sqlite3.Connection) -> MergeResult:
            edits, amount = merging.merging(connection, coming)
            if edits:
                change_log.record(connection, "import", edits, utc_now(), stamp=False)
            return amount

        return self._guard.save(merged, create=True)

    def damaged(self) -> tuple[str, ...]:
        """Which rows no longer are what was saved, as "table key"; they are left out everywhere else."""
        return self._guard.damaged()

    # ----------------------------------------------------------------------------------------------------

    def _put(
        self, action: str, annotation: Annotation, article: Article, target: Target, second: bool
    ) -> Annotation:
        put = replace(annotation, other=target) if second else replace(annotation, target=target)
        row = records.annotation_row(put)
        place = {field: row[field] for field in _SIDES[second]}
        return self._change(action, [annotation], lambda before, _: {**before, **place}, article)[0]

    def _change(
        self,
        action: str,
        annotations: Sequence[Annotation],
        changed: Callable[[Row, str], Row],
        *articles: Article,
    ) -> list[Annotation]:
        """Change rows in one logged change, keeping the texts of ``articles``; returns them as they are."""
        now = utc_now()

        def change(connection: sqlite3.Connection) -> list[Annotation]:
            for article in articles:
                article_texts.keep(connection, article, now)
            before = [_found(connection, annotation) for annotation in annotations]
            edits = [RowEdit(ANNOTATIONS, row, changed(row, now)) for row in before]
            edits = [edit for edit in edits if edit.after != edit.before]
            if edits:
                change_log.record(connection, action, edits, now)
            return [records.annotation(_found(connection, annotation)) for annotation in annotations]

        return self._guard.save(change)

    def _change_tags(
        self, action: str, edits_of: Callable[[sqlite3.Connection, str], list[RowEdit]], create: bool = False
    ) -> int:
        now = utc_now()
        return self._record(action, lambda connection: edits_of(connection, now), now, create)

    def _record(
        self,
        action: str,
        edits_of: Callable[[sqlite3.Connection], list[RowEdit]],
        now: str,
        create: bool = False,
    ) -> int:
        """Make edits in one logged change; how many they were."""

        def change(connection: sqlite3.Connection) -> int:
            edits = edits_of(connection)
            if edits:
                change_log.record(connection, action, edits, now)
            return len(edits)

        return self._guard.save(change, create)


def _changed_since(row: Row, annotation: Annotation) -> bool:
    """Whether somebody else gave a note or tag another body since it was read as ``annotation``."""
    return row["kind"] in _WRITTEN and row["deleted"] is None and row["body"] != annotation.body


def _living(connection: sqlite3.Connection, versions: Collection[str] | None = None) -> list[Row]:
    """The rows of annotations that are not deleted, on these versions or on all. Raises DamagedError."""
    query = "select * from annotations where deleted is null"
    if versions is None:
        found = connection.execute(query).fetchall()
    else:
        query += " and ? in (version, other_version)"
        found = [row for version in set(versions) for row in connection.execute(query, (version,))]
    living = list(hashed_rows.sound(ANNOTATIONS, found))
    if len(living) < len(found):
        raise DamagedError("Some annotations in the notebook are damaged: restore a backup.")
    return list({row["id"]: row for row in living}.values())


def _kept(said: SourceCorrection, now: str) -> KeptCorrection:
    """What was said, as a row; of two sources' reading there is one, whichever of them was spoken of."""
    ends = [said.source, *([said.other] if said.other else [])]
    one, *other = sorted((end.uri, end.member or "") for end in ends)
    return KeptCorrection(*one, said.fact, *(other[0] if other else ("", "")), said.value, now, now)


def _in_order(annotation: Annotation) -> tuple[str, int, int, str, str]:
    target = annotation.target
    return target.version, target.start, target.end, annotation.created, annotation.id


def _found(connection: sqlite3.Connection, annotation: Annotation) -> Row:
    row = hashed_rows.get(connection, ANNOTATIONS, {"id": annotation.id})
    if row is None:
        raise NotebookError(
            "This annotation is no longer in the notebook: the file was replaced, or the row is damaged."
        )
    return row
