"""How likely two passages of different articles state one fact, by a plain table of weights."""

from __future__ import annotations

from math import exp
from operator import mul

from seedreader.analysis.relations.likelihood import Likelihood
from seedreader.analysis.same_fact import features
from seedreader.analysis.same_fact.features import PairMatch
from seedreader.analysis.same_fact.weights import weights
from seedreader.analysis.same_fact.wording_evidence import WordingEvidence

__all__ = ["Likelihood", "PairMatch", "likely"]


def likely(wording: WordingEvidence, matched: PairMatch) -> Likelihood:
    """How likely two passages state one fact, each 0…1; the same the other way round."""
    table = weights()
    fact = table.bias + sum(map(mul, table.of_match, features.of_match(matched))) + wording.odds
    chance = _chance(fact)
    subject = _chance(fact - wording.differing) if wording.differing else chance
    return Likelihood(chance, subject, (matched.forward + matched.backward) / 2)


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))
