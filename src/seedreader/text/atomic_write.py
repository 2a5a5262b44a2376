"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_atomically(path: Path, data: bytes, *, sync: bool = False) -> None:
    """Put a file that only its owner may read in place of ``path``: at any point the old or the new is there.

    A symbolic link stays one: the file that it leads to is replaced. ``sync``: the new one is on disk once
    this returns. Raises OSError; then the old one stays.
    """
    import tempfile  # nothing is written before the first frame

    path = Path(os.path.realpath(path))
    handle, temporary = tempfile.mkstemp(prefix=".seedreader-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
