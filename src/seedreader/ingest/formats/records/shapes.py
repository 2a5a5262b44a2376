"""Where in a JSON value the records are: lists inside one another, an API's envelope, a frame of pandas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from seedreader.ingest.formats.records import keys

Record = dict[str, Any]
_DEEPEST = 8


def records(values: list[Any]) -> list[Record]:
    """Every record in the values, in order: an article, or at least a title with an address."""
    found: list[Record] = []
    for value in values:
        found += _of(value, 0)
    return found


def _of(value: Any, depth: int) -> list[Record]:
    if depth > _DEEPEST or not value:
        return []
    if isinstance(value, list):
        if table := _with_header(value):
            return table
        return [each for inner in value for each in _of(inner, depth + 1)]
    if not isinstance(value, dict):
        return []
    inner = value.get("_source") or value.get("fields") if "_id" in value or "_index" in value else None
    if isinstance(inner, dict) and inner:
        return [{"id": value.get("_id"), **inner}]
    if frame := _frame(value):
        return frame
    if keys.is_record(value) and (keys.has_text(value) or isinstance(value.get("fields"), dict)):
        return [value]
    inside = [
        each for child in value.values() if isinstance(child, dict | list) for each in _of(child, depth + 1)
    ]
    return inside or ([value] if keys.is_record(value) else [])


def is_nameless(value: Any) -> bool:
    """Whether a value is words, or lists of nothing else: texts that nothing names."""
    return isinstance(value, str) or (
        isinstance(value, list) and bool(value) and all(map(is_nameless, value[:1000]))
    )


def _with_header(rows: list[Any]) -> list[Record]:
    """A table as a list of lists whose first names the columns."""
    first = rows[0]
    if len(rows) < 2 or not isinstance(first, list) or not keys.is_header(first):
        return []
    return [_record(first, row) for row in rows[1:] if isinstance(row, list)]


def _frame(value: Record) -> list[Record]:
    """The rows of a pandas frame in the orients "split", "columns" and "list"; others are records."""
    columns, rows = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(rows, list) and keys.is_header(columns):
        return [_record(columns, row) for row in rows if isinstance(row, list)]
    held = list(value.values())
    if not keys.is_header(list(value)):
        return []
    if all(isinstance(each, dict) for each in held) and not any(map(keys.is_record, held)):
        return [{name: column.get(index) for name, column in value.items()} for index in max(held, key=len)]
    columns_alike = all(isinstance(each, list) for each in held) and len({len(each) for each in held}) == 1
    if columns_alike and held[0] and not any(isinstance(each, dict | list) for each in held[0]):
        return [dict(zip(value, row, strict=True)) for row in zip(*held, strict=True)]
    return []


def _record(columns: list[Any], row: list[Any]) -> Record:
    return dict(zip(map(str, columns), row, strict=False))


def flat(record: Record) -> Iterator[tuple[str, Any]]:
    """The values of a record by their names, those of inner ones by both names: "source.name"."""
    stack = [("", record, 0)]
    while stack:
        above, inner, depth = stack.pop()
        for name, value in inner.items():
            yield f"{above}{name}", value
            if isinstance(value, dict) and depth < 2:
                stack.append((f"{above}{name}.", value, depth + 1))


def links(value: Any) -> Iterator[str]:
    """Every address that a value has under a name of addresses, in order."""
    stack = [("", value)]
    while stack:
        name, each = stack.pop()
        if isinstance(each, dict):
            stack += reversed(list(each.items()))
        elif isinstance(each, list):
            stack += [(name, inner) for inner in reversed(each)]
        elif isinstance(each, str) and any(
            part in name.casefold() for part in ("url", "href", "link", "uri")
        ):
            yield each
