"""JSON as text: written for people and terminals, read from whoever wrote it."""

from __future__ import annotations

import json

from seedreader.notebook.exchange.validate import UnfitError
from seedreader.text.safe_json import safe_json


def written(value: object) -> bytes:
    """``value`` as `safe_json`, in bytes."""
    return "".join(safe_json(value)).encode("utf-8", "backslashreplace")


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
