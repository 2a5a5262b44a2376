"""Untrusted words in files for people and programs: control characters replaced, days written out."""

from __future__ import annotations

_SHOWN = dict.fromkeys(
    (
        *(c for c in range(32) if chr(c) not in "\t\n\r"),
        *range(127, 160),
        *range(8234, 8239),
        *range(8294, 8298),
        *range(55296, 57344),
        *range(0xFDD0, 0xFDF0),
        *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
    ),
    "�",
) | {0x2028: "\n", 0x2029: "\n"}


def shown(text: str) -> str:
    """``text`` without what could drive a terminal, turn the reading direction or break an XML file."""
    return text.translate(_SHOWN)


def one_line(text: str) -> str:
    """``text`` in one line, its white space as single spaces."""
    return " ".join(shown(text).split())
