"""Files, folders of them, and standard input, as articles."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from seedreader.article import Article, Provenance, SourceId
from seedreader.ingest import canonical, chat_pages, folders, pieces, registry, sidecar
from seedreader.ingest.errors import LINK_NOWHERE, READ, IngestError, Problem, is_loss, problem_of
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.pieces import Piece
from seedreader.ingest.raw_document import Declared, Documents
from seedreader.text.web_address import is_address, unschemed

STANDARD_INPUT = "-"
"""In place of a path: what is piped into the program."""

_PIECE = 1 << 20


class LoadResult(NamedTuple):
    """What a list of paths gave: the articles that could be read, and what was wrong with anything."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def lost(self) -> bool:
        """Whether something could not be read."""
        return any(map(is_loss, self.problems))


def load(
    paths: Sequence[str | Path],
    stdin: BinaryIO | None = None,
    open_address: Callable[[str], LoadResult] | None = None,
) -> LoadResult:
    """Read files, the files of folders, for ``-`` standard input, and addresses, in the order given.

    A file that is named twice is read once. ``stdin`` is what to read in place of the program's own.
    ``open_address`` opens an address, which this does not do by itself: it never asks anybody for anything.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    for found, _, _ in load_each(paths, stdin, open_address):
        articles += found.articles
        problems += found.problems
    return LoadResult(tuple(articles), tuple(problems))


def load_each(
    paths: Sequence[str | Path],
    stdin: BinaryIO | None = None,
    open_address: Callable[[str], LoadResult] | None = None,
) -> Iterator[tuple[LoadResult, int, int]]:
    """What `load` reads, one input after another: what it gave, and how many of how many are done."""
    named = list(_named(paths, has_web=open_address is not None))
    yield from load_named(named, stdin, open_address)


def load_named(
    named: Sequence[tuple[str | Path, Path | Problem | str]],
    stdin: BinaryIO | None = None,
    open_address: Callable[[str], LoadResult] | None = None,
) -> Iterator[tuple[LoadResult, int, int]]:
    """What `load_each` tells, of `inputs` that are found already: what was given, and a file of it."""
    seen: set[str] = set()
    sidecars: dict[Path, sidecar.Sidecar | None] = {}
    chats = _chats([file for _, file in named if isinstance(file, Path)])
    for done, (given, file) in enumerate(named, 1):
        if isinstance(file, Problem):
            yield LoadResult((), (file,)), done, len(named)
            continue
        real = os.path.realpath(file) if isinstance(file, Path) else file
        if real in seen:
            continue
        seen.add(real)
        if isinstance(file, Path):
            found = chats.get(file) or read_file(file)
            told: list[Problem] = []
            articles = tuple(_told(article, file, given, sidecars, told) for article in found.articles)
            found = LoadResult(articles, (*told, *found.problems))
        elif open_address is None or file == STANDARD_INPUT:
            found = read_stream(stdin or sys.stdin.buffer)
        else:
            found = open_address(file)
        yield found, done, len(named)


def _chats(files: Sequence[Path]) -> dict[Path, LoadResult]:
    """What the pages of each chat that has several hold, at the first of them, and nothing at the others."""
    found: dict[Path, LoadResult] = {}
    for first, more in chat_pages.following(files).items():
        chat = _read_pages((first, *more))
        if chat is not None:
            found |= {first: chat, **dict.fromkeys(more, LoadResult(()))}
    return found


def _read_pages(files: Sequence[Path]) -> LoadResult | None:
    try:
        found = chat_pages.read([_bytes(file) for file in files])
    except (IngestError, OSError):
        return None
    first = files[0]
    name = Declared(first.parent.resolve().name, "file name")
    return _loaded(found, name, str(first), SourceId.of_path(str(first)).uri) if found else None


def read_piece(path: Path, piece: Piece) -> LoadResult:
    """Read the records of a piece of a file (`pieces.cut`)."""
    named = str(path)
    try:
        source = SourceId.of_path(named)
        found = pieces.read(piece, source)
    except IngestError as error:
        return LoadResult((), (problem_of(named, error),))
    return _loaded(found, Declared(path.stem, "file name"), named, source.uri)


def read_file(path: Path) -> LoadResult:
    """Read one file, which is never written to."""
    named = str(path)
    try:
        source = SourceId.of_path(named)
        with _opened(path) as data:
            found = registry.read(data, source)
    except (IngestError, OSError) as error:
        return LoadResult((), (problem_of(named, error),))
    return _loaded(found, Declared(path.stem, "file name"), named, source.uri)


def read_stream(stream: BinaryIO) -> LoadResult:
    """Read one file's bytes from a stream; the same bytes are the same source, whenever they are piped in."""
    from hashlib import sha256

    try:
        data = _limited(stream)
        source = SourceId(f"urn:sha256:{sha256(data).hexdigest()}")
        found = registry.read(data, source)
    except (IngestError, OSError) as error:
        return LoadResult((), (problem_of("standard input", error),))
    return _loaded(found, Declared("standard input", "given"), STANDARD_INPUT, source.uri)


