"""Which of the lines above an article's text is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.ingest import published_date
from seedreader.ingest.outlet import NAME, masthead

MOST_CHARACTERS = 250
LEAST_WORDS, MOST_WORDS = 3, 30
"""Size of a headline."""

TOP = 3
"""Lines at the front of a text in which a headline may stand above a deck; further down there are menus."""

MENU_BARS = 2
"""Bars and dots in a line that make it a menu."""

LINES = 25
"""Lines above the text that are looked at."""

OWN_WORDS = 0.25
"""Share of a headline's longer words that the text uses too, at least."""

ABOVE = 2
"""How much more a line is worth that stands right above a by-line or a day."""

_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_LABEL = re.compile(r"(?:Title|Headline)\s*:\s*(?P<title>\S.{3,250})")
_TRAIL = re.compile(r"^(?:[^»›>|]{2,30} [»›>|] )+(?=(?:[^\s»›>|]+ ){3})")
_BYLINE = re.compile(r"(?:By|BY|by|Von|Par|Por) (?=[A-Z])")
MOST_STAMP = 2
"""Words beside a day that the text uses too, from which on a line is no stamp."""

_SHORT = re.compile(
    r"(?:(?<!\w)(?:[^\W\d_]\.)+|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|Ave|Bros|Calif|Fla|Mass|Pa|Va|Ill|Tex|Ariz|Conn|Minn"
    r"|Tenn|Wash|Ore|Okla|Mich|Ohio|Ala|Ark|Ky|La|Md|Mo|Wis|etc|vs|Ph\.D|No|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Gen|Dept|Univ"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|\.\.\.|…)\Z"
)
"""A full stop that ends no sentence, or need not."""

_MARKED = re.compile(r"[!?][\"”’')\]]{0,3}\Z")
_QUOTED = re.compile(r"\.[”’\"']{1,2}\Z")
_TWO = re.compile(r"[^\W\d_]{3}\.[\"”’)]{0,2} [A-Z“\"]")
_LONG = re.compile(r"[^\W\d_][\w’'-]{3,}")
_TITLED = 0.6
"""Share of a line's longer words that have capitals if it is in the case of titles."""

_BRIEF = 16
"""Words of a first line that is taken for a headline whatever stands under it."""

_TAGLINE = re.compile(
    r"[A-Z][\w&'’]*(?: [A-Z][\w&'’]*){0,3} ?[–—|:-] (?:an?|the|your) (?:[\w-]+ ){0,3}"
    r"(?:blog|site|website|home|newsletter|magazine|journal|newspaper|source|podcast|voice|community)\b"
)
"""What a site calls itself: "Harbour Notes – a blog about boats"."""

_STAMPED = re.compile(
    r"[|·•]|[Bb]y [A-Z]|[Uu]pdated|[Pp]ublished|[Pp]hoto|[Ii]mage|[Cc]redit|via A"
    r"|(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day,? [^ ]+ [^ ]+ (?:19|20)\d\d"
)
"""What stands with a day in a stamp or a caption; a headline gives no weekday with the year."""

_SAYING = re.compile(r"\b(?!(?:in|at|from|of|for|by|on|and|de|da|von|van)\b)[a-z]{2,}")
"""A small word that stands beside no name alone: one that the text uses is then enough for a headline."""

_LIVE = re.compile(
    r"\blive(?: ?blog| updates?| coverage| reports?| ticker)\b|\blatest updates\b|\bas it happened\b"
    r"|^live\b ?[:–—|-]|\blive ?(?::|\Z)|\bliveticker\b|\ben direct\b|\ben vivo\b"
    r"|\bminuto a minuto\b|\bin diretta\b",
    re.IGNORECASE,
)
"""A live blog's headline, above entries that have headlines of their own."""

_SUFFIX = re.compile(r"\s+(?:\||-|–|—|»)\s*(?P<name>[^|»]{2,60})\Z")


