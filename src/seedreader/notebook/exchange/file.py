"""The files that exports go to and imports come from."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from seedreader.notebook.exchange.reading import check_size
from seedreader.notebook.values import NotebookError


def content(name: str) -> bytes:
    """The bytes of the file that the user calls ``name``, unless it is too large to import."""
    path = Path(name)
    try:
        if not path.is_file():
            raise NotebookError(f"{name}: {'is not a regular file' if path.exists() else 'does not exist'}.")
        check_size(path.stat().st_size, name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise NotebookError(f"{name}: can't be read, {_reason(error)}.") from error


def write_private(path: Path, data: bytes, force: bool = False) -> None:
    """Write a file that only its owner may read, whole or not at all; one that exists only with ``force``."""
    try:
        if path.is_dir():
            raise NotebookError(f"{path} is a folder: name a file in it.")
        if not force and (path.exists() or path.is_symlink()):
            raise NotebookError(
                f"{path} exists already: name another file, or say to write over it (--force)."
            )
        handle, temporary = tempfile.mkstemp(prefix=".seedreader-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise NotebookError(f"{path}: can't be written, {_reason(error)}.") from error


def _reason(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else None
    return (said or str(error)).lower()
