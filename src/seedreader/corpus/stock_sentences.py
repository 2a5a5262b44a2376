"""Sentences that unlike articles share: an appeal, a footer, a line about the agency."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from functools import lru_cache
from itertools import pairwise

from seedreader.corpus.tally import SLOTS, Tally

SHORTEST = 15
"""Characters of a sentence from which it can be a stock sentence."""

LEAST_IN_COMMON = 0.2
"""Share of their other words that two unlike articles have in common at most."""

FEWEST_OTHERS = 10
"""Other words that an article has at least for that to be told: a reprint has none of its own."""

COMPARED = 8
"""Articles with one sentence that are compared, each with the next: some from all over, since those that
stand together are often alike."""

SLOTS_FOR_EACH = 64
"""Places in which occurrences are counted, for each sentence."""

Sentence = tuple[int, Collection[Hashable]]
"""A sentence's `number`, and its words."""

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s+|\n+")


def split(text: str) -> list[str]:
    """A text's sentences, found in a hurry: at what ends one, and at line breaks."""
    return _SENTENCE_END.split(text)


def number(sentence: str) -> int:
    """What a sentence is known by in this process; 0 for one too short to be a stock sentence."""
    return hash(sentence) or 1 if len(sentence) >= SHORTEST else 0


def find(articles: Sequence[Sequence[Sentence]], carriers: int = 2) -> frozenset[int]:
    """The numbers of the sentences that at least so many articles share which have little else in common."""
    tally = Tally(slots=min(SLOTS, SLOTS_FOR_EACH * sum(map(len, articles)) + 1))
    for sentences in articles:
        tally.see({known for known, _ in sentences if known})
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place, sentences in enumerate(articles):
        for known in tally.again({known for known, _ in sentences if known}):
            found[known].append(place)
    shared = {known: places for known, places in found.items() if len(places) > 1}

    @lru_cache(maxsize=1_000)
    def others(place: int) -> frozenset[Hashable]:
        return frozenset(word for known, words in articles[place] if known not in shared for word in words)

    return frozenset(
        known
        for known, places in shared.items()
        if len(places) >= carriers
        and _unlike([others(place) for place in places[:: -(-len(places) // COMPARED)]])
    )


def _unlike(words: Sequence[frozenset[Hashable]]) -> bool:
    """Whether most articles have little in common with the next, by their words."""
    pairs = [(one, two) for one, two in pairwise(words) if min(len(one), len(two)) >= FEWEST_OTHERS]
    unlike = sum(len(one & two) < LEAST_IN_COMMON * min(len(one), len(two)) for one, two in pairs)
    return bool(pairs) and 2 * unlike > len(pairs)
