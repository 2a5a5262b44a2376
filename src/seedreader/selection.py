"""An exact selection in a text: two edges that move by words or by characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from seedreader.article import Range

UNITS = ("words", "characters")

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_JOINER = "\u200d"
_REACH = 4_096
"""Characters around an edge that are looked at for a word's end."""


@dataclass(frozen=True, slots=True)
class Selection:
    """``[start, end)``, never empty; ``at_end`` says which edge moves, ``unit`` (one of `UNITS`) how far."""

    start: int
    end: int
    at_end: bool = True
    unit: str = "words"


def begin(text: str, start: int, end: int) -> Selection | None:
    """Select the first word of ``[start, end)``; None where there is no word."""
    found = _word().search(text, start, end)
    return Selection(found.start(), found.end()) if found else None


def flip(selection: Selection) -> Selection:
    """Move the other edge from now on."""
    return replace(selection, at_end=not selection.at_end)


def other_unit(selection: Selection) -> Selection:
    """Move by characters instead of words, or by words again."""
    return replace(selection, unit=UNITS[selection.unit == UNITS[0]])


def step(text: str, selection: Selection, direction: int) -> Selection:
    """Move the edge one unit back (-1) or on (1); at the other edge and the text's ends it stays."""
    at = selection.end if selection.at_end else selection.start
    if selection.unit == "words":
        at = _by_word(text, at, direction, selection.at_end)
    else:
        at = _by_character(text, at, direction)
    if selection.at_end:
        return replace(selection, end=at) if at > selection.start else selection
    return replace(selection, start=at) if at < selection.end else selection


def slide(text: str, selection: Selection, direction: int) -> Selection:
    """Select the next (1) or previous (-1) word."""
    if direction > 0:
        found = _word().search(text, selection.end)
        start = found.start() if found else selection.start
    else:
        start = _by_word(text, selection.start, -1, False)
    if start == selection.start:
        return selection
    return replace(selection, start=start, end=_by_word(text, start, 1, True))


def to_sentence(selection: Selection, sentences: Sequence[Range], direction: int) -> Selection:
    """Move the edge to the next or previous beginning or end of a sentence."""
    if selection.at_end:
        edges = [end for _, end in sentences]
        at = bisect_right(edges, selection.end) if direction > 0 else bisect_left(edges, selection.end) - 1
        end = edges[at] if 0 <= at < len(edges) else selection.end
        return replace(selection, end=end) if end > selection.start else selection
    edges = [start for start, _ in sentences]
    at = bisect_right(edges, selection.start) if direction > 0 else bisect_left(edges, selection.start) - 1
    start = edges[at] if 0 <= at < len(edges) else selection.start
    return replace(selection, start=start) if start < selection.end else selection


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:[.,:'’–-][^\W{_UNSPACED}]+)*|[^\w\s]")


def _by_word(text: str, at: int, direction: int, at_end: bool) -> int:
    """The next or previous end (or beginning) of a word, never inside a character."""
    if direction > 0:
        edges = (match.end() if at_end else match.start() for match in _word().finditer(text, at))
        return next((edge for edge in edges if edge > at and not _inside(text, edge)), at)
    low = max(0, at - _REACH)
    before = [match.end() if at_end else match.start() for match in _word().finditer(text, low, at)]
    return max((edge for edge in before if edge < at and not _inside(text, edge)), default=at)


def _by_character(text: str, at: int, direction: int) -> int:
    """The next or previous place between two characters as people see them."""
    at += direction
    while _inside(text, at):
        at += direction
    return max(0, min(at, len(text)))


def _inside(text: str, at: int) -> bool:
    """Whether ``at`` lies inside what is shown as one character."""
    if not 0 < at < len(text):
        return False
    one, two = text[at - 1], text[at]
    marks = unicodedata.category(two) in ("Mn", "Me", "Mc") or "\U0001f3fb" <= two <= "\U0001f3ff"
    return marks or two == _JOINER or one == _JOINER or (one == "\r" and two == "\n")
