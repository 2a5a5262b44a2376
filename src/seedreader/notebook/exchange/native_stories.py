"""Kept stories in the native form: what is kept, what each came to, and which texts were read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TypeVar

from seedreader.notebook.exchange import validate
from seedreader.notebook.exchange.validate import UnfitError
from seedreader.notebook.story_model import KeptSource, Reading, ReadMark, StoryRecord, StoryRows

T = TypeVar("T")
Stored = Mapping[str, object]
_LARGEST = 2**63


def write(held: StoryRows) -> dict[str, object]:
    """The parts of the document that hold them, sorted."""
    stories = [
        {**asdict(each), "folders": list(each.folders)} for each in sorted(held.stories, key=lambda s: s.id)
    ]
    sources = sorted(held.sources, key=lambda each: (each.story, each.uri, each.member))
    return {
        "stories": stories,
        "story_sources": [asdict(each) for each in sources],
        "readings": [asdict(each) for each in sorted(held.readings, key=lambda each: each.story)],
        "read_marks": [asdict(each) for each in sorted(held.marks, key=lambda each: each.version)],
    }


def read(document: Stored) -> StoryRows:
    """What those parts hold; nothing where they are missing, as in older versions. Raises UnfitError."""
    held = StoryRows(
        _each(document, "stories", "story", _story),
        _each(document, "story_sources", "source of a story", _source),
        _each(document, "readings", "reading", _reading),
        _each(document, "read_marks", "read mark", _mark),
    )
    validate.unique([each.id for each in held.stories], "story")
    return held


def _each(document: Stored, part: str, called: str, make: Callable[[Stored, str], T]) -> tuple[T, ...]:
    return tuple(
        make(validate.fields(each, f"{called} {number}"), f"{called} {number}")
        for number, each in enumerate(validate.items(document.get(part, []), part), 1)
    )


def _story(stored: Stored, where: str) -> StoryRecord:
    folders = validate.items(stored.get("folders", []), f"the folders of {where}")
    return StoryRecord(
        id=validate.named(stored.get("id"), where),
        name=validate.text(stored.get("name"), f"the name of {where}"),
        folders=tuple(validate.text(each, f"a folder of {where}") for each in folders),
        created=validate.time(stored.get("created"), f"{where}, created"),
        archived=validate.time_or_none(stored.get("archived"), f"{where}, archived"),
        deleted=validate.time_or_none(stored.get("deleted"), f"{where}, deleted"),
        written=validate.time_or_empty(stored.get("written", ""), f"{where}, written"),
    )


def _source(stored: Stored, where: str) -> KeptSource:
    texts = {name: validate.text(stored.get(name, ""), f"the {name} of {where}") for name in _TEXTS}
    numbers = {name: _number(stored.get(name, 0), f"the {name} of {where}") for name in _NUMBERS}
    return KeptSource(
        story=texts["story"],
        uri=texts["uri"],
        member=texts["member"],
        version=texts["version"],
        sha256=texts["sha256"],
        number=numbers["number"],
        size=numbers["size"],
        modified=numbers["modified"],
        added=validate.time(stored.get("added"), f"{where}, added"),
        deleted=validate.time_or_none(stored.get("deleted"), f"{where}, deleted"),
        written=validate.time_or_empty(stored.get("written", ""), f"{where}, written"),
    )


def _reading(stored: Stored, where: str) -> Reading:
    return Reading(
        story=validate.named(stored.get("story"), where),
        at=validate.time(stored.get("at"), f"{where}, at"),
        origins=_number(stored.get("origins", 0), f"the origins of {where}"),
        conflicts=_number(stored.get("conflicts", 0), f"the conflicts of {where}"),
        written=validate.time_or_empty(stored.get("written", ""), f"{where}, written"),
    )


def _mark(stored: Stored, where: str) -> ReadMark:
    return ReadMark(
        version=validate.named(stored.get("version"), where),
        read=validate.time_or_none(stored.get("read"), f"{where}, read"),
        written=validate.time_or_empty(stored.get("written", ""), f"{where}, written"),
    )


_TEXTS = ("story", "uri", "member", "version", "sha256")
_NUMBERS = ("number", "size", "modified")


def _number(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
        raise UnfitError(f"has something else than a number as {where}")
    return value
