"""An exact selection in a text: two edges that move by words or by characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import chain, starmap, takewhile
from typing import NamedTuple

from seedreader.article import Range

UNITS = ("words", "characters")

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts that put no space between words; each of their characters is a word here."""

_MARKED = ((0x300, 0x3100), (0xA66F, 0xABF0), (0xFB1E, 0xFE30), (0x10A01, 0x11D98), (0x1E000, 0x1E94B))
"""Where the accents, vowel signs and viramas are that stand in words; elsewhere are a few ancient ones."""

_JOINERS = "\u200c\u200d"
_TAGS = "\U000e0020-\U000e007f"
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_VIRAMAS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d"
"""The signs that draw two consonants as one."""

_REACH = 4_096
"""Characters before an edge in which a place is sought where a word surely begins."""


class Selection(NamedTuple):
    """``[start, end)``, never empty; ``at_end`` says which edge moves, ``unit`` (one of `UNITS`) how far."""

    start: int
    end: int
    at_end: bool = True
    unit: str = "words"


def begin(text: str, start: int, end: int) -> Selection | None:
    """Select the first word of ``[start, end)``; None where there is no word."""
    for found in _word().finditer(text, start, end):
        if not _inside(text, found.start()):
            return Selection(found.start(), _out(text, found.end()))
    return None


def word_at(text: str, at: int) -> Selection | None:
    """Select the word at an offset; None where there is none."""
    reach = _REACH
    while (low := _gap_before(text, at, reach)) is None:
        reach *= 8
    for found in _word().finditer(text, low):
        if found.end() > at:
            return Selection(found.start(), _out(text, found.end())) if found.start() <= at else None
    return None


def flip(selection: Selection) -> Selection:
    """Move the other edge from now on."""
    return selection._replace(at_end=not selection.at_end)


def other_unit(selection: Selection) -> Selection:
    """Move by characters instead of words, or by words again."""
    return selection._replace(unit=UNITS[selection.unit == UNITS[0]])


def step(text: str, selection: Selection, direction: int) -> Selection:
    """Move the edge one unit back (-1) or on (1); at the other edge and the text's ends it stays."""
    at = selection.end if selection.at_end else selection.start
    if selection.unit == "words":
        at = _by_word(text, at, direction, selection.at_end)
    else:
        at = _by_character(text, at, direction)
    if selection.at_end:
        return selection._replace(end=at) if at > selection.start else selection
    return selection._replace(start=at) if at < selection.end else selection


def slide(text: str, selection: Selection, direction: int) -> Selection:
    """Select the next (1) or previous (-1) word; a full stop, a comma or a quotation mark alone is none."""
    at = selection.end - 1 if direction > 0 else selection.start
    while (start := _by_word(text, at, direction, False)) not in (at, selection.start):
        end = _by_word(text, start, 1, True)
        end = end if end > start else _by_character(text, start, 1)
        if not all(unicodedata.category(c)[0] == "P" for c in text[start:end]):
            return selection._replace(start=start, end=end)
        at = start
    return selection


def to_sentence(selection: Selection, sentences: Sequence[Range], direction: int) -> Selection:
    """Move the edge to the next or previous beginning or end of a sentence."""
    if selection.at_end:
        edges = [end for _, end in sentences]
        at = bisect_right(edges, selection.end) if direction > 0 else bisect_left(edges, selection.end) - 1
        end = edges[at] if 0 <= at < len(edges) else selection.end
        return selection._replace(end=end) if end > selection.start else selection
    edges = [start for start, _ in sentences]
    at = bisect_right(edges, selection.start) if direction > 0 else bisect_left(edges, selection.start) - 1
    start = edges[at] if 0 <= at < len(edges) else selection.start
    return selection._replace(start=start) if start < selection.end else selection


