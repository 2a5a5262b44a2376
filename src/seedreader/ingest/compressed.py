"""Compressed single files: gzip, bzip2, xz, LZ4 and Zstandard, unpacked piece by piece and never past a limit."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from seedreader.ingest import lz4
from seedreader.ingest.errors import IngestError

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


def is_compressed(data: bytes) -> bool:
    """Whether a file begins as one of these does."""
    return data.startswith((GZIP, BZIP2, XZ, LZ4, ZSTD, ZSTD_DICTIONARY))


def inner_name(name: str) -> str:
    """A file's name without the suffix of its compression."""
    lowered = name.lower()
    return next((name[: -len(suffix)] for suffix in SUFFIXES if lowered.endswith(suffix)), name)


def head(data: bytes, size: int) -> bytes:
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


def pieces(data: bytes, size: int = PIECE) -> Iterator[bytes]:
    """What a compressed file holds, in pieces of at most about ``size`` bytes, over all its members.

    Raises `IngestError` where it is damaged or ends early, after all that comes before.
    """
    if data.startswith(LZ4):
        yield from lz4.pieces(data)
    elif data.startswith((ZSTD, ZSTD_DICTIONARY)):
        yield from _zstd(data, size)
    elif data.startswith(GZIP):
        yield from _gzip(data, size)
    elif data.startswith(BZIP2):
        yield from _blocks(data, bz2.BZ2Decompressor, BZIP2, size)
    else:
        yield from _blocks(data, lzma.LZMADecompressor, XZ, size)


def _gzip(data: bytes, size: int) -> Iterator[bytes]:
    at = 0
    while data.startswith(GZIP, at):
        unpacker = zlib.decompressobj(31)
        waiting = b""
        while not unpacker.eof:
            if not waiting:
                waiting = data[at : at + size]
                at += len(waiting)
                if not waiting:
                    raise IngestError("truncated", MISSING)
            try:
                found = unpacker.decompress(waiting, size)
            except zlib.error as error:
                raise IngestError("truncated", DAMAGED) from error
            waiting = unpacker.unconsumed_tail
            if found:
                yield found
        at -= len(unpacker.unused_data)


def _blocks(data: bytes, start: Callable[[], Any], magic: bytes, size: int) -> Iterator[bytes]:
    at = 0
    while data.startswith(magic, at):
        unpacker = start()
        while not unpacker.eof:
            fed = data[at : at + size] if unpacker.needs_input else b""
            at += len(fed)
            if unpacker.needs_input and not fed:
                raise IngestError("truncated", MISSING)
            try:
                found = unpacker.decompress(fed, size)
            except (OSError, ValueError, EOFError, lzma.LZMAError) as error:
                raise IngestError("truncated", DAMAGED) from error
            if found:
                yield found
        at -= len(unpacker.unused_data)


def _zstd(data: bytes, size: int) -> Iterator[bytes]:
    """Frames of Zstandard; the first may be the dictionary of a ``.warc.zst``, itself compressed or not."""
    zstd = zstd_module()
    dictionary = None
    at = 0
    if data.startswith(ZSTD_DICTIONARY):
        at = 8 + int.from_bytes(data[4:8], "little")
        content = data[8:at]
        try:
            if content.startswith(ZSTD):
                content = zstd.ZstdDecompressor().decompress(content, 16 * PIECE)
            dictionary = zstd.ZstdDict(content)
        except (zstd.ZstdError, ValueError, EOFError) as error:
            raise IngestError("truncated", DAMAGED) from error
    while data.startswith(ZSTD, at):
        unpacker = zstd.ZstdDecompressor(zstd_dict=dictionary)
        while not unpacker.eof:
            fed = data[at : at + size] if unpacker.needs_input else b""
            at += len(fed)
            if unpacker.needs_input and not fed:
                raise IngestError("truncated", MISSING)
            try:
                found = unpacker.decompress(fed, size)
            except (zstd.ZstdError, ValueError, EOFError) as error:
                raise IngestError("truncated", DAMAGED) from error
            if found:
                yield found
        at -= len(unpacker.unused_data)


def zstd_module() -> Any:
    """The standard library's Zstandard, or its backport for a Python before 3.14. Raises `IngestError`."""
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    raise IngestError("extra", "warc")
