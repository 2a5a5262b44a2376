"""Words that are told as they are written: "Opa-locka", not "Opa" and "locka"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_JOINED = re.compile(r"\w+(?:[-‐‑'’]\w{2,})+")
_PART = re.compile(r"\w+")


def joined(words: Iterable[str], one: str, two: str) -> tuple[str, ...]:
    """Each word, or what it is a part of in both texts, once, whatever its capitals; the order is kept."""
    there = {found.casefold() for found in _JOINED.findall(two)}
    wholes = [found for found in _JOINED.findall(one) if found.casefold() in there]
    whole_of = {part: whole for whole in reversed(wholes) for part in _PART.findall(whole)}
    told: dict[str, str] = {}
    for word in words:
        whole = whole_of.get(word, word)
        told.setdefault(whole.casefold(), whole)
    return tuple(told.values())
