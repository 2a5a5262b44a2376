"""Who may touch the notebook file past SQLite: one at a time, and nobody while a save is under way.

A process that closes any descriptor of a file loses all its locks on it (fcntl(2), "Advisory record
locking"), those that SQLite took for another thread's save among them. So everything that opens the file
itself does it under `saving`, as every save does.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from seedreader.notebook.annotation_model import NotebookError

saving = threading.RLock()
"""Held by the thread of this process that saves, or that opens the notebook file without SQLite."""

# https://www.sqlite.org/src/file/src/os.h: the pending, the reserved and the shared bytes
_FIRST, _LENGTH = 0x40000000, 512
_PAUSE_SECONDS = 0.01


@contextmanager
def alone(path: Path, seconds: float) -> Iterator[BinaryIO | None]:
    """The file, opened to read and held so that no SQLite connection can use it; None where there is none.

    Works for a file that SQLite refuses too. Waits at most ``seconds`` for others and raises NotebookError
    then. Only on systems with POSIX locks; elsewhere nothing is held.
    """
    deadline = time.monotonic() + seconds
    with saving:
        while True:
            try:
                file = path.open("r+b")
            except FileNotFoundError:
                yield None
                return
            with file:
                if not _held(file):
                    if time.monotonic() > deadline:
                        raise NotebookError(
                            f"Another program is using the notebook {path}: close that one or try again."
                        )
                    time.sleep(_PAUSE_SECONDS)
                elif _is_at(file, path):
                    yield file
                    return


def _held(file: BinaryIO) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows, where an open file can't be replaced anyway
        return True
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LENGTH, _FIRST)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
