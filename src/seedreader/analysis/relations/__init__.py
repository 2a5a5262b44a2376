"""How two passages of different articles stand to each other, with a reason that a person can check."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from seedreader.analysis import words
from seedreader.analysis.relations import dates as relations_dates
from seedreader.analysis.relations import polarity as relations_polarity
from seedreader.analysis.relations import quantities as relations_quantities
from seedreader.analysis.relations import speakers as relations_speakers
from seedreader.analysis.relations.quantities import Compared
from seedreader.analysis.relations.side import Side
from seedreader.article import Mention, Reason

COPY = 92.0
"""Similarity of the word sequences, of 100, from which two passages are copies."""

SAME = 0.5
"""Share of the shorter passage's stems that both have, from which they are taken to state one fact."""

PAIR, SURELY, OVERLAP = 1.8, 2.5, 0.5
"""What two words that both have must tell, and what more must, where the sum of what each passage covers of
the other is at least the last, for them to state one fact."""

DATED = 0.5
"""The same sum for passages that name one day, month or year."""

COVERED = 1.0
"""Sum of what each passage covers of the other, from which they are taken to state one fact too."""

TELLING = 1.0
"""And how much these must tell at least."""

WORDS_TOLD = 4
"""How many of the words that two passages share are told as the reason."""

DIFFERENT = 1
"""How many stems of its own each passage may have where a denial on one side is a contradiction."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_COUNTING = frozenset((
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twice",
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
))  # fmt: skip
_DOUBT = re.compile(
    r"\b(?:(?-i:may)|might|could|possibl[ey]|reportedly|allegedly|alleged|believed|suspect(?:s|ed)?|appear(?:s|ed)?"
    r"|likely|estimated|suggest(?:s|ed)?|expected|probably|apparently|thought to)\b",
    re.I,
)


def compare(a: Side, b: Side) -> tuple[str, Reason]:
    """The relation of two matched passages and why; the relation is the same the other way round.

    A conflict needs evidence: different figures for one thing, days of one event that exclude each other, or
    nearly the same words with a denial on one side. Otherwise it is "related". The reason tells the speakers
    of two claims that state one fact where these differ.
    """
    relation, reason = _compare(a, b)
    if relation == "related" or a.claim is None or b.claim is None:
        return relation, reason
    speakers = relations_speakers.differing(a.claim.speaker, b.claim.speaker)
    return relation, reason._replace(speakers=speakers)


def _compare(a: Side, b: Side) -> tuple[str, Reason]:
    figures, days = _figures(a, b), _days(a, b)
    for found in (figures, days):
        if found and found[0] == "conflict":
            return found[:2]
    against = _against(a, b)
    if against and against[0] == "conflict":
        return against
    if copied := copy(a, b):
        return "copy", copied
    if figures:
        return figures.relation, figures.reason
    if against:
        return against
    if days and (days[0] != "agree" or _figures_within(a.sequence, b.sequence)):
        return days
    if different := relations_quantities.unlike(a.compared, b.compared):
        one, two = different
        return "related", Reason("figure", Mention(one.start, one.end), Mention(two.start, two.end))
    if not _same_fact(a, b):
        return "related", _shared(a, b)
    if other := relations_dates.other_day(a.text, a.dates, a.offset, b.text, b.dates, b.offset):
        return ("conflict" if _same_but_for_days(a, b) else "related"), other
    if not _figures_within(a.sequence, b.sequence):
        return "related", _shared(a, b)
    if doubt := _one_sided(_DOUBT, a.text, b.text):
        return "refine", doubt
    return "agree", _shared(a, b)


def copy(a: Side, b: Side) -> Reason | None:
    """How far two passages have the same words; None where they are no copies."""
    if not a.sequence or not b.sequence or not _figures_within(a.sequence, b.sequence):
        return None
    alike = fuzz.ratio(a.sequence, b.sequence, score_cutoff=COPY)
    if alike:
        return Reason("copy", likeness=round(alike))
    return Reason("copy") if _contained(a.sequence, b.sequence) else None


def _figures_within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one passage states no figure, or only such as the other states too."""
    one, two = ({word for word in said if word[0].isdigit() or word in _COUNTING} for said in (a, b))
    return one <= two or two <= one


def shared(a: Side, b: Side) -> tuple[int, float]:
    """How many stems two passages share, and how much these tell."""
    one, two = a.telling, b.telling
    both = one.keys() & two.keys()
    return len(both), sum(one[stem] for stem in both)


def measured(a: Side, b: Side) -> float:
    """How surely both passages count the same thing or date the same event: 0, 0.5 or 1."""
    figures = _figures(a, b)
    if figures is not None and figures.sure:
        return 1.0
    dated = not a.calendar.isdisjoint(b.calendar) or _days(a, b) is not None
    return 0.5 if figures is not None or dated else 0.0


def covered(a: Side, b: Side) -> float:
    """The share of ``a`` that ``b`` says too, 0…1."""
    return sum(share for feature, share in a.said.items() if feature in b.said)


