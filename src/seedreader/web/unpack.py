"""The bytes of an answer, those that were compressed for the way unpacked, never more than a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

ACCEPTED = "gzip, deflate"
_PIECE = 1 << 16


class TooLargeError(Exception):
    """There is more than may be read."""


class UnreadableError(Exception):
    """It is compressed in a way that was not asked for, or not as it should be."""


def unpacked(pieces: Iterable[bytes], encoding: str, most: int) -> Iterator[bytes]:
    """The pieces as they were before they were packed for the way (``Content-Encoding``).

    Raises TooLargeError once they come to more than ``most`` bytes, packed or not, and UnreadableError.
    """
    names = [name for each in encoding.split(",") if (name := each.strip().lower()) not in ("", "identity")]
    if len(names) > 2:
        raise UnreadableError(encoding)
    found = _limited(pieces, most)
    for name in reversed(names):
        if name not in ("gzip", "x-gzip", "deflate"):
            raise UnreadableError(name)
        found = _limited(_inflated(found, name), most)
    return found


def _limited(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise TooLargeError
        yield piece


def _inflated(pieces: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Pieces unpacked, `_PIECE` at a time; what follows the end of the packed data is ignored."""
    machine = None
    for piece in pieces:
        if machine is None:
            if not piece:
                continue
            raw = name == "deflate" and piece[0] & 0x0F != 8  # without the head that it should have
            machine = zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS | 32)
        try:
            while piece and not machine.eof:
                yield machine.decompress(piece, _PIECE)
                piece = machine.unconsumed_tail
        except zlib.error as error:
            raise UnreadableError(name) from error
    if machine is not None and not machine.eof:
        yield machine.flush()
