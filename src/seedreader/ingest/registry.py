"""Which format a file is in. A format's own module is imported only to read such a file.

The order: what a file's first bytes say (compressed files are unpacked for it), then what its name ends in,
then what a server called it, then plain text; what is no text is refused in words that say what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from seedreader.article import SourceId
from seedreader.ingest import binary, compressed, data_sniffing, sniffing
from seedreader.ingest import office_sniffing as office
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.mail import sniff as mail
from seedreader.ingest.press import sniff as press
from seedreader.ingest.raw_document import Documents
from seedreader.text import web_address


class InputFormat(NamedTuple):
    """A form that articles come in; its reader is ``formats/NAME.py``.

    ``sniff`` tells by the front of a file (`front`) whether it is in it. ``extra`` is the extra of this
    package that its reader needs, None where it needs nothing. ``unpacks`` is whether its reader takes
    compressed files as they are, record by record; ``streams`` whether it takes a file too large to be held.
    """

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    extra: str | None = None
    unpacks: bool = False
    streams: bool = False


SNIFFED = 65_536
"""Bytes at the front of a file that tell its format; of a zip archive as many at its end tell it, too."""

MAX_BYTES = 256 * 1024 * 1024
"""Most bytes of a file that is held, and of what a compressed one holds."""

MAX_STREAMED = 16 * 1024 * 1024 * 1024
"""Most bytes of a file that is read record by record."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"

FORMATS = (
    InputFormat("factiva", ("text/html", "application/xml"), (), press.is_factiva),
    InputFormat("proquest", ("text/html",), (), press.is_proquest),
    InputFormat("europresse", ("text/html",), (), press.is_europresse),
    InputFormat("defacto", ("text/html",), (), press.is_defacto),
    InputFormat("integrum", ("text/html",), (), press.is_integrum),
    InputFormat("knipselkrant", ("text/html",), (), press.is_knipselkrant),
    InputFormat("eml", ("message/rfc822",), (".eml",), mail.is_message),
    InputFormat("mbox", ("application/mbox",), (".mbox",), mail.is_mbox, streams=True),
    InputFormat("msg", ("application/vnd.ms-outlook",), (".msg",), mail.is_outlook),
    InputFormat(
        "warc", ("application/warc",), (".warc", ".arc"), sniffing.is_web_archive, unpacks=True, streams=True
    ),
    InputFormat("wacz", ("application/wacz",), (".wacz",), sniffing.is_wacz),
    InputFormat("telegram", ("application/vnd.telegram",), (), sniffing.is_telegram),
    InputFormat(
        "subtitles", ("application/x-subrip", "text/vtt"), (".srt", ".vtt", ".sbv"), sniffing.is_subtitles
    ),
    InputFormat("whatsapp", ("text/plain",), (), sniffing.is_whatsapp),
    InputFormat("markdown", ("text/markdown",), (".md", ".markdown", ".mdown"), sniffing.is_front_matter),
    InputFormat("pdf", ("application/pdf",), (".pdf",), sniffing.is_pdf, "pdf"),
    InputFormat("epub", ("application/epub+zip",), (".epub",), sniffing.is_epub),
    InputFormat("docx", (DOCX,), (".docx", ".docm", ".dotx"), office.is_docx),
    InputFormat("odt", (ODT,), (".odt", ".ott", ".fodt"), office.is_odt),
    InputFormat("rtf", ("application/rtf", "text/rtf"), (".rtf",), office.is_rtf),
    InputFormat("other_office", ("application/msword",), (), office.is_other),
    InputFormat("nexis_html", ("text/html",), (), office.is_nexis_html),
    InputFormat(
        "newsml_g2", ("application/vnd.iptc.g2.newsmessage+xml",), (".newsml",), data_sniffing.is_newsml_g2
    ),
    InputFormat("newsml", ("text/vnd.iptc.newsml",), (), data_sniffing.roots("NewsML")),
    InputFormat("nitf", ("application/nitf+xml",), (".nitf",), data_sniffing.roots("nitf")),
    InputFormat("wire_text", ("text/vnd.iptc.7901",), (), data_sniffing.is_wire),
    InputFormat(
        "feed", ("application/rss+xml", "application/atom+xml"), (".rss", ".atom"), data_sniffing.is_feed
    ),
    InputFormat("references", ("text/x-opml",), (".opml", ".xbel"), data_sniffing.is_references),
    InputFormat(
        "records",
        ("application/json", "application/x-ndjson"),
        (".json", ".jsonl", ".ndjson"),
        data_sniffing.is_json,
        streams=True,
    ),
    InputFormat("link_list", ("text/html",), (), data_sniffing.is_link_list),
    InputFormat(
        "delimited",
        ("text/csv", "text/tab-separated-values"),
        (".csv", ".tsv"),
        data_sniffing.is_table,
        streams=True,
    ),
    InputFormat("other_xml", ("application/xml",), (".xml",), data_sniffing.is_other_xml),
    InputFormat("mhtml", ("multipart/related", "message/rfc822"), (".mhtml", ".mht"), sniffing.is_mhtml),
    InputFormat(
        "html", ("text/html", "application/xhtml+xml"), (".html", ".htm", ".xhtml"), sniffing.is_html
    ),
    InputFormat("zip_folder", ("application/zip",), (".zip",), sniffing.is_zip),
    InputFormat("tar_folder", ("application/x-tar",), (".tar", ".tgz"), sniffing.is_tar),
    InputFormat("plain_text", ("text/plain",), (".txt", ".text"), sniffing.is_nothing),
)
"""Every format, the particular before the general: the first that a file's bytes fit is taken."""

