"""Whether two passages state the same figure for the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import floor
from typing import NamedTuple

from seedreader.analysis import word_tokens
from seedreader.analysis.matching.synonyms import senses
from seedreader.analysis.quantities import durations
from seedreader.analysis.relations import measurands
from seedreader.analysis.relations.compare_dates import CALENDAR
from seedreader.analysis.relations.measurands import Measurand
from seedreader.analysis.relations.vaguer_figures import vaguer
from seedreader.article import Mention, Quantity, Reason

Found = tuple[str, Reason]


class QuantityComparison(NamedTuple):
    """How two quantities stand to each other, why, and whether something is said that both are for.

    ``least`` is how likely (0…1) the passages must speak of one subject for that to hold: the less, the more
    the figures show by themselves.
    """

    relation: str
    reason: Reason
    sure: bool
    least: float = 0.25


TELLTALE, SAID, FARTHER, AROUND, UNSAID = 0.05, 0.12, 0.2, 0.25, 0.35
"""How likely passages must speak of one subject where their figures are too odd to be alike by chance, where
the same is said of people in both (killed, aboard) and the figures lie near or farther from each other, where
only words around them are the same, and where a conflict has no more than that.
"""

_PERSON = re.compile(r"\s(?:[a-z-]+\s){0,2}(?P<name>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3})")
_NAMED = re.compile(
    r"(?!(?:The|A|An|He|She|It|They|In|On|At|And|But)\b)[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){0,3}"
)
_DEMONYM = re.compile(r"\w+(?:an|ese|ish|i)", re.I)
_HEAD = re.compile(r"\s+([a-z]{3,})\b")
_OF_ONE_WORDS = """
    page word count member seat storey floor vote lap mile kilometre day
    hour minute week bed room man"""
_OF_ONE = frozenset(_OF_ONE_WORDS.split())
"""Units of which one thing has one figure only: a book has one number of pages, while versions of one product
differ in inches or gigabytes."""

_PURPOSE = re.compile(r"(?:\s[a-z]+){0,2}?\sto ([a-z]{3,})\b")
"""What a figure is for: "60 votes to overcome a block", "3 million needed to repair the roof"."""

_REJECTED = re.compile(r"\b(?:and |but )?(?:not|rather than|instead of)(?: the)? $", re.I)
_TOLD_ALIKE = 2
"""Words around two figures that both passages must use, where they name nobody in common."""

_WHEN = frozenset(["night", "day", "morn", "even", "week", "month", "year", "time", "hour"])
_CLOSEST = ("agree", "refine", "conflict")

_SOME = frozenset(["officer", "policeman", "firefighter", "child", "woman", "man", "boy", "girl", "soldier"])
"""People told from others by age, sex or uniform: rarely all whom something befell."""

_FOLD = 3
"""How many times the smaller figure the larger may be for both to be said of one thing."""

_NEAR = 1.6
"""The same for what measures anything, and for a total beside a figure that is not called one."""

_YEARS_APART = 5
"""How far two ages of one person may lie apart: relatives share a name."""

_TOLL, _TOLL_FOLD = frozenset(["dead", "hurt", "missing"]), 30
"""The same for tolls, which grow within hours."""

_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|several|many|few)\b", re.I)
"""Words for many, of which no figure above them is another: "dozens" may be 200 an hour later."""

_LOOSELY = 0.5
"""Of what a vague word says at least, what it is still said of: 18,000 are called tens of thousands."""

_CROWD_FOLD = 10
"""The same for crowds, of which police and organisers give very different figures."""

_ODD, _NEARLY = 100, 1.05
"""Figures that are no round ones from the first are taken for one thing when they differ by no more."""

_SMALL = 10
"""Figures below which a measure may well have one by chance."""

_LARGE, _YEARS = 1_000, (1800, 2100)

_BEFORE = 30
"""Characters before a figure in which it is rejected."""

_MEASURED_ALIKE = 3
"""Words that must stand around both of two measures, where one is enough for things that are counted."""


def compare_quantities(
    mine: Sequence[Measurand], theirs: Sequence[Measurand], common: int = 0, same: bool = False
) -> QuantityComparison | None:
    """The most telling comparison of what two passages count, or None when they count nothing in common.

    Each quantity is held against the closest one of the other passage that counts the same thing. ``common``
    is how many stems the sentences of the passages share; ``same`` that the passages are the same but for
    their figures.
    """
    pairs = [
        (QuantityComparison(*paired, _sure(paired[0], a, b), _least(paired[0], a, b)), i, j)
        for i, a in enumerate(mine)
        for j, b in enumerate(theirs)
        if _comparable(a, b) and (paired := _pair(a, b, common, same))
    ]
    if not pairs:
        return None
    pairs.sort(key=lambda p: _CLOSEST.index(p[0][0]))
    if pairs[-1][0].relation == "conflict" and (_series(mine) or _series(theirs)):
        pairs = [
            p
            for p in pairs
            if p[0].relation != "conflict" or not mine[p[1]].measure or _near_miss(mine[p[1]], theirs[p[2]])
        ]
    left: set[int] = set()
    right: set[int] = set()
    found: list[QuantityComparison] = []
    for result, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append(result)
    return max(found, key=lambda r: _CLOSEST.index(r[0]), default=None)


def _sure(relation: str, a: Measurand, b: Measurand) -> bool:
    """Whether something is said that two figures are both for; not enough where tolls lie far apart."""
    far = relation == "conflict" and _fold(a.quantity, b.quantity) > _FOLD
    return _telltale(a, b) or (bool(a.said & b.said) and not (far and _TOLL & a.said))


def _least(relation: str, a: Measurand, b: Measurand) -> float:
    """How likely two passages must speak of one subject for their figures to be compared."""
    if _near_miss(a, b) or _telltale(a, b):
        return TELLTALE
    said = a.said & b.said
    if relation != "conflict":
        return SAID if said and not a.measure else AROUND
    near = _fold(a.quantity, b.quantity) <= (_NEAR if a.measure else _FOLD)
    if not said or not (near or "crowd" in said):
        return UNSAID
    return FARTHER if a.measure or _fold(a.quantity, b.quantity) > _NEAR else SAID


def rejected(text: str, quantities: Sequence[Quantity], at: int) -> Sequence[tuple[Quantity, Quantity]]:
    """The figures of a passage that it gives for another one, and that other: "214 people, not 212".

    ``at`` is the offset of ``text`` in its article.
    """
    denied = [
        _REJECTED.search(text, max(0, q.start - at - _BEFORE), q.start - at) is not None for q in quantities
    ]
    return [
        (stated, q)
        for (stated, q), (before, after) in zip(pairwise(quantities), pairwise(denied), strict=True)
        if after and not before
    ]


def corrected(one: Sequence[tuple[Quantity, Quantity]], theirs: Sequence[Quantity]) -> Reason | None:
    """What tells that a passage rejects the other's figure, given what it rejects."""
    for stated, q in one:
        said = next((o for o in theirs if o.figure == q.figure and o.unit), None)
        if said is not None and (not q.unit or q.unit == said.unit):
            return reason("≠", stated, said)
    return None


