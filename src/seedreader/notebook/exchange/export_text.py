"""Untrusted words in files for people: control characters replaced, days written out."""

from __future__ import annotations

from datetime import date

from seedreader.article import REJECTED, RELATIONS
from seedreader.text.format_dates import long_day
from seedreader.text.harmless import one_line, shown

__all__ = ["IN_WORDS", "day", "one_line", "quoted", "shortened", "shown"]

_DOUBLE = '"“”„‟«»＂'
_SINGLE = "'‘’‚‛‹›"

IN_WORDS = dict(
    zip(
        (*RELATIONS, REJECTED),
        (
            "contradicts",
            "says more narrowly or widely what is said in",
            "states the same fact as",
            "has nearly the same words as",
            "speaks of the same subject as",
            "is not linked to",
        ),
        strict=True,
    )
)
"""How two passages stand to each other, as a verb."""


def quoted(text: str) -> str:
    """``text`` in one line in quotation marks: in single ones where it begins or ends with double ones."""
    line = one_line(text)
    ends = {line[:1], line[-1:]}
    if not ends & set(_DOUBLE):
        return f"“{line}”"
    return line if ends & set(_SINGLE) else f"‘{line}’"


def shortened(text: str, width: int) -> str:
    """The beginning of ``text`` in one line of at most ``width`` characters."""
    line = one_line(text[: 8 * width])
    return line if len(line) <= width and len(text) <= 8 * width else line[: width - 1] + "…"


def day(written: str) -> str:
    """A day or time in ISO 8601 as a person writes the day; anything else as it stands."""
    try:
        found = date.fromisoformat(written[:10])
    except ValueError:
        return one_line(written)
    return long_day(found)
