"""Numbers, dates and names in a passage, each as a whole, so that two passages can be compared by them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from seedreader.analysis import numbers, word_tokens
from seedreader.analysis.differences.diff_values import DiffFact
from seedreader.text.months import ANY_ABBREVIATED_MONTH, ANY_MONTH

NUMBER, DATE, NAME = "number", "date", "name"

TITLED = 0.7
"""Share of words with a capital from which a sentence is a headline, whose capitals make no names."""

SHORT = 5
"""Letters from which on a word may be of a people: "Korean", from "Korea"."""

_MONTHS = f"{ANY_MONTH}|{ANY_ABBREVIATED_MONTH}"
_COMMON = ("May", "March", "Mar")
"""Months whose name is a common word too."""

_BEFORE_DATES = ("in ", "since ", "until ", "last ", "next ", "this ", "of ")

_TITLES = frozenset(
    re.findall(
        r"[a-z]+",
        """
        mr mrs ms dr sir lord lady president minister premier chancellor senator governor mayor general
        colonel captain judge justice king queen prince princess pope bishop professor chairman secretary
        ambassador gen col capt sen gov prof rep
        """,
    )
)
"""What may stand before a name and is no part of it."""


class _Names(NamedTuple):
    """What is surely a name in a passage, and what is one only if another passage says so."""

    sure: tuple[DiffFact, ...]
    doubtful: tuple[DiffFact, ...]


def both(
    one: str, two: str, known: Collection[str] = ()
) -> tuple[tuple[DiffFact, ...], tuple[DiffFact, ...]]:
    """The facts of two passages, each in the light of the names in the other, and of those ``known``.

    What only one of them writes as a name, and the other in small letters, is none.
    """
    known = {*known, *names(one), *names(two)}
    mine, theirs = find_facts(one, known), find_facts(two, known)
    return _written(mine, theirs, two), _written(theirs, mine, one)


def _written(mine: tuple[DiffFact, ...], theirs: tuple[DiffFact, ...], text: str) -> tuple[DiffFact, ...]:
    folded = text.casefold()
    doubtful = [f for f in mine if f.kind == NAME and f.key in folded and not _is_among(f, theirs)]
    return tuple(fact for fact in mine if fact not in doubtful) if doubtful else mine


def find_facts(text: str, known: Collection[str] = ()) -> tuple[DiffFact, ...]:
    """The facts of a passage, in order, none within another; ``known`` are words of names (see `names`).

    The capital that begins a sentence, or every word of a headline, makes no name unless it is known.
    """
    found = _names(text)
    also = [fact for fact in found.doubtful if all(word in known for word in fact.key.split())]
    return _apart([*_counted(text), *found.sure, *also])


def names(text: str) -> frozenset[str]:
    """The words, in small letters, that stand in a passage as parts of names beyond doubt."""
    return frozenset(word for fact in _names(text).sure for word in fact.key.split())


def missing(mine: Sequence[DiffFact], theirs: Sequence[DiffFact]) -> list[DiffFact]:
    """The facts that are not among the others."""
    return [fact for fact in mine if not _is_among(fact, theirs)]


def _is_among(fact: DiffFact, others: Sequence[DiffFact]) -> bool:
    return any(fact.kind == other.kind and same(fact, other) for other in others)


def wholes(mine: Sequence[DiffFact], theirs: Sequence[DiffFact]) -> tuple[list[DiffFact], list[DiffFact]]:
    """The facts of either side to be compared as wholes: all but names and dates that stand in two forms."""
    forms: set[str] = set()
    for one in mine:
        for two in theirs:
            if one.kind == two.kind != NUMBER and one.key != two.key and same(one, two):
                forms |= {one.key, two.key}
    return [f for f in mine if f.key not in forms], [f for f in theirs if f.key not in forms]


def same(one: DiffFact, two: DiffFact) -> bool:
    """Whether two facts are one: a date may leave out the year; a name may be a part of another, or be of a
    people after its country."""
    if one.kind != two.kind or one.key == two.key:
        return one.kind == two.kind
    if one.kind == NUMBER:
        return False
    mine, theirs = _words(one.key), _words(two.key)
    return mine <= theirs or theirs <= mine


@lru_cache(maxsize=4_096)
def _words(key: str) -> frozenset[str]:
    return frozenset(word.removesuffix("n") if len(word) > SHORT else word for word in key.split())


def _apart(found: Sequence[DiffFact]) -> tuple[DiffFact, ...]:
    """Facts in order; of two that overlap the one given first."""
    kept: list[DiffFact] = []
    for fact in found:
        if all(fact.end <= other.start or other.end <= fact.start for other in kept):
            kept.append(fact)
    return tuple(sorted(kept))


@cache
def _date() -> re.Pattern[str]:
    days = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    of_a_month = rf"(?:{day} )?(?:{_MONTHS})\b(?:\.?(?= \d))?(?: {day}\b)?(?:,? \d{{4}}\b)?"
    return re.compile(
        rf"(?<!\w)(?=[\dJFMASONDTW])(?:{days}|{of_a_month}"
        r"|\d{4}-\d\d-\d\d|(?:19|20)\d\d)(?!\w)"
    )


@cache
def _number() -> re.Pattern[str]:
    small = "|".join(sorted({*numbers.UNITS, *numbers.TENS} - {"one"}, key=len, reverse=True))
    scale = "hundred|thousand|million|billion|trillion"
    return re.compile(
        rf"""(?<![\w.,])(?=[\d$£€¥₹₽₩₴a-zA-Z])(?:
            (?P<sign>(?:US|A|C)?[$]|[£€¥₹₽₩₴])?\s?(?P<digits>\d{{1,15}}(?:[.,:’'–-]\d{{1,15}}){{0,8}})
            (?:[ -]?(?P<scale>{scale}|mln|mn|bn|tn|[mk])\b)?
            |(?=[tefsnhdmo])(?P<words>(?:one[ -](?={scale}|dozen))?(?:{small}|{scale}|dozen)s?
            (?:(?:[ -]|[ ]and[ ])(?:{small}|{scale}|one)){{0,6}})(?!\w)
            )(?P<share>\s?%|\sper\s?cent\b)?""",
        re.VERBOSE,
    )


@cache
def _capitals() -> re.Pattern[str]:
    word = r"(?=[^\W\d_a-z])[^\W\d_][\w’'.-]{0,40}"
    return re.compile(rf"(?<![\w’'-]){word}(?:[ ](?:of[ ](?:the[ ])?)?{word}){{0,7}}")


@lru_cache(maxsize=512)
def _counted(text: str) -> tuple[DiffFact, ...]:
    """Dates and numbers; a number within a date is a part of it."""
    dated = [
        DiffFact(m.start(), m.end(), DATE, re.sub("[.,]", "", m.group()).casefold())
        for m in _date().finditer(text)
        if m.group() not in _COMMON or text.endswith(_BEFORE_DATES, 0, m.start())
    ]
    counted = [DiffFact(m.start(), m.end(), NUMBER, _value(m)) for m in _number().finditer(text)]
    return _apart([*dated, *counted])


def _value(number: re.Match[str]) -> str:
    """What a number is worth and in which unit, in one spelling where it has a value at all."""
    unit = "%" if number["share"] else number["sign"] or ""
    if number["words"]:
        return f"{numbers.worth(number['words'].lower()):.15g}{unit}"
    digits = number["digits"].replace(",", "")
    if digits.count(".") > 1 or not digits.replace(".", "").isdecimal():
        return f"{digits}{number['scale'] or ''}{unit}"
    return f"{float(digits) * numbers.SCALES.get((number['scale'] or '').lower(), 1):.15g}{unit}"


@lru_cache(maxsize=512)
def _names(text: str) -> _Names:
    capitals = list(_capitals().finditer(text))
    written = sum(m.group().count(" ") + 1 for m in capitals)
    headline = written > 3 and written >= TITLED * (text.count(" ") + 1)
    sure: list[DiffFact] = []
    doubtful: list[DiffFact] = []
    for match in capitals:
        for fact, begins in _parts(match):
            (doubtful if headline or begins else sure).append(fact)
    return _Names(tuple(sure), tuple(doubtful))


def _parts(match: re.Match[str]) -> Iterator[tuple[DiffFact, bool]]:
    """The name in words with capitals, without what stands before it, and whether it may only begin a
    sentence."""
    start, left = match.start(), match.group().split(" ")
    while left and (_key(left[0]) in _TITLES or _is_small(left[0])):
        start += len(left[0]) + 1
        left = left[1:]
    key = " ".join(_key(part) for part in left if part not in ("of", "the"))
    if key.strip():
        text = match.string
        end = start + len(text[start : match.end()].rstrip(".'’-"))
        yield (
            DiffFact(start, end, NAME, key),
            len(left) == 1 and not left[0].isupper() and _begins(text, start),
        )


def _is_small(word: str) -> bool:
    return word.lower() in word_tokens.STOP and (len(word) == 1 or not word.isupper())


def _key(word: str) -> str:
    """A word of a name in small letters, without possessive and full stops."""
    bare = word.casefold().rstrip(".'’-")
    return bare.removesuffix("'s").removesuffix("’s").replace(".", "")


def _begins(text: str, at: int) -> bool:
    """Whether a sentence may begin here."""
    before = text[max(0, at - 8) : at].rstrip(" \t\n\"'“‘(")
    return not before or before[-1] in ".!?:…—–" or "\n" in text[max(0, at - 8) + len(before) : at]