def unlike(mine: Sequence[Measurand], theirs: Sequence[Measurand]) -> tuple[Measurand, Measurand] | None:
    """Two quantities of one unit, of which no figure of that unit agrees; None where another one does."""
    if equal(mine, theirs):
        return None
    for one in mine:
        same = [two for two in theirs if one.unit and one.unit == two.unit]
        if same and all(_figures(one.quantity) != _figures(two.quantity) for two in same):
            return one, same[0]
    return None


def equal(mine: Sequence[Measurand], theirs: Sequence[Measurand]) -> tuple[Reason, ...]:
    """Quantities of one unit with one figure, of `_SMALL` or more or with a decimal, each once."""
    found: list[Reason] = []
    left = list(theirs)
    for one in mine:
        figure = one.quantity.figure or 0
        telling = one.unit and (figure >= _SMALL or figure != floor(figure))
        for two in left if telling else ():
            alike = (one.unit, one.more, one.total, one.part) == (two.unit, two.more, two.total, two.part)
            if alike and figure == two.quantity.figure:
                found.append(reason("=", one.quantity, two.quantity))
                left.remove(two)
                break
    return tuple(found)


def _figures(q: Quantity) -> float | tuple[float, float]:
    return q.figure if q.figure is not None else _bounds(q)


def may_be_one(a: Measurand, b: Measurand) -> bool:
    """Whether two quantities of one unit may well be said of one thing: both are figures of like size."""
    one, two = a.quantity, b.quantity
    if one.figure is None or two.figure is None or vaguer(one, two) or a.unit == "years old":
        return False
    if 1.0 in (one.figure, two.figure):
        return False
    if (a.kind or b.kind) and not _kind_of_one(a, b):
        return False
    if _for_other_ends(a, b) or not measurands.alike(a, b):
        return False
    return _fold(one, two) <= _FOLD and not _of_other_kinds(a, b)


