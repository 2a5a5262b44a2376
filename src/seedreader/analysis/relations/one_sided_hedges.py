"""Words by which one of two passages states a fact less surely than the other."""

from __future__ import annotations

from seedreader.analysis.matching import passage_terms
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.article import Reason

MIN_SHARED_WORDS = 2
"""How many words its clause must share with the other passage: one alone may be of another matter."""


def one_sided(a: PassageFeatures, b: PassageFeatures) -> Reason | None:
    """The hedge that only one passage has on what both say; None where there is none."""
    if not a.hedges and not b.hedges:
        return None
    met = passage_terms.met(a.wording, b.wording)
    one = _governing(a, {a.wording.stems[i] for i, _, _ in met})
    two = _governing(b, {b.wording.stems[j] for _, j, _ in met})
    if (one is None) == (two is None):
        return None
    return Reason("hedge", only_a=(one,)) if one else Reason("hedge", only_b=(two or "",))


def _governing(side: PassageFeatures, shared: set[str]) -> str | None:
    """The first hedge of a passage that stands before a word that both say, or just before the passage."""
    least = min(MIN_SHARED_WORDS, len(shared))
    for hedge in side.hedges:
        if not shared.isdisjoint(hedge.governed) and len(shared & hedge.clause) >= least:
            return hedge.wording
    return None
