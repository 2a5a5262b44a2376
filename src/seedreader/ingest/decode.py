"""Bytes to canonical text."""

from __future__ import annotations

import codecs
import re

from seedreader.ingest.errors import IngestError

SAMPLE = 65_536
"""How many leading bytes are looked at to tell text from binary."""

WINDOWS = "windows-1252"
"""The encoding that is taken where nothing tells."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte-order marks, and the encoding that each stands for."""

_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\b\x1b")


def decode(data: bytes) -> tuple[str, str]:
    """Decode a file's bytes; returns the canonical text and the name of the encoding.

    A byte-order mark decides; then UTF-8; then Windows-1252, with the five bytes that it leaves undefined
    taken as Latin-1, so that every byte has a character. Raises `IngestError` for what is not text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return canonical(data.decode(encoding)), encoding
            except UnicodeDecodeError as error:
                raise IngestError("mislabelled", f"{encoding} but is not: {error.reason}") from error
    try:
        text, encoding, allowed = data.decode("utf-8"), "utf-8", 0.10
    except UnicodeDecodeError:
        text, encoding, allowed = windows_1252(data), WINDOWS, 0.01
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > allowed * len(sample):
        raise IngestError("binary")
    return canonical(text), encoding


def canonical(text: str) -> str:
    """Drop a byte-order mark and turn CRLF and CR into LF; nothing else changes."""
    text = text.removeprefix("\ufeff")
    return re.sub("\r\n?", "\n", text) if "\r" in text else text


def windows_1252(data: bytes) -> str:
    """Bytes as Windows-1252, the five that it leaves undefined as Latin-1."""
    table = {b: bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xA0)}
    return data.decode("latin-1").translate(table)