def _of_other_kinds(a: Measurand, b: Measurand) -> bool:
    """Whether two quantities are of a total and a part, of other kinds or of other times by their wording."""
    return (
        a.total != b.total
        or a.part != b.part
        or a.shared != b.shared
        or a.more != b.more
        or a.including != b.including
        or bool(a.modifiers) != bool(b.modifiers)
        or a.earlier != b.earlier
    )


def reason(sign: str, one: Quantity, two: Quantity) -> Reason:
    """How two quantities stand to each other."""
    return Reason("figure", Mention(one.start, one.end), Mention(two.start, two.end), sign)


def _comparable(a: Measurand, b: Measurand) -> bool:
    """Whether two quantities count the same thing, and neither is added to the other."""
    if not measurands.alike(a, b) or a.more != b.more:
        return False
    if a.unit == "years old":
        years = abs((a.quantity.figure or 0) - (b.quantity.figure or 0))
        return not years or (years <= _YEARS_APART and _same_person(a, b))
    if a.measure or b.measure:
        mine, theirs = a.names - CALENDAR, b.names - CALENDAR
        if mine and theirs and mine.isdisjoint(theirs) and not _telltale(a, b):
            return False
        return bool(a.said & b.said) or bool(a.around & b.around) or _telltale(a, b)
    return not (a.modifiers and b.modifiers) or bool(a.modifiers & b.modifiers)


def _pair(a: Measurand, b: Measurand, common: int, same: bool) -> Found | None:
    """How two quantities that count alike stand to each other; None where they may count different things."""
    if a.unit != b.unit and (many := durations.ratio(a.unit, b.unit)):
        a, b = (_in_larger(a, many), b) if many > 1 else (a, _in_larger(b, 1 / many))
    one, two = a.quantity, b.quantity
    if a.shared != b.shared or (
        (a.measure or b.measure) and one.figure == two.figure and not _no_chance(a, b)
    ):
        return None
    if (one.figure, one.low, one.high) == (two.figure, two.low, two.high):
        return "agree", reason("=", one, two)
    if one.figure is not None and one.figure == two.figure:
        return ("agree" if _outright(one) != _outright(two) else "refine"), reason("≈", one, two)
    if one.figure is not None and two.figure is not None:
        if sign := vaguer(one, two):
            return "refine", reason(sign, one, two)
        return _part(a, b) or _differ(a, b, common, same)
    if (_more_than_vague(a, b)) or _more_than_vague(b, a):
        return "refine", reason(_inside(one, two), one, two)
    low = max(x for x in (one.low, two.low, float("-inf")) if x is not None)
    high = min(x for x in (one.high, two.high, float("inf")) if x is not None)
    if low > high:
        return _differ(a, b, common, same)
    return "refine", reason(_inside(one, two), one, two)