@cache
def _word() -> re.Pattern[str]:
    marked = map(chr, chain.from_iterable(starmap(range, _MARKED)))
    marks = "".join(filter(_is_mark, marked)) + _JOINERS + _TAGS
    part = rf"[^\W{_UNSPACED}]+(?:[{marks}]++[^\W{_UNSPACED}]*+)*+"
    return re.compile(rf"[{_UNSPACED}][{marks}]*|{part}(?:[.,:'’–\u00ad\u2060-]{part})*|[^\w\s][{marks}]*")


@cache
def _gap() -> re.Pattern[str]:
    """Where no word goes on, whatever stands before."""
    return re.compile(rf"[\s{_UNSPACED}]")


def _gap_before(text: str, at: int, reach: int) -> int | None:
    """A place at most ``reach`` before ``at`` from which the words are the same as from the beginning."""
    if at <= reach:
        return 0
    gap = _gap().search(text, at - reach, at)
    return gap.start() if gap else None


def _by_word(text: str, at: int, direction: int, at_end: bool) -> int:
    """The next or previous end (or beginning) of a word, never inside a character."""
    reach = _REACH
    while True:
        low = _gap_before(text, at, reach)
        reach *= 8
        if low is None:
            continue
        words = _word().finditer(text, low)
        edges = (word.end() if at_end else word.start() for word in words)
        if direction > 0:
            return next((edge for edge in edges if edge > at and not _inside(text, edge)), at)
        before = list(takewhile(lambda edge: edge < at, edges))
        found = next((edge for edge in reversed(before) if not _inside(text, edge)), at)
        if found < at or low == 0:
            return found


def _by_character(text: str, at: int, direction: int) -> int:
    """The next or previous place between two characters as people see them."""
    at += direction
    while _inside(text, at):
        at += direction
    return max(0, min(at, len(text)))


def _out(text: str, at: int) -> int:
    """``at``, or the end of the character in which it lies."""
    return _by_character(text, at, 1) if _inside(text, at) else at


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Mc")


def _inside(text: str, at: int) -> bool:
    """Whether ``at`` lies inside what is shown as one character.

    Unicode's extended grapheme clusters (UAX 29); a joiner also holds what is no emoji.
    """
    if not 0 < at < len(text):
        return False
    one, two = text[at - 1], text[at]
    if one < "\u0300" and two < "\u0300":
        return one == "\r" and two == "\n"
    if unicodedata.category(one) in ("Cc", "Zl", "Zp"):
        return False
    if _is_mark(two) or _goes_on(two) or one == "\u200d":
        return True
    if one in _FLAG_LETTERS and two in _FLAG_LETTERS:
        before = text[:at]
        return (at - len(before.rstrip(_FLAG_LETTERS))) % 2 == 1
    return _is_syllable(one, two) or _is_conjunct(one, two) or _is_prefix(one)


def _goes_on(character: str) -> bool:
    """Whether it belongs to the character before though it is no mark: joiners, skin colours, letters of
    tags, vowels and finals of Hangul syllables, Thai and Lao am, half-wide voicing."""
    return (
        character in _JOINERS
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
        or "\u1160" <= character <= "\u11ff"
        or "\ud7b0" <= character <= "\ud7ff"
        or character in "\u0e33\u0eb3\uff9e\uff9f"
    )


def _is_syllable(one: str, two: str) -> bool:
    """Whether a Hangul initial goes on with another or with a syllable."""
    initial = "\u1100" <= one <= "\u115f" or "\ua960" <= one <= "\ua97c"
    return initial and (
        "\u1100" <= two <= "\u115f" or "\ua960" <= two <= "\ua97c" or "\uac00" <= two <= "\ud7a3"
    )


def _is_conjunct(one: str, two: str) -> bool:
    """Whether a consonant hangs on a virama of its own script."""
    return one in _VIRAMAS and ord(one) // 128 == ord(two) // 128 and unicodedata.category(two) == "Lo"


def _is_prefix(character: str) -> bool:
    """Whether it is one of the signs of Arabic, Syriac and Kaithi that stand around the digits after them."""
    return (
        character in "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
    )
