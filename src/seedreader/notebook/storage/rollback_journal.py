"""Whether a rollback journal belongs to the file that it lies beside.

A process that is killed while it saves leaves a journal, which SQLite plays back into the file. Where the
file has been replaced meanwhile, by a copy that someone put there, that would destroy it.
Formats: https://www.sqlite.org/fileformat2.html, sections 1.3 and 3.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

from seedreader.notebook.storage import filesystem

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = struct.Struct(">8sIIIII")
_COUNTER, _SCHEMA = slice(24, 28), slice(40, 44)
_SCHEMA_CHANGES = 1000
_HEAD_LENGTH = 100
_LARGEST = 0xFFFFFFFF


def beside(path: Path) -> Path:
    """Where the journal of a file is: SQLite puts it beside the file that a symbolic link leads to."""
    path = filesystem.real(path)
    return path.with_name(path.name + "-journal")


def is_strange(file: BinaryIO, path: Path) -> bool:
    """Whether the journal beside the open file ``path`` is not that file's, and would be played into it.

    It is the file's own where the first page that it saved is the file's, or the one before the file's: the
    save that was cut off counts the file's changes up by one, and its schema's a few times at most, which
    begins with a random number in every copy. False while somebody saves.
    """
    head = _head(file)
    try:
        content = beside(path).read_bytes()
    except FileNotFoundError:
        return False
    size = file.seek(0, 2)
    if _head(file) != head:
        return False
    if len(content) < _HEADER.size:
        return False
    magic, records, _, pages, sector, page_size = _HEADER.unpack_from(content)
    if magic != _MAGIC or page_size < 512 or sector < _HEADER.size:  # nothing that SQLite would play back
        return False
    # the count may be damaged, or stand for "as many as there are"
    records = min(records, max(len(content) - sector, 0) // (page_size + 8))
    first = _first_page(content, records, sector, page_size)
    if not pages:  # the journal of the save that made the file
        return _count(head) > 1 or _schema(head) > _SCHEMA_CHANGES
    if first is None:
        before: int = pages * page_size
        return size < before if records else size != before
    if _count(head) == _count(first):
        return head != first[:_HEAD_LENGTH]
    ahead = (_schema(head) - _schema(first)) & _LARGEST
    return _count(head) != (_count(first) + 1) & _LARGEST or ahead > _SCHEMA_CHANGES


def _first_page(content: bytes, records: int, sector: int, page_size: int) -> bytes | None:
    for number in range(records):
        begin = sector + number * (page_size + 8)
        if content[begin : begin + 4] == b"\0\0\0\1":
            return content[begin + 4 : begin + 4 + page_size]
    return None


def _head(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(_HEAD_LENGTH)


def _count(head: bytes) -> int:
    return int.from_bytes(head[_COUNTER], "big")


def _schema(head: bytes) -> int:
    return int.from_bytes(head[_SCHEMA], "big")