def _more_than_vague(a: Measurand, b: Measurand) -> bool:
    """Whether ``a`` is only a vague word ("dozens"), and ``b`` a figure or word of about as many or more."""
    low = a.quantity.low
    most = b.quantity.figure or b.quantity.low
    return (
        _VAGUE.search(a.wording) is not None
        and low is not None
        and most is not None
        and most >= _LOOSELY * low
    )


def _in_larger(thing: Measurand, many: float) -> Measurand:
    """A length of time in a unit of which each is ``many`` of its own: 18 months as a year and a half."""
    q = thing.quantity
    figure, low, high = (None if x is None else round(x / many, 6) for x in (q.figure, q.low, q.high))
    return replace(thing, quantity=q._replace(figure=figure, low=low, high=high))


def _differ(a: Measurand, b: Measurand, common: int, same: bool) -> Found | None:
    """A conflict, where the words around the figures show that they count one thing.

    A running total is not one of its parts, nor is "three of the seven"; a figure several times as large
    counts more; one is no figure but an article ("one man") unless it tells how many fared ill.
    """
    both = (a.around & b.around) - a.names - b.names - _WHEN
    fold = _fold(a.quantity, b.quantity)
    if a.part != b.part or a.including != b.including or bool(a.modifiers) != bool(b.modifiers):
        return None
    if fold > _most(a, b, same):
        return None
    timed = a.years == b.years and not (a.measure and a.dated != b.dated)
    if not timed and ((a.years and b.years) or not a.rare & b.rare):
        return None
    if a.unit != "years old" and (a.kind or b.kind) and not _kind_of_one(a, b):
        return None
    if a.earlier != b.earlier or _for_other_ends(a, b):
        return None
    mine, theirs = a.names - CALENDAR, b.names - CALENDAR
    named = bool(mine & theirs) or not (mine and theirs)
    if not (named or (len(both - CALENDAR) >= _TOLD_ALIKE and not a.measure)):
        evident = False
    elif same or a.unit == "years old" or _near_miss(a, b):
        evident = True
    elif a.measure:
        evident = len(both) >= _MEASURED_ALIKE or bool(a.said & b.said and common)
    elif 1.0 in (a.quantity.figure, b.quantity.figure):
        evident = bool(a.said)
    else:
        evident = bool(a.said) or bool(both)
    return ("conflict", reason("≠", a.quantity, b.quantity)) if evident else None


def _for_other_ends(a: Measurand, b: Measurand) -> bool:
    """Whether both figures are told with what they are for, and that is not the same."""
    one, two = (_PURPOSE.match(thing.after) for thing in (a, b))
    if one is None or two is None:
        return False
    mine, theirs = word_tokens.stemmed(one[1]), word_tokens.stemmed(two[1])
    return mine != theirs and not set(senses().get(mine, ())) & set(senses().get(theirs, ()))


def _kind_of_one(a: Measurand, b: Measurand) -> bool:
    """Whether two figures that tell a kind stand before one noun: "the 48-page report", "47-page report"."""
    if {a.unit, b.unit} - _OF_ONE:
        return False
    one, two = (_HEAD.match(thing.after) for thing in (a, b))
    if a.kind and b.kind:
        return one is not None and two is not None and one[1].lower() == two[1].lower()
    noun = one if a.kind else two
    return noun is not None and word_tokens.stemmed(noun[1]) in (b if a.kind else a).around


def _series(things: Sequence[Measurand]) -> bool:
    """Whether a passage measures one kind of thing twice, so that its figures are not for one thing."""
    figures = {(t.unit, t.said, t.quantity.figure) for t in things if t.measure and t.said}
    return len(figures) > len({(unit, said) for unit, said, _ in figures})


