"""How two passages of different articles stand to each other, with a reason that a person can check."""

from __future__ import annotations

from rapidfuzz import fuzz

from seedreader.analysis import word_tokens
from seedreader.analysis.relations import (
    compare_dates,
    compare_quantities,
    compare_speakers,
    copies,
    coverage,
    one_sided_hedges,
    polarity,
    same_subject,
)
from seedreader.analysis.relations.compare_quantities import QuantityComparison
from seedreader.analysis.relations.likelihood import Likelihood
from seedreader.analysis.relations.measurands import Measurand
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.article import Reason

SAME_FACT = 0.4
"""How likely two passages must state one fact for that to be said, beside what they must share."""

DATE_CONFLICT_MIN, WORD_CONFLICT_MIN = 0.35, 0.5
"""How likely two passages must speak of one subject for a conflict of days, and for one of words."""

MAX_RATIO_OF_WHOLE, MIN_RATIO_OF_PART = 1.1, 1.6
"""Ratios of the larger of two figures to the smaller. Up to the first both count the whole (a part would be
smaller); from the second on the larger may count another place. Chosen by hand.
"""

MIN_SHARED_OF_EVENT = 0.75
"""Share of the shorter passage that the other has too, but for the days, where these are of one event."""

REASON_WORDS = 4
"""How many of the words that two passages share are told as the reason."""

Found = tuple[str, Reason]


def relate(
    a: PassageFeatures, b: PassageFeatures, likely: Likelihood, figures: QuantityComparison | None
) -> Found:
    """The relation of two matched passages and why; the relation is the same the other way round.

    ``likely`` is how likely they state one fact, ``figures`` how what they count compares. A conflict needs
    evidence: different figures for one thing, days of one event that exclude each other, or the same said
    and denied. In doubt the relation is "related". The reason tells the speakers of two claims that state
    one fact where these differ.
    """
    relation, reason = _compare(a, b, likely, figures)
    if relation == "related" or a.claim is None or b.claim is None:
        return relation, reason
    speakers = compare_speakers.differing(a.claim.speaker, b.claim.speaker)
    return relation, reason._replace(speakers=speakers)


def _compare(
    a: PassageFeatures, b: PassageFeatures, likely: Likelihood, figures: QuantityComparison | None
) -> Found:
    if figures is None and max(likely.fact, likely.subject) < DATE_CONFLICT_MIN:
        return "related", _shared(a, b)
    if quotation := copies.cut(a, b):
        return ("copy" if quotation.kind == "copy" else "refine"), quotation
    if (figures is None or figures.reason.sign in ("", "=")) and (copied := copies.copied(a, b)):
        return "copy", copied
    days, against = _days(a, b), _against(a, b, likely)
    for found in (figures and (figures.relation, figures.reason), days, against):
        if found and found[0] == "conflict":
            counting = figures is not None and found[1] is figures.reason
            sure = (
                _counted_alike(likely, figures)
                if counting and figures
                else likely.subject >= DATE_CONFLICT_MIN
            )
            return found if sure else ("related", found[1])
    if figures and figures.relation in ("agree", "refine") and _counted_alike(likely, figures):
        if other := compare_dates.apart(*a.own_dates, *b.own_dates):
            return "related", other
        hedge = one_sided_hedges.one_sided(a, b) if figures.relation == "agree" else None
        return ("refine", hedge) if hedge else (figures.relation, figures.reason)
    if against:
        return against
    if different := compare_quantities.unlike(a.things, b.things):
        one, two = different
        reason = compare_quantities.reason("≠", one.quantity, two.quantity)
        return ("conflict" if _one_measurand(a, b, likely, one, two) else "related"), reason
    if other := compare_dates.other_day(*a.own_dates, *b.own_dates):
        sure = likely.subject >= DATE_CONFLICT_MIN and _one_occasion(a, b, other)
        return ("conflict" if sure else "related"), other
    if likely.fact < SAME_FACT or not coverage.enough(a, b):
        return "related", _shared(a, b)
    if days and days[0] != "agree":
        return days
    if not copies.figures_within(a, b):
        return "related", _shared(a, b)
    if hedge := one_sided_hedges.one_sided(a, b):
        return "refine", hedge
    return "agree", _shared(a, b)


