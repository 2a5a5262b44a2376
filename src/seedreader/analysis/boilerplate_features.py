"""What the trained model sees of a piece of text: numbers about it, its neighbours and the whole text.

A number's place in a row is its name in the weights: change any, and train again (``make model``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import log1p, sqrt

from seedreader.analysis.boilerplate_units import Unit
from seedreader.analysis.words import STOP

ABSENT = -9.0
"""What stands for a neighbour beyond either end of the text."""

_HEAD = 200
_TAIL = 120
"""Characters at the front and the end of a piece that are looked at closely."""

_NEAR, _FAR = 4, 12
"""Pieces on either side whose averages are taken."""

PROSE_WORDS = 10
_PROSE_STOPS = 0.2
"""A piece that ends like a sentence with as many words, of them such a share stop words, counts as prose."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,3}\Z")
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z]")
_MARK = re.compile(r"[|>»›@©#/•→]|https?:|www\.")
_BULLET = re.compile(r"[-*•·‣▪»>–—]{1,2}\s|\d{1,2}[.)]\s")
_QUOTE = re.compile(r"[\"“”]")
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d"
)
_CREDIT = re.compile(
    r"\b(?:photo|image|picture|credit|getty|reuters|afp|courtesy|file|via|ap|left|right|pictured)\b"
)
_CALL = re.compile(
    r"\b(?:click|sign up|subscribe|download|share|follow|read more|join|newsletter|learn more|log in"
    r"|donate|comment|e-?mail|shop|buy|free|contact|our)\b"
)
_BY = re.compile(r"(?:by|from|written by|posted by)\b")
_FULL_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|said|told|[a-z]{2,20}ed)\b")
_SAID = re.compile(r"\b(?:said|says|told|according)\b")
_GOING = re.compile(r"[a-z]{2,20}ing\b")
_YOU = re.compile(r"\b(?:you|your|us|our|we|my|i)\b")


def split_words(text: str, units: Iterable[Unit]) -> list[list[str]]:
    """Give the words of each unit in small letters; a run of digits is a word."""
    return [_WORD.findall(text[unit.start : unit.end].lower()) for unit in units]


def terms(words: Sequence[str]) -> list[str]:
    """Give the words of a unit and their pairs, its front ``^`` and end ``$`` paired too.

    Digits become as many zeros, four at most.
    """
    if not words:
        return []
    plain = ["0000"[: len(word)] if word[0].isdigit() else word for word in words]
    return [*plain, f"^ {plain[0]}", *map(" ".join, pairwise(plain)), f"{plain[-1]} $"]


def rows(
    text: str,
    units: Sequence[Unit],
    words: Sequence[Sequence[str]],
    lexical: Sequence[float],
    wanted: Sequence[int],
) -> list[list[float]]:
    """Give a row of numbers for each place ``wanted``; ``lexical`` is the word model's verdict on a unit."""
    if not wanted:
        return []
    sizes = [len(own) for own in words]
    stops = [sum(word in STOP for word in own) / (len(own) or 1) for own in words]
    ended = [_ENDED.search(text, max(unit.start, unit.end - 4), unit.end) is not None for unit in units]
    prose = [
        size >= PROSE_WORDS and end and stop >= _PROSE_STOPS
        for size, end, stop in zip(sizes, ended, stops, strict=True)
    ]
    around = _neighbours(units, sizes, stops, ended, prose, lexical, wanted)
    subject = _subject(words, prose)
    doubles = Counter(tuple(own) for own, is_prose in zip(words, prose, strict=True) if not is_prose)
    return [
        [
            log1p(sizes[i]),
            stops[i],
            ended[i],
            lexical[i],
            units[i].rule,
            doubles[tuple(words[i])],
            *_own(text, units[i], sizes[i]),
            *subject[i],
            *neighbours,
        ]
        for i, neighbours in zip(wanted, around, strict=True)
    ]