def _figures(a: Side, b: Side) -> Compared | None:
    if not a.quantities or not b.quantities:
        return None
    if correction := relations_quantities.corrected(
        a.text, a.compared, a.offset, b.text, b.compared, b.offset
    ):
        return Compared("conflict", correction, True)
    if not a.things or not b.things:
        return None
    common = len(a.sentence & b.sentence)
    found = relations_quantities.compare(a.things, b.things, common, _same_but_for_figures(a, b))
    if not found or found.relation != "conflict":
        return found
    if days := relations_dates.apart(*a.dated, *b.dated):
        return Compared("related", days, False)
    opposite = _opposite(a, b)
    return Compared("related", opposite, False) if opposite else found


def _same_but_for_figures(a: Side, b: Side) -> bool:
    """Whether two passages are the same words around different figures, and say something in them."""
    one, two = a.bare, b.bare
    return fuzz.ratio(one, two, score_cutoff=COPY) > 0 and bool(words.tokens(" ".join(one)))


def _days(a: Side, b: Side) -> relations_dates.Found | None:
    if not a.dates or not b.dates:
        return None
    found = relations_dates.compare(*a.dated, *b.dated)
    verb = found[1].shared[0][:4].lower() if found else ""
    return found if verb in a.text.lower() and verb in b.text.lower() else None


def _contained(a: list[str], b: list[str]) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) < 6 or 4 * len(set(short) - set(long)) > len(short):
        return False
    return fuzz.partial_ratio(" ".join(short), " ".join(long), score_cutoff=97) >= 97


def _same_fact(a: Side, b: Side) -> bool:
    count, telling = shared(a, b)
    both = covered(a, b) + covered(b, a)
    if both >= OVERLAP and telling >= (PAIR if count == 2 else SURELY):
        return True
    if both >= DATED and not a.calendar.isdisjoint(b.calendar):
        return True
    return count >= 3 and (telling >= max(TELLING, SAME * min(a.whole, b.whole)) or both >= COVERED)


def _against(a: Side, b: Side) -> tuple[str, Reason] | None:
    """A denial on one side, or words of opposite meaning: a conflict where all else is the same."""
    mine = relations_polarity.denied(a.text, a.lead, b.text, b.said or b.telling)
    theirs = relations_polarity.denied(b.text, b.lead, a.text, a.said or a.telling)
    if denial := mine or theirs:
        outside = denial not in (a.text if mine else b.text)
        evident = _same_but_for_denial(a, b) or (outside and _same_fact(a, b))
        return ("conflict" if evident else "related"), _one_says("denial", denial, bool(mine))
    if opposite := _opposite(a, b):
        return ("conflict" if _same_but_for(a, b, opposite) else "related"), opposite
    return None


def _opposite(a: Side, b: Side) -> Reason | None:
    """Two words of opposite meaning, as they stand in the passages."""
    found = relations_polarity.opposite(a.telling, b.telling)
    if found is None:
        return None
    one, two = (relations_polarity.worded(side.text, word) for side, word in zip((a, b), found, strict=True))
    return Reason("opposite", sign="≠", only_a=(one,), only_b=(two,))


def _one_says(kind: str, wording: str, first: bool) -> Reason:
    return Reason(kind, only_a=(wording,)) if first else Reason(kind, only_b=(wording,))


def _same_but_for_denial(a: Side, b: Side) -> bool:
    one, two = (set(words.tokens(relations_polarity.without_denial(side.text))) for side in (a, b))
    return len(one & two) >= 3 and len(one - two) <= DIFFERENT and len(two - one) <= DIFFERENT


def _same_but_for_days(a: Side, b: Side) -> bool:
    """Whether two passages tell of one thing that happens once, in the words of one of them."""
    one, two = (side.telling.keys() - relations_dates.CALENDAR for side in (a, b))
    once = not (relations_dates.may_recur(a.text) or relations_dates.may_recur(b.text))
    return once and len(one & two) >= 2 and (one <= two or two <= one)


def _same_but_for(a: Side, b: Side, said: Reason) -> bool:
    own = (a, said.only_a), (b, said.only_b)
    one, two = (side.telling.keys() - {words.stemmed(word) for word in only} for side, only in own)
    return len(one & two) >= 2 and (one <= two or two <= one)


def _one_sided(wording: re.Pattern[str], a: str, b: str) -> Reason | None:
    one, two = wording.search(a), wording.search(b)
    if (one is None) == (two is None):
        return None
    found = one or two
    return _one_says("hedge", found[0], one is not None) if found else None


def _shared(a: Side, b: Side) -> Reason:
    one, two = a.telling, b.telling
    both = {
        word: one[stem]
        for word in dict.fromkeys(_WORD.findall(a.text))
        if (stem := words.stemmed(word)) in one and stem in two
    }
    if not both:
        return Reason("subject")
    telling = sorted(both, key=lambda word: (-both[word], -len(word)))[:WORDS_TOLD]
    return Reason("words", shared=tuple(word for word in both if word in telling))
