"""A file of very many records, cut into pieces that are read one by one: JSON Lines, and web archives.

A piece holds whole records, so that it is read as a file by itself; no more than one is held. What is chosen
among the pages of an archive is chosen in each piece: a page that a page of another piece holds as a frame is
a page like others.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from seedreader.article import SourceId
from seedreader.ingest import compressed, registry, sniffing, web_archive
from seedreader.ingest.errors import IngestError, Problem, problem_of
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.raw_document import Documents

JSON_LINES, ARCHIVE = "json lines", "web archive"

SMALLEST = {JSON_LINES: 1 << 20, ARCHIVE: 16 << 20}
"""Bytes of a file, as it lies there, from which it is cut."""

PIECE = {JSON_LINES: 1 << 20, ARCHIVE: 16 << 20}
"""Bytes of a piece, unpacked, and a record more."""

_LINES_SEEN = 1 << 20
"""Bytes at the front of a file in which two lines tell that each line is a record."""

_END = {JSON_LINES: re.compile(rb"\n"), ARCHIVE: re.compile(rb"\r?\n\r?\n(?=WARC/\d)")}


class Piece(NamedTuple):
    """Whole records of a file: which piece it is, from 0, of what, and how many records stand before it.

    ``reached`` is how many bytes of the file, as it lies there, were read for it and those before.
    """

    number: int
    kind: str
    data: bytes
    before: int
    reached: int


def cut(path: Path) -> Iterator[Piece | Problem] | None:
    """The pieces of a file, and what was wrong with it; None for a file that is read as a whole."""
    try:
        size = path.stat().st_size
        if size < min(SMALLEST.values()):
            return None
        with path.open("rb") as stream:
            kind = _kind(FileBytes(stream, size))
    except (OSError, IngestError):
        return None  # whoever reads it as a whole says what is wrong
    return _pieces(path, kind) if kind and size >= SMALLEST[kind] else None


def records(piece: Piece) -> Iterator[Piece]:
    """The records of a piece, each as a piece."""
    at, number = 0, piece.before
    for end in (*(found.end() for found in _END[piece.kind].finditer(piece.data)), len(piece.data)):
        if record := piece.data[at:end].strip(b"\r\n"):
            number += 1
            yield piece._replace(data=record, before=number - 1)
        at = end


def read(piece: Piece, source: SourceId) -> Documents:
    """What a piece holds. Raises `IngestError`."""
    if piece.kind == ARCHIVE:
        return registry.read(piece.data, source)
    # a format's own module is imported only to read such a file
    from seedreader.ingest.formats import records

    return records.read(piece.data, source, piece.before)


def _kind(data: FileBytes) -> str:
    head = compressed.head(data, _LINES_SEEN) if compressed.is_compressed(data) else data[:_LINES_SEEN]
    if sniffing.is_web_archive(head):
        return ARCHIVE if head.lstrip(b"\r\n").startswith(b"WARC/") else ""
    lines = head.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return JSON_LINES if len(lines) > 2 and all(map(_is_record, lines[:2])) else ""


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _pieces(path: Path, kind: str) -> Iterator[Piece | Problem]:
    try:
        with path.open("rb") as file:
            stream = web_archive.Stream(FileBytes(file, os.fstat(file.fileno()).st_size))
            before = 0
            for number, data in enumerate(_cut(stream.pieces, kind)):
                yield Piece(number, kind, data, before, file.tell())
                before += sum(1 for line in data.split(b"\n") if line.strip()) if kind == JSON_LINES else 0
        if stream.damaged:
            yield Problem(str(path), "lost", f"{stream.damaged} parts of it could not be unpacked")
        if stream.cut:
            yield Problem(str(path), "truncated", "what comes before was read")
    except (OSError, IngestError) as error:
        yield problem_of(str(path), error)


def _cut(unpacked: Iterator[bytes], kind: str) -> Iterator[bytes]:
    """The bytes cut where a record ends. Raises `IngestError` for a record too large to be held."""
    held = bytearray()
    looked = 0
    for more in unpacked:
        held += more
        while len(held) >= PIECE[kind] and (end := _END[kind].search(held, max(looked, PIECE[kind] - 8))):
            yield bytes(held[: end.end()])
            del held[: end.end()]
            looked = 0
        looked = max(0, len(held) - 8)
        if len(held) > registry.MAX_BYTES:
            raise registry.too_large(len(held))
    if held.strip():
        yield bytes(held)
