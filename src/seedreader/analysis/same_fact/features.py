"""What shows that two passages state one fact, as a row of numbers that a person can check.

These are what was left of some sixty by leaving out, one by one, what told nothing more.
"""

from __future__ import annotations

from functools import cache
from math import log1p
from typing import NamedTuple

from seedreader.analysis import words
from seedreader.analysis.matching import wording
from seedreader.analysis.matching.wording import Met, Wording
from seedreader.analysis.relations.quantities import Compared, unlike
from seedreader.analysis.relations.side import Side

NEAR = 3
"""Words within which two passages have to say the same for it to be close by."""

NAMES = (
    "matched, better", "matched, worse", "met of the shorter", "words close by", "other forms met",
    "other names", "telling names not met", "words of the shorter", "articles alike", "telling",
    "stating words",
    "figure agrees", "figure refines", "figures unlike", "other numbers",
    "both quote", "longest run in quotations", "both lead", "one denies",
)  # fmt: skip
"""What each number of a row is."""

_TITLES = """
    president premier minister chancellor senator congressman congresswoman representative governor mayor
    councillor secretary chairman chairwoman chief director judge justice king queen prince princess pope bishop
    general colonel captain sergeant officer inspector professor doctor coach spokesman spokeswoman leader
"""

DIFFERING = ("figures unlike", "other numbers", "one denies")
"""Those that tell of what a conflict would be about."""


class Matched(NamedTuple):
    """How well the sentence of each of two passages matches the other passage, how alike the articles are (all
    0…1), and whether both passages lead their articles.
    """

    forward: float
    backward: float
    alike: float
    lead: bool


def row(a: Side, b: Side, matched: Matched, figures: Compared | None) -> list[float]:
    """The numbers of `NAMES` for two passages; the same the other way round."""
    one, two = a.wording, b.wording
    met = wording.met(one, two)
    relation = figures.relation if figures else ""
    quoting = a.quoting and b.quoting
    return [
        max(matched.forward, matched.backward),
        min(matched.forward, matched.backward),
        min(1.0, sum(weight for _, _, weight in met) / max(min(one.whole, two.whole), 0.1)),
        wording.most_close_by(met, NEAR),
        sum(one.stems[i] != two.stems[j] for i, j, _ in met),
        bool(one.names) and bool(two.names) and one.names.isdisjoint(two.names),
        min(_unmet(one, two), _unmet(two, one)),
        log1p(min(len(one.stems), len(two.stems))),
        matched.alike,
        telling(one, two, met),
        min(sum(one.stems[i] in one.common and one.stems[i] not in titles() for i, _, _ in met), 5),
        relation == "agree",
        relation == "refine",
        unlike(a.things, b.things) is not None,
        not (one.numbers <= two.numbers or two.numbers <= one.numbers),
        quoting,
        wording.longest_run(a.sequence, b.sequence) if quoting else 0,
        matched.lead,
        a.denies != b.denies,
    ]


@cache
def titles() -> frozenset[str]:
    """The stems of words that go with a name and state nothing of whom it names."""
    return frozenset(words.stemmed(word) for word in _TITLES.split())


def telling(one: Wording, two: Wording, met: list[Met]) -> float:
    """What the words tell that two passages share, up to 4: half where they only belong to one sense."""
    told = (min(one.told[i], two.told[j]) / (1 if one.stems[i] == two.stems[j] else 2) for i, j, _ in met)
    return min(4.0, sum(told))


def _unmet(one: Wording, two: Wording) -> float:
    """How much the names tell that only the first has, up to 3."""
    names = one.names - two.names
    return (
        min(3.0, sum(w for s, w in zip(one.stems, one.weights, strict=True) if s in names)) if names else 0.0
    )
