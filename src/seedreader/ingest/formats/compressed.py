"""One file packed by gzip, bzip2 or xz: unpacked, and read as what it is."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import IO

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw import Documents

MOST = 512 * 1024 * 1024
"""Bytes that a file may hold once it is unpacked."""

_CHUNK = 1024 * 1024


def read(data: bytes, source: SourceId) -> Documents:
    """What the file inside holds. Raises `IngestError` for one that is too large, or packed again."""
    plain, complete = _unpacked(data)
    if not plain:
        raise IngestError("unreadable", "is packed, and what is inside is damaged or empty")
    if registry.format_of(plain).name == "compressed":
        raise IngestError("unreadable", "is packed several times over; unpack it first")
    found = registry.read(plain, source)
    return found if complete else found._replace(problems=(Problem("", "truncated"), *found.problems))


def _unpacked(data: bytes) -> tuple[bytes, bool]:
    parts: list[bytes] = []
    size = 0
    try:
        with _opened(data) as packed:
            while part := packed.read(_CHUNK):
                parts.append(part)
                size += len(part)
                if size > MOST:
                    raise IngestError("large", f"more than {MOST // 2**20} MB once it is unpacked")
    except (EOFError, OSError, zlib.error, lzma.LZMAError):
        return b"".join(parts), False
    return b"".join(parts), True


def _opened(data: bytes) -> IO[bytes]:
    inside = io.BytesIO(data)
    if data.startswith(b"BZh"):
        return bz2.BZ2File(inside)
    if data.startswith(b"\xfd7zXZ"):
        return lzma.LZMAFile(inside)
    return gzip.GzipFile(fileobj=inside)  # type: ignore[return-value]
