"""LZ4 frames to bytes: web archives come in them, and the format is too small for a library."""

from __future__ import annotations

from collections.abc import Iterator

from seedreader.ingest.errors import IngestError
from seedreader.ingest.file_bytes import FileBytes

MAGIC = b"\x04\x22\x4d\x18"
WINDOW = 1 << 16
"""How far back a block may refer to the one before it."""

_MOST = {4: 1 << 16, 5: 1 << 18, 6: 1 << 20, 7: 1 << 22}
"""Most bytes of a block, by the code in the frame's head."""


def pieces(data: bytes | FileBytes, at: int, reached: list[int]) -> Iterator[bytes]:
    """What the frames from ``at`` on hold, a block at a time.

    ``reached`` is told in its first item where the frame at hand begins, and in the end where the last one
    ended. Raises `IngestError` where one is damaged or ends early.
    """
    while data.startswith(MAGIC, at):
        reached[0] = at
        if len(data) < at + 7:
            raise _truncated()
        flags, most = data[at + 4], _MOST.get(data[at + 5] >> 4 & 7)
        if most is None or flags >> 6 != 1:
            raise IngestError("truncated", "the rest is damaged")
        linked, checked, sized, summed, named = (not flags & 32, flags & 16, flags & 8, flags & 4, flags & 1)
        at += 7 + (8 if sized else 0) + (4 if named else 0)
        before = b""
        while True:
            size = int.from_bytes(data[at : at + 4], "little")
            if len(data) < at + 4:
                raise _truncated()
            at += 4
            if not size:
                break
            plain, size = size >> 31, size & 0x7FFFFFFF
            block = data[at : at + size]
            if len(block) < size:
                raise _truncated()
            at += size + (4 if checked else 0)
            found = block if plain else _block(block, before, most)
            if linked:
                before = (before + found)[-WINDOW:]
            yield found
        at += 4 if summed else 0
        reached[0] = at


def _block(block: bytes, before: bytes, most: int) -> bytes:
    """One block: runs of literal bytes, each followed by a copy from ``offset`` bytes back."""
    found = bytearray(before)
    most += len(before)
    at, end = 0, len(block)
    try:
        while at < end:
            token = block[at]
            length, at = _length(block, at + 1, token >> 4)
            found += block[at : at + length]
            at += length
            if at >= end:
                break
            offset = block[at] | block[at + 1] << 8
            length, at = _length(block, at + 2, token & 15)
            length += 4
            start = len(found) - offset
            if not offset or start < 0 or len(found) + length > most:
                raise IngestError("truncated", "the rest is damaged")
            if offset >= length:
                found += found[start : start + length]
            else:
                found += (found[start:] * (length // offset + 1))[:length]
    except IndexError as error:
        raise IngestError("truncated", "the rest is damaged") from error
    return bytes(found[len(before) :])


def _length(block: bytes, at: int, length: int) -> tuple[int, int]:
    """A length whose first four bits say ``length``, and where it ends."""
    if length == 15:
        while True:
            more = block[at]
            at += 1
            length += more
            if more != 255:
                break
    return length, at


def _truncated() -> IngestError:
    return IngestError("truncated", "the rest is missing")
