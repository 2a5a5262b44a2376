"""Words that are told as they are written: "Opa-locka", not "Opa" and "locka"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_JOINED = re.compile(r"\b\w+(?:[-‐‑'’]\w{2,})+")
_PART = re.compile(r"\w+")


def joined_words(text: str) -> list[str]:
    """The words of a text that are written as one, in reading order."""
    return _JOINED.findall(text)


def whole(words: Iterable[str], one: Sequence[str], two: Sequence[str]) -> tuple[str, ...]:
    """Each word, or what it is a part of in both texts, once, whatever its capitals; the order is kept.

    ``one`` and ``two`` are the `joined_words` of these.
    """
    whole_of: dict[str, str] = {}
    if one and two:
        there = {found.casefold() for found in two}
        wholes = [found for found in one if found.casefold() in there]
        whole_of = {part: whole for whole in reversed(wholes) for part in _PART.findall(whole)}
    told: dict[str, str] = {}
    for word in words:
        said = whole_of.get(word, word)
        told.setdefault(said.casefold(), said)
    return tuple(told.values())
