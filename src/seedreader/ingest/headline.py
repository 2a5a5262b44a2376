"""Which of the lines above an article's text is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.ingest import days
from seedreader.ingest.outlet import NAME, masthead

MOST_CHARACTERS = 250
LEAST_WORDS, MOST_WORDS = 3, 30
"""Size of a headline."""

MENU_BARS = 2
"""Bars and dots in a line that make it a menu."""

LINES = 25
"""Lines above the text that are looked at."""

OWN_WORDS = 0.25
"""Share of a headline's longer words that the text uses too, at least."""

_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_LABEL = re.compile(r"(?:Title|Headline)\s*:\s*(?P<title>\S.{3,250})")
_TRAIL = re.compile(r"^(?:[^»›>|]{2,30} [»›>|] )+(?=(?:[^\s»›>|]+ ){3})")
_SUFFIX = re.compile(r"\s+(?:\||-|–|—|»)\s*(?P<name>[^|»]{2,60})\Z")


def find(above: Sequence[str], body: Sequence[str]) -> tuple[str | None, str | None]:
    """The headline, and the site's name where it ends a page title.

    ``above`` are the lines over the text, ``body`` the first paragraphs. A line that says it is the title is
    it, then one that stands again in a longer line (the page's title), then the one that shares most of its
    words with the text.
    """
    lines = [_TRAIL.sub("", line) for line in above[:LINES] if not masthead(line)]
    for line in lines:
        if labelled := _LABEL.fullmatch(line):
            return labelled["title"], None
    for line in lines:
        for longer in lines:
            if line != longer and line in longer and _could_be(line):
                return line, _site(longer.split(line, 1)[1])[1]
    told = {stem for line in body for stem in _stems(line)}
    likely = [line for line in lines if _could_be(line) and not days.found(line) and _shared(line, told)]
    best = max(likely, key=lambda line: _weight(line, told), default="")
    if not best:
        return None, None
    return _site(best)


def _site(line: str) -> tuple[str, str | None]:
    """A page title without the name of its site, and the name."""
    suffix = _SUFFIX.search(line)
    if suffix and NAME.fullmatch(suffix["name"]):
        return line[: suffix.start()], suffix["name"]
    return line, None


def _shared(line: str, told: set[str]) -> bool:
    own = _stems(line)
    return len(own & told) >= max(1.0, OWN_WORDS * len(own))


def _weight(line: str, told: set[str]) -> int:
    """How many of a line's words the text uses, less those that it does not."""
    own = _stems(line)
    return len(own & told) - len(own - told)


def _could_be(line: str) -> bool:
    return (
        LEAST_WORDS <= len(line.split()) <= MOST_WORDS
        and len(line) <= MOST_CHARACTERS
        and line[-1] not in ".:;|"
        and sum(map(line.count, "|·•")) < MENU_BARS
    )


def _stems(line: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORD.findall(line)}