def find_headline(above: Sequence[str], body: Sequence[str]) -> tuple[str | None, str | None]:
    """The headline, and the site's name where it ends a page title.

    ``above`` are the lines over the text, ``body`` the first paragraphs. A line that says it is the title is
    it, then one that stands again in a longer line (the page's title), then the one that shares most of its
    words with the text.
    """
    lines = [_TRAIL.sub("", line) for line in above[:LINES] if not (masthead(line) or _TAGLINE.match(line))]
    for line in lines:
        if labelled := _LABEL.fullmatch(line):
            return labelled["title"], None
    for line in lines:
        for longer in lines:
            if line != longer and line in longer and _could_be(line):
                return line, _site(longer.split(line, 1)[1])[1]
    told = _told(body)
    for line in lines[:TOP]:
        if _LIVE.search(line) and _could_be(line) and (_stems(line) & told or re.search(r"[:–—|]", line)):
            return _site(line)
    likely = [
        i for i, line in enumerate(lines) if _could_be(line) and _shared(line, told) and _titles(line, told)
    ]
    if not likely:
        return None, None
    sure = [i for i in likely if not published_date.found(lines[i])] or likely
    best = max(sure, key=lambda i: _worth(lines, i, told))
    over = _above(lines, best)
    if over in likely and over < TOP and _weight(lines[over], told) >= 0:
        best = over  # a deck uses more of the text's words than the headline above it
    return _site(lines[best])


def _worth(lines: Sequence[str], i: int, told: set[str]) -> int:
    """How likely a line is to be the headline, by its words and by what stands under it."""
    weight = _weight(lines[i], told)
    return weight + ABOVE * (weight > 0 and _is_credit(lines[i + 1 : i + 2]))


def _above(lines: Sequence[str], i: int) -> int:
    """The line above one, by-lines and days left out; -1 where none is."""
    i -= 1
    while i >= 0 and _is_credit(lines[i : i + 1]):
        i -= 1
    return i


def tells(line: str, body: Sequence[str]) -> bool:
    """Whether a line with a day in it tells of what the text does, so that the day is no stamp."""
    return published_date.found(line) and _could_be(line) and _titles(line, _told(body))


def is_open(lines: Sequence[str], i: int) -> bool:
    """Whether a line could be a headline although it ends as a sentence does: "U.S.", "?", "papers!’".

    In the case of titles, or above a by-line or a day, or first and brief.
    """
    line = lines[i]
    quoted = _QUOTED.search(line)
    if not (quoted or _SHORT.search(line) or _MARKED.search(line)) or _TWO.search(line):
        return False
    words = line.split()
    if len(words) > MOST_WORDS or len(line) > MOST_CHARACTERS:
        return False
    longer = _LONG.findall(line)
    titled = sum(word[0].isupper() for word in longer) >= max(4, _TITLED * len(longer))
    first = i == 0 and len(words) <= _BRIEF and not quoted
    return titled or first or _is_credit(lines[i + 1 : i + 2])


def _is_credit(lines: Sequence[str]) -> bool:
    """Whether the one line given is a by-line or a day."""
    return any(
        _BYLINE.match(line) or (published_date.found(line) and not _LONG.search(published_date.without(line)))
        for line in lines
    )


def _titles(line: str, told: set[str]) -> bool:
    """Whether a line is more than a day, its label and a name: the text uses words beside the day."""
    if not published_date.found(line):
        return True
    if published_date.is_glued(line):
        return False
    rest = published_date.without(line)
    if sum(map(_has_letter, rest.split())) < LEAST_WORDS or _BYLINE.match(rest) or _STAMPED.search(line):
        return False
    return len(_stems(rest) & told) >= (1 if _SAYING.search(rest) else MOST_STAMP)


def _has_letter(word: str) -> bool:
    return any(map(str.isalpha, word))


def _told(body: Sequence[str]) -> set[str]:
    return {stem for line in body for stem in _stems(line)}


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
        and (line[-1] not in ".:;|" or _SHORT.search(line) is not None)
        and sum(map(line.count, "|·•")) < MENU_BARS
        and not (line[0] in "([" and line[-1] in ")]")
    )


def _stems(line: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORD.findall(line)}
