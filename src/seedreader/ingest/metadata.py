"""What an article's own text shows of its title, outlet, days and dateline.

General rules of how pages and wire copy are laid out; nothing is guessed from a file's name. Only the first
and last lines are looked at, so that a long text costs no more than a short one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from seedreader.ingest import dateline, headline, outlet, published_date

HEAD, TAIL = 3_000, 6_000
"""How many characters at the beginning and at the end are looked at."""

_PROSE_WORDS = 10
_PROSE_CHARACTERS = 250
_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,3}\Z")


class Metadata(NamedTuple):
    """What was found; None for what the text does not show."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    dateline: str | None = None
    updated: date | None = None


def find_metadata(text: str, known: Collection[str] = ()) -> Metadata:
    """Look for title, outlet, published and updated date and dateline in a canonical text.

    What is ``known`` may be left out.
    """
    head, tail = text[:HEAD], text[max(HEAD, len(text) - TAIL) :]
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    prose = _prose(lines)
    above = [line for line, is_prose in zip(lines, prose, strict=True) if not is_prose][: _second(prose)]
    body = [line for line, is_prose in zip(lines, prose, strict=True) if is_prose]
    title, site = headline.find_headline(above, body)
    place = dateline.find_dateline([line for line in lines if line != title])
    if "outlet" not in known and not site:
        site = outlet.find_outlet(head, tail, [line for line in above if line != title], place or "")
    if "published" in known and "updated" in known:
        return Metadata(title, site, dateline=place)
    stamps = published_date.stamps(
        [line for line in above if not headline.tells(line, body)], head, place or ""
    )
    return Metadata(title, site, stamps.published, place, stamps.updated)


def _prose(lines: Sequence[str]) -> list[bool]:
    """Which lines are paragraphs; above the first that surely is one, a headline may end like one."""
    found = [_is_prose(line) for line in lines]
    for i, is_prose in enumerate(found):
        if is_prose:
            found[i] = not headline.is_open(lines, i)
            if found[i]:
                break
    return found


def _second(prose: list[bool]) -> int:
    """How many lines that are no prose stand above the second one that is: the first may be an appeal."""
    places = [place for place, is_prose in enumerate(prose) if is_prose]
    return places[1] - 1 if len(places) > 1 else len(prose)


def _is_prose(line: str) -> bool:
    long = len(line) > _PROSE_CHARACTERS or len(line.split()) >= _PROSE_WORDS
    return long and _ENDED.search(line) is not None
