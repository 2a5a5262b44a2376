"""Where a file went that is not at its place: looked for by its content in the folders of its story."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from seedreader.article import Article
from seedreader.ingest import folders, load_files
from seedreader.notebook.annotation_model import version_of
from seedreader.notebook.story_model import KeptSource, KeptStory
from seedreader.shelf import sightings
from seedreader.text import uris

MOST_READ = 200
"""Files that are read in search of a text; those with the bytes of a missing file are found among all."""
ALIKE = 0.8
"""The likeness from which another text in the folder is the missing one with other words."""
SKETCHED = 500_000
"""Characters of a text that its sketch is made of."""


class FoundFile(NamedTuple):
    """Where a file is now, and whether that is sure: it has the same bytes or the same text."""

    path: str
    sure: bool


def find_files(
    story: KeptStory, missing: Sequence[KeptSource], texts: dict[str, str]
) -> dict[str, FoundFile]:
    """Where the files of missing sources are, by their URI; those that are nowhere are left out.

    Looked into are the folders of the story's other sources, those that were given with it, and the one in
    which the file was. ``texts`` are the missing sources' texts by version, as far as they are kept.
    """
    taken = {source.uri for source in story.sources} - {source.uri for source in missing}
    free = [path for path in _candidates(story) if uris.of_path(path) not in taken]
    found = _by_bytes(missing, free)
    rest = [source for source in missing if source.uri not in found]
    if rest:
        left = [path for path in free if path not in {each.path for each in found.values()}]
        found |= _by_text(rest, left, texts)
    return found


def folders_of(story: KeptStory) -> list[str]:
    """The folders in which its files are or were, and those that were given with it; each that is there."""
    parents = (str(Path(each.path).parent) for each in story.sources if each.uri.startswith(sightings.FILE))
    return [folder for folder in dict.fromkeys((*parents, *story.folders)) if Path(folder).is_dir()]


def _candidates(story: KeptStory) -> Iterator[str]:
    given = set(story.folders)
    seen: set[str] = set()
    for folder in folders_of(story):
        for path in _deep(folder) if folder in given else _flat(folder):
            if path not in seen:
                seen.add(path)
                yield path


def _deep(folder: str) -> Iterator[str]:
    yield from (str(path) for path in folders.files(Path(folder)) if isinstance(path, Path))


def _flat(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entry.path for entry in entries if entry.is_file())
    except OSError:
        return
    yield from (path for path in inside if not Path(path).name.startswith("."))


def _by_bytes(missing: Iterable[KeptSource], free: Iterable[str]) -> dict[str, FoundFile]:
    wanted = {(source.size, source.sha256): source.uri for source in missing if source.sha256}
    sizes = {size for size, _ in wanted}
    found: dict[str, FoundFile] = {}
    for path in free:
        if len(found) == len(wanted):
            break
        known = sightings.quick(path)
        if known is None or known[0] not in sizes:
            continue
        uri = wanted.get((known[0], sightings.of_file(Path(path)).sha256))
        if uri is not None:
            found.setdefault(uri, FoundFile(path, sure=True))
    return found


def _by_text(
    missing: Sequence[KeptSource], free: Iterable[str], texts: dict[str, str]
) -> dict[str, FoundFile]:
    """By their text, whatever form it has now; or else by one that is alike."""
    read: list[tuple[str, Article]] = []
    for path in islice(free, MOST_READ):
        read += ((path, article) for article in load_files.read_file(Path(path)).articles)
    found: dict[str, FoundFile] = {}
    by_version = {version_of(article.text): path for path, article in read}
    for source in missing:
        if same := by_version.get(source.version):
            found[source.uri] = FoundFile(same, sure=True)
    rest = [source for source in missing if source.uri not in found and not source.member]
    if not rest or not read:
        return found
    # sketches are made of no text that is found otherwise
    from seedreader.notebook.anchoring import text_sketch

    used = {each.path for each in found.values()}
    sketches = [
        (path, text_sketch.sketch(article.text[:SKETCHED])) for path, article in read if path not in used
    ]
    for source in rest:
        text = texts.get(source.version)
        if text is None or not sketches:
            continue
        own = text_sketch.sketch(text[:SKETCHED])
        like, path = max((text_sketch.likeness(own, sketch), path) for path, sketch in sketches)
        if like >= ALIKE:
            found[source.uri] = FoundFile(path, sure=False)
            sketches = [each for each in sketches if each[0] != path]
    return found
