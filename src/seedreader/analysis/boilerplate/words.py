"""The words and marks of a text as rules and model see them: in small letters, with zeros for digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter

from seedreader.analysis.boilerplate.rules import CUE

_TOKEN = re.compile(r"[^\W\d_]+|\d{1,4}|[^\w\s]|_")
_FRONT = itemgetter(slice(CUE))
_ENDS, _CLOSES = frozenset(".!?…。！？"), frozenset("\"”’')]»」")


def folded(text: str) -> str:
    """Give the text, as long as before, in small letters and with zeros for digits."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for digit in "123456789":
        small = small.replace(digit, "0")
    return small


def tokens(small: str) -> list[str]:
    """Give the words, numbers and marks of a `folded` piece."""
    return _TOKEN.findall(small)


def cues(own: Iterable[str]) -> set[str]:
    """Give what `rules.told` asks for, of a piece's tokens."""
    return set(map(_FRONT, own))


def ended(own: Sequence[str]) -> bool:
    """Tell whether tokens end as a sentence does."""
    at = len(own) - 1
    while at > 0 and own[at] in _CLOSES:
        at -= 1
    return at >= 0 and own[at] in _ENDS
