"""Which files of a folder are articles: all that are in a known form, wherever in it, and no others."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from seedreader.ingest import binary, registry
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import LINK_NOWHERE, IngestError, Problem, problem_of
from seedreader.text.plurals import count

MOST_FILES = 20_000
"""Files of one folder that are read."""

SEEN_FOR_EACH = 10
"""Names that are looked at for each file that may be read: what is given by mistake (``/``) ends soon."""

LINK_OUT = "is a link to a {} outside the folder named, and was not followed; name that {}"

DEPTH = 40
"""Folders inside folders that are looked into."""

IGNORED = frozenset({
    "node_modules", "__pycache__", "__MACOSX", "bower_components", "site-packages", "venv", "env", "build",
    "dist", "target", "$RECYCLE.BIN", "System Volume Information", "lost+found",
})  # fmt: skip
"""Folders that hold what programs keep for themselves."""

_ASIDE = re.compile(
    r".+_(?:files|fichiers|archivos|bestanden|arquivos|ficheiros|pliki|soubory|dateien)", re.I
)
"""A folder with the pictures, frames and scripts of a page that was saved whole."""

_PAGE = (".html", ".htm", ".xhtml")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
_PAGES_OF_SERVERS = frozenset(
    (".php", ".php5", ".phtml", ".asp", ".aspx", ".jsp", ".jspx", ".shtml", ".cgi", ".cfm", ".do", ".action")
)
"""What the names of saved pages may end in as well as those of programs."""

KINDS_SHOWN = 3
"""Endings of files left out that are named."""

_NEVER = (
    "license", "licence", "copying", "makefile", "dockerfile", "thumbs.db", "desktop.ini", "story.toml",
)  # fmt: skip


def files(folder: Path, most: int | None = None) -> Iterator[Path | Problem]:
    """The first files of a folder and of the folders in it that can be read, by name, and what could not be.

    Left out are hidden ones, those of programs, and what belongs to a saved page. A name that says nothing
    is settled by the file's first bytes. A folder that is reached twice, by a link, is read once; what lies
    outside of the folder is not reached by a link: nobody who names a folder means what it links to.
    """
    most = MOST_FILES if most is None else most
    found = seen = 0
    visited: set[tuple[int, int]] = set()
    waiting = [(folder, 0)]
    others: list[str] = []
    within = os.path.realpath(folder)
    while waiting:
        place, depth = waiting.pop()
        try:
            status = place.stat()
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            with os.scandir(place) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield problem_of(str(place), error)
            continue
        seen += len(inside)
        pages = {Path(entry.name).stem for entry in inside if entry.name.lower().endswith(_PAGE)}
        below: list[tuple[Path, int]] = []
        for entry in inside:
            if entry.name.startswith(".") or entry.name.endswith("~") or entry.name.lower() in _NEVER:
                continue
            path = place / entry.name
            try:
                mode = entry.stat().st_mode
            except OSError as error:
                if registry.named(entry.name):
                    yield _lost(path, error)
                continue
            is_outside = entry.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(within)
            if stat.S_ISDIR(mode):
                if is_outside:
                    yield Problem(str(path), "left-out", LINK_OUT.format("folder", "folder"))
                elif not _is_ignored(entry.name, pages) and depth < DEPTH:
                    below.append((path, depth + 1))
            elif not stat.S_ISREG(mode):
                if registry.named(entry.name):
                    yield Problem(str(path), "irregular", what(mode))
            elif is_outside:
                if registry.named(entry.name):
                    yield Problem(str(path), "left-out", LINK_OUT.format("file", "file"))
            elif _is_wanted(path):
                found += 1
                yield path
            else:
                others.append(entry.name)
            if found >= most:
                break
        waiting += reversed(below)
        if found >= most or seen >= SEEN_FOR_EACH * most:
            yield Problem(str(folder), "many", f"{most:,} files, of which the first were read")
            return
    if found and others:
        yield left_out(str(folder), others)


def _lost(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return Problem(str(path), "unreadable", LINK_NOWHERE)
    return problem_of(str(path), error)


def left_out(place: str, names: Sequence[str]) -> Problem:
    """That files of a folder or an archive were left out, and what the names of most of them end in."""
    endings = Counter(PurePosixPath(name).suffix.lower() for name in names)
    endings.pop("", None)
    shown = ", ".join(sorted(endings, key=lambda ending: (-endings[ending], ending))[:KINDS_SHOWN])
    kinds = f" ({shown}{' …' if len(endings) > KINDS_SHOWN else ''})" if shown else ""
    return Problem(
        place,
        "left-out",
        f"{count(len(names), 'file')} {'was' if len(names) == 1 else 'were'} left out{kinds}",
    )


def packed(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Of the names of files in an archive, those that are read in a folder, in its order, and those left out.

    A name that says nothing is among them: what it is, only its bytes say.
    """
    kept = list(names)
    pages = {
        (str(path.parent), path.stem) for path in map(PurePosixPath, kept) if path.suffix.lower() in _PAGE
    }
    found, others = [], []
    for name in kept:
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if (
            not parts
            or len(parts) > DEPTH
            or any(part.startswith(".") for part in parts)
            or parts[-1].lower() in _NEVER
        ):
            continue
        if any(
            _is_ignored(
                part, {stem for parent, stem in pages if parent == str(PurePosixPath(*parts[:depth]))}
            )
            for depth, part in enumerate(parts[:-1])
        ):
            continue
        if registry.named(parts[-1]) or _may_tell(PurePosixPath(name).suffix):
            found.append(name)
        else:
            others.append(name)
    return sorted(found, key=lambda name: (name.count("/") > 0, name)), others


def what(mode: int) -> str:
    """What a thing in a file system is that is neither file nor folder."""
    kinds = (
        (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISDIR, "a folder"),
        (stat.S_ISBLK, "a device"), (stat.S_ISCHR, "a device"),
    )  # fmt: skip
    return next((told for is_kind, told in kinds if is_kind(mode)), "something else")


def _is_ignored(name: str, pages: set[str]) -> bool:
    if name in IGNORED or name.endswith(".egg-info") or _ASIDE.fullmatch(name):
        return True
    return any(name.startswith(page) and re.fullmatch(r"[_-][^\W\d_]+", name[len(page) :]) for page in pages)


def _is_wanted(path: Path) -> bool:
    """Whether a file is in a known form by its name; where that tells nothing, by its first bytes."""
    if registry.named(path.name):
        return True
    if not _may_tell(path.suffix):
        return False
    try:
        with path.open("rb") as stream:
            head = stream.read(registry.SNIFFED)
    except OSError:
        return False
    return is_readable(path.name, registry.front(head))


def _may_tell(suffix: str) -> bool:
    """Whether the first bytes of a file whose name ends so are asked what it is."""
    return not _SUFFIX.fullmatch(suffix) or suffix.lower() in _PAGES_OF_SERVERS


def is_readable(name: str, head: bytes) -> bool:
    """Whether the front of a file tells its format; where its name has no ending, whether it is text."""
    if registry.sniffed(head):
        return True
    if _SUFFIX.fullmatch(PurePosixPath(name).suffix) or binary.kind(head):
        return False
    try:
        text, _ = decode(head)
    except IngestError:
        return False
    return not text.startswith("#!") and bool(text.strip())
