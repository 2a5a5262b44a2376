"""Whether two passages speak of one subject in all that they say beside what is compared."""

from __future__ import annotations

from collections.abc import Collection

from seedreader.analysis.matching import passage_terms
from seedreader.analysis.matching.passage_terms import PassageTerms
from seedreader.analysis.relations.passage_features import PassageFeatures

MIN_SHARED_WORDS = 2
"""How many words two passages must share beside what is compared."""

MIN_SHARED = 0.6
"""Share of the shorter passage that the other has too, from which both speak of one subject."""

MIN_SHARED_OF_LONGER = 0.3
"""The same of the longer passage."""


def same(a: PassageFeatures, b: PassageFeatures, apart: Collection[str], least: float = MIN_SHARED) -> bool:
    """Whether two passages share their words but for the stems ``apart``, which are compared.

    False where they share too little, name others, or tell the kind of what both name otherwise.
    """
    one, two = a.wording, b.wording
    met = [each for each in passage_terms.met(one, two) if one.stems[each[0]] not in apart]
    if (
        len(met) < MIN_SHARED_WORDS
        or _named_apart(one.names - set(apart), two.names - set(apart))
        or any(passage_terms.clashes(one, two, met, apart))
    ):
        return False
    mine, theirs = {i for i, _, _ in met}, {j for _, j, _ in met}
    shares = _share(one, mine, apart), _share(two, theirs, apart)
    return max(shares) >= least and min(shares) >= MIN_SHARED_OF_LONGER


def _share(side: PassageTerms, met: Collection[int], apart: Collection[str]) -> float:
    weighed = [(i, w) for i, w in enumerate(side.weights) if side.stems[i] not in apart]
    return sum(w for i, w in weighed if i in met) / max(sum(w for _, w in weighed), 0.1)


def _named_apart(one: Collection[str], two: Collection[str]) -> bool:
    """Whether both passages name somebody or something, and nobody and nothing that the other does."""
    return bool(one) and bool(two) and not set(one) & set(two)
