"""MHTML: a page that a browser saved with its pictures and frames as a message of many parts.

The page is one of up to dozens of parts that are HTML: frames and advertisements are no articles.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from email import errors, message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from seedreader.article import SourceId
from seedreader.ingest import html
from seedreader.ingest.errors import IngestError
from seedreader.ingest.raw_document import Declared, Documents

MEDIA_TYPE = "multipart/related"

MOST_PARTS = 5_000
"""Parts of a message that are looked at."""

_HTML = ("text/html", "application/xhtml+xml")
_DELIMITER = re.compile(rb"^--(?!\s)[^\r\n]{6,200}?(?:--)?[ \t]*\r?$", re.MULTILINE)
_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n")
_FIELD = re.compile(rb"^([A-Za-z][\w-]{1,60}):[ \t]*([^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)", re.MULTILINE)


class _Part(NamedTuple):
    """A part that is HTML: its bytes, its address, its id, and the encoding that it names."""

    data: bytes
    location: str
    identity: str
    charset: str | None


def read(data: bytes, _: SourceId) -> Documents:
    """The one page of a message. Raises `IngestError` where it holds none."""
    head, parts, whole = _parsed(data)
    if not parts:
        head, parts = _by_hand(data)
    address = head.get("snapshot-content-location") or head.get("content-location") or ""
    start = re.search(r"start\s*=\s*\"?\s*(<[^>\"]+>)", head.get("content-type", ""))
    part = _top(parts, address, start[1] if start else "")
    if part is None:
        raise IngestError("nothing", "no part of it is a page")
    markup = html.decode(part.data, part.charset)
    url = next((each for each in (address, part.location) if each.lower().startswith("http")), None)
    found = html.documents(markup, url, _time(head.get("date")), is_whole=whole)
    (document,) = found.documents
    subject = _words(head.get("subject"))
    if subject and "title" not in document.declared:
        document = document._replace(declared={**document.declared, "title": Declared(subject, "subject")})
    return found._replace(documents=(document._replace(media_type=MEDIA_TYPE),))


def _top(parts: list[_Part], address: str, start: str) -> _Part | None:
    """The part that is the page itself: named by the message, else the first one."""
    for part in parts:
        if (address and part.location == address) or (start and part.identity == start):
            return part
    return parts[0] if parts else None


def _parsed(data: bytes) -> tuple[Mapping[str, str], list[_Part], bool]:
    """The header, the parts that are HTML, and whether the message is whole, as the standard has them."""
    try:
        message = message_from_bytes(data)
        parts = list(_html_parts(message))
    except (errors.MessageError, RecursionError, ValueError, LookupError, AttributeError, TypeError):
        return {}, [], True
    cut = any(isinstance(defect, errors.CloseBoundaryNotFoundDefect) for defect in message.defects)
    return {name.lower(): str(value) for name, value in message.items()}, parts, not cut


def _html_parts(message: Message) -> Iterator[_Part]:
    for _, part in zip(range(MOST_PARTS), message.walk(), strict=False):
        if not part.is_multipart() and part.get_content_type() in _HTML:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                charset = part.get_content_charset()
                yield _Part(
                    payload, _one_line(part["Content-Location"]), _one_line(part["Content-ID"]), charset
                )


def _by_hand(data: bytes) -> tuple[Mapping[str, str], list[_Part]]:
    """The same of a message whose header is broken or lost: parts between lines that begin with two
    hyphens."""
    found: list[_Part] = []
    pieces = _DELIMITER.split(data, MOST_PARTS)
    head = _fields(pieces[0])
    for piece in pieces:
        blank = _BLANK.search(piece.lstrip(b"\r\n"))
        if blank is None:
            continue
        body = piece.lstrip(b"\r\n")
        fields = _fields(body[: blank.start()])
        kind = fields.get("content-type", "").lower()
        if kind.startswith(_HTML):
            charset = re.search(r"charset\s*=\s*\"?([\w.:-]+)", kind)
            decoded = _decoded(body[blank.end() :], fields.get("content-transfer-encoding", ""))
            found.append(
                _Part(
                    decoded,
                    fields.get("content-location", ""),
                    fields.get("content-id", ""),
                    charset[1] if charset else None,
                )
            )
    return head, found


def _fields(head: bytes) -> dict[str, str]:
    return {
        match[1].decode("ascii").lower(): _one_line(match[2].decode("utf-8", "replace"))
        for match in _FIELD.finditer(head[:65_536])
    }


def _decoded(body: bytes, encoding: str) -> bytes:
    encoding = encoding.strip().lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(body)
    if encoding == "base64":
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4])
    return body


def _one_line(value: object) -> str:
    return re.sub(r"\s+", "" if str(value).startswith("http") else " ", str(value or "")).strip()


def _words(value: str | None) -> str | None:
    """A header in words: encoded ones are decoded."""
    if not value:
        return None
    try:
        found = str(make_header(decode_header(_one_line(value))))
    except (errors.MessageError, LookupError, ValueError):
        found = value
    return " ".join(found.split()) or None


def _time(value: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(value) if value else None
    except (ValueError, TypeError, IndexError):
        return None
