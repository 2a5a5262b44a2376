"""How two passages of different articles stand to each other, with a reason that a person can check."""

from __future__ import annotations

from seedreader.analysis.relations.compare_quantities import QuantityComparison
from seedreader.analysis.relations.likelihood import Likelihood
from seedreader.analysis.relations.passage_pair import PassagePair
from seedreader.article import Reason

SAME_FACT = 0.4
"""How likely two passages must state one fact for that to be said, beside what they must share."""

ONE_FACT = 0.9
"""The same for passages with a figure in common that nothing else says to be of one thing."""

ENOUGH_FIGURES = 2
"""Figures in common from which days that differ speak of something else: "more than this year"."""

DATE_CONFLICT_MIN, WORD_CONFLICT_MIN = 0.35, 0.5
"""How likely two passages must speak of one subject for a conflict of days, and for one of words."""

Found = tuple[str, Reason]


def relate(pair: PassagePair, likely: Likelihood) -> Found:
    """The relation of two matched passages and why; the relation is the same the other way round.

    ``likely`` is how likely they state one fact. A conflict needs evidence: different figures for one thing,
    days of one event that exclude each other, or the same said and denied. In doubt the relation is
    "related". The reason tells the speakers of two claims that state one fact where these differ.
    """
    relation, reason = _compare(pair, likely)
    if relation == "related" or not pair.speakers:
        return relation, reason
    return relation, reason._replace(speakers=pair.speakers)


def _compare(pair: PassagePair, likely: Likelihood) -> Found:
    figures = pair.figures
    if figures is None and max(likely.fact, likely.subject) < DATE_CONFLICT_MIN:
        return "related", pair.shared
    if quotation := pair.quotation:
        return ("copy" if quotation.kind == "copy" else "refine"), quotation
    if (figures is None or figures.reason.sign in ("", "=")) and pair.copied:
        return "copy", pair.copied
    if figures and figures.relation == "conflict":
        return _conflict(figures.reason, _counted_alike(likely, figures))
    if pair.days and pair.days[0] == "conflict":
        return _conflict(pair.days[1], likely.subject >= DATE_CONFLICT_MIN)
    denied = pair.against and pair.against[1] and likely.subject >= WORD_CONFLICT_MIN
    if pair.against and denied:
        return "conflict", pair.against[0]
    if figures and figures.relation in ("agree", "refine") and _counted_alike(likely, figures):
        if (other := pair.days_apart) and len(pair.equal_figures) < ENOUGH_FIGURES:
            return "related", other
        hedge = pair.hedge if figures.relation == "agree" else None
        return ("refine", hedge) if hedge else (figures.relation, figures.reason)
    if pair.against:
        return "related", pair.against[0]
    if pair.unlike:
        reason, one_thing = pair.unlike
        return _conflict(reason, one_thing and likely.subject >= SAME_FACT)
    if pair.other_day:
        reason, one_occasion = pair.other_day
        return _conflict(reason, one_occasion and likely.subject >= DATE_CONFLICT_MIN)
    if likely.fact >= ONE_FACT and pair.equal_figures and not pair.other_places:
        return ("related", pair.days_apart) if pair.days_apart else ("agree", pair.equal_figures[0])
    if likely.fact < SAME_FACT or not pair.covered:
        return "related", pair.shared
    if pair.days and pair.days[0] != "agree":
        return pair.days
    if pair.other_places or not pair.figures_within:
        return "related", pair.shared
    return ("refine", pair.hedge) if pair.hedge else ("agree", pair.shared)


def _conflict(reason: Reason, sure: bool) -> Found:
    return ("conflict" if sure else "related"), reason


def _counted_alike(likely: Likelihood, figures: QuantityComparison) -> bool:
    """Whether two passages are likely enough to count one thing; their sentences speak for it too where the
    same is said of both figures.
    """
    return (likely.counted if figures.sure else likely.subject) >= figures.least
