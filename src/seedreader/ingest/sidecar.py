"""What a reader says by hand of articles: ``story.toml`` in their folder, or the first lines of a text.

``story.toml`` gives values for all files of its folder and the folders in it, and for files by name::

    outlet = "Harbour Gazette"

    ["mill.txt"]
    title = "The mill closes"
    published = 2025-03-21
    url = "https://gazette.example/mill"

Keys are `KEYS`; a file's own beat the folder's, and these beat whatever a format or a text tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from seedreader.article import Structure
from seedreader.ingest import published_date
from seedreader.ingest.errors import Problem, problem_of
from seedreader.ingest.raw_document import Declared

NAME = "story.toml"
MOST_BYTES = 1 << 20
MOST_NAMES = 20_000
"""Files that are gone through for those that are named."""

KEYS = ("name", "title", "outlet", "author", "published", "updated", "language", "url")
"""What can be said of an article, as `Provenance` calls it."""

SYNONYMS = {
    word: field
    for field, words in {
        "title": "headline",
        "outlet": "source publication publisher site sitename site_name newspaper website medium",
        "author": "by byline authors creator",
        "published": "date day publish_date published_date publishdate pubdate published_at date_published"
        " datepublished created",
        "updated": "modified lastmod last_modified date_modified last_updated",
        "language": "lang locale",
        "url": "link address canonical canonical_url canonicalurl source_url original_url permalink web",
    }.items()
    for word in words.split()
}
"""Other words for them."""

TEXT_KEYS = frozenset((
    "title", "headline", "source", "outlet", "publication", "publisher", "date", "published", "updated",
    "url", "link", "author", "by", "byline", "language", "lang",
))  # fmt: skip
"""The words that may head a line at the top of a plain text."""

_LINE = re.compile(r"[ \t]*(?P<key>[A-Za-z]{2,12})[ \t]*:[ \t]*(?P<value>\S[^\n]{0,500})?\Z")
_ADDRESS = re.compile(r"https?://\S+")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?")

_SHAPES = {
    "published": "day such as 2025-03-21", "updated": "day such as 2025-03-21",
    "url": "address such as https://gazette.example/mill", "language": "code such as en",
}  # fmt: skip
"""What the values of some keys have to be."""


class Sidecar(NamedTuple):
    """What is said of all files of a folder, and of single ones by their path in it."""

    folder: Path
    common: Mapping[str, Declared]
    files: Mapping[str, Mapping[str, Declared]]

    def of(self, path: Path) -> dict[str, Declared]:
        """What is said of one file."""
        try:
            named = path.absolute().relative_to(self.folder.absolute()).as_posix()
        except ValueError:
            named = path.name
        own = self.files.get(named) or self.files.get(path.name) or self.files.get(path.stem) or {}
        return {**self.common, **own}


def read(folder: Path) -> tuple[Sidecar | None, Problem | None]:
    """What ``story.toml`` in a folder says; None where there is none, a problem where it can't be read."""
    path = _path(folder)
    try:
        if not path.is_file():
            return None, None
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return None, problem_of(str(path), error)
    inside = (each.relative_to(folder).as_posix() for each in islice(folder.rglob("*"), MOST_NAMES))
    return parse(data, folder, inside)


def _path(folder: Path) -> Path:
    """Where the sidecar of a folder is, however its name is capitalized."""
    try:
        return next((each for each in folder.iterdir() if each.name.lower() == NAME), folder / NAME)
    except OSError:
        return folder / NAME  # a folder that does not list its files may still give one by its name


def parse(data: bytes, folder: Path, inside: Iterable[str]) -> tuple[Sidecar | None, Problem | None]:
    """What the bytes of a ``story.toml`` say of the files in ``folder``.

    ``inside`` are their paths in it, gone through only where files are named.
    """
    import tomllib

    path = str(folder / NAME)
    if len(data) > MOST_BYTES:
        return None, Problem(path, "large", "too long for a file of titles and days")
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        return None, Problem(path, "unreadable", f"is not TOML: {str(error)[:200]}")
    except UnicodeDecodeError:
        return None, Problem(path, "unreadable", "is not UTF-8; save it as UTF-8")
    except RecursionError:
        return None, Problem(path, "unreadable", "is nested too deep")
    listed = table.pop("files", None)
    named = dict(_named({**table, **(listed if isinstance(listed, dict) else {})}))
    common, wrong = values(table, NAME)
    files: dict[str, Mapping[str, Declared]] = {}
    for name, value in named.items():
        files[name], more = values(value, NAME)
        wrong += more
    told = []
    if wrong:
        told.append(f"says what is not understood: {', '.join(wrong[:5])}")
    if absent := _absent(named, inside):
        told.append(f"names what is not there: {', '.join(absent[:5])}")
    return Sidecar(folder, common, files), Problem(path, "unreadable", " and ".join(told)) if told else None


