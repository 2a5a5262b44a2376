"""What an article's own text shows of its title, outlet, published date and dateline.

General rules of how pages and wire copy are laid out; nothing is guessed from a file's name. Only the first
and last lines are looked at, so that a long text costs no more than a short one.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from seedreader.ingest import days, headline, outlet

HEAD, TAIL = 3_000, 6_000
"""How many characters at the beginning and at the end are looked at."""

_PROSE_WORDS = 10
_PROSE_CHARACTERS = 250
_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,3}\Z")
_DATELINE = re.compile(
    r"(?P<dateline>"
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.'’ ]{1,30}){0,2}(?:, \d{4})?(?: \((?:[A-Z][\w/ .&-]{1,30})\))?"
    r"(?:, \d{1,2} [A-Z][a-z]{2,8} \d{4})?"
    r"|\((?:AP|AFP|CNN|Reuters|UPI|Xinhua)\))\s*(?:—|–|--?)\s+(?=[A-Z“\"‘'])"
)


class Metadata(NamedTuple):
    """What was found; None for what the text does not show."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    dateline: str | None = None


def find(text: str) -> Metadata:
    """Look for title, outlet, published date and dateline in a canonical text."""
    head, tail = text[:HEAD], text[max(HEAD, len(text) - TAIL) :]
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    prose = [_is_prose(line) for line in lines]
    above = [line for line, is_prose in zip(lines, prose, strict=True) if not is_prose][: _second(prose)]
    body = [line for line, is_prose in zip(lines, prose, strict=True) if is_prose]
    dateline = next((found for line in lines if (found := _DATELINE.match(line))), None)
    title, site = headline.find(above, body)
    place = dateline["dateline"].strip() if dateline else ""
    return Metadata(
        title=title,
        outlet=site or outlet.find(head, tail, [line for line in above if line != title], place),
        published=days.published(above, head, place),
        dateline=place or None,
    )


def _second(prose: list[bool]) -> int:
    """How many lines that are no prose stand above the second one that is: the first may be an appeal."""
    places = [place for place, is_prose in enumerate(prose) if is_prose]
    return places[1] - 1 if len(places) > 1 else len(prose)


def _is_prose(line: str) -> bool:
    long = len(line) > _PROSE_CHARACTERS or len(line.split()) >= _PROSE_WORDS
    return long and _ENDED.search(line) is not None
