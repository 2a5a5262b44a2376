"""What the front of an RTF file says of the rest: fonts, styles, and the encoding of its bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from typing import NamedTuple

from seedreader.ingest.decode import windows_1252
from seedreader.ingest.formats.rtf import words
from seedreader.ingest.symbols import is_pictures

_STYLE = re.compile(rb"\{[^{}]{0,40}?\\s(\d{1,5})(?=[\\ ;])[^{}]{0,2000}?([^\\{};]{1,80});\}")
_FONT = re.compile(rb"\{?\\f(\d{1,5})((?:\\[a-z]+-?\d* ?|\{[^{}]{0,400}\})*)([^\\{};]{0,80})")
LOW = bytes(range(128))
"""The bytes of ASCII."""


class Font(NamedTuple):
    """A font: the encoding of its bytes, None for the document's own; its name where it has pictures."""

    encoding: str | None = None
    pictures: str = ""


class Front(NamedTuple):
    """``encoding`` is the document's own; ``is_utf8`` whether its bytes beyond ASCII are UTF-8 for all that.

    ``default_font`` is the number of a font, -1 for none; ``styles`` are names by number.
    """

    encoding: str | None
    is_utf8: bool
    default_font: int
    fonts: Mapping[int, Font]
    styles: Mapping[int, str]


def read_front(data: bytes) -> Front:
    """Read the front of a file; whether raw bytes are UTF-8, all of it tells."""
    default = re.search(rb"\\deff(\d{1,5})", data[:4096])
    fonts, styles = data.find(b"\\fonttbl"), data.find(b"\\stylesheet")
    return Front(
        _encoding(data),
        _is_utf8(data),
        int(default[1]) if default else -1,
        _fonts(data[fonts : _group_end(data, fonts)]) if fonts >= 0 else {},
        _styles(data[styles : _group_end(data, styles)]) if styles >= 0 else {},
    )


def decoded(data: bytes, encoding: str | None) -> str:
    """Bytes as text; in Windows' Western one where no encoding is told."""
    if data.isascii():
        return data.decode("ascii")
    if encoding in (None, "cp1252"):
        return windows_1252(data)
    return data.decode(encoding or "cp1252", "replace")


def _encoding(data: bytes) -> str | None:
    if page := re.search(rb"\\ansicpg(\d{1,5})", data[:4096]):
        return _codec(f"cp{page[1].decode()}")
    if re.match(rb"\{\\rtf\d*\s*\\mac\b", data):
        return "mac_roman"
    if match := re.search(rb"\\(pca?)(?=[\\ {])", data[:200]):
        return "cp850" if match[1] == b"pca" else "cp437"
    return None


def _is_utf8(data: bytes) -> bool:
    if not data.translate(None, LOW):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(
            {"cp65001": "utf-8", "cp10000": "mac_roman", "cp0": "cp1252"}.get(name, name)
        ).name
    except LookupError:
        return None


def _fonts(table_of_fonts: bytes) -> dict[int, Font]:
    fonts: dict[int, Font] = {}
    for match in _FONT.finditer(table_of_fonts):
        about = match[2]
        charset = re.search(rb"\\fcharset(\d{1,3})", about)
        page = re.search(rb"\\cpg(\d{1,5})", about)
        number = int(charset[1]) if charset else 0
        encoding = _codec(f"cp{page[1].decode()}") if page else words.CODE_PAGES.get(number)
        name = match[3].decode("latin-1").strip()
        pictures = name if is_pictures(name) and (number == words.SYMBOL_SET or not charset) else ""
        fonts.setdefault(int(match[1]), Font(encoding, pictures))
    return fonts


def _styles(table_of_styles: bytes) -> dict[int, str]:
    return {int(match[1]): match[2].decode("latin-1").strip() for match in _STYLE.finditer(table_of_styles)}


def _group_end(data: bytes, start: int) -> int:
    """Where the group that is open at ``start`` ends."""
    depth = 1
    for match in re.finditer(rb"\\[\\{}]|[{}]", data[start : start + 2_000_000]):
        if match[0] == b"{":
            depth += 1
        elif match[0] == b"}":
            depth -= 1
            if not depth:
                return start + match.start()
    return len(data)
