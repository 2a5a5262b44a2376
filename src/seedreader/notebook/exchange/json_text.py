"""JSON as text: written for people and terminals, read from whoever wrote it."""

from __future__ import annotations

import json

from seedreader.notebook.exchange.validate import UnfitError


def written(value: object) -> bytes:
    """``value`` as JSON that people can read, with what drives terminals or turns directions escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return (text.translate(_ESCAPED) + "\n").encode("utf-8", "backslashreplace")


_ESCAPED = {
    code: f"\\u{code:04x}"
    for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
}


def parsed(data: bytes) -> object:
    """The JSON value in ``data``. Raises UnfitError for anything else, and for NaN and Infinity."""
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise UnfitError(f"is not UTF-8 text (byte {error.start})") from error
    except RecursionError as error:
        raise UnfitError("is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise UnfitError(f"is not whole JSON ({error.msg} in line {error.lineno})") from error
    except ValueError as error:
        raise UnfitError("has a number that is far too long") from error


def _no_number(name: str) -> object:
    raise UnfitError(f"has {name} in it, which is not JSON")
