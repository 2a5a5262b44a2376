"""How two passages of different articles stand to each other, with a reason that a person can check."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from seedreader.analysis import relations_dates, relations_quantities, words
from seedreader.article import Claim, DateMention, Quantity

COPY = 92.0
"""Similarity of the word sequences, of 100, from which two passages are copies."""

SAME = 0.5
"""Share of the shorter passage's stems that both have, from which they are taken to state one fact."""

RELATED, RELATED_TELLING = 0.3, 1.0
"""The same share from which they are worth linking at all, and how much it must tell at least."""

SUBJECT = 0.7
"""How much the words that are no names must tell, for passages that share a subject only."""

TELLING = 1.0
"""And how much these must tell at least."""

WORDS_TOLD = 4
"""How many of the words that two passages share are told as the reason."""

DIFFERENT = 1
"""How many stems of its own each passage may have where a denial on one side is a contradiction."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rejected|refuted|never|no longer|neither|nor|not|cannot|without|yet to"
    r"|fail(?:s|ed|ing)? to|unable to|refus(?:e|es|ed|ing) to)\b|n['’]t\b",
    re.I,
)
_DOUBT = re.compile(
    r"\b(?:may|might|could|possibl[ey]|reportedly|allegedly|alleged|believed|suspect(?:s|ed)?|appear(?:s|ed)?"
    r"|likely|estimated|suggest(?:s|ed)?|expected|probably|apparently|thought to)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two passages: its words, the claim that it is if any, and what it states.

    ``offset`` is where ``text`` begins in its article, since quantities and dates are placed there.
    ``stems`` are its words with what each tells (0…1): a word of every other sentence of a story tells
    nothing. Without them every word that is not a stop word tells the same. ``names`` are those of them
    that are written as names.
    """

    text: str
    claim: Claim | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    offset: int = 0
    stems: Mapping[str, float] | None = None
    names: frozenset[str] = frozenset()


def compare(a: Side, b: Side) -> tuple[str, str]:
    """The relation of two matched passages and one line why; the relation is the same the other way round.

    A conflict needs evidence: different figures for one thing, days of one event that exclude each other, or
    nearly the same words with a denial on one side. Otherwise it is "related".
    """
    sequence_a, sequence_b = _sequence(a.text), _sequence(b.text)
    alike = fuzz.ratio(sequence_a, sequence_b) if sequence_a and sequence_b else 0.0
    figures, days = _figures(a, b), _days(a, b)
    for found in (figures, days):
        if found and found[0] == "conflict":
            return found
    if alike >= COPY:
        return "copy", "word for word" if alike == 100 else f"{round(alike)} % of the words are the same"
    if contained := _contained(sequence_a, sequence_b):
        return "copy", contained
    if denial := _denied(a.text, b.text):
        return "conflict", denial
    if figures or days:
        return figures or days or ("related", "")
    if different := relations_quantities.unlike(a.quantities, b.quantities):
        return "related", _side_by_side(a, b, *different)
    if not _same_fact(a, b):
        return "related", _shared(a, b)
    if doubt := _one_sided(_DOUBT, a.text, b.text):
        return "refine", doubt
    return "agree", _shared(a, b)


def shared(a: Side, b: Side) -> tuple[int, float]:
    """How many stems two passages share, and how much these tell."""
    one, two = _stems(a), _stems(b)
    both = one.keys() & two.keys()
    return len(both), sum(one[stem] for stem in both)


def measured(a: Side, b: Side) -> bool:
    """Whether both passages count the same thing or date the same event."""
    return _figures(a, b) is not None or _days(a, b) is not None


def comparable(a: Side, b: Side) -> bool:
    """Whether two passages share words that tell enough to be about one thing."""
    telling = shared(a, b)[1]
    whole = min(sum(_stems(a).values()), sum(_stems(b).values()))
    return telling >= max(RELATED_TELLING, RELATED * whole)


