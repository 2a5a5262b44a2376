"""Two passages of different articles, with what they tell of each other, worked out when first asked for."""

from __future__ import annotations

from dataclasses import dataclass

from seedreader.analysis.relations import (
    compare_dates,
    compare_quantities,
    compare_speakers,
    copies,
    coverage,
    one_sided_hedges,
    passage_figures,
    polarity,
    same_subject,
    whole_names,
)
from seedreader.analysis.relations.compare_quantities import QuantityComparison
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.analysis.same_fact import wording_evidence
from seedreader.analysis.same_fact.wording_evidence import WordingEvidence
from seedreader.article import Reason, Speaker
from seedreader.text.once import Once

MIN_SHARED_OF_EVENT = 0.75
"""Share of the shorter passage that the other has too, but for the days, where these are of one event."""

REASON_WORDS = 4
"""How many of the words that two passages share are told as the reason."""

Judged = tuple[Reason, bool]
"""What differs, and whether it is a conflict where both passages are likely to speak of one subject."""


@dataclass(eq=False)
class PassagePair:
    """Two passages and all that holds of them wherever they stand.

    ``strange`` is whether either names something of which the other's whole article does not speak.
    """

    a: PassageFeatures
    b: PassageFeatures
    strange: bool = False

    @Once
    def figures(self) -> QuantityComparison | None:
        """How what they count compares; None where they count nothing in common."""
        return passage_figures.counted(self.a, self.b, self.strange)

    @Once
    def wording(self) -> WordingEvidence:
        """How far their words show that both state one fact."""
        return wording_evidence.weigh(self.a, self.b, self.figures)

    @Once
    def quotation(self) -> Reason | None:
        """What one leaves out of a quotation that both give."""
        return copies.cut(self.a, self.b)

    @Once
    def copied(self) -> Reason | None:
        """How far they have the same words; None where they are no copies."""
        return copies.copied(self.a, self.b)

    @Once
    def figures_within(self) -> bool:
        """Whether one states no figure and no day, or only such as the other states too."""
        return copies.figures_within(self.a, self.b)

    @Once
    def days(self) -> compare_dates.Found | None:
        """How the days of one event compare of which both speak."""
        a, b = self.a, self.b
        if not a.dates or not b.dates:
            return None
        found = compare_dates.compare_dates(a.dated, b.dated)
        verb = found[1].shared[0][:4].lower() if found else ""
        return found if verb in a.text.lower() and verb in b.text.lower() else None

    @Once
    def days_apart(self) -> Reason | None:
        """What tells that they speak of different days."""
        return compare_dates.apart(self.a.own_dates, self.b.own_dates)

    @Once
    def against(self) -> Judged | None:
        """What one denies of the other, or opposites: a conflict where all else is the same."""
        a, b = self.a, self.b
        reason = polarity.opposite(a, b) or polarity.denial(a, b)
        if reason is None:
            return None
        supposed = a.conditional or b.conditional or a.earlier != b.earlier or a.until_now != b.until_now
        return reason, not supposed and same_subject.same(a, b, polarity.apart(reason))

    @Once
    def unlike(self) -> Judged | None:
        """Two figures of one unit that differ: a conflict where the words beside them are the same."""
        return passage_figures.unlike(self.a, self.b, self.strange)

    @Once
    def other_day(self) -> Judged | None:
        """Days that exclude each other: a conflict where the same words tell of what happens once."""
        a, b = self.a, self.b
        reason = compare_dates.other_day(a.own_dates, b.own_dates)
        if reason is None:
            return None
        if a.recurs or b.recurs:
            return reason, False
        dates = compare_dates.CALENDAR | a.wording.numbers | b.wording.numbers
        near = compare_dates.near(reason)
        return reason, near and same_subject.same(a, b, dates, MIN_SHARED_OF_EVENT)

    @Once
    def covered(self) -> bool:
        """Whether what they share covers enough of them for it to be one fact."""
        return coverage.enough(self.a, self.b)

    @Once
    def equal_figures(self) -> tuple[Reason, ...]:
        """The figures of one unit that both have, whatever the words beside them."""
        return compare_quantities.equal(self.a.things, self.b.things)

    @Once
    def other_places(self) -> bool:
        """Whether each names a place, a body or a part that the other's sentence does not name."""
        return self.a.elsewhere(self.b) and self.b.elsewhere(self.a)

    @Once
    def hedge(self) -> Reason | None:
        """The hedge that only one has on what both say."""
        return one_sided_hedges.one_sided(self.a, self.b)

    @Once
    def speakers(self) -> tuple[Speaker | None, Speaker | None] | None:
        """Their speakers where both are claims and only one names any, or another one."""
        one, two = self.a.claim, self.b.claim
        return compare_speakers.differing(one.speaker, two.speaker) if one and two else None

    @Once
    def shared(self) -> Reason:
        """The most telling words that both say."""
        one, two = self.a.telling, self.b.telling
        both = {word: one[stem] for stem, word in self.a.written.items() if stem in two}
        if not both:
            return Reason("subject")
        shared = list(both)
        if len(shared) > REASON_WORDS:
            telling = sorted(both, key=lambda word: (-both[word], -len(word)))[:REASON_WORDS]
            shared = [word for word in both if word in telling]
        return Reason("words", shared=whole_names.whole(shared, self.a.joined, self.b.joined))
