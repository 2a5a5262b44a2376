"""Bytes to canonical text."""

from __future__ import annotations

import codecs
import re

from seedreader.ingest.errors import IngestError

SAMPLE = 65_536
"""How many leading bytes are looked at to tell text from binary, and one encoding from another."""

WINDOWS = "windows-1252"
"""The encoding that is taken where nothing tells."""

STRAY = 0.02
"""Share of the characters beyond ASCII that may be damaged in a text that is still UTF-8."""

STRAY_OF_CHARACTERS = 0.5
"""Damaged bytes for each character of several bytes: chance makes few of these in any other encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\b\x1b")
_ESCAPES = re.compile(rb"\x1b(?:\$[@B()]|\([BJI])|~\{[!-w][!-~](?:[!-w][!-~])*~\}")
_ALL_BUT_ASCII = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

_MEANT = {
    "ascii": WINDOWS, "latin-1": WINDOWS, "iso8859-1": WINDOWS, "iso8859-15": "iso8859-15",
    "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs", "iso8859-9": "cp1254",
    "iso8859-11": "cp874", "tis-620": "cp874", "cp1252": WINDOWS,
}  # fmt: skip
"""What is really meant where these are declared: browsers read them so."""

NAMES = {
    **{f"cp{page}": f"windows-{page}" for page in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 874)},
    "cp932": "shift_jis", "cp949": "euc-kr", "big5hkscs": "big5", "cp866": "ibm866", "mac_roman": "macintosh",
    "mac_cyrillic": "x-mac-cyrillic",
}  # fmt: skip
"""What people call encodings that Python calls otherwise."""

SURE = frozenset({"utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})
"""Encodings that a text tells by itself: one that was read in another is told to the reader."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Decode a file's bytes; returns the canonical text and the name of the encoding.

    A byte-order mark decides; then UTF-16 that shows by its zero bytes; then UTF-8, strictly, which beats
    what is declared; then what is declared, where the text can be in it; then the encoding in which the
    text looks most like one of a language (`charset`). A UTF-8 with few damaged bytes keeps these as
    Windows-1252. Every byte has a character. Raises `IngestError` for what is not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return canonical(_marked(data, encoding)), encoding
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls and (wide := _unmarked(data, controls / len(sample))):
        return wide
    if _ESCAPES.search(sample) and (found := _escaped(data)):
        return found
    try:
        text, encoding, allowed = data.decode("utf-8"), "utf-8", 0.10
    except UnicodeDecodeError:
        text, encoding = _not_utf8(data, declared)
        allowed = 0.01
    if not encoding.startswith("utf-16") and controls > allowed * len(sample):
        raise IngestError("binary")
    return canonical(text), encoding


def canonical(text: str) -> str:
    """Drop a byte-order mark and turn CRLF and CR into LF; nothing else changes."""
    text = text.removeprefix("\ufeff")
    return re.sub("\r\n?", "\n", text) if "\r" in text else text


def label(encoding: str) -> str:
    """An encoding as people write it: Windows-1251, KOI8-U, Shift_JIS."""
    if encoding.startswith(("windows", "big", "macintosh")):
        return encoding.capitalize()
    return "Shift_JIS" if encoding == "shift_jis" else encoding.upper()


def known(declared: str | None) -> str | None:
    """The codec of a declared encoding, as it is meant; None for one that is unknown or no text's."""
    try:
        codec = codecs.lookup((declared or "").strip(" \"';"))
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name in (
        "idna",
        "punycode",
        "undefined",
        "mbcs",
    ):
        return None
    return _MEANT.get(codec.name, codec.name)


def windows_1252(data: bytes) -> str:
    """Windows-1252, with the five bytes that it leaves undefined taken as Latin-1."""
    table = {b: bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xA0)}
    return data.decode("latin-1").translate(table)


