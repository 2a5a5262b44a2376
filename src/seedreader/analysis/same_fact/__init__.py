"""How likely two passages of different articles state one fact.

The weights are a plain table in ``weights.json``, made by ``tests/benchmarks/train_same_fact.py`` from pairs of
passages of ECB+ (CC BY 3.0) that were judged by reading.
"""

from __future__ import annotations

import json
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from seedreader.analysis.relations.quantities import Compared
from seedreader.analysis.relations.side import Side
from seedreader.analysis.same_fact import features
from seedreader.analysis.same_fact.features import Matched

__all__ = ["Matched", "probability"]

_PATH = Path(__file__).with_name("weights.json")


class Weights(NamedTuple):
    """A logistic regression: its bias, and what each of `features.NAMES` weighs."""

    bias: float
    each: tuple[float, ...]


def probability(a: Side, b: Side, matched: Matched, figures: Compared | None) -> float:
    """How likely two passages state one fact, 0…1; the same the other way round.

    ``figures`` is how what they count compares.
    """
    weights = _weights()
    row = features.row(a, b, matched, figures)
    return 1 / (1 + exp(-weights.bias - sum(w * x for w, x in zip(weights.each, row, strict=True))))


@cache
def _weights() -> Weights:
    table = json.loads(_PATH.read_text(encoding="utf-8"))
    return Weights(table["bias"], tuple(table["weights"][name] for name in features.NAMES))