def counted(a: PassageFeatures, b: PassageFeatures) -> QuantityComparison | None:
    """How what two passages count compares; None where they count nothing in common."""
    if not a.quantities or not b.quantities:
        return None
    if correction := compare_quantities.corrected(a.text, a.compared, a.offset, b.text, b.compared, b.offset):
        return QuantityComparison("conflict", correction, True)
    if not a.things or not b.things:
        return None
    common = len(a.sentence & b.sentence)
    found = compare_quantities.compare_quantities(a.things, b.things, common, _same_but_for_figures(a, b))
    if not found or found.relation != "conflict":
        return found
    if days := compare_dates.apart(*a.dated, *b.dated):
        return QuantityComparison("related", days, False)
    if _of_another_place(a, b, found.reason):
        return found._replace(relation="related")
    opposite = polarity.opposite(a, b)
    return QuantityComparison("related", opposite, False) if opposite else found


def _counted_alike(likely: Likelihood, figures: QuantityComparison) -> bool:
    """Whether two passages are likely enough to count one thing; their sentences speak for it too where the
    same is said of both figures.
    """
    return (likely.counted if figures.sure else likely.subject) >= figures.least


def _of_another_place(a: PassageFeatures, b: PassageFeatures, reason: Reason) -> bool:
    """Whether the smaller of two figures may be a part of the larger one, or both of other places."""
    one, two = (side.figure_at(mention) for side, mention in ((a, reason.a), (b, reason.b)))
    if one is not None and two is not None and max(one, two) <= MAX_RATIO_OF_WHOLE * min(one, two):
        return False
    if a.strange(b) or b.strange(a):
        return True
    if one is None or two is None:
        return False
    if max(one, two) > MIN_RATIO_OF_PART * min(one, two):
        return a.elsewhere(b) or b.elsewhere(a)
    return a.elsewhere(b) if one < two else b.elsewhere(a)


def _same_but_for_figures(a: PassageFeatures, b: PassageFeatures) -> bool:
    """Whether two passages are the same words around different figures, and say something in them."""
    one, two = a.bare, b.bare
    return fuzz.ratio(one, two, score_cutoff=copies.COPY) > 0 and bool(word_tokens.tokens(" ".join(one)))


def _days(a: PassageFeatures, b: PassageFeatures) -> compare_dates.Found | None:
    if not a.dates or not b.dates:
        return None
    found = compare_dates.compare_dates(*a.dated, *b.dated)
    verb = found[1].shared[0][:4].lower() if found else ""
    return found if verb in a.text.lower() and verb in b.text.lower() else None


def _against(a: PassageFeatures, b: PassageFeatures, likely: Likelihood) -> Found | None:
    """What one passage denies of the other, or opposites: a conflict where all else is the same."""
    reason = polarity.opposite(a, b) or polarity.denial(a, b)
    if reason is None:
        return None
    sure = likely.subject >= WORD_CONFLICT_MIN and not (
        a.conditional or b.conditional or a.earlier != b.earlier
    )
    return ("conflict" if sure and same_subject.same(a, b, polarity.apart(reason)) else "related"), reason


def _one_measurand(
    a: PassageFeatures, b: PassageFeatures, likely: Likelihood, one: Measurand, two: Measurand
) -> bool:
    """Whether two passages that have the same words but for two figures must mean one thing by these."""
    if likely.subject < SAME_FACT or a.earlier != b.earlier or compare_dates.apart(*a.dated, *b.dated):
        return False
    if a.strange(b) or b.strange(a) or a.elsewhere(b) or b.elsewhere(a):
        return False
    alone = all(sum(t.unit in ("", one.unit) for t in side.things) == 1 for side in (a, b))
    numbers = a.wording.numbers | b.wording.numbers | a.counting | b.counting
    return alone and compare_quantities.may_be_one(one, two) and same_subject.same(a, b, numbers)


def _one_occasion(a: PassageFeatures, b: PassageFeatures, reason: Reason) -> bool:
    """Whether two passages tell in the same words of what happens once, and give other days for it."""
    if compare_dates.may_recur(a.text) or compare_dates.may_recur(b.text):
        return False
    dates = compare_dates.CALENDAR | a.wording.numbers | b.wording.numbers
    return compare_dates.near(reason) and same_subject.same(a, b, dates, MIN_SHARED_OF_EVENT)


def _shared(a: PassageFeatures, b: PassageFeatures) -> Reason:
    one, two = a.telling, b.telling
    both = {word: one[stem] for stem, word in a.written.items() if stem in one and stem in two}
    if not both:
        return Reason("subject")
    telling = sorted(both, key=lambda word: (-both[word], -len(word)))[:REASON_WORDS]
    return Reason("words", shared=tuple(word for word in both if word in telling))
