"""How likely two passages of different articles state one fact.

The weights are a plain table in ``weights.json``, made by ``tests/benchmarks/train_same_fact.py`` from pairs
of passages of ECB+ (CC BY 3.0) that were judged by reading.
"""

from __future__ import annotations

import json
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from seedreader.analysis.relations.compare_quantities import QuantityComparison
from seedreader.analysis.relations.likelihood import Likelihood
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.analysis.same_fact import features
from seedreader.analysis.same_fact.features import PairMatch

__all__ = ["Likelihood", "PairMatch", "likely"]

_PATH = Path(__file__).with_name("weights.json")


class SameFactWeights(NamedTuple):
    """A logistic regression: its bias, what each of `features.NAMES` weighs, which tell of what differs."""

    bias: float
    each: tuple[float, ...]
    differing: tuple[int, ...]


def likely(
    a: PassageFeatures, b: PassageFeatures, matched: PairMatch, figures: QuantityComparison | None
) -> Likelihood:
    """How likely two passages state one fact, each 0…1; the same the other way round.

    ``figures`` is how what they count compares.
    """
    weights = _weights()
    row = features.row(a, b, matched, figures)
    told = [w * x for w, x in zip(weights.each, row, strict=True)]
    fact = weights.bias + sum(told)
    subject = fact - sum(told[i] for i in weights.differing)
    return Likelihood(_chance(fact), _chance(subject), (matched.forward + matched.backward) / 2)


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))


@cache
def _weights() -> SameFactWeights:
    table = json.loads(_PATH.read_text(encoding="utf-8"))
    differing = tuple(features.NAMES.index(name) for name in features.DIFFERING)
    return SameFactWeights(table["bias"], tuple(table["weights"][name] for name in features.NAMES), differing)
