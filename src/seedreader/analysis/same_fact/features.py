"""What shows that two passages state one fact, as a row of numbers that a person can check.

These are what was left of some sixty by leaving out, one by one, what told nothing more.
"""

from __future__ import annotations

from math import log1p
from typing import NamedTuple

from seedreader.analysis.matching import passage_terms
from seedreader.analysis.matching.passage_terms import PassageTerms
from seedreader.analysis.relations.compare_quantities import QuantityComparison, unlike
from seedreader.analysis.relations.passage_features import PassageFeatures

NEAR = 3
"""Words within which two passages have to say the same for it to be close by."""

OF_MATCH = ("matched, better", "matched, worse", "articles alike", "both lead")
"""What each number is that tells how well two passages match, in the light of their articles."""

OF_WORDING = (
    "met of the shorter", "words close by", "other forms met",
    "other names", "telling names not met", "words of the shorter", "telling",
    "figure agrees", "figure refines", "figures unlike", "other numbers",
    "both quote", "longest run in quotations", "one denies",
)  # fmt: skip
"""What each number is that the wording of two passages tells, wherever they stand."""

NAMES = OF_MATCH + OF_WORDING

DIFFERING = ("figures unlike", "other numbers", "one denies")
"""Those that tell of what a conflict would be about."""


class PairMatch(NamedTuple):
    """How well the sentence of each of two passages matches the other passage, how alike the articles are
    (all 0…1), and whether both passages lead their articles.
    """

    forward: float
    backward: float
    alike: float
    lead: bool


def of_match(matched: PairMatch) -> tuple[float, ...]:
    """The numbers of `OF_MATCH`; the same the other way round."""
    one, two = matched.forward, matched.backward
    return max(one, two), min(one, two), matched.alike, matched.lead


def of_wording(
    a: PassageFeatures, b: PassageFeatures, figures: QuantityComparison | None
) -> tuple[float, ...]:
    """The numbers of `OF_WORDING` for two passages; the same the other way round.

    ``figures`` is how what they count compares.
    """
    one, two = a.wording, b.wording
    met = passage_terms.met(one, two)
    weighed = tells = 0.0
    others = 0
    for i, j, weight in met:
        told = min(one.told[i], two.told[j])
        weighed += weight
        if one.stems[i] == two.stems[j]:
            tells += told
        else:
            others += 1
            tells += told / 2
    relation = figures.relation if figures else ""
    quoting = a.quoting and b.quoting
    return (
        min(1.0, weighed / max(min(one.whole, two.whole), 0.1)),
        passage_terms.most_close_by(met, NEAR),
        others,
        bool(one.names) and bool(two.names) and one.names.isdisjoint(two.names),
        min(_unmet(one, two), _unmet(two, one)) if one.named and two.named else 0.0,
        log1p(min(len(one.stems), len(two.stems))),
        min(tells, 4.0),
        relation == "agree",
        relation == "refine",
        bool(a.things and b.things) and unlike(a.things, b.things) is not None,
        not (one.numbers <= two.numbers or two.numbers <= one.numbers),
        quoting,
        passage_terms.longest_run(a.sequence, b.sequence) if quoting else 0,
        a.denies != b.denies,
    )


def _unmet(one: PassageTerms, two: PassageTerms) -> float:
    """How much the names tell that only the first has, up to 3."""
    return min(3.0, sum([weight for name, weight in one.named if name not in two.names]))
