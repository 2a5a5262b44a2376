"""Archives in zip form, read with limits: what one unpacks to is the word of whoever made it.

Nothing is ever written to a disk, so a name that climbs out of its folder can harm no file; it is left out
of the names all the same, for nobody honest writes one.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import PurePosixPath
from typing import NamedTuple

from seedreader.ingest.errors import IngestError

MEMBERS = 20_000
"""Files that an archive may hold."""

MEMBER_BYTES = 64 * 2**20
"""Bytes that one file may unpack to."""

ALL_BYTES = 512 * 2**20
"""Bytes that may be unpacked of one archive in all."""

RATIO, RATIO_FROM = 1_000, 4 * 2**20
"""How many times its packed size a file may be, from this many bytes on; deflate itself can do 1,032."""

_CHUNK = 2**18
_LOCAL = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3I2H")
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError,
    RuntimeError,
)  # fmt: skip


def is_zip(head: bytes) -> bool:
    """Whether bytes at the front of a file begin an archive in zip form."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class Zip:
    """An archive that is read; ``names`` are the files in it, in its own order, folders left out.

    ``complete`` is whether its directory was there: without it the archive was cut short, and what comes
    before the cut is read, the last file as far as it goes. ``unsafe`` are names that lead out of it, whose
    files are not read; ``cut`` is the name of the file in whose middle it ends, "" where that is between two.
    """

    def __init__(
        self,
        entries: Mapping[str, _Entry],
        *,
        complete: bool = True,
        unsafe: Sequence[str] = (),
        cut: str = "",
    ) -> None:
        self._entries = entries
        self._left = ALL_BYTES
        self.names = tuple(entries)
        self.complete = complete
        self.unsafe = tuple(unsafe)
        self.cut = cut

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def read(self, name: str, most: int = MEMBER_BYTES) -> bytes:
        """The bytes of a file in it.

        Raises `IngestError` for one that is not there, is damaged, locked or unpacks to more than ``most``.
        """
        return b"".join(self.chunks(name, most))

    def chunks(self, name: str, most: int = MEMBER_BYTES) -> Iterator[bytes]:
        """What `read` gives, piece by piece, for a file that need not be held whole."""
        entry = self._entries.get(name)
        if entry is None:
            raise IngestError("damaged", f"holds no {name}")
        if entry.locked:
            raise IngestError("encrypted")
        size = 0
        try:
            for chunk in entry.unpacked():
                size += len(chunk)
                self._left -= len(chunk)
                if size > most or self._left < 0:
                    raise IngestError("large", f"packed, and unpacks to more than {_megabytes(most)}")
                if size > RATIO_FROM and size > RATIO * max(1, entry.packed):
                    raise IngestError("large", "packed so that it unpacks to a thousand times its size")
                yield chunk
        except IngestError:
            raise
        except _DAMAGED as error:
            raise IngestError("damaged", "is damaged or cut short") from error


class _Entry(NamedTuple):
    """A file of an archive: how to unpack it, its packed size, whether a password locks it.

    ``told`` is the packed size that the archive tells.
    """

    unpacked: Callable[[], Iterator[bytes]]
    packed: int
    locked: bool
    told: int = 0


def open_zip(data: bytes) -> Zip:
    """An archive from its bytes. Raises `IngestError` for what is none or holds too many files."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as error:
        entries = _salvaged(data)
        if not entries:
            raise IngestError("damaged", "is damaged or cut short") from error
        last = next(reversed(entries))
        return Zip(entries, complete=False, cut="" if _is_whole(entries[last]) else last)
    if len(opened.infolist()) > MEMBERS:
        raise IngestError("large", f"an archive of more than {MEMBERS:,} files")
    listed: dict[str, _Entry] = {}
    for info in opened.infolist():
        if not _is_safe(info.filename):
            continue
        if before := listed.get(info.filename):
            listed[_another(info.filename, listed)] = before
        listed[info.filename] = _Entry(
            partial(_listed, opened, info), info.compress_size, bool(info.flag_bits & 1)
        )
    unsafe = [
        info.filename for info in opened.infolist() if not info.is_dir() and not _is_safe(info.filename)
    ]
    return Zip(listed, unsafe=unsafe)


def _another(name: str, taken: Mapping[str, _Entry]) -> str:
    """A name for the earlier of two files of one name, of which the last has it, as for all who unpack."""
    path = PurePosixPath(name)
    names = (str(path.with_name(f"{path.stem} ({number}){path.suffix}")) for number in count(1))
    return next(each for each in names if each not in taken)


def _is_whole(entry: _Entry) -> bool:
    """Whether a file of an archive without its directory is all there."""
    return entry.locked or entry.packed >= entry.told


def _listed(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with opened.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _salvaged(data: bytes) -> dict[str, _Entry]:
    """The files of an archive without its directory, by what stands before each."""
    found: dict[str, _Entry] = {}
    at = data.find(_LOCAL)
    while 0 <= at <= len(data) - _HEADER.size and len(found) < MEMBERS:
        _, _, flags, method, _, _, _, packed, _, name_size, extra_size = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size + name_size + extra_size
        name = data[at + _HEADER.size : at + _HEADER.size + name_size].decode("utf-8", "replace")
        at = data.find(_LOCAL, max(start + packed, at + 4))
        end = start + packed if packed else (at if at >= 0 else len(data))
        if _is_safe(name) and start < len(data) and method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            piece = memoryview(data)[start:end]
            found[name] = _Entry(partial(_inflated, piece, method), len(piece), bool(flags & 1), packed)
    return found


def _inflated(packed: memoryview, method: int) -> Iterator[bytes]:
    """What a file holds as far as it is there."""
    if method == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(packed), _CHUNK):
        waiting = bytes(packed[start : start + _CHUNK])
        while waiting:
            try:
                chunk = inflate.decompress(waiting, _CHUNK)
            except zlib.error:
                return
            yield chunk
            waiting = inflate.unconsumed_tail
        if inflate.eof:
            return


def _is_safe(name: str) -> bool:
    climbs = name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name[:2]
    return bool(name) and not (climbs or name.endswith("/"))


def _megabytes(size: int) -> str:
    return f"{size // 2**20} MB"
