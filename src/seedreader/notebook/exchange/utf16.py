"""Positions in UTF-16 units, as JavaScript counts: two for a character beyond the basic plane."""

from __future__ import annotations

from seedreader.article import Range


def to_utf16(text: str, span: Range) -> Range:
    """A range of ``text`` in UTF-16 units."""
    start, end = (len(_encoded(text[:offset])) // 2 for offset in span)
    return start, end


def from_utf16(text: str, span: Range) -> Range | None:
    """A range of ``text`` from one in UTF-16 units; None where it ends outside, or inside a character."""
    units = _encoded(text)
    if span[1] * 2 > len(units):
        return None
    try:
        start, end = (len(units[: 2 * offset].decode("utf-16-le")) for offset in span)
    except UnicodeDecodeError:
        return None
    return start, end


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "replace")
