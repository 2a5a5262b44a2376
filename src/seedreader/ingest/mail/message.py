"""A message as values, whatever its MIME looks like: the part to read, the attachments, the headers."""

from __future__ import annotations

import email
import quopri
import re
from collections.abc import Iterator
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import NamedTuple

from seedreader.ingest import html
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import IngestError

MOST_PARTS = 2000
"""Parts of a message that are looked at."""

_ADDRESSED = (
    "to",
    "cc",
    "bcc",
    "delivered-to",
    "x-original-to",
    "x-forwarded-to",
    "envelope-to",
    "x-rcpt-to",
)
_BULK = (
    "list-unsubscribe",
    "list-id",
    "feedback-id",
    "x-campaign",
    "x-mailer-recptid",
    "x-mc-user",
    "list-post",
)
_ESCAPED = re.compile(rb"=(?:3D|20|C3|E2|\r?\n)")
_ENOUGH = 5


class Attachment(NamedTuple):
    """A file inside a message; ``name`` is "" where it has none."""

    name: str
    media_type: str
    data: bytes


class Mail(NamedTuple):
    """A message.

    ``html`` is the markup of the part to read, None where there is only ``text``. ``flowed`` and ``deletes``
    are what RFC 3676 says of that text. ``people`` are addresses and full names of those whom it was sent
    to. ``key`` is what the message calls itself. ``inside`` are messages that it encloses.
    """

    subject: str = ""
    sender: str = ""
    address: str = ""
    day: date | None = None
    html: str | None = None
    text: str | None = None
    flowed: bool = False
    deletes: bool = False
    people: tuple[str, ...] = ()
    is_bulk: bool = False
    list_name: str = ""
    key: str = ""
    language: str = ""
    attachments: tuple[Attachment, ...] = ()
    inside: tuple[Mail, ...] = ()


def parse(data: bytes) -> Mail:
    """The message in these bytes. Raises `IngestError` for one that can't be taken apart at all."""
    try:
        return _mail(email.message_from_bytes(data), 0)
    except RecursionError:
        raise IngestError("unreadable", "has more parts inside one another than a message needs") from None


def _mail(message: Message, depth: int) -> Mail:
    markup: list[str] = []
    texts: list[tuple[str, bool, bool]] = []
    attachments: list[Attachment] = []
    inside: list[Mail] = []
    for part in _leaves(message):
        kind = part.get_content_type()
        name = header_text(part.get_filename() or "")
        if kind == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, Message) and depth < 3:
                inside.append(_mail(inner, depth + 1))
            continue
        data = _payload(part)
        charset = str(part.get_param("charset") or "") or None
        is_attached = bool(name) or (header(part, "content-disposition")).lower().startswith("attachment")
        if kind == "text/html" and not is_attached:
            markup.append(html.decode(data, charset).text)
        elif kind.startswith("text/") and kind not in ("text/calendar", "text/css") and not is_attached:
            format_ = str(part.get_param("format") or "").lower()
            deletes = str(part.get_param("delsp") or "").lower() == "yes"
            texts.append((_decoded(data, charset), format_ == "flowed", deletes))
        elif data:
            attachments.append(Attachment(name, kind, data))
    names, addresses = _people(message)
    sender, address = _sender(message)
    text = "\n\n".join(each for each, _, _ in texts) if texts else None
    return Mail(
        subject=header_text(header(message, "subject")),
        sender=sender,
        address=address,
        day=sent_day(message),
        html=_markup(markup, in_pieces=message.get_content_type() == "multipart/mixed"),
        text=text,
        flowed=any(flowed for _, flowed, _ in texts),
        deletes=any(deletes for _, _, deletes in texts),
        people=(*addresses, *names),
        is_bulk=is_bulk(message),
        list_name=list_name(message),
        key=header(message, "message-id").strip(),
        language=header(message, "content-language")[:2].lower(),
        attachments=tuple(attachments),
        inside=tuple(inside),
    )


