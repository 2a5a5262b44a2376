"""Whether a file is a message, several, or one of Outlook's, told by its first bytes."""

from __future__ import annotations

import re

_HEADER = re.compile(rb"([!-9;-~]{1,80}):[ \t\r\n]")
_KNOWN = frozenset((
    b"from", b"to", b"subject", b"date", b"received", b"return-path", b"mime-version", b"message-id",
    b"delivered-to", b"content-type", b"reply-to", b"sender", b"x-mailer", b"dkim-signature", b"list-id",
    b"list-unsubscribe", b"cc", b"x-original-to", b"content-transfer-encoding", b"arc-seal", b"x-received",
    b"authentication-results", b"received-spf", b"importance", b"thread-topic", b"x-account-key",
    b"x-mozilla-status", b"delivery-date", b"envelope-to", b"x-apple-base-url", b"user-agent",
))  # fmt: skip
_FEWEST = 3
_SAVED_PAGE = re.compile(
    rb"(?im)^(?:Snapshot-Content-Location:|From:[ \t]*\"?<?Saved by|X-Snapshot)"
    rb"|multipart/related;\s*(?:[^\n]*\n?[ \t]+)?type=\"?text/html[^\n]*\n(?![\s\S]{0,2000}^(?:To"
    rb"|Received):)"
)
_MBOX = re.compile(rb"From [^\n]{1,300}\r?\n(?:\r?\n)?>?[!-9;-~]{1,80}:")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OUTLOOK = ("__substg1.0_", "__nameid_version1.0", "__properties_version1.0", "__recip_version1.0")


def is_message(head: bytes) -> bool:
    """Headers from the first line on, three known ones at least; a page that a browser saved is none."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    known = 0
    seen: set[bytes] = set()
    for line in head[:16_384].split(b"\n"):
        if line[:1] in b" \t" and line.strip() and seen:
            continue
        match = _HEADER.match(line + b"\n")
        if not match:
            break
        name = match[1].lower()
        known += name in _KNOWN
        seen.add(name)
    told = not seen.isdisjoint((b"from", b"received", b"return-path", b"subject", b"message-id"))
    return known >= _FEWEST and told and not _SAVED_PAGE.search(head[:8192])


def is_mbox(head: bytes) -> bool:
    """A "From " line and a header behind it."""
    return _MBOX.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def is_outlook(head: bytes) -> bool:
    """A compound file with Outlook's names in it."""
    return head.startswith(OLE) and any(name.encode("utf-16-le") in head for name in _OUTLOOK)
