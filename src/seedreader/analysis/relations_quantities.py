"""Whether two passages state the same figure for the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seedreader.analysis import words
from seedreader.analysis.quantities_nouns import singular
from seedreader.article import Quantity

Found = tuple[str, str]

_DEATH = re.compile(
    r"\b(?:kill\w*|dead|die[ds]?|dying|deaths?|toll|fatalit\w+|lost their lives|perished|murdered)\b", re.I
)
_HURT = re.compile(r"\b(?:wounded|injur\w+|hurt|casualt\w+)\b", re.I)
_AND_HURT = re.compile(r"\s+(?:and|or)\s+(?:dead|killed|wounded|injured|hurt)\b", re.I)
_MORE = re.compile(
    r"\b(?:another|additional|extra|further|more(?! than)|new|newly|other|others|reinforcements?"
    r"|remaining)\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;.:]\s|\band\b|\d")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_PERSON = re.compile(r"\s(?:[a-z-]+\s){0,2}(?P<name>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3})")
_DEMONYM = re.compile(r"\w+(?:an|ese|ish|i)", re.I)
_PART = re.compile(r"(?<=\w) of (?:the|its|their|those|these|his|her) |\w of \d", re.I)
_BEFORE = 12
_WHEN = frozenset(["night", "day", "morn", "even", "week", "month", "year", "time", "hour"])
_MODIFIER = re.compile(r"[A-Z][\w’'-]*|\b[a-z]+(?:ed|ing)\b")

_ALIKE = [
    "troop soldier serviceman fighter personnel",
    "person people man woman civilian resident victim dead killed wounded injured casualty death life",
    "missile rocket projectile",
    "howitzer gun artillery cannon",
    "home house building",
    "car vehicle",
]
_HUMAN = 2
"""How many of these groups are people, who count alike where it is said how they fared."""

_GROUP = {word: i for i, group in enumerate(_ALIKE) for word in group.split()}
_MEASURES_WORDS = """
    year month week day hour minute second mile km kilometre kilometer metre meter foot inch ton tonne
    kg pound degree percent decade usd eur gbp jpy season game match point time mph kph charge count"""
_MEASURES = frozenset(_MEASURES_WORDS.split()) | {"percentage points", "years old"}
"""Units that measure anything: these compare only where the same words stand around them."""

_RUNNING_TOTAL = re.compile(
    r"\b(?:so far|thus far|to date|until now|(?:a|the) total of|in total|in all|altogether"
    r"|combined|overall)\b",
    re.I,
)
_CLOSEST = ("agree", "refine", "conflict")
_TELLS = 0.5
_FOLD = 3
"""How many times the smaller figure the larger may be for both to be said of one thing."""

_MEASURED_ALIKE = 2
"""Words that must stand around both of two measures, where one is enough for things that are counted."""

_MOST = 12
"""Quantities of a passage that are compared; a passage of more is a list."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """A quantity with its wording, what leads to it, what stands around it and how those counted fared."""

    quantity: Quantity
    wording: str
    lead: str
    around: frozenset[str]
    fate: str
    modifiers: frozenset[str]
    names: frozenset[str]
    scope: tuple[bool, bool]
    after: str


def compare(
    text_a: str,
    mine: Sequence[Quantity],
    at_a: int,
    text_b: str,
    theirs: Sequence[Quantity],
    at_b: int,
    telling: Callable[[str], float] = lambda _: 1.0,
    same_words: bool = False,
) -> Found | None:
    """The most telling comparison of two passages' quantities, or None when they count nothing in common.

    Each quantity is held against the closest one of the other passage that counts the same thing. ``at_a``
    and ``at_b`` are the offsets of the texts; ``telling`` says of a stem how much it tells (0…1);
    ``same_words`` that the passages are the same but for their figures.
    """
    if not mine or not theirs:
        return None
    ones = [_stated(text_a, q, at_a, telling) for q in mine[:_MOST]]
    twos = [_stated(text_b, q, at_b, telling) for q in theirs[:_MOST]]
    pairs = [
        (result, i, j)
        for i, a in enumerate(ones)
        for j, b in enumerate(twos)
        if _comparable(a, b) and (result := _pair(a, b, same_words))
    ]
    pairs.sort(key=lambda p: _CLOSEST.index(p[0][0]))
    left: set[int] = set()
    right: set[int] = set()
    found: list[Found] = []
    for result, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append(result)
    return max(found, key=lambda r: _CLOSEST.index(r[0]), default=None)


def unlike(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Two quantities of one unit, of which no figure of that unit agrees."""
    for one in mine[:_MOST]:
        same = [two for two in theirs[:_MOST] if one.unit and two.unit and one.unit == two.unit]
        if same and all(_bounds(one) != _bounds(two) and one.figure != two.figure for two in same):
            return one, same[0]
    return None


def _stated(text: str, q: Quantity, at: int, telling: Callable[[str], float]) -> _Stated:
    start, end = q.start - at, q.end - at
    left = _CLAUSE.split(text[max(0, start - 50) : start])[-1]
    right = _CLAUSE.split(text[end : end + 50])[0]
    wording = " ".join(text[start:end].split())
    stems = {words.stemmed(m[0]) for m in _MODIFIER.finditer(text[start:end])} - {""}
    unit = words.stemmed(q.unit.split()[-1]) if q.unit else ""
    beside = f"the {left} {right}"
    return _Stated(
        q,
        wording,
        left + wording,
        frozenset(w.stem for w in words.words(beside)) - {unit},
        _fate(left + wording + right + (both[0] if (both := _AND_HURT.match(text, end)) else "")),
        frozenset(s for s in stems - {unit} if telling(s) >= _TELLS),
        frozenset(w.stem for w in words.words(beside) if w.name),
        (
            _RUNNING_TOTAL.search(text) is not None,
            _PART.search(text, max(0, start - _BEFORE), end + 5) is not None,
        ),
        text[end : end + 60],
    )


