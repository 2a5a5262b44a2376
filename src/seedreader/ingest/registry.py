"""Which format a file is in. A format's own module is imported only to read such a file.

The order: what a file's first bytes say (compressed files are unpacked for it), then what its name ends in,
then plain text; what is no text is refused in words that say what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from seedreader.article import SourceId
from seedreader.ingest import binary, compressed, sniffing
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw import Documents


class Format(NamedTuple):
    """A form that articles come in; its reader is ``formats/NAME.py``.

    ``sniff`` tells by the front of a file (`front`) whether it is in it. ``extra`` is the extra of this
    package that its reader needs, None where it needs nothing. ``unpacks`` is whether its reader takes
    compressed files as they are, record by record.
    """

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    extra: str | None = None
    unpacks: bool = False


SNIFFED = 65_536
"""Bytes at the front of a file that tell its format; of a zip archive as many at its end tell it, too."""

MAX_BYTES = 256 * 1024 * 1024
"""Most bytes of a file, and of what a compressed one holds."""


FORMATS = (
    Format("warc", ("application/warc",), (".warc", ".arc"), sniffing.is_web_archive, unpacks=True),
    Format("wacz", ("application/wacz",), (".wacz",), sniffing.is_wacz),
    Format("telegram", ("application/vnd.telegram",), (), sniffing.is_telegram),
    Format("subtitles", ("application/x-subrip", "text/vtt"), (".srt", ".vtt"), sniffing.is_subtitles),
    Format("whatsapp", ("text/plain",), (), sniffing.is_whatsapp),
    Format("markdown", ("text/markdown",), (".md", ".markdown", ".mdown"), sniffing.is_front_matter),
    Format("mhtml", ("multipart/related", "message/rfc822"), (".mhtml", ".mht"), sniffing.is_mhtml),
    Format("html", ("text/html", "application/xhtml+xml"), (".html", ".htm", ".xhtml"), sniffing.is_html),
    Format("zip_folder", ("application/zip",), (".zip",), sniffing.is_zip),
    Format("tar_folder", ("application/x-tar",), (".tar", ".tgz"), sniffing.is_tar),
    Format("plain_text", ("text/plain",), (".txt", ".text"), sniffing.is_nothing),
)
"""Every format, the particular before the general: the first that a file's bytes fit is taken."""


def front(data: bytes) -> bytes:
    """The bytes that tell a file's format: its first, unpacked, and of a zip archive its last as well."""
    if compressed.is_compressed(data):
        return compressed.head(data, SNIFFED)
    if data.startswith(b"PK") and len(data) > SNIFFED:
        return data[:SNIFFED] + data[max(SNIFFED, len(data) - SNIFFED) :]
    return data[:SNIFFED]


def sniffed(head: bytes) -> Format | None:
    """The format that the front of a file tells by itself; None where it could be anything."""
    return next((each for each in FORMATS if each.sniff(head)), None)


def named(name: str) -> Format | None:
    """The format that a file's name tells; None for a name that tells none."""
    lowered = compressed.inner_name(name).lower()
    return next((each for each in FORMATS if lowered.endswith(each.suffixes)), None)


def format_of(data: bytes, name: str = "") -> Format:
    """The format of a file with these bytes and this name. Raises `IngestError` for what is no text."""
    head = front(data)
    if found := sniffed(head):
        return found
    if told := binary.kind(head):
        raise IngestError("not-text", told)
    return named(name) or FORMATS[-1]


def suffixes() -> tuple[str, ...]:
    """What the names of files end in that are read in a folder, in small letters."""
    return tuple(suffix for each in FORMATS for suffix in each.suffixes)


def read(data: bytes, source: SourceId) -> Documents:
    """What a file holds; its name is the end of the source's member or else URI. Raises `IngestError`."""
    found = format_of(data, source.member or source.uri)
    whole = True
    if compressed.is_compressed(data) and not found.unpacks:
        data, whole = compressed.unpack(data, MAX_BYTES)
    try:
        reader = import_module(f"seedreader.ingest.formats.{found.name}")
    except ImportError as error:
        if found.extra is None:
            raise
        raise IngestError("extra", found.extra) from error
    documents: Documents = reader.read(data, source)
    if not whole:
        cut = Problem("", "truncated", "what comes before was read")
        documents = documents._replace(problems=(*documents.problems, cut))
    return documents