def _own(text: str, unit: Unit, size: int) -> list[float]:
    """What a unit looks like."""
    piece = text[unit.start : unit.end]
    head = piece[:_HEAD]
    small = head.lower()
    few = min(size, 40) or 1
    return [
        len(piece) / (size or 1),
        len(_CAPITAL.findall(head)) / few,
        piece.endswith(":"),
        sum(map(str.isdigit, head)) / len(head),
        len(_MARK.findall(head)),
        head.isupper(),
        piece[0].islower(),
        _BULLET.match(piece) is not None,
        _QUOTE.search(head) is not None,
        head.count(","),
        _DATE.search(small) is not None,
        len(_CREDIT.findall(piece[-_TAIL:].lower())),
        len(_CALL.findall(small)),
        _BY.match(small) is not None,
        len(_YOU.findall(small)) / few,
        _FULL_DATE.search(small) is not None,
        len(_PAST.findall(small)) / few,
        _SAID.search(small) is not None,
        len(_GOING.findall(small)) / few,
        text.endswith("\n\n", 0, unit.start),
        text.startswith("\n\n", unit.end),
    ]


def _subject(words: Sequence[Sequence[str]], prose: Sequence[bool]) -> list[tuple[float, float]]:
    """How many of a unit's words the prose elsewhere uses, and how often."""
    stems = [[word[:6] for word in own if len(word) > 3 and word not in STOP] for own in words]
    known = Counter(stem for own, is_prose in zip(stems, prose, strict=True) if is_prose for stem in set(own))
    found = []
    for own, is_prose in zip(stems, prose, strict=True):
        uses = [known[stem] - is_prose for stem in own]
        if uses:
            found.append((sum(n > 0 for n in uses) / len(uses), sum(min(n, 6) for n in uses) / len(uses)))
        else:
            found.append((-1.0, -1.0))
    return found


def _neighbours(
    units: Sequence[Unit],
    sizes: Sequence[int],
    stops: Sequence[float],
    ended: Sequence[bool],
    prose: Sequence[bool],
    lexical: Sequence[float],
    wanted: Sequence[int],
) -> list[list[float]]:
    """The units on either side one by one, averages over more of them, and the whole text."""
    count = len(units)
    weight = [sqrt(size) for size in sizes]
    index = list(range(count + 1))
    by_words = _sums(sizes)
    by_weight = _sums(weight)
    in_prose = _sums(size * is_prose for size, is_prose in zip(sizes, prose, strict=True))
    averages = (
        (_sums(w * x for w, x in zip(weight, lexical, strict=True)), by_weight),
        (in_prose, by_words),
        (_sums(unit.rule for unit in units), index),
        (_sums(ended), index),
        (by_words, index),
    )
    body = in_prose[-1] or 1
    whole = [
        *(sums[-1] / (over[-1] or 1) for sums, over in averages),
        log1p(count),
        log1p(by_words[-1]),
        by_words[-1] / (units[-1].line + 1),
    ]
    missing = [ABSENT] * 5
    single = [
        [log1p(size), word, stop, end, unit.rule]
        for size, word, stop, end, unit in zip(sizes, lexical, stops, ended, units, strict=True)
    ]
    single = [missing, missing, *single, missing, missing]
    before = _since(prose)
    after = _since(prose[::-1])[::-1]
    found = []
    for i in wanted:
        row = [
            min(before[i], 30),
            min(after[i], 30),
            in_prose[i] / body,
            (body - in_prose[i + 1]) / body,
            *single[i],
            *single[i + 1],
            *single[i + 3],
            *single[i + 4],
        ]
        for first, last in (
            (max(i - _FAR, 0), i),
            (max(i - _NEAR, 0), i),
            (i + 1, min(i + 1 + _NEAR, count)),
            (i + 1, min(i + 1 + _FAR, count)),
        ):
            for sums, over in averages:
                total = over[last] - over[first]
                row.append((sums[last] - sums[first]) / total if total else ABSENT)
        found.append(row + whole)
    return found


def _since(flags: Sequence[bool]) -> list[int]:
    """How many places ago the last flag stood, before each place; many where none did."""
    found, at = [], 99
    for flag in flags:
        found.append(at)
        at = 0 if flag else at + 1
    return found


def _sums(values: Iterable[float]) -> list[float]:
    """Sums of the values before each place, and of all."""
    return list(accumulate(values, initial=0.0))
