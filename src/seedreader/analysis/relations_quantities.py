"""Whether two passages state the same figure for the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.analysis.quantities_nouns import singular
from seedreader.article import Quantity

_CASUALTY = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|dead|died?|dies|deaths?|toll|fatalit\w+|casualt\w+|wounded|injur\w+|hurt|lost their lives)\b",
    re.I,
)
_HURT = re.compile(r"\b(?:wounded|injur\w+|hurt)\b", re.I)
_MORE = re.compile(r"\b(?:another|additional|extra|further|more|new|newly|reinforcements?)\b", re.I)
_PART = re.compile(r"\b(?:of (?:the|those|them|whom|its)|among|including|half of)\b", re.I)
_SAME = [
    "troop soldier serviceman fighter personnel military",
    "person people man woman civilian resident victim dead killed wounded injured casualty death fatality life passenger worker",
    "missile rocket projectile",
    "howitzer gun artillery cannon launcher",
    "usd dollar",
]
_GROUP = {word: i for i, words in enumerate(_SAME) for word in words.split()}

_CLOSEST = ("agree", "refine", "conflict")


def compare(
    text_a: str, mine: Sequence[Quantity], at_a: int, text_b: str, theirs: Sequence[Quantity], at_b: int
) -> tuple[str, str] | None:
    """The most telling comparison of two passages' quantities, or None when they count nothing in common.

    Each quantity is held against the closest one of the other passage that counts the same thing.
    """
    pairs = [
        (_pair(text_a, a, at_a, text_b, b, at_b), a, b)
        for a in mine
        for b in theirs
        if comparable(text_a, a, at_a, text_b, b, at_b)
    ]
    pairs.sort(key=lambda p: _CLOSEST.index(p[0][0]))
    left, right, found = set(), set(), []
    for result, a, b in pairs:
        if a.start not in left and b.start not in right:
            left.add(a.start)
            right.add(b.start)
            found.append(result)
    found.sort(key=lambda r: _CLOSEST.index(r[0]), reverse=True)
    return found[0] if found else None


def comparable(text_a: str, a: Quantity, at_a: int, text_b: str, b: Quantity, at_b: int) -> bool:
    """Whether two quantities count the same thing: one unit, and neither a part of or an addition to it alone."""
    if a.unit is None or b.unit is None or not _same_unit(a.unit, b.unit):
        return False
    near_a, near_b = _near(text_a, a, at_a), _near(text_b, b, at_b)
    if bool(_MORE.search(near_a)) != bool(_MORE.search(near_b)):
        return False
    role_a, role_b = _role(text_a, a, at_a), _role(text_b, b, at_b)
    return role_a == role_b


def _same_unit(a: str, b: str) -> bool:
    one, two = singular(a), singular(b)
    return one == two or (one in _GROUP and _GROUP.get(one) == _GROUP.get(two))


def _near(text: str, q: Quantity, at: int) -> str:
    """The quantity with the words that lead to it, back to the last figure or comma."""
    start = q.start - at
    lead = re.split(r"[,;.:]\s|\d", text[max(0, start - 50) : start])[-1]
    return lead + text[start : q.end - at]


def _role(text: str, q: Quantity, at: int) -> str:
    """What happened to those counted: killed, hurt, or nothing of the kind."""
    start, end = q.start - at, q.end - at
    right = re.split(r"[,;.]|\band\b", text[end : end + 60])[0]
    left = re.split(r"[,;.]|\band\b", text[max(0, start - 30) : start])[-1]
    around = " ".join((left, text[start:end], right))
    if not _CASUALTY.search(around):
        return ""
    both = _HURT.search(text[start : end + 60]) is not None
    return (
        "hurt"
        if both and not re.search(r"\b(?:kill|dead|died|death)", around, re.I)
        else "dead and hurt"
        if both
        else "dead"
    )


def _pair(text_a: str, a: Quantity, at_a: int, text_b: str, b: Quantity, at_b: int) -> tuple[str, str]:
    one, two = text_a[a.start - at_a : a.end - at_a], text_b[b.start - at_b : b.end - at_b]
    one, two = " ".join(one.split()), " ".join(two.split())
    if a.figure is not None and b.figure is not None:
        if a.figure != b.figure:
            return "conflict", f"{one} ≠ {two}"
        if (a.low, a.high) == (b.low, b.high):
            return "agree", f"{one} = {two}"
        return ("agree" if _hedge_only(a, b) else "refine"), f"{one} ≈ {two}"
    if (a.low, a.high) == (b.low, b.high):
        return "agree", f"{one} = {two}"
    low = max(x for x in (a.low, b.low, float("-inf")) if x is not None)
    high = min(x for x in (a.high, b.high, float("inf")) if x is not None)
    return (
        ("refine", f"{one} ⊂ {two}" if _wider(b, a) else f"{one} ⊃ {two}")
        if low <= high
        else ("conflict", f"{one} ≠ {two}")
    )


def _hedge_only(a: Quantity, b: Quantity) -> bool:
    """One figure said once outright and once with a hedge."""
    return (a.low == a.high) != (b.low == b.high)


def _wider(a: Quantity, b: Quantity) -> bool:
    return _width(a) >= _width(b)


def _width(q: Quantity) -> float:
    return float("inf") if q.low is None or q.high is None else q.high - q.low
