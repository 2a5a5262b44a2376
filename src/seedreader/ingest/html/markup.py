"""Bytes of a page to its markup."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from seedreader.ingest.decode import WINDOWS

SNIFFED = 4096
"""Bytes at the front in which a page may declare its encoding: more than the standard's 1024, as pages do."""

MOST_WRONG = 0.02
"""Share of bytes beyond ASCII that may be wrong in an encoding that is still taken for the page's."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.+-]{2,40})", re.IGNORECASE
)
_WIDER = {
    "iso8859-1": WINDOWS, "ascii": WINDOWS, "cp1252": WINDOWS, "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932",
    "euc_kr": "cp949", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8", "utf-7": "utf-8",
}  # fmt: skip
"""What browsers read in place of an encoding that a page declares, by the codec's name."""


class Markup(NamedTuple):
    """A page's markup, the encoding that it was read in, and what told that.

    ``told_by`` is "bom", "utf-8", "header", "meta", or "" where nothing told and Windows-1252 was taken.
    """

    text: str
    encoding: str
    told_by: str

    @property
    def doubtful(self) -> bool:
        """Whether the encoding is no more than a guess."""
        return not self.told_by


def decode(data: bytes, header: str | None = None) -> Markup:
    """The markup in ``data``: by a byte-order mark, as strict UTF-8, as declared, or as Windows-1252.

    ``header`` is the encoding that the transport names (HTTP, MIME). Every byte gives a character: bytes that
    are wrong in an otherwise fitting encoding are taken as Windows-1252 (UTF-8) or as U+FFFD. Raises nothing.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Markup(data.decode(encoding, "replace").removeprefix("\ufeff"), encoding, "bom")
    if wide := _without_mark(data[:64]):
        return Markup(data.decode(wide, "replace"), wide, "utf-8")
    try:
        return Markup(data.decode("utf-8"), "utf-8", "utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:SNIFFED])
    for told_by, name in (("header", header), ("meta", declared[1].decode("ascii") if declared else None)):
        codec = _codec(name)
        if codec == "utf-8":
            break
        if codec and (text := _fitting(data, codec)) is not None:
            return Markup(text, codec, told_by)
    mended, wrong = _mended(data)
    if wrong <= MOST_WRONG * _beyond_ascii(data) or wrong == 1:
        return Markup(mended, "utf-8", "utf-8")
    return Markup(_windows_1252(data), WINDOWS, "")


def _without_mark(front: bytes) -> str | None:
    """UTF-16 without a mark, as its first characters are ASCII ones."""
    if front[1:16:2].count(0) == 8 and 0 not in front[0:16:2]:
        return "utf-16-le"
    if front[0:16:2].count(0) == 8 and 0 not in front[1:16:2]:
        return "utf-16-be"
    return None


def _codec(name: str | None) -> str | None:
    """The codec for a declared name, None for an unknown one or one that is no encoding of text."""
    try:
        found = codecs.lookup((name or "").strip().strip("\"'"))
        b"".decode(found.name)
    except (LookupError, ValueError):
        return None
    return _WIDER.get(found.name, found.name)


def _fitting(data: bytes, codec: str) -> str | None:
    """The text, unless too much of it is wrong in this encoding."""
    if codec == WINDOWS:
        return _windows_1252(data)
    text = data.decode(codec, "replace")
    return (
        text
        if text.count("\ufffd") <= MOST_WRONG * _beyond_ascii(data) or text.count("\ufffd") <= 1
        else None
    )


def _mended(data: bytes) -> tuple[str, int]:
    """The bytes as UTF-8, those that are none as Windows-1252, and the number of these."""
    text = data.decode("utf-8", "surrogateescape")
    wrong = re.findall("[\udc80-\udcff]", text)
    table = {ord(each): _windows_1252(bytes([ord(each) - 0xDC00])) for each in set(wrong)}
    return text.translate(table), len(wrong)


def _beyond_ascii(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))


def _windows_1252(data: bytes) -> str:
    """Every byte has a character: the five that are undefined are taken as Latin-1."""
    table = {b: bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xA0)}
    return data.decode("latin-1").translate(table)
