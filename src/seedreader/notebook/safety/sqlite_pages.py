"""Records in the pages of an SQLite file, found without SQLite: each page is read for itself.

Nothing is taken for granted: a page may be zeroed, cut off, of another kind than it says, or left over from
earlier. What a record is, and whether it is whole, its hash must tell (`recovery`).
Format: https://www.sqlite.org/fileformat2.html, sections 1.3 (header), 1.6 (b-tree pages and cells) and
2.1 (records).
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator
from typing import NamedTuple

USUAL_PAGE_SIZE = 4096
PAGE_SIZES = (4096, 1024, 8192, 512, 2048, 16384, 32768, 65536)

_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR = 13, 10, 2
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_LONGEST_HEADER = 120


class SqliteRecord(NamedTuple):
    """What a cell holds: the row's number, and its columns as SQLite stores them."""

    rowid: int
    values: tuple[object, ...]


def page_size(content: bytes) -> int | None:
    """The size of a page, by the file's header; None where that is damaged."""
    found = int.from_bytes(content[16:18], "big")
    found = 65536 if found == 1 else found
    return found if found in PAGE_SIZES else None


def records(content: bytes, size: int, columns: Collection[int], thorough: bool) -> Iterator[SqliteRecord]:
    """Everything in the file that looks like a row with one of these numbers of columns.

    ``thorough``: also what a page that has lost some of its cells does not list.
    """
    for begin in range(0, len(content), size):
        if not any(content[begin : begin + size]):
            continue
        listed = list(_cells(content, begin, size))
        found = [record for at in listed if (record := _table_cell(content, at, begin, size, columns))]
        yield from found
        torn = _kind(content, begin) == _TABLE_LEAF and len(found) < len(listed)
        if thorough and torn and begin:  # the first page has none but the schema
            yield from _anywhere(content, begin, size, columns, set(listed))


def index_keys(content: bytes, size: int) -> Iterator[str]:
    """The text that comes first in every entry of an index: for its primary key the keys of a table."""
    for begin in range(0, len(content), size):
        kind = _kind(content, begin)
        if kind not in (_INDEX_LEAF, _INDEX_INTERIOR):
            continue
        for at in _cells(content, begin, size):
            try:
                length, start = _varint(content, at + (4 if kind == _INDEX_INTERIOR else 0))
                values = _record(content[start : start + length], (2,))
            except (IndexError, ValueError):
                continue
            if values and isinstance(values[0], str):
                yield values[0]


def _head(begin: int) -> int:
    return 0 if begin else 100


def _kind(content: bytes, begin: int) -> int:
    at = begin + _head(begin)
    return content[at] if at < len(content) else 0


def _cells(content: bytes, begin: int, size: int) -> Iterator[int]:
    """Where the cells of a page begin, as the page says."""
    head = begin + _head(begin)
    if len(content) < head + 12:
        return
    first = head + (12 if content[head] in (2, 5) else 8)
    number = int.from_bytes(content[head + 3 : head + 5], "big")
    if first + 2 * number > begin + size:
        return
    for place in range(first, min(first + 2 * number, len(content) - 1), 2):
        yield begin + int.from_bytes(content[place : place + 2], "big")


def _anywhere(
    content: bytes, begin: int, size: int, columns: Collection[int], known: Collection[int]
) -> Iterator[SqliteRecord]:
    """What looks like a row and is not among the cells that the page lists."""
    for at in range(begin, min(begin + size, len(content))):
        if at not in known and (record := _table_cell(content, at, begin, size, columns)):
            yield record


def _table_cell(
    content: bytes, at: int, begin: int, size: int, columns: Collection[int]
) -> SqliteRecord | None:
    try:
        length, at = _varint(content, at)
        rowid, at = _varint(content, at)
        header, _ = _varint(content, at)
        if not min(columns) < header <= min(length, _LONGEST_HEADER, begin + size - at):
            return None
        if not _fits(content[at : at + header], length, columns):
            return None
        payload = _payload(content, at, length, size)
        values = _record(payload, columns) if payload is not None else None
    except (IndexError, ValueError):
        return None
    return SqliteRecord(rowid if rowid < 1 << 63 else rowid - (1 << 64), values) if values else None


def _payload(content: bytes, at: int, length: int, size: int) -> bytes | None:
    """The bytes of a record, with those on overflow pages, which may lead anywhere in a damaged file."""
    if length > len(content):
        return None
    most, least = size - 35, (size - 12) * 32 // 255 - 23
    here = length
    if length > most:
        here = least + (length - least) % (size - 4)
        here = here if here <= most else least
    parts = [content[at : at + here]]
    missing = length - here
    following = int.from_bytes(content[at + here : at + here + 4], "big") if missing else 0
    while missing > 0:
        begin = (following - 1) * size
        if following < 1 or begin + 4 > len(content):
            return None
        part = content[begin + 4 : begin + min(size, 4 + missing)]
        parts.append(part)
        missing -= len(part) if len(part) == min(size - 4, missing) else missing + 1
        following = int.from_bytes(content[begin : begin + 4], "big")
    return b"".join(parts) if missing == 0 else None


def _fits(header: bytes, length: int, columns: Collection[int]) -> bool:
    """Whether a record's header has the right number of columns, which fill its payload exactly."""
    types = _types(header)
    return len(types) in columns and len(header) + sum(map(_width, types)) == length


def _types(header: bytes) -> list[int]:
    _, at = _varint(header, 0)
    types: list[int] = []
    while at < len(header):
        kind, at = _varint(header, at)
        types.append(kind)
    return types


def _record(payload: bytes, columns: Collection[int]) -> tuple[object, ...] | None:
    header, _ = _varint(payload, 0)
    if header > _LONGEST_HEADER or not _fits(payload[:header], len(payload), columns):
        return None
    values = []
    at = header
    for kind in _types(payload[:header]):
        values.append(_value(kind, payload[at : at + _width(kind)]))
        at += _width(kind)
    return tuple(values)


def _width(kind: int) -> int:
    return _WIDTHS[kind] if kind < 10 else max(kind - 12, 0) // 2


def _value(kind: int, stored: bytes) -> object:
    if kind == 0 or kind in (10, 11):
        return None
    if kind == 7:
        return struct.unpack(">d", stored)[0]
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(stored, "big", signed=True)
    return stored.decode() if kind % 2 else stored


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """The number at a place, and where it ends. Raises IndexError at the end of the content."""
    number = 0
    for place in range(at, at + 8):
        byte = content[place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + 1
    return number << 8 | content[at + 8], at + 9
