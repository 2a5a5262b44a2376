"""Compound files, the small file systems inside which Outlook keeps a message: names and their bytes.

Every chain of sectors is followed once around at most, and no more is read than the file holds.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from seedreader.ingest.errors import IngestError
from seedreader.ingest.mail.sniff import OLE

_END, _FREE, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
MOST_ENTRIES = 100_000
DEEPEST = 12


class _Entry(NamedTuple):
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """A compound file's streams by their path ("__attach_version1.0_#00000000/__substg1.0_3707001F")."""

    def __init__(self, data: bytes) -> None:
        """Raises `IngestError` for what is no compound file, or one without a directory."""
        if len(data) < 512 or not data.startswith(OLE):
            raise IngestError("damaged", "is not a message of Outlook's")
        self._data = data
        try:
            self._read_header()
        except (struct.error, IndexError):
            raise IngestError("damaged", "is a damaged message of Outlook's") from None
        self.streams: dict[str, _Entry] = {}
        if self._entries:
            self._walk(self._entries[0].child, "")

    def read(self, path: str) -> bytes:
        """A stream's bytes, as far as the file holds them; none where it has no such stream."""
        entry = self.streams.get(path)
        if entry is None:
            return b""
        if entry.size < self._cutoff:
            return self._mini_chain(entry.start)[: entry.size]
        return self._chain(entry.start, entry.size)[: entry.size]

    def _read_header(self) -> None:
        data = self._data
        (shift, mini_shift) = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift > shift:
            raise IngestError("damaged", "is a damaged message of Outlook's")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        fat_sectors, directory, _, self._cutoff, mini_fat, mini_count, more = struct.unpack_from(
            "<LL4sLLLL", data, 44
        )
        sectors = list(struct.unpack_from("<109L", data, 76))
        limit = len(data) // self._size + 1
        seen: set[int] = set()
        while more not in (_END, _FREE) and more not in seen and len(seen) < limit:
            seen.add(more)
            block = self._sector(more)
            if len(block) < self._size:
                break
            numbers = struct.unpack(f"<{self._size // 4}L", block)
            sectors += numbers[:-1]
            more = numbers[-1]
        table: list[int] = []
        for number in sectors[: min(fat_sectors, limit)]:
            if number < _END - 3:
                block = self._sector(number)
                table += struct.unpack(f"<{len(block) // 4}L", block[: len(block) // 4 * 4])
        self._table = table
        raw = self._chain(mini_fat, mini_count * self._size)
        self._mini_table = struct.unpack(f"<{len(raw) // 4}L", raw[: len(raw) // 4 * 4])
        self._entries = [self._entry(block) for block in _blocks(self._chain(directory), 128)][:MOST_ENTRIES]
        root = self._entries[0] if self._entries else None
        self._mini = self._chain(root.start, root.size) if root else b""

    def _entry(self, block: bytes) -> _Entry:
        length, kind = struct.unpack_from("<HB", block, 64)
        left, right, child = struct.unpack_from("<LLL", block, 68)
        start, size = struct.unpack_from("<LQ", block, 116)
        name = block[: min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
        return _Entry(name, kind, left, right, child, start, size & 0xFFFFFFFF if self._size == 512 else size)

    def _walk(self, first: int, path: str) -> None:
        waiting = [(first, path, 0)]
        seen: set[int] = set()
        while waiting:
            number, above, depth = waiting.pop()
            if number in seen or number >= len(self._entries):
                continue
            seen.add(number)
            entry = self._entries[number]
            waiting += [(entry.left, above, depth), (entry.right, above, depth)]
            if entry.kind == _STREAM:
                self.streams.setdefault(above + entry.name, entry)
            elif entry.kind == _STORAGE and depth < DEEPEST:
                waiting.append((entry.child, f"{above}{entry.name}/", depth + 1))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _chain(self, number: int, size: int | None = None) -> bytes:
        parts: list[bytes] = []
        seen: set[int] = set()
        length = 0
        while number < len(self._table) and number not in seen and (size is None or length < size):
            seen.add(number)
            parts.append(self._sector(number))
            length += self._size
            number = self._table[number]
        return b"".join(parts)

    def _mini_chain(self, number: int) -> bytes:
        parts: list[bytes] = []
        seen: set[int] = set()
        while number < len(self._mini_table) and number not in seen:
            seen.add(number)
            parts.append(self._mini[number * self._mini_size : (number + 1) * self._mini_size])
            number = self._mini_table[number]
        return b"".join(parts)


def _blocks(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data) - size + 1, size)]
