"""Plain-text files and folders of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from seedreader.article import Article
from seedreader.ingest import metadata
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import IngestError

MAX_BYTES = 256 * 1024 * 1024


class Loaded(NamedTuple):
    """What a list of paths gave: the articles that could be read, and one sentence for each other thing."""

    articles: tuple[Article, ...]
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def load(paths: Sequence[str | Path]) -> Loaded:
    """Read files, and the ``.txt`` files of folders, in the order given; a file named twice is read once."""
    articles: list[Article] = []
    errors: list[str] = []
    warnings: list[str] = []
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        try:
            _check_local(str(given))
            files = text_files(path) if path.is_dir() else [path]
        except (IngestError, OSError) as error:
            errors.append(_sentence(given, error))
            continue
        for file in files:
            real = file.resolve()
            if real in seen:
                continue
            seen.add(real)
            try:
                article, encoding = read_file(file)
            except (IngestError, OSError) as error:
                errors.append(_sentence(file, error))
                continue
            articles.append(article)
            if encoding == "windows-1252":
                warnings.append(f"{file}: is not UTF-8, so it was read as Windows-1252; check its accents.")
    return Loaded(tuple(articles), tuple(errors), tuple(warnings))


def text_files(folder: Path) -> list[Path]:
    """The ``.txt`` files of a folder by name, hidden ones left out; `IngestError` if there are none."""
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() == ".txt" and not p.name.startswith("."))
    if not files:
        raise IngestError("holds no .txt files")
    return files


def read_file(path: Path) -> tuple[Article, str]:
    """Read one text file (never written to); returns the article and its encoding.

    Raises `IngestError` or OSError.
    """
    if not path.exists():
        raise IngestError("does not exist")
    if not path.is_file():
        raise IngestError("is not a regular file")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise IngestError(f"is {size // 2**20} MB, more than the {MAX_BYTES // 2**20} MB that can be read")
    text, encoding = decode(path.read_bytes())
    if not text.strip():
        raise IngestError("is empty")
    return article(text, name=path.stem, path=str(path)), encoding


def article(text: str, *, name: str, path: str | None = None) -> Article:
    """An article from canonical text, with what the text itself shows of its title, outlet and date."""
    found = metadata.find(text)
    return Article(
        text=text,
        name=name,
        path=path,
        title=found.title,
        outlet=found.outlet,
        published=found.published,
        dateline=found.dateline,
        updated=found.updated,
    )


def _check_local(given: str) -> None:
    if not given:
        raise IngestError("an empty path names no file")
    if given.startswith(("http://", "https://")):
        raise IngestError("is a web address; save the page as text and read the file")


def _sentence(path: str | Path, error: Exception) -> str:
    reason = (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
    return f"{path}: {reason}."
