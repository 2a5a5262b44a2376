"""Bytes of a page to its markup."""

from __future__ import annotations

import re
from typing import NamedTuple

from seedreader.ingest import decode as bytes_to_text

SNIFFED = 4096
"""Bytes at the front in which a page may declare its encoding: more than the standard's 1024, as pages do."""

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.+-]{2,40})", re.IGNORECASE
)


class Markup(NamedTuple):
    """A page's markup, the encoding that it was read in, and what told that.

    ``told_by`` is "utf-8" (or another that a text tells by itself), "header", "meta", or "" for a guess.
    """

    text: str
    encoding: str
    told_by: str

    @property
    def doubtful(self) -> bool:
        """Whether the encoding is no more than a guess."""
        return not self.told_by


def decode(data: bytes, header: str | None = None) -> Markup:
    """The markup in ``data``: by a byte-order mark, as strict UTF-8, as declared, or as it looks most like.

    ``header`` is the encoding that the transport names (HTTP, MIME); it goes before the page's own. Every
    byte
    gives a character. Raises `IngestError` for what is not text.
    """
    match = _DECLARED.search(data[:SNIFFED])
    meta = match[1].decode("ascii") if match else None
    declared = header if bytes_to_text.known(header) else meta
    text, encoding = bytes_to_text.decode(data, declared)
    if encoding in bytes_to_text.SURE:
        return Markup(text, encoding, "utf-8")
    codec = bytes_to_text.known(declared)
    if codec and bytes_to_text.NAMES.get(codec, codec) == encoding:
        return Markup(text, encoding, "header" if declared is header else "meta")
    return Markup(text, encoding, "")
