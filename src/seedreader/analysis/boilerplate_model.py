"""A small trained model of what is boilerplate: word weights, then boosted trees over a row of numbers.

The weights are plain tables in ``boilerplate_model.json``, made by ``tests/benchmarks/train_boilerplate.py``
from public pages under MIT and CC BY 4.0 licences, which that script names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from seedreader.analysis import boilerplate_features as features
from seedreader.analysis.boilerplate_units import Unit
from seedreader.analysis.words import STOP

_PATH = Path(__file__).with_name("boilerplate_model.json")

ENGLISH = 0.12
"""Share of English stop words in a text's longer pieces from which on the model is asked."""

_LONGER = 8
"""Words in a piece that counts as a longer one."""

_FIRST_TREES = 30
_CLEAR = -1.25
"""What the first trees find by so much to be the article's own is not asked further."""

Node = tuple[int, float, int, int]
"""Which number of a row, the highest value that goes left, and the nodes to go to; ``~n`` is leaf ``n``."""

Tree = tuple[Sequence[Node], Sequence[float]]
"""Nodes, the root first, and what its leaves add."""


class Weights(NamedTuple):
    """The word model and the trees; ``sure`` is the probability from which on a piece is boilerplate."""

    words: Mapping[str, float]
    bias: float
    trees: Sequence[Tree]
    sure: float


@cache
def weights() -> Weights:
    """The shipped weights, read once."""
    return weights_of(json.loads(_PATH.read_text("utf-8")))


def weights_of(data: Mapping[str, Any]) -> Weights:
    """Weights as they are written."""
    scale = data["scale"]
    return Weights(
        {term: weight / scale for term, weight in data["words"].items()},
        data["bias"],
        [([tuple(node) for node in nodes], leaves) for nodes, leaves in data["trees"]],
        data["sure"],
    )


def english(words: Sequence[Sequence[str]]) -> bool:
    """Tell whether a text is English enough for the model, by its units' words."""
    longer = [own for own in words if len(own) >= _LONGER] or words
    count = sum(map(len, longer))
    return sum(word in STOP for own in longer for word in own) >= ENGLISH * count > 0


def judge(text: str, units: Sequence[Unit], words: Sequence[Sequence[str]], table: Weights) -> list[float]:
    """Give the probability that each unit is boilerplate; what the rules know is not asked about again."""
    lexical = [word_score(table.words, own) + table.bias for own in words]
    doubtful = [i for i, unit in enumerate(units) if not unit.rule]
    found = [unit.rule for unit in units]
    for i, row in zip(doubtful, features.rows(text, units, words, lexical, doubtful), strict=True):
        found[i] = 1 / (1 + exp(-_ask(table.trees, row)))
    return found


def _ask(trees: Sequence[Tree], row: Sequence[float]) -> float:
    total = _sum(trees[:_FIRST_TREES], row)
    return total if total < _CLEAR else total + _sum(trees[_FIRST_TREES:], row)


def _sum(trees: Sequence[Tree], row: Sequence[float]) -> float:
    total = 0.0
    for nodes, leaves in trees:
        at = 0
        while at >= 0:
            feature, highest, left, right = nodes[at]
            at = left if row[feature] <= highest else right
        total += leaves[~at]
    return total


def word_score(weights: Mapping[str, float], words: Sequence[str]) -> float:
    """Weigh a unit's words and their pairs; long and short units give like scores."""
    return sum(weights.get(term, 0.0) for term in features.terms(words)) / sqrt(len(words) or 1)
