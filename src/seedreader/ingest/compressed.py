"""Compressed single files (gzip, bzip2, xz, LZ4, Zstandard), unpacked piece by piece, never past a limit."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from seedreader.ingest.errors import IngestError
from seedreader.ingest.file_bytes import FileBytes

PIECE = 1 << 20
"""Most bytes that are unpacked at a time."""

GZIP, BZIP2, XZ, LZ4, ZSTD = (
    b"\x1f\x8b\x08",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"\x04\x22\x4d\x18",
    b"\x28\xb5\x2f\xfd",
)
ZSTD_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""Begins the skippable frame with the dictionary of a ``.warc.zst``."""

DAMAGED, MISSING = "the rest is damaged", "the rest is missing"

SUFFIXES = (".gz", ".bz2", ".xz", ".lz4", ".zst")


def is_compressed(data: bytes | FileBytes) -> bool:
    """Whether a file begins as one of these does."""
    return data.startswith((GZIP, BZIP2, XZ, LZ4, ZSTD, ZSTD_DICTIONARY))


def inner_name(name: str) -> str:
    """A file's name without the suffix of its compression."""
    lowered = name.lower()
    return next((name[: -len(suffix)] for suffix in SUFFIXES if lowered.endswith(suffix)), name)


def head(data: bytes | FileBytes, size: int) -> bytes:
    """The first bytes of what a compressed file holds; what can't be unpacked gives fewer."""
    found = bytearray()
    try:
        for piece in pieces(data, min(size, PIECE)):
            found += piece
            if len(found) >= size:
                break
    except IngestError:
        pass
    return bytes(found[:size])


def unpack(data: bytes, most: int) -> tuple[bytes, bool]:
    """What a compressed file holds, and whether that is all of it: a damaged one gives what comes before.

    Raises `IngestError` for one that holds more than ``most`` bytes, or nothing that can be unpacked.
    """
    found = bytearray()
    try:
        for piece in pieces(data):
            found += piece
            if len(found) > most:
                raise IngestError("large", f"more than {most // 2**20} MB when unpacked; split it")
    except IngestError as error:
        if not found or error.problem.kind != "truncated":
            raise
        return bytes(found), False
    return bytes(found), True


def pieces(
    data: bytes | FileBytes, size: int = PIECE, at: int = 0, reached: list[int] | None = None
) -> Iterator[bytes]:
    """What a compressed file holds from ``at`` on, over all its members, in pieces of about ``size`` bytes.

    ``reached`` is told in its first item where the member at hand begins, and at last where all ended.
    Raises `IngestError` where a member is damaged or ends early, after all that comes before.
    """
    reached = [at] if reached is None else reached
    front = data[at : at + 8]
    if front.startswith(LZ4):
        from seedreader.ingest import lz4

        yield from lz4.pieces(data, at, reached)
    elif front.startswith((ZSTD, ZSTD_DICTIONARY)):
        yield from _zstd(data, size, at, reached)
    elif front.startswith(GZIP):
        yield from _members(data, _Inflater, GZIP, size, at, reached)
    elif front.startswith(BZIP2):
        import bz2

        yield from _members(data, bz2.BZ2Decompressor, BZIP2, size, at, reached)
    else:
        import lzma

        try:
            yield from _members(data, lzma.LZMADecompressor, XZ, size, at, reached)
        except lzma.LZMAError as error:
            raise IngestError("truncated", DAMAGED) from error


class _Inflater:
    """Gzip with the manners of the other unpackers: it keeps what it was fed and did not use."""

    def __init__(self) -> None:
        self._unpacker = zlib.decompressobj(31)

    @property
    def eof(self) -> bool:
        return self._unpacker.eof

    @property
    def needs_input(self) -> bool:
        return not self._unpacker.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._unpacker.unused_data

    def decompress(self, data: bytes, most: int) -> bytes:
        return self._unpacker.decompress(self._unpacker.unconsumed_tail + data, most)


def _members(
    data: bytes | FileBytes, start: Callable[[], Any], magic: bytes, size: int, at: int, reached: list[int]
) -> Iterator[bytes]:
    while data.startswith(magic, at):
        reached[0] = at
        unpacker = start()
        while not unpacker.eof:
            fed = data[at : at + size] if unpacker.needs_input else b""
            at += len(fed)
            if unpacker.needs_input and not fed:
                raise IngestError("truncated", MISSING)
            try:
                found = unpacker.decompress(fed, size)
            except (zlib.error, OSError, ValueError, EOFError) as error:
                raise IngestError("truncated", DAMAGED) from error
            if found:
                yield found
        at -= len(unpacker.unused_data)
        reached[0] = at


def _zstd(data: bytes | FileBytes, size: int, at: int, reached: list[int]) -> Iterator[bytes]:
    """Frames of Zstandard; the first may be the dictionary of a ``.warc.zst``, itself compressed or not."""
    zstd = zstd_module()
    dictionary = None
    if data.startswith(ZSTD_DICTIONARY, at):
        begin = at + 8
        at = begin + int.from_bytes(data[at + 4 : begin], "little")
        content = data[begin:at]
        try:
            if content.startswith(ZSTD):
                content = zstd.ZstdDecompressor().decompress(content, 16 * PIECE)
            dictionary = zstd.ZstdDict(content)
        except (zstd.ZstdError, ValueError, EOFError) as error:
            raise IngestError("truncated", DAMAGED) from error
    try:
        yield from _members(
            data, lambda: zstd.ZstdDecompressor(zstd_dict=dictionary), ZSTD, size, at, reached
        )
    except zstd.ZstdError as error:
        raise IngestError("truncated", DAMAGED) from error


def zstd_module() -> Any:
    """The standard library's Zstandard, or its backport for a Python before 3.14. Raises `IngestError`."""
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    raise IngestError("extra", "warc")
