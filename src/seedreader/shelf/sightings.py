"""What the file of a source is now: by its size and time alone, or by its bytes."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from seedreader.notebook.story_model import Sighting
from seedreader.text import uris

if TYPE_CHECKING:
    from seedreader.article import Article
    from seedreader.notebook import Notebook
    from seedreader.notebook.story_model import SightedArticle

FILE = "file://"
_PIECE = 1 << 20
LARGEST = 256 << 20
"""Bytes of a file that are hashed; a larger one is known by its size and time."""


def sighting(uri: str, notebook: Notebook) -> Sighting:
    """What is at a URI now; an empty one where there is nothing, or nobody can know."""
    if uri.startswith(FILE):
        return of_file(Path(uris.to_path(uri)))
    if uri.startswith("http"):
        return of_address(uri, notebook)
    return Sighting()


def of_file(path: Path) -> Sighting:
    """A file's size, time and the hash of its bytes; empty where it can't be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # to open a pipe would wait for ever
            return Sighting()
        return Sighting(status.st_size, status.st_mtime_ns, _hash(path, status.st_size))
    except (OSError, ValueError):
        return Sighting()


def of_address(address: str, notebook: Notebook) -> Sighting:
    """The hash of what an address gave last, as far as it is kept."""
    newest = next(iter(notebook.fetched(address)), None)
    return Sighting(sha256=hashlib.sha256(newest.data).hexdigest()) if newest else Sighting()


def quick(path: str) -> tuple[int, int] | None:
    """A file's size and time; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116  # thousands of times, for nothing but this
    except (OSError, ValueError):
        return None
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


def sight(articles: Sequence[Article], notebook: Notebook) -> list[SightedArticle]:
    """Articles that were just read, with what their files are; each file is hashed once."""
    from seedreader.notebook.story_model import SightedArticle

    found: dict[str, Sighting] = {}
    sighted = []
    for article in articles:
        uri = article.source.uri if article.source else ""
        if uri not in found:
            found[uri] = sighting(uri, notebook)
        sighted.append(SightedArticle(article, found[uri]))
    return sighted


def _hash(path: Path, size: int) -> str:
    if size > LARGEST:
        return ""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
