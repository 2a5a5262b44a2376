"""Whether two passages share enough of what they say for it to be one fact."""

from __future__ import annotations

from functools import cache

from seedreader.analysis import word_tokens
from seedreader.analysis.matching import passage_terms
from seedreader.analysis.relations.passage_features import PassageFeatures

PAIR, SURELY, OVERLAP = 1.8, 2.5, 0.5
"""What two words that both say must tell, and what more must, where the sum of what each passage covers of
the other is at least the last.
"""

DATED = 0.5
"""The same sum for passages that name one day, month or year."""

COVERED, TELLING, SAME, FEWEST = 1.0, 1.0, 0.5, 3
"""The same sum without more; or else how much the shared words must tell, and what share of what the shorter
passage tells; and how many they must be.
"""

SENSE = 0.5
"""What a word tells that only has the same sense, of what the same word does."""

_TITLES = """
    president premier minister chancellor senator congressman congresswoman representative governor mayor
    councillor secretary chairman chairwoman chief director judge justice king queen prince princess pope
    bishop general colonel captain sergeant officer inspector professor doctor coach spokesman spokeswoman
    leader
"""

_COUNTED = """
    one two three four five six seven eight nine ten eleven twelve several many some man woman men women
    people person boy girl child children
"""

_SOURCES = "report reported reporting said say told tell quoted cited citing according stated statement added"

_WHERE = "near around outside inside across along off"


def enough(a: PassageFeatures, b: PassageFeatures) -> bool:
    """Whether what two passages share covers enough of them, and is more than names, titles and counts."""
    one, two = a.wording, b.wording
    aside, empty = _aside(), _empty()
    met = [(i, j) for i, j, _ in passage_terms.met(one, two) if one.stems[i] not in aside]
    common = [(one.stems[i], two.stems[j]) for i, j in met]
    if not any(i in one.common and j in two.common and i not in empty and j not in empty for i, j in common):
        return False
    told = sum(
        [
            min(one.told[i], two.told[j]) * (1.0 if stem == other else SENSE)
            for (i, j), (stem, other) in zip(met, common, strict=True)
        ]
    )
    both = a.covered(b) + b.covered(a)
    if both >= OVERLAP and told >= (PAIR if len(met) == 2 else SURELY):
        return True
    if both >= DATED and not a.calendar.isdisjoint(b.calendar):
        return True
    return len(met) >= FEWEST and (both >= COVERED or told >= max(TELLING, SAME * min(a.whole, b.whole)))


@cache
def _aside() -> frozenset[str]:
    """The stems of words that tell where an article has something from, or that stand before a place."""
    return frozenset(word_tokens.stemmed(word) for word in f"{_SOURCES} {_WHERE}".split())


@cache
def _empty() -> frozenset[str]:
    """The stems of words that go with a name, or count people, and state nothing of whom they mean."""
    return frozenset(word_tokens.stemmed(word) for word in (_TITLES + _COUNTED).split())
