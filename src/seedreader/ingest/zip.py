"""Archives in zip form, read with limits: what one unpacks to is the word of whoever made it.

Nothing is ever written to a disk, so a name that climbs out of its folder can harm no file; it is left out
of the names all the same, for nobody honest writes one.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

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
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError,
    RuntimeError,
)  # fmt: skip


def is_zip(head: bytes) -> bool:
    """Whether bytes at the front of a file begin an archive in zip form."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class Zip:
    """An archive that is read; ``names`` are the files in it, in its own order, folders left out."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened
        self._left = ALL_BYTES
        self._infos = {info.filename: info for info in opened.infolist() if _is_safe(info)}
        self.names = tuple(self._infos)

    def __contains__(self, name: object) -> bool:
        return name in self._infos

    def read(self, name: str, most: int = MEMBER_BYTES) -> bytes:
        """The bytes of a file in it.

        Raises `IngestError` for one that is not there, is damaged or locked, or unpacks to more than ``most``.
        """
        return b"".join(self.chunks(name, most))

    def chunks(self, name: str, most: int = MEMBER_BYTES) -> Iterator[bytes]:
        """What `read` gives, piece by piece, for a file that need not be held whole."""
        info = self._infos.get(name)
        if info is None:
            raise IngestError("damaged", f"holds no {name}")
        if info.flag_bits & 1:
            raise IngestError("encrypted")
        size = 0
        try:
            with self._opened.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._left -= len(chunk)
                    if size > most or self._left < 0:
                        raise IngestError("large", f"packed, and unpacks to more than {_megabytes(most)}")
                    if size > RATIO_FROM and size > RATIO * max(1, info.compress_size):
                        raise IngestError("large", "packed so that it unpacks to a thousand times its size")
                    yield chunk
        except IngestError:
            raise
        except _DAMAGED as error:
            raise IngestError("damaged", "is damaged or cut short") from error


def open_zip(data: bytes) -> Zip:
    """An archive from its bytes. Raises `IngestError` for what is none, is cut short or too big."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as error:
        raise IngestError("damaged", "is damaged or cut short") from error
    if len(opened.infolist()) > MEMBERS:
        raise IngestError("large", f"an archive of more than {MEMBERS:,} files")
    return Zip(opened)


def _is_safe(info: zipfile.ZipInfo) -> bool:
    name = info.filename
    climbs = name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name[:2]
    return not (climbs or info.is_dir())


def _megabytes(size: int) -> str:
    return f"{size // 2**20} MB"