def more_than_names(a: Side, b: Side) -> bool:
    """Whether two passages share words beside names, so that they speak of one subject."""
    one, two = _stems(a), _stems(b)
    both = (one.keys() & two.keys()) - a.names - b.names
    return sum(one[stem] for stem in both) >= SUBJECT


def _figures(a: Side, b: Side) -> tuple[str, str] | None:
    if not a.quantities or not b.quantities:
        return None
    found = relations_quantities.compare(
        a.text,
        a.quantities,
        a.offset,
        b.text,
        b.quantities,
        b.offset,
        lambda stem: _telling(a, b, stem),
        _same_but_for_figures(a, b),
    )
    if found and found[0] == "conflict":
        days = relations_dates.apart(a.text, a.dates, a.offset, b.text, b.dates, b.offset)
        return ("related", days) if days else found
    return found


def _same_but_for_figures(a: Side, b: Side) -> bool:
    """Whether two passages are the same words around different figures, and say something in them."""
    one, two = (_sequence(_without_figures(side)) for side in (a, b))
    return bool(words.tokens(" ".join(one))) and fuzz.ratio(one, two) >= COPY


def _without_figures(side: Side) -> str:
    text = side.text
    for quantity in sorted(side.quantities, key=lambda q: -q.start):
        start, end = quantity.start - side.offset, quantity.end - side.offset
        text = text[:start] + " " + text[end:]
    return text


def _side_by_side(a: Side, b: Side, one: Quantity, two: Quantity) -> str:
    wordings = (side.text[q.start - side.offset : q.end - side.offset] for side, q in ((a, one), (b, two)))
    return " and ".join(" ".join(wording.split()) for wording in wordings)


def _telling(a: Side, b: Side, stem: str) -> float:
    return next((s.stems[stem] for s in (a, b) if s.stems is not None and stem in s.stems), 1.0)


def _days(a: Side, b: Side) -> relations_dates.Found | None:
    return relations_dates.compare(a.text, a.dates, a.offset, b.text, b.dates, b.offset)


def _sequence(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _contained(a: list[str], b: list[str]) -> str | None:
    short, long = sorted((a, b), key=len)
    if len(short) < 6 or 4 * len(set(short) - set(long)) > len(short):
        return None
    if fuzz.partial_ratio(" ".join(short), " ".join(long), score_cutoff=97) < 97:
        return None
    return "one contains the other word for word"


def _stems(side: Side) -> Mapping[str, float]:
    return side.stems if side.stems is not None else dict.fromkeys(words.tokens(side.text), 1.0)


def _same_fact(a: Side, b: Side) -> bool:
    count, telling = shared(a, b)
    whole = min(sum(_stems(a).values()), sum(_stems(b).values()))
    return count >= 3 and telling >= max(TELLING, SAME * whole)


def _denied(a: str, b: str) -> str | None:
    """Whether two passages say the same in nearly the same words but for a denial."""
    found = _one_sided(_DENIAL, a, b)
    if found is None:
        return None
    one, two = (set(words.tokens(_DENIAL.sub(" ", text))) for text in (a, b))
    if len(one & two) < 3 or len(one - two) > DIFFERENT or len(two - one) > DIFFERENT:
        return None
    return found


def _one_sided(wording: re.Pattern[str], a: str, b: str) -> str | None:
    one, two = wording.search(a), wording.search(b)
    if (one is None) == (two is None):
        return None
    found = one or two
    return f"only one says “{found[0]}”" if found else None


def _shared(a: Side, b: Side) -> str:
    one, two = _stems(a), _stems(b)
    both = {
        word: one[stem]
        for word in dict.fromkeys(_WORD.findall(a.text))
        if (stem := words.stemmed(word)) in one and stem in two
    }
    if not both:
        return "about the same subject"
    telling = sorted(both, key=lambda word: (-both[word], -len(word)))[:WORDS_TOLD]
    return "both say " + ", ".join(word for word in both if word in telling)
