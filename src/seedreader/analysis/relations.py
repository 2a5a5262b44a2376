"""How two passages of different articles stand to each other, with a reason that a person can check."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from seedreader.analysis import relations_dates, relations_quantities
from seedreader.analysis.relations_quantities import said
from seedreader.article import Claim, DateMention, Quantity

COPY = 92.0
"""Word-level similarity, of 100, from which two passages are copies."""

AGREE = 0.72
"""Match score from which passages without anything to compare are taken to state one fact."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|did not|didn['’]t|has not|have not|hasn['’]t|haven['’]t|was not|wasn['’]t|were not|is not|isn['’]t"
    r"|are not|aren['’]t|never|no longer|rejected|refuted|neither)\b",
    re.I,
)
_DOUBT = re.compile(
    r"\b(?:may|might|could|possibl[ey]|reportedly|allegedly|believed|suspect(?:s|ed)?|appear(?:s|ed)?|likely|estimated|suggest(?:s|ed)?|expected|probably|apparently)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two passages: its words, the claim that it is if any, and what it states."""

    text: str
    claim: Claim | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    offset: int = 0
    """Where ``text`` begins in its article, since quantities and dates are placed there."""


def compare(a: Side, b: Side, score: float = 0.5) -> tuple[str, str]:
    """The relation of ``a`` to ``b`` and one line why; ``score`` in 0…1 is how well they match.

    A conflict needs evidence: figures of one thing that differ, dates of one event that exclude each
    other, or one side denying what the other states in the same words. Otherwise it is "related".
    """
    words_a, words_b = _words(a.text), _words(b.text)
    alike = fuzz.ratio(words_a, words_b) if words_a and words_b else 0.0
    figures = relations_quantities.compare(a.text, a.quantities, a.offset, b.text, b.quantities, b.offset)
    if figures and figures[0] == "conflict":
        return figures
    days = relations_dates.compare(a.text, a.dates, a.offset, b.text, b.dates, b.offset, alike=alike / 100)
    if days and days[0] == "conflict":
        return days
    if alike >= COPY:
        return "copy", f"{round(alike)} % of the words are the same"
    polarity = _polarity(a.text, b.text, alike)
    if polarity:
        return "conflict", polarity
    if figures:
        return figures
    contained = _contained(words_a, words_b)
    if contained >= 0.95 and min(len(words_a), len(words_b)) >= 5:
        return "copy", "one contains the other word for word"
    doubt = _hedged(a.text, b.text)
    if score >= AGREE or alike >= 65:
        if doubt:
            return "refine", doubt
        if days:
            return days
        return "agree", _shared(a.text, b.text)
    return "related", _shared(a.text, b.text)


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _contained(a: list[str], b: list[str]) -> float:
    short, long = sorted((a, b), key=len)
    return fuzz.partial_ratio(" ".join(short), " ".join(long)) / 100 if len(short) >= 5 else 0.0


def _polarity(a: str, b: str, alike: float) -> str | None:
    one, two = _DENIAL.search(a), _DENIAL.search(b)
    if (one is None) == (two is None):
        return None
    found = one or two
    assert_words, deny_words = (b, a) if one else (a, b)
    bare = _DENIAL.sub(" ", deny_words)
    if fuzz.token_set_ratio(bare.lower(), assert_words.lower()) < 88 or alike < 70:
        return None
    return f"only one says “{found[0]}”" if found else None


def _hedged(a: str, b: str) -> str | None:
    one, two = _DOUBT.search(a), _DOUBT.search(b)
    if (one is None) == (two is None):
        return None
    found = one or two
    return f"only one says “{found[0]}”" if found else None


def _shared(a: str, b: str) -> str:
    mine = {w.lower(): w for w in _WORD.findall(a) if len(w) > 3 or w.isupper()}
    both = [w for w in dict.fromkeys(w.lower() for w in _WORD.findall(b)) if w in mine]
    named = [mine[w] for w in both if mine[w][0].isupper() or mine[w][0].isdigit()] or [mine[w] for w in both]
    return ("both speak of " + said(named[:3])) if named else "about the same subject"
