"""A text as it is looked at for boilerplate: as long as before, without what would mislead rules and model.

Lines in capitals look like links to other articles, and sentences in them like headlines; where the prose
itself is in capitals, as agencies once sent it, that tells nothing. The path of a long web address looks
like a line of words.
"""

from __future__ import annotations

import re

PROSE_WORDS = 6
"""Words in a line that may be prose."""

SHARE = 0.5
"""Share of such lines' characters that must be in capitals."""

_LOOKED_AT = 200
"""Characters at the front of a line that show its case."""

_CAPITALS = 9
"""Capitals for each small letter there."""

_ADDRESS = re.compile(r"(https?://[^\s/]{1,80}/)([^\s<>\"“”()\[\]]{24,})")
_SMALL = re.compile(rf"(?:[^a-z]*[a-z]){{{_LOOKED_AT // _CAPITALS}}}")
"""More small letters than a line in capitals may have."""

_BEGINS = re.compile(r"(?:\A|[.!?]\s)[^\w\n]{0,3}[^\W\d_]")
_WORD = re.compile(r"(?<![\w'’])[^\W\d_]")
_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,3}\s*\Z")


def plain(text: str) -> str:
    """Give the text, as long as before, in usual letters and with one word for the path of an address."""
    if "://" in text:
        text = _ADDRESS.sub(lambda match: match[1] + "x" * len(match[2]), text)
    return _cased(text)


def _cased(text: str) -> str:
    """The text in small letters where most of its prose is in capitals."""
    prose = [line for line in text.split("\n") if line.count(" ") >= PROSE_WORDS - 1]
    loud = sum(len(line) for line in prose if _is_shouted(line))
    if loud <= SHARE * sum(map(len, prose)):
        return text
    return "\n".join(_lowered(line) if _is_shouted(line) else line for line in text.split("\n"))


def _is_shouted(line: str) -> bool:
    """Whether a line is in capitals; a few small letters, of a name or a unit, change nothing."""
    front = line[:_LOOKED_AT]
    if _SMALL.match(front):
        return False
    capitals = sum(map(str.isupper, front))
    return capitals > 1 and capitals >= _CAPITALS * sum(map(str.islower, front))


def _lowered(line: str) -> str:
    """A line in small letters, with capitals where its sentences begin or, if it is none, its words."""
    small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in line)
    starts = _BEGINS if _ENDED.search(line) else _WORD
    return starts.sub(lambda match: _raised(match[0]), small)


def _raised(piece: str) -> str:
    last = piece[-1].upper()
    return piece[:-1] + (last if len(last) == 1 else piece[-1])
