"""What archives of many files share: they open as a folder does, and nothing is unpacked to a disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from seedreader.article import SourceId
from seedreader.ingest import chat_pages, folders, registry, sidecar
from seedreader.ingest.errors import READ, IngestError, Problem
from seedreader.ingest.raw_document import Declared, Documents, RawDocument

INSIDE = "!/"
"""Stands between an archive and what is in it, in the member of a source."""

DEPTH = 2
"""Archives inside archives that are opened."""

MOST_FILES = 5_000
"""Files of one archive that are read."""


LEADS_OUT = "was left out: its path leads out of the archive; unpack it and name the file"


def read(
    names: Sequence[str],
    content: Callable[[str], bytes],
    source: SourceId,
    unsafe: Sequence[str] = (),
) -> Documents:
    """The articles of the files in an archive, each by its path in it.

    ``content`` gives the bytes of a file by its name, or raises `IngestError`, which stops no other file.
    ``unsafe`` are names of files that lead out of the archive: they are not read, and that is told.
    Raises `IngestError` for an archive too deep in others, or one in which no file can be read.
    """
    depth = (source.member or "").count(INSIDE) + (source.member is not None)
    if depth > DEPTH:
        raise IngestError("unreadable", "is an archive too deep inside others; unpack it and open the folder")
    documents: list[RawDocument] = []
    problems: list[Problem] = []
    told = _sidecars(names, content, problems)
    wanted, others = folders.packed(names)
    chats = _chats(wanted[:MOST_FILES], content)
    for name in wanted[:MOST_FILES]:
        try:
            if name in chats:
                documents += (_of(document, name, told) for document in chats[name])
                continue
            data = content(name)
            if not registry.named(name) and not folders.is_readable(name, registry.front(data)):
                others.append(name)
                continue
            inside = registry.read(data, SourceId(source.uri, _member(source.member, name)))
        except IngestError as error:
            problems.append(error.problem._replace(source=name))
            continue
        problems += (problem._replace(source=_place(name, problem.source)) for problem in inside.problems)
        documents += (_of(document, name, told) for document in inside.documents)
    if len(wanted) > MOST_FILES:
        problems.append(Problem("", "many", f"{MOST_FILES:,} files, of which the first were read"))
    problems += (Problem(name, "left-out", LEADS_OUT) for name in unsafe)
    if documents and others:
        problems.append(folders.left_out("", others))
    if not documents and not problems:
        raise IngestError("folder", READ)
    return Documents(tuple(documents), tuple(problems))


def _chats(names: Sequence[str], content: Callable[[str], bytes]) -> dict[str, tuple[RawDocument, ...]]:
    """The chats that have several pages, each at the first of these, and nothing at the others."""
    found: dict[str, tuple[RawDocument, ...]] = {}
    for first, more in chat_pages.following(names).items():
        try:
            chat = chat_pages.read([content(name) for name in (first, *more)])
        except IngestError:
            continue  # each page is read by itself then, and what is wrong with it told
        if chat is not None:
            found |= {first: chat.documents, **dict.fromkeys(more, ())}
    return found


def _of(document: RawDocument, name: str, sidecars: Sequence[sidecar.Sidecar]) -> RawDocument:
    said: dict[str, Declared] = {}
    for each in sidecars:
        if PurePosixPath(name).is_relative_to(each.folder.as_posix()):
            said |= each.of(Path(name))
    named = {"name": Declared(PurePosixPath(name).stem, "file name")}
    return document._replace(
        member=_member(name, document.member) if document.member else name,
        declared={**named, **document.declared, **said},
    )


def _sidecars(
    names: Sequence[str], content: Callable[[str], bytes], problems: list[Problem]
) -> list[sidecar.Sidecar]:
    """The sidecars in an archive, those of the outer folders first."""
    found = []
    for name in sorted(names, key=lambda name: name.count("/")):
        path = PurePosixPath(name)
        if path.name.lower() == sidecar.NAME:
            try:
                inside = (
                    str(PurePosixPath(each).relative_to(path.parent))
                    for each in names
                    if PurePosixPath(each).is_relative_to(path.parent)
                )
                said, problem = sidecar.parse(content(name), Path(path.parent), inside)
            except IngestError as error:
                said, problem = None, error.problem._replace(source=name)
            found += [said] if said else []
            problems += [problem] if problem else []
    return found


def _member(outer: str | None, inner: str) -> str:
    return f"{outer}{INSIDE}{inner}" if outer else inner


def _place(name: str, inside: str) -> str:
    return f"{name} › {inside}" if inside else name
