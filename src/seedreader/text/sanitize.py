"""Untrusted text made harmless for a terminal, with offsets still valid.

Control characters become one visible character each, invisible format characters none. What terminals
disagree on is shown as its parts, so that columns line up: emoji joined by ZWJ one by one, without variation
selectors and skin tones; flags as their two letters.
"""

from __future__ import annotations

import re

_CONTROLS = {
    **{c: chr(0x2400 + c) for c in range(32) if c not in (9, 10)},
    9: " ",
    127: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    0x85: "\u2424",
    0x2028: "\u2424",
    0x2029: "\u2424",
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)), "\ufffd"),
    **{0x1F1E6 + letter: chr(65 + letter) for letter in range(26)},
}
_INVISIBLE = (
    0xAD, 0x61C, 0x180E, 0x200B, 0x200D, 0x200E, 0x200F, *range(0x2060, 0x2066), *range(0x206A, 0x2070),
    *range(0xFE00, 0xFE10), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0x1F3FB, 0x1F400),
    *range(0xE0000, 0xE0080),
)  # fmt: skip
_SHOWN: dict[int, str] = {**_CONTROLS, **dict.fromkeys(_INVISIBLE, "")}
MEASURED: dict[int, str] = {**_CONTROLS, **dict.fromkeys(_INVISIBLE, "\u200b")}
"""What each character is measured as: as it is shown, the invisible ones still there."""

_PLAIN = (
    "\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u257f"
)
UNUSUAL = re.compile(f"[^{_PLAIN}]")
"""Finds a character that may not be one plain cell; text without one is shown as it is."""


def sanitize(text: str) -> str:
    """What may be written to a terminal for ``text``; line breaks are left to the caller."""
    return text.translate(_SHOWN) if UNUSUAL.search(text) else text


def visible(text: str) -> str:
    """``text`` with each control character as one visible one, so that its length stays."""
    return text.translate(_CONTROLS) if UNUSUAL.search(text) else text


def one_line(text: str) -> str:
    """``text`` made safe for a single row: white space, line breaks included, becomes single spaces."""
    return sanitize(" ".join(text.split()))


def spaced(text: str) -> str:
    """Safe text in one row, a space kept at either end."""
    line = one_line(text)
    if not line:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + line + (" " if text[-1].isspace() else "")


def printable(text: str) -> str:
    """One line without the control and format characters that could drive a terminal."""
    words = " ".join(text.split())
    return "".join(c if c.isprintable() else "\ufffd" for c in words)
