"""JSON that people can read, and that may stand anywhere: in a terminal, in a page."""

from __future__ import annotations

import json
from collections.abc import Iterator

_ESCAPED = {
    code: f"\\u{code:04x}"
    for code in (
        *b"<>&",  # "</script>" and "<!--" would end or change the script element of a page
        *range(0x7F, 0xA0),
        0x061C,
        0x200E,
        0x200F,
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
        0xFEFF,
    )
}
"""What drives terminals, turns the reading direction or is markup: in JSON it stands in strings alone."""


def safe_json(value: object, ascii: bool = False) -> Iterator[str]:
    """The pieces of ``value`` as indented JSON with a line end; ``ascii``: with all else escaped, too."""
    for piece in json.JSONEncoder(ensure_ascii=ascii, indent=1).iterencode(value):
        yield piece.translate(_ESCAPED)
    yield "\n"
