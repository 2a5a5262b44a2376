"""Values of imported JSON, each checked before it is believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime

from seedreader.article import REJECTED, RELATIONS, Range
from seedreader.notebook.annotation_model import COLOURS, KINDS

_LAST_YEAR = 9000
_MOST = 2**31


class UnfitError(Exception):
    """What in an imported file can't be so, as the rest of a sentence about the file."""


def fields(value: object, where: str) -> dict[str, object]:
    """``value`` as a JSON object."""
    if not isinstance(value, dict):
        raise UnfitError(f"has {_kind(value)} as {where}, where an object belongs")
    return value


def items(value: object, where: str) -> list[object]:
    """``value`` as a JSON list."""
    if not isinstance(value, list):
        raise UnfitError(f"has {_kind(value)} as {where}, where a list belongs")
    return value


def text(value: object, where: str) -> str:
    """``value`` as a text that can be stored."""
    if not isinstance(value, str):
        raise UnfitError(f"has {_kind(value)} as {where}, where text belongs")
    if not storable(value):
        raise UnfitError(f"has half a character (a lone surrogate) in {where}")
    return value


def storable(value: str) -> bool:
    """Whether a text has no lone surrogate in it."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def choice(value: object, among: Sequence[str], where: str) -> str:
    """``value`` as one of a few texts."""
    found = text(value, where)
    if found not in among:
        raise UnfitError(f"has “{found[:40]}” as {where}, which is none of {', '.join(among)}")
    return found


def offset(value: object, where: str) -> int:
    """``value`` as a position in a text."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise UnfitError(f"has {_kind(value)} as {where}, where a whole number belongs")
    if not 0 <= value < _MOST:
        raise UnfitError(f"has a number as {where} that is not a position in a text")
    return value


def time(value: object, where: str) -> str:
    """``value`` as a UTC time in the form that the notebook sorts by."""
    found = text(value, where)
    try:
        read = datetime.fromisoformat(found)
        utc = (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UnfitError(f"has “{found[:40]}” as {where}, which is not a time") from error
    if utc.year > _LAST_YEAR:
        raise UnfitError(f"has a time after the year {_LAST_YEAR} as {where}")
    return found if found == utc.isoformat() else utc.isoformat(timespec="microseconds")


def day(value: str, where: str) -> str:
    """``value`` as a day in ISO 8601."""
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise UnfitError(f"has “{value[:40]}” as {where}, which is no day") from error
    return value


def ranges(value: Sequence[Range], length: int | None, where: str) -> tuple[Range, ...]:
    """``value`` as the ranges of a target in a text of ``length`` characters (None: unknown)."""
    if not value or list(value) != sorted(value):
        raise UnfitError(f"has no ranges, or unsorted ones, in {where}")
    for start, end in value:
        if start >= end or (length is not None and end > length):
            of = f" of {length} characters" if length is not None else ""
            raise UnfitError(
                f"has the range {start} to {end} in {where}, which is not a passage of its text{of}"
            )
    return tuple(value)


def body(kind: str, value: object, where: str) -> str:
    """``value`` as the body of an annotation of this kind."""
    if kind == "highlight":
        return choice(value, COLOURS, where)
    if kind == "verdict":
        return choice(value, (*RELATIONS, REJECTED), where)
    return text(value, where)


def kind(value: object, has_other: bool, where: str) -> str:
    """``value`` as an annotation's kind; a verdict is on two passages, and nothing else is."""
    found = choice(value, KINDS, f"the kind of {where}")
    if (found == "verdict") != has_other:
        raise UnfitError(f"has a {found} {'on two passages' if has_other else 'on one passage'} as {where}")
    return found


def unique(names: list[str], what: str) -> None:
    """Raise UnfitError where one of these names comes twice."""
    for name, times in Counter(names).items():
        if times > 1:
            raise UnfitError(f"has the {what} “{name[:40]}” twice")


def named(value: object, where: str) -> str:
    """``value`` as an id."""
    if not (found := text(value, f"the id of {where}")):
        raise UnfitError(f"has no id in {where}")
    return found


def time_or_none(value: object, where: str) -> str | None:
    """``value`` as a time, or as none."""
    return None if value is None else time(value, where)


def time_or_empty(value: object, where: str) -> str:
    """``value`` as a time, or as an empty text."""
    return "" if value == "" else time(value, where)


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "nothing"}
    return names.get(type(value), "a number")
