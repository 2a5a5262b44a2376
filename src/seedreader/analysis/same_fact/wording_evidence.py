"""How far the wording of two passages shows that they state one fact, wherever they stand."""

from __future__ import annotations

from operator import mul
from typing import NamedTuple

from seedreader.analysis.relations.compare_quantities import QuantityComparison
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.analysis.same_fact import features
from seedreader.analysis.same_fact.weights import weights


class WordingEvidence(NamedTuple):
    """What the wording adds to the log odds that both state one fact, and the part of it that is of what
    would differ in a conflict.
    """

    odds: float
    differing: float


def weigh(a: PassageFeatures, b: PassageFeatures, figures: QuantityComparison | None) -> WordingEvidence:
    """Weigh two passages; the same the other way round. ``figures`` is how what they count compares."""
    table = weights()
    told = list(map(mul, table.of_wording, features.of_wording(a, b, figures)))
    return WordingEvidence(sum(told), sum([told[i] for i in table.differing]))