def _fate(around: str) -> str:
    dead, hurt = _DEATH.search(around), _HURT.search(around)
    return ("dead" if dead else "") + ("hurt" if hurt else "")


def _comparable(a: _Stated, b: _Stated) -> bool:
    """Whether two quantities count the same thing: one unit, one fate, neither added to the other."""
    one, two = a.quantity.unit, b.quantity.unit
    if one is None or two is None or a.fate != b.fate:
        return False
    if bool(_MORE.search(a.lead)) != bool(_MORE.search(b.lead)):
        return False
    one, two = singular(one), singular(two)
    people = bool(a.fate) and _GROUP.get(one, _HUMAN) < _HUMAN and _GROUP.get(two, _HUMAN) < _HUMAN
    if one != two and not people and (one not in _GROUP or _GROUP[one] != _GROUP.get(two)):
        return False
    if one == "years old":
        return a.quantity.figure == b.quantity.figure or _same_person(a.after, b.after)
    if _measures(one):
        return bool(a.around & b.around)
    return not (a.modifiers and b.modifiers) or bool(a.modifiers & b.modifiers)


def _pair(a: _Stated, b: _Stated, same_words: bool) -> Found | None:
    """How two quantities that count alike stand to each other; None where they may count different things."""
    one, two = a.quantity, b.quantity
    if (one.figure, one.low, one.high) == (two.figure, two.low, two.high):
        return "agree", f"{a.wording} = {b.wording}"
    if one.figure is not None and one.figure == two.figure:
        return ("agree" if _outright(one) != _outright(two) else "refine"), f"{a.wording} ≈ {b.wording}"
    if one.figure is not None and two.figure is not None:
        return _part(a, b) or _differ(a, b, same_words)
    low = max(x for x in (one.low, two.low, float("-inf")) if x is not None)
    high = min(x for x in (one.high, two.high, float("inf")) if x is not None)
    if low > high:
        return _differ(a, b, same_words)
    return "refine", f"{a.wording} {_inside(one, two)} {b.wording}"


def _differ(a: _Stated, b: _Stated, same_words: bool) -> Found | None:
    """A conflict, where the words around the figures show that they count one thing.

    A running total is not one of its parts, nor is "three of the seven"; a figure several times as large
    counts more; one is no figure but an article ("one man") unless it tells how many fared ill.
    """
    unit = singular(a.quantity.unit or "")
    both = (a.around & b.around) - a.names - b.names - _WHEN
    if a.scope != b.scope or bool(a.modifiers) != bool(b.modifiers) or _manifold(a.quantity, b.quantity):
        return None
    if same_words or unit == "years old":
        evident = True
    elif _measures(unit):
        named = bool(a.names & b.names) or not (a.names and b.names)
        evident = len(both) >= _MEASURED_ALIKE and named
    elif 1.0 in (a.quantity.figure, b.quantity.figure):
        evident = bool(a.fate)
    else:
        evident = bool(a.fate) or bool(both)
    return ("conflict", f"{a.wording} ≠ {b.wording}") if evident else None


def _manifold(one: Quantity, two: Quantity) -> bool:
    if one.figure is None or two.figure is None:
        return False
    low, high = sorted((abs(one.figure), abs(two.figure)))
    return high > _FOLD * low


def _same_person(text_a: str, text_b: str) -> bool:
    """Whether the same name follows two ages: "Ann Ray" and "Ray", not "Ann Ray" and "Tom Ray"."""
    one, two = _PERSON.match(text_a), _PERSON.match(text_b)
    if one is None or two is None:
        return False
    mine, theirs = set(one["name"].split()), set(two["name"].split())
    return (mine <= theirs or theirs <= mine) and not all(_DEMONYM.fullmatch(n) for n in mine & theirs)


def _part(a: _Stated, b: _Stated) -> Found | None:
    """A smaller figure for a kind of what the other counts is a part of it, not another figure for it."""
    one, two = a.quantity.figure or 0.0, b.quantity.figure or 0.0
    if a.modifiers and not b.modifiers and one < two:
        return "refine", f"{a.wording} ⊂ {b.wording}"
    if b.modifiers and not a.modifiers and two < one:
        return "refine", f"{a.wording} ⊃ {b.wording}"
    return None


def _measures(unit: str) -> bool:
    return unit.lower() in _MEASURES


def _outright(q: Quantity) -> bool:
    return q.low == q.high


def _inside(one: Quantity, two: Quantity) -> str:
    """The sign that says which interval lies in the other, if any."""
    (low, high), (below, above) = _bounds(one), _bounds(two)
    if below <= low and high <= above:
        return "⊂"
    return "⊃" if low <= below and above <= high else "≈"


def _bounds(q: Quantity) -> tuple[float, float]:
    return (
        float("-inf") if q.low is None else q.low,
        float("inf") if q.high is None else q.high,
    )
