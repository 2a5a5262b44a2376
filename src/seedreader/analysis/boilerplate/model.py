"""A small trained model of what is boilerplate: word weights, then boosted trees over a row of numbers.

The weights are plain tables in ``model.json``, made by ``tests/benchmarks/train_boilerplate.py``
from public pages under MIT and CC BY 4.0 licences, which that script names. They fit the rules and the row of
numbers that they were trained with, and no others: `inputs`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from seedreader.analysis.boilerplate import features, line_context, model_inputs, word_model
from seedreader.analysis.boilerplate.split_units import TextUnit
from seedreader.analysis.word_tokens import STOP

_PATH = Path(__file__).with_name("model.json")

ENGLISH = 0.12
"""Share of English stop words in a text's longer pieces from which on it counts as English."""

_LONGER = 8
"""Words in a piece that counts as a longer one."""

_TREES = 10
_KEPT, _FOUND = -2.0, 3.0
"""So many trees at a time are asked, and no more once their sum is below or above these."""

SHORT, OWN, KEPT = 12, -2.0, 0.02
"""A piece of more than ``SHORT`` words inside the body that scores below ``OWN``, as its line does, is the
article's without asking the trees."""

MENU, DIMMED = 1.2, 0.97
"""A piece outside the body that scores above ``MENU``, as the lines before and behind do, is boilerplate."""

Node = tuple[int, float, Any, Any] | float
"""Which number of a row, the highest value that goes left, and the nodes to go to; or what a leaf adds."""


class BoilerplateWeights(NamedTuple):
    """The word model and the trees."""

    words: word_model.WeightTable
    trees: Sequence[Node]


@cache
def weights() -> BoilerplateWeights:
    """The shipped weights, read once."""
    return weights_of(json.loads(_PATH.read_text("utf-8")))


def weights_of(data: Mapping[str, Any]) -> BoilerplateWeights:
    """Weights as they are written; `ValueError` where they were trained with other `features`."""
    if problem := model_inputs.changed_features(data["features"]):
        raise ValueError(problem)
    return BoilerplateWeights(
        word_model.WeightTable(word_model.unpacked(data["words"]), data["step"], data["bias"]),
        [_node(0, *tree) for tree in data["trees"]],
    )


def _node(at: int, nodes: Sequence[Any], leaves: Sequence[float]) -> Node:
    """A node of a tree with all that hang on it; below 0 leaf ``~at``."""
    if at < 0:
        return leaves[~at]
    feature, highest, left, right = nodes[at]
    return feature, highest, _node(left, nodes, leaves), _node(right, nodes, leaves)


def english(words: Sequence[Sequence[str]]) -> bool:
    """Tell whether the model knows a text's language, English, by its units' words.

    Not what `language.detect` tells, which goes by the front of the page, menus and notices with it.
    """
    longer = [own for own in words if len(own) >= _LONGER] or words
    count = sum(map(len, longer))
    return sum(word in STOP for own in longer for word in own) >= ENGLISH * count > 0


def judge(
    text: str,
    units: Sequence[TextUnit],
    tokens: Sequence[Sequence[str]],
    words: Sequence[Sequence[str]],
    table: BoilerplateWeights,
) -> list[float]:
    """Give the probability that each unit is boilerplate; what the rules know is not asked about again.

    ``tokens`` are the units' words and marks, ``words`` their words.
    """
    if not units:
        return []
    lexical, by_line = verdicts(units, tokens, table.words)
    seen = features.Features(text, units, tokens, words, lexical, by_line)
    found = []
    for i, unit in enumerate(units):
        plain = unit.rule or settled(seen, unit.line, len(words[i]), lexical[i], by_line[unit.line])
        found.append(plain or 1 / (1 + exp(-_ask(table.trees, seen.row(i)))))
    return found


def settled(seen: features.Features, line: int, size: int, lexical: float, by_line: float) -> float:
    """Give the probability for a unit of which the word model's verdicts tell enough, else 0."""
    if size > SHORT and lexical < OWN and by_line < OWN and seen.lines.edge(line) > 0:
        return KEPT
    if lexical > MENU and seen.lines.around(line) > MENU and seen.lines.edge(line) < 0:
        return DIMMED
    return 0.0


def words_of(tokens: Sequence[Sequence[str]]) -> list[list[str]]:
    """The words and numbers among the tokens of each unit."""
    return [[token for token in own if token.isalnum()] for own in tokens]


def verdicts(
    units: Sequence[TextUnit], tokens: Sequence[Sequence[str]], table: word_model.WeightTable
) -> tuple[list[float], list[float]]:
    """Give the word model's verdict on each unit, and on each line."""
    terms = word_model.terms(tokens)
    totals = word_model.sums(table, terms)
    counts, sizes = list(map(len, terms)), list(map(len, tokens))
    lexical = [word_model.score(table, *own) for own in zip(totals, counts, sizes, strict=True)]
    by_line = []
    for first, last in line_context.extents(units):
        if last - first == 1:
            by_line.append(lexical[first])
        else:
            whole = (sum(column[first:last]) for column in (totals, counts, sizes))
            by_line.append(word_model.score(table, *whole))
    return lexical, by_line


def _ask(trees: Sequence[Node], row: Sequence[float]) -> float:
    total = 0.0
    for first in range(0, len(trees), _TREES):
        for node in trees[first : first + _TREES]:
            while isinstance(node, tuple):
                feature, highest, left, right = node
                node = left if row[feature] <= highest else right
            total += node
        if not _KEPT <= total <= _FOUND:
            break
    return total
