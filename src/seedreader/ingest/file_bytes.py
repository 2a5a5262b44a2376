"""A file that is too large to be held, as the bytes that its reader asks for, piece by piece."""

from __future__ import annotations

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

    def find(self, wanted: bytes, at: int = 0) -> int:
        """Where it stands first from ``at`` on; -1 for nowhere."""
        while at < self._size:
            found = self[at : at + _STEP + len(wanted) - 1].find(wanted)
            if found >= 0:
                return at + found
            at += _STEP
        return -1