def _named(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The values of each file by its name, which TOML takes apart at full stops where it has no quotes."""
    for key, value in table.items():
        if isinstance(value, dict):
            if not value or not all(isinstance(each, dict) for each in value.values()):
                yield above + key, value
            yield from _named(value, f"{above}{key}.")


def _absent(names: Iterable[str], inside: Iterable[str]) -> list[str]:
    """The names that no file has, by its path, its name or its name without what it ends in."""
    absent = list(names)
    for each in inside if absent else ():
        path = PurePosixPath(each)
        absent = [name for name in absent if name not in (each, path.name, path.stem)]
        if not absent:
            break
    return absent


def values(table: Mapping[str, Any], told_by: str) -> tuple[dict[str, Declared], list[str]]:
    """Values of an article from keys and values, and the keys that are unknown or whose value is none."""
    found: dict[str, Declared] = {}
    wrong = []
    for key, value in table.items():
        if isinstance(value, dict):
            continue
        field = field_of(str(key))
        known = value_of(field, value) if field else None
        if field and known is not None:
            found.setdefault(field, Declared(known, told_by))
        elif value not in (None, "", []):
            wrong.append(_doubt(str(key), field, value))
    return found, wrong


def _doubt(key: str, field: str | None, value: object) -> str:
    """A key that is unknown, or what is wrong with its value."""
    known = _SHAPES.get(field or "")
    return f"{key[:40]} (“{str(value)[:40]}” is no {known})" if known else key[:40]


def field_of(key: str) -> str | None:
    """The value of an article that a key means."""
    key = key.strip().lower().replace("-", "_").replace(" ", "_")
    return key if key in KEYS else SYNONYMS.get(key)


def value_of(field: str, value: object) -> str | date | None:
    """A value as an article has it: a day, an address, a code of language, words; None for what is none."""
    if isinstance(value, list | tuple):
        value = ", ".join(filter(None, (_words(each) for each in value)))
    if field in ("published", "updated"):
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else day(str(value))
    said = _words(value)
    if field == "url":
        address = _ADDRESS.search(said)
        return address[0].strip("<>") if address else None
    if field == "language":
        code = _LANGUAGE.fullmatch(said)
        return code[1].lower() if code else None
    return said or None


def day(said: str) -> date | None:
    """The day that is written alone, or before a time."""
    said = said.strip().strip("\"'")
    stamp = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(\d{4})(\d\d)(\d\d)(?:T|\Z)", said)
    if stamp:
        try:
            return date(*(int(part) for part in stamp.groups() if part))
        except ValueError:
            return None
    from seedreader.ingest import written_day

    return written_day.whole(said) or published_date.parse(said)


class Heading(NamedTuple):
    """What the lines at the top of a text say, where these stand, and what of them is not understood."""

    declared: dict[str, Declared]
    structure: Structure | None = None
    problems: tuple[Problem, ...] = ()


def heading(text: str) -> Heading:
    """What lines such as ``Title: …`` and ``Date: …`` at the top of a text say, and where these stand.

    There must be two of them, the first in the first line that is not empty, one below the other; a text
    that only begins with a word and a colon has none.
    """
    found: dict[str, Declared] = {}
    wrong: list[str] = []
    lines = 0
    at = start = len(text) - len(text.lstrip())
    start = text.rfind("\n", 0, start) + 1
    end = at = start
    while at < len(text) and lines < 12:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = _LINE.match(text[at:stop].rstrip())
        if not line or line["key"].lower() not in TEXT_KEYS:
            break
        field = field_of(line["key"])
        said = value_of(field, line["value"] or "") if field else None
        if field == "outlet" and isinstance(said, str) and _ADDRESS.fullmatch(said):
            field = "url"
        if field and said is not None:
            found.setdefault(field, Declared(said, "head of the text"))
        elif line["value"]:
            wrong.append(_doubt(line["key"], field, line["value"]))
        lines += 1
        end = stop
        at = stop + 1
    if lines < 2 or len(found) < 2:
        return Heading({})
    doubts = Problem("", "unsure", f"says at its top what is not understood: {', '.join(wrong)}")
    return Heading(found, Structure(start, end, "header"), (doubts,) if wrong else ())


def _words(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or ""
    return " ".join(str(value).split()) if isinstance(value, str | int | float | date) else ""
