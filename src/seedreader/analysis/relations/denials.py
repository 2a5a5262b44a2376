"""Words that deny, and what they deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from seedreader.analysis import word_tokens

REACH = 4
"""Words after a denial, stop words left out, that it may deny."""

_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|refuted?|never|no longer|neither|nor|not|yet to"
    r"|(?P<some>no|without)"
    r"|nobody|none|hardly|scarcely|barely"
    r"|cannot|fail(?:s|ed|ing)? to|unable to|refus(?:e|es|ed|ing) to"
    r"|declin(?:e|es|ed|ing) to|[a-z]+n['’]t)\b",
    re.I,
)
_DENIED_BEFORE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)"
    r"|disput(?:es|ed|ing)|contradict(?:s|ed|ing))"
    r"(?: (?:the |any )?(?:reports?|claims?|suggestions?|allegations?|rumou?rs))?(?: that)?\s*\Z",
    re.I,
)
_OPENS = re.compile(r"den(?:y|ies|ied|ying)(?: that)? ", re.I)
_NO_DENIAL = re.compile(
    r"not only|not just|not merely|no (?:fewer|less|more|later|sooner|earlier) than|no doubt|not until"
    r"|not long|nothing but|cannot but|not to mention|no matter|why not|whether or not|not necessarily"
    r"|not surprising\w*"
    r"|not the first|not alone|if not|not\b[^.;]{0,40}\bsince\b|without (?:a )?(?:doubt|question|warning)",
    re.I,
)
_PREPOSITION = re.compile(r"\b(?:of|on|in|at|for|from|with|by|about|near|over|under)\b", re.I)
_PLACE = re.compile(r"\s*(?:of|on|in|at|for|from|with|by|about|near|over|under)\b(.*)", re.I)
_NOT = ("not", "no longer", "n't", "n’t", "never")
"""Denials of the place after them ("was not on the bridge"); "none of the crew" denies what they do."""
_CLAUSE = re.compile(r"[,;:.!?]\s|\b(?:and|but|because|although|while|who|which)\b")


class Denial(NamedTuple):
    """A denial's wording and the stems that it denies: an act, or after "no" a thing and what tells its kind.

    ``reach`` are those that it may deny too.
    """

    wording: str
    stems: tuple[str, ...]
    reach: tuple[str, ...]


def find_denials(text: str) -> Iterator[Denial]:
    """The denials of a text, in order."""
    found = list(_DENIAL.finditer(text))
    none = [m.span() for m in _NO_DENIAL.finditer(text)] if found else []
    for match in found:
        if not any(start <= match.start() < end for start, end in none):
            clause = _CLAUSE.split(text[match.end() : match.end() + 80])[0]
            act = word_tokens.tokens(_PREPOSITION.split(clause)[0])
            if not act and (place := _PLACE.match(clause)) and match[0].lower().endswith(_NOT):
                act = word_tokens.tokens(place[1])[:1]
            reach = word_tokens.tokens(clause)[:REACH]
            yield Denial(match[0], tuple(act[: 2 if match["some"] else 1]), tuple(reach))


def leading(lead: str, text: str) -> str | None:
    """The word that denies ``text``, which opens with it or follows it: "denied that", "denied reports"."""
    found = _OPENS.match(text) or _DENIED_BEFORE.search(lead)
    return found[0].split()[0] if found else None
