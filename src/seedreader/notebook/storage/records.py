"""The notebook's values as rows of its tables, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import cast

from seedreader.article import Range
from seedreader.notebook.annotation_model import Annotation, Code, KeptCorrection, SeenSource, Target
from seedreader.notebook.storage.hashed_rows import Row


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


def _ranges(stored: str) -> tuple[Range, ...]:
    return tuple((start, end) for start, end in json.loads(stored))
