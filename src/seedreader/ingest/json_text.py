"""JSON as it is found: one value, one on each line, one after another, or cut off in the middle."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from seedreader.ingest.decode import decode
from seedreader.ingest.errors import IngestError

_ASSIGNED = re.compile(r"\s*(?:(?:var|let|const)\s+)?[\w.$\[\]\"']{1,200}\s*(?:=|\()\s*(?=[\[{])")
_FIRST_RECORD = re.compile(r"\[\s*(?=\{)")
_SPACE = re.compile(r"[\s,]*")
_MOST_BAD = 20


class Values(NamedTuple):
    """The values of a file; how many lines are no JSON; and whether it holds everything up to its end."""

    values: list[Any]
    bad_lines: int = 0
    complete: bool = True


def load(data: bytes) -> Values:
    """Read JSON. Raises `IngestError` for what holds none."""
    text = decode(data)[0]
    if assigned := _ASSIGNED.match(text[:2000]):
        text = text[assigned.end() :].rstrip().rstrip(";)")
    try:
        return Values([json.loads(text)])
    except RecursionError as error:
        raise IngestError("unreadable", "is JSON nested too deeply to be read") from error
    except ValueError:
        pass
    try:
        return _lines(text) or _one_after_another(text)
    except RecursionError as error:
        raise IngestError("unreadable", "is JSON nested too deeply to be read") from error


def _lines(text: str) -> Values | None:
    """A value on each line; None where that is not so for most of the first ones."""
    found: list[Any] = []
    bad, last_is_bad = 0, False
    for line in text.split("\n"):
        if not line.strip():
            continue
        try:
            found.append(json.loads(line))
            last_is_bad = False
        except ValueError:
            bad, last_is_bad = bad + 1, True
            if bad > _MOST_BAD and bad > len(found):
                return None
    if len(found) < 2 * (bad - last_is_bad) or not any(isinstance(each, dict | list) for each in found):
        return None
    return Values(found, bad - last_is_bad, not last_is_bad)


def _one_after_another(text: str) -> Values:
    """Values up to the first that is broken; of a list that is cut off, those that it holds."""
    decoder = json.JSONDecoder()
    found, at = _decoded(decoder, text, 0)
    if found and at >= len(text.rstrip()):
        return Values(found)
    record = _FIRST_RECORD.search(text, at, at + 100_000)
    if record:
        more, _ = _decoded(decoder, text, record.end())
        found += [more] if more else []
    if not found:
        raise IngestError("unreadable", "is not JSON that can be read")
    return Values(found, complete=False)


def _decoded(decoder: json.JSONDecoder, text: str, at: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    while at < len(text):
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        try:
            value, at = decoder.raw_decode(text, at)
        except ValueError:
            break
        found.append(value)
    return found, at
