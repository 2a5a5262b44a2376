"""What a figure without a noun counts, told by the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.analysis.quantities import counted_nouns
from seedreader.article import Quantity

_AGED = re.compile(
    r"(?:\baged?\s|\bages?\sof\s|(?:(?<=[a-z])|(?<=\b[JS]r\.)|(?<=\bI[IV])|(?<=\bIII)),\s|\b(?:[HhSs]?he|who)\s(?:was|is)\s)$"
)
_AND_AGED = re.compile(r",?\s(?:and|or|to)\s|,\s")
_IS_AGE = re.compile(r"(?<=\d\d)(?=,|\s(?:and|to|or)\s|[.;)]|$)")


def is_age(text: str, begin: int, end: int, before: Sequence[Quantity]) -> bool:
    """Whether a figure is somebody's age: "Ann Ray, 45, said", "aged 25", "aged 25 and 31"."""
    if _IS_AGE.match(text, end) is None:
        return False
    if _AGED.search(text, max(0, begin - 8), begin):
        return True
    last = before[-1] if before else None
    return (
        last is not None
        and last.unit == "years old"
        and _AND_AGED.fullmatch(text, last.end, begin) is not None
        and _AGED_BEFORE.search(text, max(0, last.start - 8), last.start) is not None
    )


_AGED_BEFORE = re.compile(r"\bage[ds]?\s(?:of\s)?$")


def counted(text: str, before: Sequence[Quantity], start: int, begin: int, end: int) -> str | None:
    """What the figure at ``[begin, end)`` counts; ``before`` are the quantities ahead of it."""
    return (
        _partitive(text, before, begin)
        or _more(text, before, begin, end)
        or _numbered(text, start, begin)
        or _befallen(text, begin, end)
    )


def _partitive(text: str, out: Sequence[Quantity], begin: int) -> str | None:
    """ "Of the 900 guests, 40 fell ill": the second figure counts what the first one does."""
    if not out or begin - out[-1].end > 160:
        return None
    before = text[max(0, out[-1].start - 20) : out[-1].start]
    between = text[out[-1].end : begin]
    if re.search(r"\b(?:of|out of|among)\s+(?:the\s+|those\s+|its\s+)?$", before, re.I) and not re.search(
        r"[.!?\n]", between
    ):
        return out[-1].unit
    return None


_OF_THEM = re.compile(r"\sof (?:them|these|those|whom|which)\b(?!\s[a-z]+s\b)")
_MORE = re.compile(r"\s(?:more|fewer|less)(?:\sthan)?\b(?!\s[a-z]{3,}s\b)")


_NEXT = re.compile(r"[.!?]\s|\n")


def _more(text: str, out: Sequence[Quantity], begin: int, end: int) -> str | None:
    """ "31 seats, five fewer", "40 men, three of them hurt": the second counts what the first one does."""
    if out and text[out[-1].end : begin] in (", ", " and ", " – ", " (") and _MORE.match(text, end):
        return out[-1].unit
    if out and not _NEXT.search(text, out[-1].end, begin) and _OF_THEM.match(text, end):
        return out[-1].unit
    return None


_NUMBER_OF = re.compile(
    r"\bnumber of(?P<what>\s[^.!?\n,;]{1,80}?)\s(?:at|to|of|is|was|as|reached|exceeds?|exceeded)\s+$", re.I
)


def _numbered(text: str, start: int, begin: int) -> str | None:
    """ "The number of visitors rose to 900": the figure counts visitors."""
    m = _NUMBER_OF.search(text, max(start, begin - 110), begin)
    return counted_nouns.first_plural(m["what"]) if m else None


_BEFALLEN = re.compile(
    r"\s(?:(?:others|more|still)\s)?"
    r"(?:(?:were|are|have been|had been|have|had|remain(?:ed)?|are still|were still)\s)?"
    r"(?:(?:reported|feared|believed|confirmed|slightly|seriously|badly|critically)\s)?"
    r"(?:killed|injured|wounded|hurt|arrested|detained|rescued|hospitali[sz]ed|missing|dead|died|drowned|evacuated"
    r"|displaced|convicted|acquitted|unaccounted|trapped|stranded|buried|infected|sickened|saved"
    r"|in (?:hospital|custody|intensive care|(?:a )?critical condition))\b",
    re.I,
)


_BEFELL = re.compile(
    r"\b(?:kill|injur|wound|hurt|arrest|detain|rescu|execut|hospitali[sz]|evacuat|displac|infect|trapp?)(?:ed|ing|s|es)?\s"
    r"(?:(?:an additional|a further|another|at least|about|around|some|up to|more than|nearly|almost)\s)?$",
    re.I,
)
_NO_NOUN = re.compile(
    r"\s?(?:[.,;:)!?–—]|$)|\s(?:in|on|at|and|near|when|as|after|before|since"
    r"|during|more)\b"
)


def _befallen(text: str, begin: int, end: int) -> str | None:
    """ "Fourteen were arrested", "injured 23 in": what only befalls people counts people."""
    if _BEFALLEN.match(text, end):
        return "people"
    befell = _NO_NOUN.match(text, end) and _BEFELL.search(text, max(0, begin - 40), begin)
    return "people" if befell else None
