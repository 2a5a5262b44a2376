"""What shows that two passages state one fact, as a row of numbers that a person can check."""

from __future__ import annotations

from collections.abc import Collection
from math import log1p
from typing import NamedTuple

from rapidfuzz import fuzz

from seedreader.analysis.matching import wording
from seedreader.analysis.matching.wording import Wording
from seedreader.analysis.relations import speakers as relations_speakers
from seedreader.analysis.relations.quantities import Compared, unlike
from seedreader.analysis.relations.side import Side

NEAR, ROUND = 3, 6
"""Words within which two passages have to say the same, for it to be dense: close by, or in a clause."""

NAMES = (
    "matched, better", "matched, worse", "below the best, together", "below the best, nearer",
    "covered, more", "covered, less", "met", "met of the longer", "met of the shorter",
    "densest close by", "words close by", "densest in a clause", "words in a clause",
    "met, no names", "words met, no names", "names met", "other forms met", "words not met",
    "other names", "names not met", "words of the shorter", "words of the longer", "word pairs",
    "numbers met", "other numbers", "articles alike", "same set of words",
    "figure agrees", "figure refines", "figure conflicts", "figure surely of one thing", "figures unlike",
    "one date of the calendar", "same day", "other day",
    "same speaker", "other speaker", "one speaker", "both quote", "longest run in quotations",
    "words of the sentences", "share of the sentences", "both lead", "one denies",
    "telling names not met, fewer", "telling names not met, more", "first names differ", "one of earlier",
    "share met close by", "names only", "other words before", "other words after",
    "telling", "telling, no names", "telling of the shorter", "words that tell",
)  # fmt: skip
"""What each number of a row is."""

DIFFERING = ("other numbers", "figure conflicts", "figures unlike", "other day", "one denies")
"""Those that tell of what a conflict would be about."""


TELLS = 0.4
"""What a word must tell to count as one that tells."""


class Matched(NamedTuple):
    """How well the sentence of each of two passages matches the other passage, how well the best sentence of
    its article does, how alike the articles are (all 0…1), and whether both passages lead their articles.
    """

    forward: float
    backward: float
    best_forward: float
    best_backward: float
    alike: float
    lead: bool


def row(a: Side, b: Side, matched: Matched, figures: Compared | None) -> list[float]:
    """The numbers of `NAMES` for two passages; the same the other way round."""
    one, two = a.wording, b.wording
    met = wording.met(one, two)
    told = sum(weight for _, _, weight in met)
    common = [weight for i, _, weight in met if one.stems[i] in one.common]
    named = [weight for i, _, weight in met if one.stems[i] in one.names]
    others = sum(one.stems[i] != two.stems[j] for i, j, _ in met)
    short, long = sorted((one, two), key=lambda each: each.whole)
    fewer, more = sorted((len(one.stems), len(two.stems)))
    close, close_words = wording.densest(met, NEAR)
    clause, clause_words = wording.densest(met, ROUND)
    gaps = matched.best_forward - matched.forward, matched.best_backward - matched.backward
    covered = a.covered(b), b.covered(a)
    least = min(len(one.common), len(two.common))
    relation = figures.relation if figures else ""
    days, theirs = a.days, b.days
    speakers = a.claim and a.claim.speaker, b.claim and b.claim.speaker
    other = all(speakers) and relations_speakers.differing(*speakers) is not None
    quoting = a.quoting and b.quoting
    sentences = len(a.sentence & b.sentence)
    tells = [_told(one, two, i, j) for i, j, _ in met]
    plain = [_told(one, two, i, j) for i, j, _ in met if one.stems[i] in one.common]
    clashes = wording.clashes(one, two, met)
    unmet = _unmet(one, two), _unmet(two, one)
    return [
        max(matched.forward, matched.backward), min(matched.forward, matched.backward), sum(gaps), min(gaps),
        max(covered), min(covered), min(told, 8.0), told / max(long.whole, 0.1),
        min(1.0, told / max(short.whole, 0.1)),
        min(close, 6.0), min(close_words, 6), min(clause, 6.0), min(clause_words, 6),
        min(sum(common), 5.0), min(len(common), 5), min(sum(named), 4.0), min(others, 4),
        least - min(len(common), least),
        bool(one.names) and bool(two.names) and one.names.isdisjoint(two.names),
        min(3, len(one.names - two.names), len(two.names - one.names)),
        log1p(fewer), log1p(more), min(len(one.pairs & two.pairs), 4),
        min(len(one.numbers & two.numbers), 2),
        not (one.numbers <= two.numbers or two.numbers <= one.numbers),
        matched.alike, fuzz.token_set_ratio(a.line, b.line) / 100,
        relation == "agree", relation == "refine", relation == "conflict",
        figures is not None and figures.sure, unlike(a.things, b.things) is not None,
        not a.calendar.isdisjoint(b.calendar), not days.isdisjoint(theirs),
        bool(days) and bool(theirs) and days.isdisjoint(theirs),
        all(speakers) and not other, bool(other), any(speakers) and not all(speakers),
        quoting, wording.longest_run(a.sequence, b.sequence) / wording.LONG if quoting else 0.0,
        min(sentences, 8), sentences / max(len(a.sentence | b.sentence), 1),
        matched.lead, a.denies != b.denies,
        min(unmet), max(unmet), _apart(one.leading, two.leading), a.earlier != b.earlier,
        close / max(told, 0.1), bool(named) and not common, clashes.before, clashes.after,
        min(sum(tells), 4.0), min(sum(plain), 3.0), sum(tells) / max(min(sum(one.told), sum(two.told)), 0.5),
        min(sum(each >= TELLS for each in tells), 4),
    ]  # fmt: skip


def _unmet(one: Wording, two: Wording) -> float:
    """How much the names tell that only the first has."""
    return min(
        3.0, sum(w for stem, w in zip(one.stems, one.weights, strict=True) if stem in one.names - two.names)
    )


def _apart(one: Collection[str], two: Collection[str]) -> bool:
    return bool(one) and bool(two) and not any(stem in two for stem in one)


def _told(one: Wording, two: Wording, i: int, j: int) -> float:
    """What it tells that two words meet: half of that where they only belong to one sense."""
    told = min(one.told[i], two.told[j])
    return told if one.stems[i] == two.stems[j] else told / 2
