"""What the trained model sees of a piece of text: numbers about it, its neighbours and the whole text.

The trees know a number by its place in a row. Change any, and `NAMES` with it, and train again as `rules`
says: weights that were made with other names are refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log1p, sqrt

from seedreader.analysis.boilerplate import line_context
from seedreader.analysis.boilerplate.line_context import ABSENT, sums
from seedreader.analysis.boilerplate.split_units import TextUnit
from seedreader.analysis.word_tokens import STOP
from seedreader.text.months import ANY_SHORT_MONTH

_HEAD = 200
_TAIL = 120
"""Characters at the front and the end of a piece that are looked at closely."""

_NEAR, _FAR = 4, 12
"""Pieces on either side whose averages are taken."""

_CREDIT_WORDS = 14
"""Words in a credit, where it stands by itself, at most."""

PROSE_WORDS = 10
_PROSE_STOPS = 0.2
"""A piece that ends like a sentence with as many words, of them such a share stop words, counts as prose."""

_AROUND = ("lexical", "prose", "rule", "ended", "words")
_SINGLE = ("words", "lexical", "stop words", "ended", "rule")
_BESIDE = ("glued", "credits", "lexical above this", "words")

NAMES = (
    "words", "stop words", "ended", "lexical", "rule", "times in the text", "credits",
    "characters of a word", "capitals", "digits", "marks", "all capitals", "full date", "said",
    *(f"{where} in the line: {name}" for where in ("before", "behind") for name in _BESIDE),
    "credits behind",
    "words of the prose", "how often the prose has them",
    "pieces since prose", "pieces until prose", "share of prose before", "share of prose behind",
    *(f"{where}: {name}" for where in ("before", "behind") for name in _SINGLE),
    *(
        f"{count} pieces {where}: {name}"
        for where, count in (("before", _FAR), ("before", _NEAR), ("behind", _NEAR), ("behind", _FAR))
        for name in _AROUND
    ),
    *(f"text: {name}" for name in (*_AROUND, "pieces", "all words", "words of a line")),
    *line_context.NAMES,
    "lexical above its line",
)  # fmt: skip
"""What each number of a row is."""

_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,3}\Z")
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z]")
_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"[|>»›@©#/•→]|https?:|www\.")
_CREDIT = re.compile(
    r"\b(?:photo|image|picture|credit|getty|reuters|afp|courtesy|file|via|ap|left|right|pictured)\b"
)
_FULL_DATE = re.compile(rf"\b(?:{ANY_SHORT_MONTH.lower()})[a-z]{{0,6}}\.? \d{{1,2}}, (?:19|20)\d\d\b")
_SAID = re.compile(r"\b(?:said|says|told|according)\b")


def rows(
    text: str,
    units: Sequence[TextUnit],
    words: Sequence[Sequence[str]],
    lexical: Sequence[float],
    by_line: Sequence[float],
    wanted: Sequence[int],
) -> list[list[float]]:
    """Give a row of the numbers of `NAMES` for each place ``wanted``.

    ``lexical`` is the word model's verdict on each unit, ``by_line`` that on each line.
    """
    if not wanted:
        return []
    sizes = [len(own) for own in words]
    stops = [sum([word in STOP for word in own]) / (len(own) or 1) for own in words]
    ended = [_ENDED.search(text, max(unit.start, unit.end - 4), unit.end) is not None for unit in units]
    prose = [
        size >= PROSE_WORDS and end and stop >= _PROSE_STOPS
        for size, end, stop in zip(sizes, ended, stops, strict=True)
    ]
    lines = line_context.extents(units)
    line_of = line_context.lines_of(units)
    of_lines = line_context.rows(units, sizes, ended, by_line, lines)
    around = _neighbours(units, sizes, stops, ended, prose, lexical, wanted)
    subject = _subject(words, prose)
    credits = [
        len(_CREDIT.findall(text[max(unit.start, unit.end - _TAIL) : unit.end].lower())) for unit in units
    ]
    doubles = Counter(tuple(own) for own, is_prose in zip(words, prose, strict=True) if not is_prose)
    return [
        [
            log1p(sizes[i]),
            stops[i],
            ended[i],
            lexical[i],
            units[i].rule,
            doubles[tuple(words[i])],
            credits[i],
            *_own(text, units[i], sizes[i]),
            *_beside(text, units, sizes, lexical, credits, i),
            *subject[i],
            *neighbours,
            *of_lines[line_of[i]],
            lexical[i] - by_line[line_of[i]],
        ]
        for i, neighbours in zip(wanted, around, strict=True)
    ]


def _own(text: str, unit: TextUnit, size: int) -> list[float]:
    """What a unit looks like."""
    piece = text[unit.start : unit.end]
    head = piece[:_HEAD]
    small = head.lower()
    return [
        len(piece) / (size or 1),
        len(_CAPITAL.findall(head)) / (min(size, 40) or 1),
        len(_DIGIT.findall(head)) / len(head),
        len(_MARK.findall(head)),
        head.isupper(),
        _FULL_DATE.search(small) is not None,
        _SAID.search(small) is not None,
    ]


def _beside(
    text: str,
    units: Sequence[TextUnit],
    sizes: Sequence[int],
    lexical: Sequence[float],
    credits: Sequence[int],
    i: int,
) -> list[float]:
    """What stands before and behind a unit in its line, and whether the next names a photographer."""
    unit = units[i]
    found: list[float] = []
    for at, edge in ((i - 1, unit.start - 1), (i + 1, unit.end)):
        if 0 <= at < len(units) and units[at].line == unit.line:
            short = sizes[at] < _CREDIT_WORDS or text[units[at].start] == "("
            found += [
                not text[edge].isspace(),
                credits[at] if short else 0,
                lexical[at] - lexical[i],
                min(sizes[at], 60),
            ]
        else:
            found += [-1, -1, ABSENT, -1]
    behind = i + 1 < len(units) and sizes[i + 1] < _CREDIT_WORDS
    return [*found, credits[i + 1] if behind else -1]


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
    units: Sequence[TextUnit],
    sizes: Sequence[int],
    stops: Sequence[float],
    ended: Sequence[bool],
    prose: Sequence[bool],
    lexical: Sequence[float],
    wanted: Sequence[int],
) -> list[list[float]]:
    """The units on either side, averages over more of them, and the whole text."""
    count = len(units)
    weight = [sqrt(size) for size in sizes]
    index = list(range(count + 1))
    by_words = sums(sizes)
    by_weight = sums(weight)
    in_prose = sums(size * is_prose for size, is_prose in zip(sizes, prose, strict=True))
    averages = (
        (sums(w * x for w, x in zip(weight, lexical, strict=True)), by_weight),
        (in_prose, by_words),
        (sums(unit.rule for unit in units), index),
        (sums(ended), index),
        (by_words, index),
    )
    body = in_prose[-1] or 1
    whole = [
        *(part[-1] / (over[-1] or 1) for part, over in averages),
        log1p(count),
        log1p(by_words[-1]),
        by_words[-1] / (units[-1].line + 1),
    ]
    missing = [ABSENT] * 5
    single = [
        [log1p(size), word, stop, end, unit.rule]
        for size, word, stop, end, unit in zip(sizes, lexical, stops, ended, units, strict=True)
    ]
    single = [missing, *single, missing]
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
            *single[i + 2],
        ]
        for first, last in (
            (max(i - _FAR, 0), i),
            (max(i - _NEAR, 0), i),
            (i + 1, min(i + 1 + _NEAR, count)),
            (i + 1, min(i + 1 + _FAR, count)),
        ):
            for part, over in averages:
                total = over[last] - over[first]
                row.append((part[last] - part[first]) / total if total else ABSENT)
        found.append(row + whole)
    return found


def _since(flags: Sequence[bool]) -> list[int]:
    """How many places ago the last flag stood, before each place; many where none did."""
    found, at = [], 99
    for flag in flags:
        found.append(at)
        at = 0 if flag else at + 1
    return found
