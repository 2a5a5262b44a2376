"""What a format's reader makes of bytes, before the text is looked into."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from seedreader.article import AgencyItem, Mark, Structure
from seedreader.ingest.errors import Problem


class Declared(NamedTuple):
    """A value that the format tells, and what in it does ("json-ld", "given")."""

    value: str | date
    told_by: str


class RawDocument(NamedTuple):
    """One article of a file: its canonical text, and what the format says of it.

    ``member`` is what a container calls it, None where the file is the article. ``declared`` are values of
    an `Article` by the names that `Provenance` has. ``structure`` is of ranges of ``text``. ``retrieved`` is
    when whoever made the file got the text (the time of a capture or of saving), where the format tells.
    ``item`` is what an agency calls it.
    """

    text: str
    media_type: str
    member: str | None = None
    declared: Mapping[str, Declared] = MappingProxyType({})
    structure: tuple[Structure, ...] = ()
    marks: tuple[Mark, ...] = ()
    retrieved: datetime | None = None
    item: AgencyItem | None = None


class Documents(NamedTuple):
    """What a file holds, and what was wrong with parts of it (with no ``source``: the caller knows that)."""

    documents: tuple[RawDocument, ...]
    problems: tuple[Problem, ...] = ()
