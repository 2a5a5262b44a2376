"""Words by which one of two passages states a fact less surely than the other."""

from __future__ import annotations

import re

from seedreader.analysis import word_tokens
from seedreader.analysis.matching import passage_terms
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.article import Reason

GOVERNED = 3
"""Words after a hedge, stop words left out, that it governs."""

MIN_SHARED_WORDS = 2
"""How many words its clause must share with the other passage: one alone may be of another matter."""

HEDGE = re.compile(
    r"\b(?:(?-i:may)|might|could|possibl[ey]|perhaps|reportedly|allegedly|alleged|purportedly|supposedly|rumou?red"
    r"|(?:is|are|was|were) (?:believed|thought|said|understood|reported|feared|suspected|expected|likely)"
    r"|believed to|thought to|understood to|suspected (?:of|to)|suspects? that|appear(?:s|ed)?|seem(?:s|ed)?"
    r"|likely|estimated|suggest(?:s|ed)?|probably|apparently|presumably|preliminary)\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;:.]\s|\b(?:and|but|while|who|which)\b")


def one_sided(a: PassageFeatures, b: PassageFeatures) -> Reason | None:
    """The hedge that only one passage has on what both say; None where there is none."""
    met = passage_terms.met(a.wording, b.wording)
    one = _governing(a, {a.wording.stems[i] for i, _, _ in met})
    two = _governing(b, {b.wording.stems[j] for _, j, _ in met})
    if (one is None) == (two is None):
        return None
    return Reason("hedge", only_a=(one,)) if one else Reason("hedge", only_b=(two or "",))


def _governing(side: PassageFeatures, shared: set[str]) -> str | None:
    """The first hedge of a passage that stands before a word that both say, or just before the passage."""
    for hedge in HEDGE.finditer(side.text):
        before = _CLAUSE.split(side.text[: hedge.start()])[-1]
        after = _CLAUSE.split(side.text[hedge.end() : hedge.end() + 80])[0]
        governed, clause = (
            word_tokens.tokens(after),
            {*word_tokens.tokens(before), *word_tokens.tokens(after)},
        )
        if not shared.isdisjoint(governed[:GOVERNED]) and len(shared & clause) >= min(
            MIN_SHARED_WORDS, len(shared)
        ):
            return hedge[0]
    return None
