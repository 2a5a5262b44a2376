"""The notebook's values as rows of its tables, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, cast

from seedreader.article import Range
from seedreader.notebook.annotation_model import Annotation, Code, KeptCorrection, SeenSource, Target
from seedreader.notebook.storage.hashed_rows import Row
from seedreader.notebook.story_model import KeptSource, Reading, ReadMark, StoryRecord


def annotation_row(annotation: Annotation) -> Row:
    """An annotation as stored."""
    target, other = annotation.target, annotation.other
    return {
        "id": annotation.id,
        "kind": annotation.kind,
        "body": annotation.body,
        "version": target.version,
        "ranges": json.dumps(target.ranges),
        "quote": target.quote,
        "other_version": other.version if other else None,
        "other_ranges": json.dumps(other.ranges) if other else None,
        "other_quote": other.quote if other else None,
        "author": annotation.author,
        "created": annotation.created,
        "changed": annotation.changed,
        "deleted": annotation.deleted,
        "written": annotation.written,
    }


def annotation(row: Mapping[str, object]) -> Annotation:
    """The annotation that a row stands for."""
    text = cast(Mapping[str, str], row)
    other = None
    if row["other_version"] is not None:
        other = Target(text["other_version"], _ranges(text["other_ranges"]), text["other_quote"])
    return Annotation(
        id=text["id"],
        kind=text["kind"],
        body=text["body"],
        target=Target(text["version"], _ranges(text["ranges"]), text["quote"]),
        created=text["created"],
        changed=text["changed"],
        other=other,
        author=text["author"],
        deleted=text["deleted"],
        written=text["written"],
    )


def code_row(code: Code) -> Row:
    """A codebook entry as stored."""
    return asdict(code)


def code(row: Mapping[str, object]) -> Code:
    """The codebook entry that a row stands for."""
    return Code(**cast(Mapping[str, str], row))


def correction_row(correction: KeptCorrection) -> Row:
    """What the reader said of a source, as stored."""
    return asdict(correction)


def correction(row: Mapping[str, object]) -> KeptCorrection:
    """What the reader said of a source."""
    return KeptCorrection(**cast(Mapping[str, str], row))


def seen_row(seen: SeenSource) -> Row:
    """Where a version was seen, as stored."""
    return asdict(seen)


def seen(row: Mapping[str, object]) -> SeenSource:
    """Where a version was seen."""
    return SeenSource(**cast(Mapping[str, str], row))


def story_row(story: StoryRecord) -> Row:
    """A kept story as stored."""
    return {**asdict(story), "folders": json.dumps(story.folders)}


def story(row: Mapping[str, object]) -> StoryRecord:
    """The kept story that a row stands for."""
    stored = cast(Mapping[str, Any], row)
    return StoryRecord(**{**stored, "folders": tuple(json.loads(stored["folders"]))})


def kept_source_row(source: KeptSource) -> Row:
    """A source of a kept story as stored."""
    return asdict(source)


def kept_source(row: Mapping[str, object]) -> KeptSource:
    """The source of a kept story that a row stands for."""
    return KeptSource(**cast(Mapping[str, Any], row))


def reading_row(reading: Reading) -> Row:
    """What a story came to, as stored."""
    return asdict(reading)


def reading(row: Mapping[str, object]) -> Reading:
    """What a story came to."""
    return Reading(**cast(Mapping[str, Any], row))


def mark_row(mark: ReadMark) -> Row:
    """When a text was read, as stored."""
    return asdict(mark)


def mark(row: Mapping[str, object]) -> ReadMark:
    """When a text was read."""
    return ReadMark(**cast(Mapping[str, Any], row))


def _ranges(stored: str) -> tuple[Range, ...]:
    return tuple((start, end) for start, end in json.loads(stored))
