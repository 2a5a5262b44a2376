"""How what two passages count compares, in the light of all that they say."""

from __future__ import annotations

from rapidfuzz import fuzz

from seedreader.analysis.relations import compare_dates, compare_quantities, copies, polarity, same_subject
from seedreader.analysis.relations.compare_quantities import QuantityComparison
from seedreader.analysis.relations.measurands import Measurand
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.article import Reason

MAX_RATIO_OF_WHOLE, MIN_RATIO_OF_PART = 1.1, 1.6
"""Ratios of the larger of two figures to the smaller. Up to the first both count the whole (a part would be
smaller); from the second on the larger may count another place. Chosen by hand.
"""


def counted(a: PassageFeatures, b: PassageFeatures, strange: bool = False) -> QuantityComparison | None:
    """How what two passages count compares; None where they count nothing in common.

    ``strange`` is whether either names something of which the other's whole article does not speak.
    """
    if not a.quantities or not b.quantities:
        return None
    if correction := _corrected(a, b):
        return QuantityComparison("conflict", correction, True)
    if not a.things or not b.things:
        return None
    common = len(a.sentence & b.sentence)
    found = compare_quantities.compare_quantities(a.things, b.things, common, _same_but_for_figures(a, b))
    if not found or found.relation != "conflict":
        return found
    if days := compare_dates.apart(a.dated, b.dated):
        return QuantityComparison("related", days, False)
    if _of_another_place(a, b, found.reason, strange):
        return found._replace(relation="related")
    opposite = polarity.opposite(a, b)
    return QuantityComparison("related", opposite, False) if opposite else found


def unlike(a: PassageFeatures, b: PassageFeatures, strange: bool = False) -> tuple[Reason, bool] | None:
    """Two figures of one unit that differ, and whether passages on one subject must mean one thing."""
    different = compare_quantities.unlike(a.things, b.things)
    if different is None:
        return None
    one, two = different
    reason = compare_quantities.reason("≠", one.quantity, two.quantity)
    return reason, _one_measurand(a, b, strange, one, two)


def _corrected(a: PassageFeatures, b: PassageFeatures) -> Reason | None:
    """What tells that one passage rejects the other's figure: "214 people, not 212"."""
    if found := compare_quantities.corrected(a.rejected, b.compared):
        return found
    turned = compare_quantities.corrected(b.rejected, a.compared)
    return turned.turned() if turned else None


def _of_another_place(a: PassageFeatures, b: PassageFeatures, reason: Reason, strange: bool) -> bool:
    """Whether the smaller of two figures may be a part of the larger one, or both of other places."""
    one, two = (side.figure_at(mention) for side, mention in ((a, reason.a), (b, reason.b)))
    if one is not None and two is not None and max(one, two) <= MAX_RATIO_OF_WHOLE * min(one, two):
        return False
    if strange:
        return True
    if one is None or two is None:
        return False
    if max(one, two) > MIN_RATIO_OF_PART * min(one, two):
        return a.elsewhere(b) or b.elsewhere(a)
    return a.elsewhere(b) if one < two else b.elsewhere(a)


def _same_but_for_figures(a: PassageFeatures, b: PassageFeatures) -> bool:
    """Whether two passages are the same words around different figures, and say something in them."""
    return a.says_more and fuzz.ratio(a.bare, b.bare, score_cutoff=copies.COPY) > 0


def _one_measurand(
    a: PassageFeatures, b: PassageFeatures, strange: bool, one: Measurand, two: Measurand
) -> bool:
    """Whether two passages that have the same words but for two figures must mean one thing by these."""
    if strange or a.earlier != b.earlier or compare_dates.apart(a.dated, b.dated):
        return False
    if a.elsewhere(b) or b.elsewhere(a):
        return False
    alone = all(sum(t.unit in ("", one.unit) for t in side.things) == 1 for side in (a, b))
    numbers = a.wording.numbers | b.wording.numbers | a.counting | b.counting
    return alone and compare_quantities.may_be_one(one, two) and same_subject.same(a, b, numbers)
