"""Files, and folders of them, as articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from seedreader.article import Article, SourceId
from seedreader.ingest import canonical, registry
from seedreader.ingest.errors import IngestError, Problem, is_loss, problem_of
from seedreader.ingest.raw import Declared

MAX_BYTES = registry.MAX_BYTES


class Loaded(NamedTuple):
    """What a list of paths gave: the articles that could be read, and what was wrong with anything."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def lost(self) -> bool:
        """Whether something could not be read."""
        return any(map(is_loss, self.problems))


def load(paths: Sequence[str | Path]) -> Loaded:
    """Read files, and the text files of folders, in the order given; a file named twice is read once."""
    articles: list[Article] = []
    problems: list[Problem] = []
    seen: set[Path] = set()
    for given in paths:
        try:
            files = _files(given)
        except (IngestError, OSError) as error:
            problems.append(problem_of(str(given), error))
            continue
        for file in files:
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                found = read_file(file)
                articles += found.articles
                problems += found.problems
    return Loaded(tuple(articles), tuple(problems))


def read_file(path: Path) -> Loaded:
    """Read one file, which is never written to."""
    named = str(path)
    try:
        source = SourceId.of_path(named)
        documents, problems = registry.read(_bytes(path), source)
    except (IngestError, OSError) as error:
        return Loaded((), (problem_of(named, error),))
    name = Declared(path.stem, "file name")
    return Loaded(
        tuple(canonical.article(raw, name, named, source.uri) for raw in documents),
        tuple(problem._replace(source=named) for problem in problems),
    )


def _files(given: str | Path) -> list[Path]:
    """The file given, or the files of a folder."""
    if not str(given):
        raise IngestError("unnamed")
    if str(given).startswith(("http://", "https://")):
        raise IngestError("address")
    path = Path(given)
    return _in_folder(path) if path.is_dir() else [path]


def _in_folder(folder: Path) -> list[Path]:
    """Its files in a known format by name, hidden ones left out."""
    known = registry.suffixes()
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in known and not p.name.startswith("."))
    if not files:
        raise IngestError("folder", " or ".join(known))
    return files


def _bytes(path: Path) -> bytes:
    if not path.exists():
        raise IngestError("missing")
    if not path.is_file():
        raise IngestError("irregular")
    size = path.stat().st_size
    if size > MAX_BYTES:
        most = MAX_BYTES // 2**20
        raise IngestError("large", f"{size // 2**20} MB, more than the {most} MB that can be read")
    return path.read_bytes()
