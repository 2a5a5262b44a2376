"""What a figure without a noun counts, told by the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.analysis.quantities import nouns
from seedreader.article import Quantity

_AGED = re.compile(r"(?:\baged?\s|(?<=[a-z]),\s)$")
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


_AGED_BEFORE = re.compile(r"\bage[ds]?\s$")


def counted(text: str, before: Sequence[Quantity], start: int, begin: int, end: int) -> str | None:
    """What the figure at ``[begin, end)`` counts; ``before`` are the quantities ahead of it."""
    return (
        _partitive(text, before, begin)
        or _more(text, before, begin, end)
        or _numbered(text, start, begin)
        or _befallen(text, end)
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


_MORE = re.compile(r"\s(?:more|fewer|less)(?:\sthan)?\b(?!\s[a-z]{3,}s\b)")


def _more(text: str, out: Sequence[Quantity], begin: int, end: int) -> str | None:
    """ "31 seats, five fewer than before": the second figure counts what the first one does."""
    if out and text[out[-1].end : begin] in (", ", " and ", " – ", " (") and _MORE.match(text, end):
        return out[-1].unit
    return None


_NUMBER_OF = re.compile(
    r"\bnumber of(?P<what>\s[^.!?\n,;]{1,80}?)\s(?:at|to|of|is|was|as|reached|exceeds?|exceeded)\s+$", re.I
)


def _numbered(text: str, start: int, begin: int) -> str | None:
    """ "The number of visitors rose to 900": the figure counts visitors."""
    m = _NUMBER_OF.search(text, max(start, begin - 110), begin)
    return nouns.first_plural(m["what"]) if m else None


_BEFALLEN = re.compile(
    r"\s(?:(?:others|more|still)\s)?"
    r"(?:(?:were|are|have been|had been|have|had|remain(?:ed)?|are still|were still)\s)?"
    r"(?:(?:reported|feared|believed|confirmed|slightly|seriously|badly|critically)\s)?"
    r"(?:killed|injured|wounded|hurt|arrested|detained|rescued|hospitali[sz]ed|missing|dead|died|drowned|evacuated"
    r"|displaced|convicted|acquitted|unaccounted"
    r"|in (?:hospital|custody|intensive care|(?:a )?critical condition))\b",
    re.I,
)


def _befallen(text: str, end: int) -> str | None:
    """ "Fourteen were arrested": what only befalls people counts people."""
    return "people" if _BEFALLEN.match(text, end) else None
