"""Which format a file is in. A format's own module is imported only to read such a file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from seedreader.article import SourceId
from seedreader.ingest.errors import IngestError
from seedreader.ingest.press import sniff as press
from seedreader.ingest.raw import Documents


class Format(NamedTuple):
    """A form that articles come in; its reader is ``formats/NAME.py``.

    ``sniff`` tells by the first `SNIFFED` bytes whether a file is in it. ``extra`` is the extra of this
    package that its reader needs, None where it needs nothing.
    """

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    extra: str | None = None


SNIFFED = 65_536
"""Bytes at the front of a file that tell its format."""


def _anything(_: bytes) -> bool:
    return True


FORMATS = (
    Format("factiva", ("text/html", "application/xml"), (), press.is_factiva),
    Format("proquest", ("text/html",), (), press.is_proquest),
    Format("europresse", ("text/html",), (), press.is_europresse),
    Format("plain_text", ("text/plain",), (".txt",), _anything),
)
"""Every format; of those that a file could be in, the first is taken."""


def format_of(data: bytes) -> Format:
    """The format of a file with these bytes."""
    head = data[:SNIFFED]
    return next(each for each in FORMATS if each.sniff(head))


def suffixes() -> tuple[str, ...]:
    """What the names of files end in that are read in a folder, in small letters."""
    return tuple(suffix for each in FORMATS for suffix in each.suffixes)


def read(data: bytes, source: SourceId) -> Documents:
    """What a file holds. Raises `IngestError`."""
    found = format_of(data)
    try:
        reader = import_module(f"seedreader.ingest.formats.{found.name}")
    except ImportError as error:
        if found.extra is None:
            raise
        raise IngestError("extra", found.extra) from error
    documents: Documents = reader.read(data, source)
    return documents
