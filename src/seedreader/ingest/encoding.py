"""Which encoding bytes are in that say so themselves, wrongly at times, or not at all."""

from __future__ import annotations

import codecs
import re

from seedreader.ingest.decode import MARKS, WINDOWS, windows_1252

_GUESSED_BYTES = 200_000
_MOSTLY = 0.05
_FOREIGN = 0.25
_LATIN = frozenset(("iso8859-1", "ascii", "cp1252"))
_BAD_BYTE = re.compile("[\udc80-\udcff]")


def decode_declared(data: bytes, declared: str | None) -> tuple[str, str, bool]:
    """The text, the name of its encoding, and whether that was guessed from the bytes alone.

    A byte-order mark decides; then UTF-8, which nothing else is by chance; then what the file declares;
    then its bytes. Every byte has a character: where a declaration fits but for a few, those are replaced.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff"), encoding, False
    if data.startswith((b"<\0", b"{\0", b"[\0")):
        return data.decode("utf-16-le", "replace"), "utf-16", False
    if data.startswith((b"\0<", b"\0{", b"\0[")):
        return data.decode("utf-16-be", "replace"), "utf-16", False
    text = data.decode("utf-8", "surrogateescape")
    bad = len(_BAD_BYTE.findall(text))
    above = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if bad <= _MOSTLY * above or (bad <= 3 and not _BAD_BYTE.search(text[:-3])):
        # A UTF-8 text with a few bytes of another, or one that ends inside a character.
        return _BAD_BYTE.sub(_windows_character, text), "utf-8", False
    encoding = _known(declared)
    if encoding == "utf-8":
        encoding = None
    if encoding in _LATIN:
        return windows_1252(data), WINDOWS, False
    if encoding:
        return data.decode(encoding, "replace"), encoding, False
    letters = above + sum(map(data.count, b"etaoinsrhldcum"))
    if above > _FOREIGN * letters:
        import charset_normalizer

        found = charset_normalizer.from_bytes(data[:_GUESSED_BYTES]).best()
        if found:
            return data.decode(found.encoding, "replace"), found.encoding.replace("_", "-"), True
    return windows_1252(data), WINDOWS, True


def _known(declared: str | None) -> str | None:
    """The codec that a name means, None where it is none for text."""
    try:
        codec = codecs.lookup((declared or "").strip())
        b"a".decode(codec.name)
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    return codec.name


def _windows_character(found: re.Match[str]) -> str:
    return windows_1252(bytes([ord(found.group()) - 0xDC00]))