def _marked(data: bytes, encoding: str) -> str:
    """A text with a byte-order mark; one that was cut inside a character ends before it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _mended(data)
        if error.start > 4 and error.start >= len(data) - 4:
            return data[: error.start].decode(encoding, "ignore")
        try:
            found = data.decode(encoding, "replace")
        except UnicodeDecodeError:
            found = ""
        if found.count("\ufffd") <= STRAY * len(found) and len(found) > 1:
            return found.replace("\ufffd", "")
        raise IngestError("mislabelled", f"{encoding} but is not: {error.reason}") from error


def _unmarked(data: bytes, share: float) -> tuple[str, str] | None:
    """UTF-16 or UTF-32 without a mark, which shows by zero bytes that stand where a text has none."""
    sample = data[: SAMPLE & ~3]
    zeros = [sample[i::4].count(0) for i in range(4)]
    quarter = max(1, len(sample) // 4)
    if all(zeros[i] > 0.9 * quarter for i in (2, 3)) and zeros[0] < 0.1 * quarter:
        encoding = "utf-32-le"
    elif all(zeros[i] > 0.9 * quarter for i in (0, 1)) and zeros[3] < 0.1 * quarter:
        encoding = "utf-32-be"
    else:
        even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
        if share < 0.005 or even + odd == 0 or min(even, odd) > 0.1 * max(even, odd):
            return None
        encoding = "utf-16-le" if odd > even else "utf-16-be"
    whole = data[: len(data) - len(data) % (4 if "32" in encoding else 2)]
    try:
        text = whole.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(whole) - 4:
            return None
        text = whole[: error.start].decode(encoding)
    shown = text[:4096]
    if sum(not (c.isprintable() or c.isspace()) for c in shown) > 0.02 * len(shown):
        return None
    return canonical(text), encoding


def _escaped(data: bytes) -> tuple[str, str] | None:
    """The old encodings of mail and news of the Far East, which are ASCII with marks of what a part is in."""
    from seedreader.ingest.charset import is_far_east

    for encoding in ("iso2022_jp_2", "iso2022_jp_ext", "iso2022_kr", "hz"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_far_east(text):
            return canonical(text), encoding.replace("_", "-")
    return None


def _not_utf8(data: bytes, declared: str | None) -> tuple[str, str]:
    if (mended := _almost_utf8(data)) is not None:
        return mended, "utf-8"
    from seedreader.ingest import charset

    for encoding in ("utf-16-le", "utf-16-be") if len(data) % 2 == 0 else ():
        if charset.is_far_east(data[:SAMPLE].decode(encoding, "ignore")):
            return data.decode(encoding, "ignore"), encoding
    encoding = charset.vote(data, known(declared))
    name = NAMES.get(encoding) or encoding.replace("iso8859_", "iso-8859-").replace(
        "iso8859-", "iso-8859-"
    ).replace("_", "-")
    if encoding == WINDOWS:
        return windows_1252(data), WINDOWS
    try:
        return data.decode(encoding), name
    except UnicodeDecodeError:
        return _with_strays(data, encoding), name


def _almost_utf8(data: bytes) -> str | None:
    """The text of a UTF-8 file with few bytes that are not; None where there are many."""
    found = _MULTIBYTE.findall(data)
    whole = sum(map(len, found))
    strays = len(_ALL_BUT_ASCII.findall(data)) - whole
    few = strays <= STRAY * whole or (len(found) > 1 and strays <= STRAY_OF_CHARACTERS * len(found))
    cut = strays <= 3 and whole and not _ALL_BUT_ASCII.search(_MULTIBYTE.sub(b"", data[:-3]))
    return _mended(data) if whole and (cut or few) else None


def _mended(data: bytes) -> str:
    """UTF-8, its damaged bytes as Windows-1252; a character that the end cuts is dropped."""
    tail = re.search(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z", data[-3:])
    return _with_strays(data[: len(data) - len(tail[0])] if tail else data, "utf-8")


def _with_strays(data: bytes, encoding: str) -> str:
    """A text whose bytes that ``encoding`` does not have are taken as Windows-1252."""
    try:
        found = data.decode(encoding, "surrogateescape")
    except UnicodeDecodeError:  # an ASCII byte in the wrong place
        return data.decode(encoding, "ignore")
    return found.translate({0xDC00 + b: windows_1252(bytes([b])) for b in range(0x80, 0x100)})
