"""How much the words of a story tell its passages apart: the words of every other sentence tell nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from math import log

from seedreader.analysis.word_tokens import WordToken

MIN_RARITY = 1.2
"""Inverse sentence frequency, ``log(1 + sentences / uses)``, of a word that tells nothing: one in 2.3."""


FEW, UNKNOWN = 4, 0.85
"""Sentences of a document below which it does not show what its words tell, and what each then tells."""


def weigh(documents: Sequence[Sequence[Iterable[str]]]) -> Mapping[str, float]:
    """What each stem tells, from 0 for one that is everywhere to 1, given the stems of each sentence.

    Where documents are too short to show it every word tells the same. Uses are counted for each document:
    what every source says once tells most, since that is the story.
    """
    kept = [stems for document in documents for stems in document if stems]
    uses = Counter(stem for stems in kept for stem in stems)
    share = len(kept) / max(len(documents), 1)
    if share < FEW:
        return {stem: UNKNOWN for stems in kept for stem in stems}
    span = max(log(1 + share) - MIN_RARITY, 0.1)
    return {
        stem: max(0.0, (log(1 + share / max(n / len(documents), 1.0)) - MIN_RARITY) / span)
        for stem, n in uses.items()
    }


def weigh_terms(said: Sequence[WordToken], telling: Mapping[str, float]) -> dict[str, float]:
    """The stems of a passage with what each tells; the words of one name share what one word tells."""
    found: dict[str, float] = {}
    for is_name, run in groupby(said, key=lambda word: word.name):
        stems = [word.stem for word in run]
        for stem in stems:
            found[stem] = telling.get(stem, 1.0) / (len(stems) if is_name else 1)
    return found
