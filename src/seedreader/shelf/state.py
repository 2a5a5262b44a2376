"""What became of the files of a kept story since they were read last, as far as looking at them tells."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from seedreader.notebook.annotation_model import version_of
from seedreader.notebook.story_model import KeptSource, KeptStory
from seedreader.shelf import sightings

if TYPE_CHECKING:
    from seedreader.notebook import Notebook

SAME, CHANGED, MISSING = "same", "changed", "missing"


class FilesState(NamedTuple):
    """Sources whose text is another now, and sources that are not at their place."""

    changed: tuple[KeptSource, ...] = ()
    missing: tuple[KeptSource, ...] = ()


def files_state(story: KeptStory, notebook: Notebook) -> FilesState:
    """How the files of a story are now.

    A file of the same size and time is taken for the same; of another its bytes are looked at, and its text
    only where those differ.
    """
    found = [(source, _state(source, notebook)) for source in story.sources]
    return FilesState(
        tuple(source for source, state in found if state == CHANGED),
        tuple(source for source, state in found if state == MISSING),
    )


def needs_reading(sources: Iterable[KeptSource]) -> bool:
    """Whether the files of sources have to be looked into, since their size or time is another."""
    return any(
        source.uri.startswith(sightings.FILE)
        and sightings.quick(source.path) not in (None, (source.size, source.modified))
        for source in sources
    )


def _state(source: KeptSource, notebook: Notebook) -> str:
    if source.uri.startswith("http"):
        now = sightings.of_address(source.uri, notebook)
        return SAME if now.sha256 in ("", source.sha256) or _same_page(source, notebook) else CHANGED
    if not source.uri.startswith(sightings.FILE):
        return SAME
    known = sightings.quick(source.path)
    if known is None:
        return MISSING
    if known == (source.size, source.modified):
        return SAME
    if source.sha256 and sightings.of_file(Path(source.path)).sha256 == source.sha256:
        return SAME
    return SAME if _same_text(source) else CHANGED


def _same_text(source: KeptSource) -> bool:
    # imported where a file is another than it was
    from seedreader.ingest.load_files import read_file

    found = read_file(Path(source.path)).articles
    return any(version_of(article.text) == source.version for article in found)


def _same_page(source: KeptSource, notebook: Notebook) -> bool:
    from seedreader.web import page

    newest = next(iter(notebook.fetched(source.uri)))
    found = page.read(newest, source.uri).articles
    return any(version_of(article.text) == source.version for article in found)
