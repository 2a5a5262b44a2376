"""The files that exports go to and imports come from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from seedreader.notebook.annotation_model import NotebookError
from seedreader.notebook.exchange.import_result import ImportResult, complete
from seedreader.notebook.exchange.read_import import check_size
from seedreader.notebook.store import Notebook
from seedreader.text.atomic_write import write_atomically
from seedreader.text.plurals import count

_SQLITE = b"SQLite format 3\0"


def content(name: str) -> bytes:
    """The bytes of the file that the user calls ``name``, unless it is too large to import."""
    try:
        check_size(_file(name).stat().st_size, name)
        return Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise NotebookError(f"{name}: can't be read, {_reason(error)}.") from error


def of_notebook(name: str, known: Mapping[str, str]) -> ImportResult:
    """What another notebook's SQLite file brings; ``known`` are texts at hand besides. It is only read."""
    try:
        with _file(name).open("rb") as file:
            begins = file.read(len(_SQLITE))
    except (OSError, ValueError) as error:
        raise NotebookError(f"{name}: can't be read, {_reason(error)}.") from error
    if begins != _SQLITE:
        raise NotebookError(
            f"{name} is not a notebook (an SQLite file); use `seedreader notes import` for other files."
        )
    other = Notebook(Path(name))
    arrived = complete(other.contents(), known)
    damaged = len(other.damaged())
    told = f"{count(damaged, 'damaged row')} left out."
    return arrived._replace(told=(*arrived.told, told)) if damaged else arrived


def _file(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise NotebookError(f"{name}: {'is not a regular file' if path.exists() else 'does not exist'}.")
    return path


def write_private(path: Path, data: bytes, force: bool = False) -> None:
    """Write a file that only its owner may read, whole or not at all; one that exists only with ``force``."""
    try:
        if path.is_dir():
            raise NotebookError(f"{path} is a folder: name a file in it.")
        if not force and (path.exists() or path.is_symlink()):
            raise NotebookError(
                f"{path} exists already: name another file, or say to write over it (--force)."
            )
        write_atomically(path, data, sync=True)
    except (OSError, ValueError) as error:
        raise NotebookError(f"{path}: can't be written, {_reason(error)}.") from error


def _reason(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else None
    return (said or str(error)).lower()
