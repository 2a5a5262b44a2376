"""A message of Outlook's as the same values as any other."""

from __future__ import annotations

import re
import struct
from datetime import UTC, date, datetime, timedelta
from email import message_from_string
from typing import NamedTuple

from seedreader.ingest import html
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import IngestError
from seedreader.ingest.mail.compound import Compound
from seedreader.ingest.mail.message import Attachment, Mail, is_bulk, list_name, sent_day

_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER, _SENDER_ADDRESS, _SENDER_SMTP, _ON_BEHALF = 0x0C1A, 0x0C1F, 0x5D01, 0x0042
_HEADERS, _ID = 0x007D, 0x1035
_SENT, _DELIVERED = 0x0039, 0x0E06
_NAME, _ADDRESS, _SMTP = 0x3001, 0x3003, 0x39FE
_FILE, _LONG_FILE, _DATA, _MIME = 0x3704, 0x3707, 0x3701, 0x370E
_UNICODE, _ANSI, _BINARY = "001F", "001E", "0102"
_SINCE = datetime(1601, 1, 1, tzinfo=UTC)
_LATEST = 5 * 10**17
"""Ticks of a tenth of a microsecond up to some day about the year 3185."""
_INSIDE = "__substg1.0_3701000D/"
DEEPEST = 3


class _Place(NamedTuple):
    """A storage inside the file, and the bytes before its properties."""

    file: Compound
    path: str = ""
    header: int = 32

    def text(self, *tags: int) -> str:
        """The first of these properties that is there, as text."""
        for tag in tags:
            for kind in (_UNICODE, _ANSI):
                data = self.file.read(f"{self.path}__substg1.0_{tag:04X}{kind}")
                if data:
                    return (
                        data.decode("utf-16-le", "replace") if kind == _UNICODE else _decoded(data)
                    ).strip("\0")
        return ""

    def data(self, tag: int) -> bytes:
        return self.file.read(f"{self.path}__substg1.0_{tag:04X}{_BINARY}")

    def day(self, *tags: int) -> date | None:
        """The first of these times that is there."""
        properties = self.file.read(f"{self.path}__properties_version1.0")[self.header :]
        for tag in tags:
            for at in range(0, len(properties) - 15, 16):
                kind, found, _, ticks = struct.unpack_from("<HHLQ", properties, at)
                if found == tag and kind == 0x0040 and 0 < ticks < _LATEST:
                    return (_SINCE + timedelta(microseconds=ticks // 10)).date()
        return None

    def inside(self, prefix: str, header: int = 8) -> list[_Place]:
        """The storages in this one whose names begin so."""
        start = len(self.path)
        names = {
            path[start:].split("/", 1)[0]
            for path in self.file.streams
            if path.startswith(self.path + prefix) and "/" in path[start:]
        }
        return [_Place(self.file, f"{self.path}{name}/", header) for name in sorted(names)]


def parse(data: bytes) -> Mail:
    """The message in these bytes. Raises `IngestError` for one that is damaged."""
    return _mail(_Place(Compound(data)), 0)


def _mail(place: _Place, depth: int) -> Mail:
    headers = message_from_string(place.text(_HEADERS).lstrip())
    recipients = [
        (each.text(_NAME), each.text(_SMTP, _ADDRESS)) for each in place.inside("__recip_version1.0_")
    ]
    markup = place.data(_HTML)
    attachments: list[Attachment] = []
    inside: list[Mail] = []
    for each in place.inside("__attach_version1.0_"):
        message = _Place(place.file, f"{each.path}{_INSIDE}", 24)
        if any(path.startswith(message.path) for path in place.file.streams):
            if depth < DEEPEST:
                inside.append(_mail(message, depth + 1))
        elif content := each.data(_DATA):
            attachments.append(Attachment(each.text(_LONG_FILE, _FILE), each.text(_MIME), content))
    address = place.text(_SENDER_SMTP, _SENDER_ADDRESS)
    shown = html.decode(markup).text if markup else place.text(_HTML)
    body = place.text(_BODY)
    if not shown.strip() and not body.strip():
        from seedreader.ingest.mail.compressed_rtf import text_of

        body = text_of(place.data(_RTF))
    return Mail(
        subject=place.text(_SUBJECT),
        sender=place.text(_SENDER, _ON_BEHALF),
        address=address if "@" in address else "",
        day=sent_day(headers) or place.day(_SENT, _DELIVERED),
        html=shown if shown.strip() else None,
        text=re.sub("\r\n?", "\n", body) or None,
        people=tuple(
            text for name, mailbox in recipients
            for text in (name if " " in name.strip() else "", mailbox if "@" in mailbox else "") if text
        ),
        is_bulk=is_bulk(headers),
        list_name=list_name(headers),
        key=place.text(_ID),
        attachments=tuple(attachments),
        inside=tuple(inside),
    )  # fmt: skip


def _decoded(data: bytes) -> str:
    try:
        return decode(data)[0]
    except IngestError:
        return ""
