"""Words by which a fact is stated less than surely, and what they govern."""

from __future__ import annotations

import re
from typing import NamedTuple

from seedreader.analysis import word_tokens

GOVERNED = 3
"""Words after a hedge, stop words left out, that it governs."""

HEDGE = re.compile(
    r"\b(?:(?-i:may)|might|could|possibl[ey]|perhaps|reportedly|allegedly|alleged|purportedly|supposedly|rumou?red"
    r"|(?:is|are|was|were) (?:believed|thought|said|understood|reported|feared|suspected|expected|likely)"
    r"|believed to|thought to|understood to|suspected (?:of|to)|suspects? that|appear(?:s|ed)?|seem(?:s|ed)?"
    r"|likely|estimated|suggest(?:s|ed)?|probably|apparently|presumably|preliminary)\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;:.]\s|\b(?:and|but|while|who|which)\b")


class Hedge(NamedTuple):
    """A hedge's wording, the stems of the words that it governs, and those of its clause."""

    wording: str
    governed: tuple[str, ...]
    clause: frozenset[str]


def find_hedges(text: str) -> list[Hedge]:
    """The hedges of a text, in order."""
    found = []
    for hedge in HEDGE.finditer(text):
        before = word_tokens.tokens(_CLAUSE.split(text[: hedge.start()])[-1])
        after = word_tokens.tokens(_CLAUSE.split(text[hedge.end() : hedge.end() + 80])[0])
        found.append(Hedge(hedge[0], tuple(after[:GOVERNED]), frozenset((*before, *after))))
    return found