def _markup(parts: list[str], *, in_pieces: bool) -> str | None:
    """The markup to read: the first, or all where files stand between pieces of one message."""
    filled = [part for part in parts if part.strip()]
    return "\n".join(filled if in_pieces else filled[:1]) or None


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something themselves; what a broken multipart holds counts as a text."""
    waiting = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        payload = _held(part)
        if isinstance(payload, list) and part.get_content_type() != "message/rfc822":
            waiting.extend(each for each in reversed(payload) if isinstance(each, Message))
        elif part.get_content_maintype() == "multipart":
            yield from _salvaged(part)
        else:
            yield part


def _held(part: Message) -> object:
    """What a part holds, also where it names an encoding that no name can be."""
    try:
        return part.get_payload()
    except (ValueError, LookupError):
        kind = part.get_content_type()
        del part["content-type"]
        part["content-type"] = kind
        return part.get_payload()


def _salvaged(part: Message) -> list[Message]:
    """The pieces of a multipart whose boundary is not declared, or not as it stands."""
    text = part.get_payload()
    if not isinstance(text, str):
        return []
    boundary = re.search(r"^--(\S[^\n]{5,120}?)\s*\n(?=[\w-]+:)", text, re.MULTILINE)
    found: list[Message] = []
    if boundary:
        for piece in re.split(rf"^--{re.escape(boundary[1])}(?:--)?\s*$", text, flags=re.MULTILINE)[
            1:MOST_PARTS
        ]:
            inner = email.message_from_string(piece.lstrip("\n"))
            if not inner.is_multipart() and inner.get_payload():
                found.append(inner)
    if not found and text.strip():
        inner = Message()
        inner.set_payload(text)
        if re.search(r"<(?:html|body|table|div|p)\b", text, re.IGNORECASE):
            inner.add_header("Content-Type", "text/html")
        found.append(inner)
    return found


def _payload(part: Message) -> bytes:
    """A part's bytes; one that is quoted-printable without saying so is decoded too."""
    try:
        data = part.get_payload(decode=True)
    except (LookupError, ValueError, UnicodeError, AssertionError):
        data = None
    if not isinstance(data, bytes):
        raw = part.get_payload()
        data = raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""
    encoding = header(part, "content-transfer-encoding").strip().lower()
    if (
        encoding in ("", "7bit", "8bit")
        and len(_ESCAPED.findall(data)) >= _ENOUGH
        and b"=\n" in data.replace(b"\r", b"")
    ):
        data = quopri.decodestring(data)
    return data


def _decoded(data: bytes, charset: str | None) -> str:
    try:
        return decode(data, charset)[0]
    except IngestError:
        return ""


def header(message: Message, name: str) -> str:
    """A header as it stands, raw bytes as surrogates; "" for none."""
    return next((str(value) for known, value in message.raw_items() if known.lower() == name), "")


def header_text(value: object) -> str:
    """A header's characters on one line, whatever encodings it names or holds raw."""
    text = str(value)
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError, UnicodeError):
        pieces = [(text, None)]
    out = []
    for piece, charset in pieces:
        if isinstance(piece, bytes):
            try:
                out.append(piece.decode(charset or "utf-8"))
            except (LookupError, UnicodeDecodeError):
                out.append(html.decode(piece).text)
        else:
            raw = piece.encode("utf-8", "surrogateescape")
            out.append(html.decode(raw).text if "\udc80" <= max(piece, default="") <= "\udcff" else piece)
    return " ".join(re.sub(r"[\x00-\x1f\x7f\ufffd]+", " ", "".join(out)).split())


def _sender(message: Message) -> tuple[str, str]:
    found = _addresses([header(message, "from") or header(message, "sender")])
    return found[0] if found else ("", "")


def _people(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Full names and addresses of those whom a message was sent to."""
    found = _addresses([value for name, value in message.raw_items() if name.lower() in _ADDRESSED])
    names = {name for name, _ in found if len(name.split()) > 1 and "@" not in name}
    return tuple(sorted(names)), tuple(sorted({address for _, address in found if "@" in address}))


def _addresses(values: list[object]) -> list[tuple[str, str]]:
    try:
        found = getaddresses([str(value) for value in values][:200])
    except (ValueError, TypeError, IndexError):
        return []
    return [(header_text(name), header_text(address)) for name, address in found if name or address]


def is_bulk(headers: Message) -> bool:
    """Whether it was sent to many."""
    precedence = header(headers, "precedence").lower()
    return any(header(headers, name) for name in _BULK) or precedence in ("bulk", "list")


def list_name(headers: Message) -> str:
    """What its list is called; "" where it is of none."""
    return re.sub(r"\s*<.*", "", header_text(header(headers, "list-id"))).strip(' "')


def sent_day(message: Message) -> date | None:
    """The day on which it was sent, where that was; None where no header tells."""
    for name in ("date", "resent-date", "delivery-date"):
        try:
            return parsedate_to_datetime(header(message, name)).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    received = header(message, "received").rpartition(";")[2]
    try:
        return parsedate_to_datetime(received.strip()).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
