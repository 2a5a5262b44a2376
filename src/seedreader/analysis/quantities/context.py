"""What a figure without a noun counts, told by the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.analysis.quantities import nouns
from seedreader.article import Quantity

_AGED = re.compile(r"(?:\baged?\s|(?<=[a-z]),\s)$")
_IS_AGE = re.compile(r"(?<=\d\d)(?=,|\s(?:and|to|or)\s|[.;)]|$)")


def is_age(text: str, begin: int, end: int) -> bool:
    """Whether a figure is somebody's age: "Ann Ray, 45, said", "aged 25"."""
    return _AGED.search(text, max(0, begin - 8), begin) is not None and _IS_AGE.match(text, end) is not None


def counted(text: str, before: Sequence[Quantity], start: int, begin: int, end: int) -> str | None:
    """What the figure at ``[begin, end)`` counts; ``before`` are the quantities ahead of it."""
    return _partitive(text, before, begin) or _numbered(text, start, begin) or _befallen(text, end)


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


_NUMBER_OF = re.compile(
    r"\bnumber of(?P<what>\s[^.!?\n,;]{1,80}?)\s(?:at|to|of|is|was|as|reached|exceeds?|exceeded)\s+$", re.I
)


def _numbered(text: str, start: int, begin: int) -> str | None:
    """ "The number of visitors rose to 900": the figure counts visitors."""
    m = _NUMBER_OF.search(text, max(start, begin - 110), begin)
    return nouns.first_plural(m["what"]) if m else None


_BEFALLEN = re.compile(
    r"\s(?:others\s)?(?:(?:were|are|have been|had been|have|had|remain(?:ed)?|are still|were still)\s)?"
    r"(?:(?:reported|feared|believed|confirmed|slightly|seriously|badly|critically)\s)?"
    r"(?:killed|injured|wounded|hurt|arrested|detained|rescued|hospitali[sz]ed|missing|dead|died|drowned|evacuated"
    r"|displaced|convicted|acquitted|unaccounted)\b",
    re.I,
)


def _befallen(text: str, end: int) -> str | None:
    """ "Fourteen were arrested": what only befalls people counts people."""
    return "people" if _BEFALLEN.match(text, end) else None
