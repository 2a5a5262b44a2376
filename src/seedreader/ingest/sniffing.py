"""How the first bytes of a file tell its format: one function for each format that they tell."""

from __future__ import annotations

import re

_ARC = re.compile(rb"filedesc://\S+ \S+ \d{14} ")
_TIMES = rb"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}(?:\s*-->\s*|,)(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_SRT = re.compile(rb"\s*(?:\d+[ \t]*\r?\n)?\s*" + _TIMES)
_VTT = re.compile(rb"WEBVTT(?:[ \t\r\n]|\Z)")
CHAT_HEAD = re.compile(
    r"^\[?(?P<a>\d{1,4})(?P<mark>[./-] ?| ?[年년] ?)(?P<b>\d{1,2})(?:[./-] ?| ?[月월] ?)(?P<c>\d{1,4})"
    r"(?: ?[日일]| г\.|\.)?[,،]? ?(?P<before>[^\W\d_]{0,6}\.?(?: [^\W\d_]\.)?) ?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2})? ?"
    r"(?P<after>[^\W\d_](?:[^\d\n\]:-]{0,11}?[^\W_.]?\.?)??)? ?"
    r"(?:\] ?| [-–] |, (?=[^:\n]{1,40} : |[^:\n]+$))(?P<rest>.*)$",
    re.DOTALL,
)
"""The head of a message of WhatsApp, in a line that `chat_line` has tidied: day, time, and what follows."""

_DIRECTIONS = dict.fromkeys(
    map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
_SPACES = {0xA0: " ", 0x202F: " ", 0x2009: " "}


def chat_line(line: str) -> str:
    """The front of a line with plain spaces and figures and without marks of direction."""
    front = line[:60].translate(_DIRECTIONS).translate(_SPACES)
    if not front.isascii():
        front = "".join(str(int(c)) if c.isdecimal() else c for c in front)
    return front + line[60:]


def text(head: bytes) -> str:
    """The front of a file as text, as well as that can be known from it: marks and UTF-16 are seen."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    if head[1:2] == b"\x00" and head[3:4] == b"\x00":
        return head.decode("utf-16-le", "ignore")
    if head[:1] == b"\x00" and head[2:3] == b"\x00":
        return head.decode("utf-16-be", "ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def plain(head: bytes) -> bytes:
    """The front of a file as UTF-8 without a mark, for patterns in bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head[:4]:
        return text(head).encode("utf-8", "ignore")
    return head.removeprefix(b"\xef\xbb\xbf")


def is_web_archive(head: bytes) -> bool:
    """WARC, or ARC, which begins with a record of itself."""
    head = head[:4096].lstrip(b"\r\n")
    return head.startswith(b"WARC/") or _ARC.match(head) is not None


def is_zip(head: bytes) -> bool:
    """A zip archive, whatever it is for."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def is_wacz(head: bytes) -> bool:
    """A zip archive with web archives and a description of them."""
    return (
        is_zip(head) and (b"datapackage.json" in head or b"pages/pages.jsonl" in head) and b"archive/" in head
    )


def is_tar(head: bytes) -> bool:
    """A tar archive of any of the later kinds."""
    return head[257:262] == b"ustar"


def is_subtitles(head: bytes) -> bool:
    """Cues with times: WebVTT says its name, SubRip begins with a cue."""
    head = plain(head).lstrip()
    return _VTT.match(head) is not None or _SRT.match(head) is not None


def is_telegram(head: bytes) -> bool:
    """An export of Telegram: ``result.json`` of one or all chats, or a page of ``messages.html``."""
    head = plain(head).lstrip()
    if head.startswith(b"{"):
        return (
            b'"messages"' in head
            and re.search(
                rb'"(?:date_unixtime|from_id|text_entities|actor_id|forwarded_from)"\s*:|"type"\s*:\s*'
                rb'"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))"',
                head,
            )
            is not None
        )
    return (
        head.startswith(b"<")
        and b"tgme" not in head
        and re.search(rb'class="page_wrap|class="message (?:default|service)', head) is not None
        and b"history" in head
    )


def is_whatsapp(head: bytes) -> bool:
    """Lines that begin with a day, a time and a sender; some of the first must, and be most of them."""
    lines = [line for line in text(head[:8192]).splitlines() if line.strip()]
    if not lines or not CHAT_HEAD.match(chat_line(lines[0])):
        return False
    heads = sum(CHAT_HEAD.match(chat_line(line)) is not None for line in lines[:40])
    return heads >= 2 or len(lines) == 1 or (len(lines) < 40 and ": " in lines[0])


def is_front_matter(head: bytes) -> bool:
    """A text that begins with a block of keys between two lines of ``---`` (YAML) or ``+++`` (TOML)."""
    return (
        re.match(
            rb"(---|\+\+\+)[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[\w\"'-]{1,40}[ \t]*[:=][^\n]*\n"
            rb"(?:[^\n]*\n){0,200}?\1[ \t]*(?:\r?\n|\Z)",
            plain(head),
        )
        is not None
    )


_MIME_HEADER = re.compile(rb"[\r\n]*[A-Za-z-]{2,40}:[ \t]")
_MHTML = re.compile(
    rb"^(?:Content-Type:\s*multipart/related\b|Snapshot-Content-Location:|From:\s*<?Saved by |X-MimeOLE:)",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS = re.compile(rb"^--\S{8,70}[ \t]*\r?\n(?:[A-Za-z-]{2,40}:[^\n]*\n|[ \t][^\n]*\n){1,12}", re.MULTILINE)
_FIRST = (
    rb"!doctype\s+html|html|head|body|title|meta|div|table|p|h1|article|main|section|center|font|link|script|style|base"
    rb"|iframe|span"
)
_MARKUP = re.compile(
    rb"\s*(?:<\?(?:xml|php)\b[^>]*\?>\s*|<!--.*?-->\s*|<!\[[^\]]*\]>\s*)*<(?:" + _FIRST + rb")\b",
    re.IGNORECASE | re.DOTALL,
)


def is_html(head: bytes) -> bool:
    """A page, or a part of one, that begins as such."""
    return _MARKUP.match(plain(head)) is not None


def is_mhtml(head: bytes) -> bool:
    """A message that a browser made of a page: of related parts, or of parts whose header was lost."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _MIME_HEADER.match(head):
        front = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
        return _MHTML.search(front) is not None and (
            b"multipart/" in front.lower() or b"napshot-Content" in front
        )
    head = head.lstrip()
    return head.startswith(b"--") and _PARTS.match(head) is not None and b"ontent-Location:" in head


def is_nothing(_: bytes) -> bool:
    """For a format that only a name tells, or that is left where no other fits."""
    return False


def is_pdf(head: bytes) -> bool:
    """PDF; a few bytes may stand before its mark."""
    return b"%PDF-" in head[:1024]


def is_epub(head: bytes) -> bool:
    """EPUB: its type is stored first, or else its container names it."""
    return head.startswith(b"PK") and (
        b"mimetypeapplication/epub+zip" in head[:200] or b"META-INF/container.xml" in head
    )
