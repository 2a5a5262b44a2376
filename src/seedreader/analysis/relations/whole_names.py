"""Names told as they are written: "Los Angeles" and "Opa-locka", not "Los", "Angeles", "Opa", "locka"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0966-\u0df3"
"""Accents and vowel signs that stand inside words, which `re` does not count to them."""

_WORD = re.compile(rf"\w[\w{_MARKS}]*(?:[-‐‑'’]\w[\w{_MARKS}]+)*")
_PART = re.compile(r"\w+")
_PARTICLES = frozenset((
    "van", "von", "vom", "zu", "zur", "der", "de", "del", "della", "di", "da", "das", "dos", "du", "des",
    "la", "las", "le", "les", "los", "el", "al", "bin", "bint", "ibn", "y", "af",
))  # fmt: skip
_LINKING = frozenset({"of", "the"})
_NO_NAME = _LINKING | {"a", "an", "and", "in", "on", "at", "for", "this", "that", "but"}
"""Words that a name of several neither begins nor ends with, though they stand there with a capital."""

MAX_PARTS = 12
"""Words of a name at most: more in a row with capitals are a headline, of which a part may be a name."""

SHORT_NAME = 3
"""Words in a row with capitals that are one name without a second text that says so."""

NameParts = Mapping[tuple[str, ...], str]
"""What may be a name of several words, folded word by word, and as it stands in the text."""


def name_parts(text: str) -> NameParts:
    """Every stretch of two words or more that is written as one name, or as a part of one."""
    found: dict[tuple[str, ...], str] = {}
    for start, end in _runs(text):
        parts = [(m.start(), m.end(), m[0].casefold()) for m in _PART.finditer(text, start, end)]
        for first, last in _stretches(len(parts)):
            begins, ends = parts[first][2], parts[last][2]
            if begins not in _NO_NAME and ends not in _NO_NAME and ends not in _PARTICLES:
                folded = tuple(word for _, _, word in parts[first : last + 1])
                stop = parts[last][1] if last + 1 < len(parts) else end  # vowel signs follow the last part
                found.setdefault(folded, " ".join(text[parts[first][0] : stop].split()))
    return found


def joined(words: Iterable[str], one: NameParts, two: NameParts) -> tuple[str, ...]:
    """Each word, or the longest name of both texts that it is a part of, once, whatever its capitals.

    The order is kept, and names stand as in the first text.
    """
    whole_of: dict[str, str] = {}
    for name in sorted(one.keys() & two.keys(), key=len, reverse=True):
        for part in name:
            whole_of.setdefault(part, one[name])
    told: dict[str, str] = {}
    for word in words:
        whole = whole_of.get(word.casefold(), word)
        told.setdefault(whole.casefold(), whole)
    return tuple(told.values())


def whole_name(word: str, text: str) -> str:
    """A word of a text, or the name of two or three words that it stands in where it stands first."""
    at = re.search(rf"\b{re.escape(word)}\b", text)
    if at is not None:
        for start, end in _runs(text):
            parts = [m for m in _PART.finditer(text, start, end) if m[0].casefold() not in _LINKING]
            if start <= at.start() < end and 1 < len(parts) <= SHORT_NAME:
                return " ".join(text[parts[0].start() : parts[-1].end()].split())
    return word


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a row that are capitalised, or link such words; and each word joined by itself."""
    start = end = 0
    for word in _WORD.finditer(text):
        wording = word[0]
        named = wording[0].isupper() or wording in _PARTICLES or wording in _LINKING
        if end and not (named and text[end : word.start()].isspace()):
            yield start, end
            end = 0
        if named:
            start, end = (start if end else word.start()), word.end()
        elif not wording.isalnum():
            yield word.span()
    if end:
        yield start, end


def _stretches(parts: int) -> Iterator[tuple[int, int]]:
    for first in range(parts):
        for last in range(first + 1, min(parts, first + MAX_PARTS)):
            yield first, last
