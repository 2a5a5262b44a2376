"""The table by which the numbers of `features` are weighed.

``weights.json`` is made by ``tests/benchmarks/train_same_fact.py`` from pairs of passages of ECB+ (CC BY 3.0)
that were judged by reading.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from seedreader.analysis.same_fact import features

_PATH = Path(__file__).with_name("weights.json")


class SameFactWeights(NamedTuple):
    """A logistic regression: its bias, and what each of `features.OF_MATCH` and `features.OF_WORDING` weighs.

    ``differing`` are the places, among the latter, of those that tell of what differs.
    """

    bias: float
    of_match: tuple[float, ...]
    of_wording: tuple[float, ...]
    differing: tuple[int, ...]


@cache
def weights() -> SameFactWeights:
    """The table that is shipped."""
    table = json.loads(_PATH.read_text(encoding="utf-8"))
    each = table["weights"]
    return SameFactWeights(
        table["bias"],
        tuple(each[name] for name in features.OF_MATCH),
        tuple(each[name] for name in features.OF_WORDING),
        tuple(features.OF_WORDING.index(name) for name in features.DIFFERING),
    )