def _loaded(found: Documents, name: Declared, path: str, uri: str) -> LoadResult:
    source = "standard input" if path == STANDARD_INPUT else path
    return LoadResult(
        tuple(canonical.article(raw, name, path, uri) for raw in found.documents),
        tuple(problem._replace(source=_place(source, problem.source)) for problem in found.problems),
    )


def _place(path: str, inside: str) -> str:
    """What a problem is with: a file, or what is inside it."""
    return f"{path} › {inside}" if inside else path


def _told(
    article: Article,
    file: Path,
    given: str | Path,
    sidecars: dict[Path, sidecar.Sidecar | None],
    problems: list[Problem],
) -> Article:
    """The article with what ``story.toml`` says of it, in its folder and in those above that were given."""
    said: dict[str, Declared] = {}
    above = [folder for folder in file.parents if folder.is_relative_to(given)] or [file.parent]
    for folder in above:
        if folder not in sidecars:
            sidecars[folder], problem = sidecar.read(folder)
            if problem:
                problems.append(problem)
        if found := sidecars[folder]:
            said = {**found.of(file), **said}
    if not said:
        return article
    sources: Provenance = article.provenance._replace(**{key: each.told_by for key, each in said.items()})
    values: dict[str, Any] = {key: each.value for key, each in said.items()}
    return replace(article, provenance=sources, **values)


def inputs(
    paths: Sequence[str | Path], most_files: int | None = None
) -> Iterator[tuple[str | Path, Path | Problem]]:
    """What was given, and each file in it; of a folder so many at most. None of them is read."""
    for given in paths:
        yield from ((given, file) for file in _files(given, most_files))


def _named(paths: Sequence[str | Path], has_web: bool) -> Iterator[tuple[str | Path, Path | Problem | str]]:
    """What was given, and each file in it; standard input and addresses as words."""
    for given in paths:
        if str(given) == STANDARD_INPUT or (has_web and is_address(str(given))):
            yield given, str(given)
        else:
            yield from inputs([given])


def _files(given: str | Path, most_files: int | None) -> Iterator[Path | Problem]:
    """The file given, or the files of a folder."""
    try:
        if not str(given):
            raise IngestError("unnamed")
        if is_address(str(given)):
            raise IngestError("address", "only `seedreader` itself opens addresses")
        path = Path(given)
        if not path.is_dir():
            if (address := unschemed(str(given))) and not path.exists():
                raise IngestError("unschemed", address)
            yield path
            return
    except (IngestError, OSError, ValueError) as error:
        yield problem_of(
            str(given), error if isinstance(error, IngestError | OSError) else IngestError("missing")
        )
        return
    some = False
    for found in folders.files(path, most_files):
        some = True
        yield found
    if not some:
        yield Problem(str(given), "folder", READ)


def _bytes(path: Path) -> bytes:
    """The bytes of a file that can be held."""
    with _opened(path) as data:
        if isinstance(data, FileBytes):
            raise registry.too_large(len(data))
        return data


@contextmanager
def _opened(path: Path) -> Iterator[bytes | FileBytes]:
    """A regular file as its bytes, or as one to be read in pieces; never waits for anything else."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        if path.is_symlink():
            raise IngestError("unreadable", LINK_NOWHERE) from error
        raise IngestError("missing") from error
    if not stat.S_ISREG(status.st_mode):
        raise IngestError("irregular", folders.what(status.st_mode))
    if status.st_size > registry.MAX_STREAMED:
        raise registry.too_large(status.st_size)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        size = status.st_size
        yield FileBytes(stream, size) if size > registry.MAX_BYTES else _limited(stream, size)


def _limited(stream: BinaryIO, expected: int = 0) -> bytes:
    """All that a stream gives. Raises `IngestError` for more than can be read.

    What is as long as ``expected`` is in memory once only.
    """
    begin = stream.read(expected)
    if not (piece := stream.read(_PIECE)):
        return begin
    found = bytearray(begin + piece)
    while piece := stream.read(_PIECE):
        found += piece
        if len(found) > registry.MAX_BYTES:
            raise registry.too_large(len(found))
    return bytes(found)
