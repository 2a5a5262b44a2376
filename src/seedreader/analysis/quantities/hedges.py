"""What the words around a figure allow it to be: "up to", "at least", "about", "or more"."""

from __future__ import annotations

import re

from seedreader.analysis.numbers import Number
from seedreader.analysis.quantities import counted_nouns

TOLERANCE = 0.1
"""Share of a figure that "about" allows on either side."""

_MOST = (
    r"up to|(?<!twice )(?<!times )(?<!half )as (?:many|much) as|at most|no more than|not more than"
    r"|a maximum of|fewer than|less than|under|below"
)
_LEAST = (
    r"at least|no fewer than|no less than|not less than|a minimum of|more than|over|above|upwards of"
    r"|in excess of"
)
_ABOUT = (
    r"about|around|some|roughly|approximately|approx\.|an estimated|estimated|circa|in the region of"
    r"|close to"
)
_NEARLY = r"nearly|almost|just under|just short of|just shy of|not quite"
_OVER = r"just over|slightly more than|a little over|slightly over"
_HEDGE = re.compile(
    rf"(?<!\w)(?:(?P<over>{_OVER})|(?P<nearly>{_NEARLY})|(?P<most>{_MOST})|(?P<least>{_LEAST})"
    rf"|(?P<about>{_ABOUT})|(?P<between>between)|(?P<exact>exactly|precisely|a total of|a record))\s+"
    r"(?:(?:another|an additional|an extra|a further|the initial|a total of|the)\s+)?$",
    re.I,
)
_MODIFIER = re.compile(r"(?<!\w)(?:another|an additional|an extra|a further|(?:the|an) initial)\s+$", re.I)
_AFTER = re.compile(
    r"\s?(?:(?P<plus>\+|-plus\b|or more\b|and counting\b)|(?P<minus>or (?:less|fewer)\b)|(?P<so>or so\b))",
    re.I,
)


_REACH = 40
"""Characters before a figure in which its hedge stands."""

_PHRASAL = re.compile(
    r"\b(?:(?:turn|hand|sign|pull|knock|push|tip|flip|roll)(?:s|ed|ing)?|(?P<take>t(?:akes?|ook|aken|aking))"
    r"|(?P<win>w(?:ins?|on|inning))|(?P<run>r(?:uns?|an|unning)))\s$",
    re.I,
)
"""Verbs that "over" belongs to: "turned over 300 emails"; the last three in some senses only."""

_ADDED = re.compile(r"\badd(?:s|ed|ing)?\s$", re.I)
_WENT = re.compile(
    r"\b(?:go(?:es|ing|ne)?|went|climb(?:s|ed|ing)?|rise[ns]?|rose|jump(?:s|ed)?|move[sd]?)\s$", re.I
)
"""Verbs that "up to" belongs to: "rents went up to 900 euros"."""
_CAUSED = re.compile(r"\bbr(?:ings?|ought|inging)\s$", re.I)
_LASTED = re.compile(
    r"\b(?:for|in|after|of|with|and|is|was|were|are|be|been|at|by|to|within|last(?:s|ed|ing)?|t(?:akes?|ook|aken|aking)"
    r"|sp(?:en[dt]s?|ending)|wait(?:ed|ing)?|work(?:ed|ing)?|ran|runs?|has|have|had|serv(?:ed|ing)|need(?:s|ed)?"
    r"|than|just|well|already|lived|stood|sat|played|flew|drove|walked|travel\w+)\s$",
    re.I,
)
"""What stands before "over" where it says how long: elsewhere "over ten years" is the time in which."""

_DISTANCE = re.compile(
    r"\b(?:races?|distance|march|flight|ride|trek|event|final|course|sprint|heats?)\s$", re.I
)

_TIMES = frozenset(["second", "minute", "hour", "day", "week", "month", "year", "decade", "season", "game"])
_PEOPLE = frozenset(["voter", "critic", "fan", "supporter", "sceptic", "skeptic", "doubter", "person"])
_BODIES = frozenset(
    ["person", "people", "man", "woman", "child", "pedestrian", "cyclist", "dog", "sheep", "boy", "girl"]
)
_SMALL = 10
"""Figures below it in words ("two") are not rounded."""


def before(text: str, start: int, first: Number) -> re.Match[str] | None:
    """The hedge that ends right before a figure."""
    return _HEDGE.search(text, max(start, first.start - _REACH), first.start)


def after(text: str, last: Number, stop: int) -> re.Match[str] | None:
    """The hedge that follows a figure: "or more"."""
    return _AFTER.match(text, last.end, stop)


def governs(text: str, hedge: re.Match[str], first: Number, label: str | None, measure: bool) -> bool:
    """Whether a hedge is one, and no part of a verb ("took over 300 shops") or of another phrase.

    ``label`` is what the figure counts; ``measure`` whether it measures time, length or money.
    """
    words = hedge[0].lower().split()[0]
    at = hedge.start()
    left = text[max(0, at - 24) : at]
    if words == "up":
        return not (_ADDED.search(left) or _WENT.search(left))
    if words == "about":
        return _CAUSED.search(left) is None
    if words != "over":
        return True
    if _DISTANCE.search(left):
        return False
    unit = counted_nouns.singular(label) if label else ""
    if phrasal := _PHRASAL.search(left):
        if phrasal["take"]:
            return measure or not label
        if phrasal["run"]:
            return unit not in _BODIES
        return not (phrasal["win"] is None or unit in _PEOPLE)
    if unit in _TIMES and text[first.end : first.end + 1] != "-":
        return _LASTED.search(left) is not None or not left.strip()
    return not (first.worded and (first.figure or _SMALL) < _SMALL and not measure)


def begin(text: str, start: int, first: Number, hedge: re.Match[str] | None) -> int:
    """Where the wording of a figure begins: at its hedge, or at "another"."""
    if hedge:
        return hedge.start()
    modifier = _MODIFIER.search(text, max(start, first.start - _REACH), first.start)
    return modifier.start() if modifier else first.start


def interval(
    hedge: re.Match[str] | None,
    following: re.Match[str] | None,
    figure: float | None,
    low: float | None,
    high: float | None,
) -> tuple[float | None, float | None]:
    """What a figure may be by the hedge before it and the one after it.

    "More than half" is not below the half, though "half" alone may be.
    """
    kind = hedge.lastgroup if hedge else None
    if following:
        kind = {"plus": "least", "minus": "most", "so": "about"}[following.lastgroup or "so"]
    if kind == "most":
        return None, high if figure is None else figure
    if kind == "least":
        return low if figure is None else figure, None
    if figure is None or low is None or high is None:
        return low, high
    slack = abs(figure) * TOLERANCE
    if kind == "about":
        return figure - slack, figure + slack
    if kind == "nearly":
        return figure - slack, figure
    if kind == "over":
        return figure, figure + slack
    return low, high