_NEVER_TEXT = frozenset(("pdf", "epub", "msg", "wacz", "zip_folder", "tar_folder"))
"""Formats whose files are no text, so that one that is does not have the format that its name tells."""


def front(data: bytes | FileBytes) -> bytes:
    """The bytes that tell a file's format: its first, unpacked, and of a zip archive its last as well."""
    if compressed.is_compressed(data):
        return compressed.head(data, SNIFFED)
    if data.startswith(b"PK") and len(data) > SNIFFED:
        return data[:SNIFFED] + data[max(SNIFFED, len(data) - SNIFFED) :]
    return data[:SNIFFED]


def sniffed(head: bytes) -> InputFormat | None:
    """The format that the front of a file tells by itself; None where it could be anything."""
    return next((each for each in FORMATS if each.sniff(head)), None)


def named(name: str) -> InputFormat | None:
    """The format that a file's name tells; None for a name that tells none."""
    lowered = compressed.inner_name(name).lower()
    return next((each for each in FORMATS if lowered.endswith(each.suffixes)), None)


def of_media_type(media_type: str) -> InputFormat | None:
    """The format that a server's media type tells, the general one where several have it; else None."""
    wanted = media_type.partition(";")[0].strip().lower()
    return next((each for each in reversed(FORMATS) if wanted in each.media_types), None)


def format_of(data: bytes | FileBytes, name: str = "", media_type: str = "") -> InputFormat:
    """The format of a file with these bytes, this name, and this media type as a hint.

    Raises `IngestError` for what is no text.
    """
    head = front(data)
    if found := sniffed(head):
        return found
    if told := binary.kind(head):
        raise IngestError("not-text", told)
    told_by_name = named(name)
    if told_by_name and told_by_name.name in _NEVER_TEXT and is_text(head):
        ending = name[name.rfind(".") :]
        wrong = f"is text, although its name ends in {ending}; rename it to end in .txt"
        raise IngestError("unreadable", wrong)
    return told_by_name or of_media_type(media_type) or FORMATS[-1]


def is_text(head: bytes) -> bool:
    """Whether the front of a file that tells no format is text."""
    if not head.strip() or b"\0" in head or binary.kind(head):
        return False
    try:
        return bool(decode(head)[0].strip())
    except IngestError:
        return False


def too_large(size: int) -> IngestError:
    """That a file of so many bytes is not read."""
    most = MAX_BYTES // 2**20
    return IngestError("large", f"{size // 2**20} MB, more than the {most} MB that can be read; split it")


def suffixes() -> tuple[str, ...]:
    """What the names of files end in that are read in a folder, in small letters."""
    return tuple(dict.fromkeys(suffix for each in FORMATS for suffix in each.suffixes))


def read(data: bytes | FileBytes, source: SourceId, media_type: str = "") -> Documents:
    """What a file holds; its name is the end of the source's member or else URI. Raises `IngestError`.

    ``media_type`` is what a server called it: servers are often wrong, so the bytes and the name come first.
    """
    found = format_of(data, source.member or web_address.file_name(source.uri), media_type)
    packed = compressed.is_compressed(data) and not found.unpacks
    if isinstance(data, FileBytes) and (packed or not found.streams):
        raise too_large(len(data))
    whole = True
    if packed and isinstance(data, bytes):
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