def _no_chance(a: Measurand, b: Measurand) -> bool:
    """Whether two measures are hardly alike by chance, as two that are "two miles" may be."""
    figure = a.quantity.figure
    if a.unit == "years old" or figure is None or figure >= _SMALL or figure != int(figure):
        return True
    return bool(a.said & b.said) or len(a.around & b.around) > 1


def _near_miss(a: Measurand, b: Measurand) -> bool:
    """Whether two exact figures of one unit nearly agree: 1,204 and 1,240 patients are hardly two groups."""
    one, two = a.quantity.figure or 0.0, b.quantity.figure or 0.0
    odd = one >= _ODD and two >= _ODD and one % 100 > 0 and two % 100 > 0
    if (
        not (odd and a.unit == b.unit and _outright(a.quantity) and _outright(b.quantity))
        or _fold(a.quantity, b.quantity) > _NEARLY
    ):
        return False
    return not a.measure or all(x != floor(x) or x % 10 for x in (one, two))


def _most(a: Measurand, b: Measurand, same: bool) -> float:
    if _TOLL & a.said & b.said and not (a.modifiers or b.modifiers):
        return _TOLL_FOLD
    if "crowd" in a.said & b.said:
        return _CROWD_FOLD
    return _FOLD if same or (a.total == b.total and not (a.measure and a.said)) else _NEAR


def _telltale(a: Measurand, b: Measurand) -> bool:
    """Whether both have one figure that is large and no year: hardly by chance."""
    figure = a.quantity.figure
    if figure is None or b.quantity.figure is None:
        return False
    if figure != b.quantity.figure:
        return _near_miss(a, b)
    if figure != int(figure) and a.unit == b.unit:
        return True
    if figure < _LARGE:
        return False
    return not (_YEARS[0] <= figure <= _YEARS[1] and figure == int(figure) and not (a.unit and b.unit))


def _fold(one: Quantity, two: Quantity) -> float:
    """How many times the smaller figure the larger is, at its nearest; 1 where it can't be told."""
    first = one.figure if one.figure is not None else _middle(one)
    second = two.figure if two.figure is not None else _middle(two)
    if not first or not second:
        return 1.0
    first, second = abs(first), abs(second)
    return max(first, second) / min(first, second)


def _middle(q: Quantity) -> float | None:
    return (q.low + q.high) / 2 if q.low is not None and q.high is not None else None


def _same_person(a: Measurand, b: Measurand) -> bool:
    """Whether the same name stands by two ages: "Ann Ray" and "Ray", not "Ann Ray" and "Tom Ray"."""
    mine, theirs = _person(a), _person(b)
    if not mine or not theirs:
        return False
    return (mine <= theirs or theirs <= mine) and not all(_DEMONYM.fullmatch(n) for n in mine & theirs)


def _person(age: Measurand) -> set[str]:
    """The words of the name that an age is of: it follows ("63-year-old Ann Ray") or stands before."""
    if found := _PERSON.match(age.after):
        return set(found["name"].split())
    before = list(_NAMED.finditer(age.before))
    return set(before[-1][0].split()) if before else set()


def _part(a: Measurand, b: Measurand) -> Found | None:
    """A smaller figure for a kind of what the other counts is a part of it, not another figure for it."""
    one, two = a.quantity, b.quantity
    if a.said != b.said or not (a.said or a.around & b.around):
        return None
    if _within(a, b) and (one.figure or 0.0) < (two.figure or 0.0):
        return "refine", reason("⊂", one, two)
    if _within(b, a) and (two.figure or 0.0) < (one.figure or 0.0):
        return "refine", reason("⊃", one, two)
    return None


def _within(a: Measurand, b: Measurand) -> bool:
    """Whether ``a`` is of a kind of what ``b`` counts: "two officers" of "three people"."""
    return bool(a.modifiers and not b.modifiers) or (a.unit in _SOME and b.unit == "person")


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
