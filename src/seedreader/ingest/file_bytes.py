"""A file that is too large to be held, as the bytes that its reader asks for, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, overload

_STEP = 1 << 20


class FileBytes:
    """As much of what `bytes` can do as readers of large files need; nothing is kept of what was read.

    A file that is cut short meanwhile ends there.
    """

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream, self._size = stream, size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, key: int) -> int: ...
    @overload
    def __getitem__(self, key: slice) -> bytes: ...
    def __getitem__(self, key: int | slice) -> int | bytes:
        if isinstance(key, int):
            return self[key : key + 1 or self._size][0]
        start, end, _ = key.indices(self._size)
        self._stream.seek(start)
        return self._stream.read(max(0, end - start))

    def startswith(self, prefix: bytes | tuple[bytes, ...], at: int = 0) -> bool:
        """Whether one of these stands there."""
        longest = len(prefix) if isinstance(prefix, bytes) else max(map(len, prefix))
        return self[at : at + longest].startswith(prefix)

    def lines(self, longest: int) -> Iterator[bytes | None]:
        """The lines, without their ends; None in place of one that is longer than ``longest``."""
        waiting, too_long = bytearray(), False
        for at in range(0, self._size, _STEP):
            *ended, rest = self[at : at + _STEP].split(b"\n")
            for piece in ended:
                yield None if too_long else bytes(waiting + piece)
                waiting.clear()
                too_long = False
            waiting += rest
            if len(waiting) > longest:
                waiting.clear()
                too_long = True
        if waiting or too_long:
            yield None if too_long else bytes(waiting)

    def find(self, wanted: bytes, at: int = 0) -> int:
        """Where it stands first from ``at`` on; -1 for nowhere."""
        while at < self._size:
            found = self[at : at + _STEP + len(wanted) - 1].find(wanted)
            if found >= 0:
                return at + found
            at += _STEP
        return -1
