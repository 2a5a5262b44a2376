"""Texts as lists of comparable words that know where they stand."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass

from seedreader.article import Range

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts that put no space between words; each of their characters is a word here."""

_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
_PLAIN = str.maketrans("‘’‚‛“”„‟«»′″‐‑‒–—―−", '\'\'\'\'""""""\'"-------')
_HEAVIEST = 8


@dataclass(frozen=True, slots=True)
class Words:
    """The words and punctuation marks of a text: where each is, an id shared by all its spellings
    (case, kind of quotation mark), and how much it says (longer words say more)."""

    text: str
    starts: array[int]
    ends: array[int]
    ids: list[int]
    weights: array[int]

    def spelt(self, index: int) -> str:
        """The word as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def at(self, start: int, end: int) -> Range:
        """Indices ``[first, last)`` of the words that ``[start, end)`` touches."""
        first = bisect_left(self.ends, start + 1)
        return first, max(first, bisect_left(self.starts, end))


def split(text: str, ids: dict[str, int]) -> Words:
    """The words of ``text``; texts that are to be compared share one ``ids``, which this fills."""
    words = Words(text, array("l"), array("l"), [], array("l"))
    known: dict[str, int] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        number = known.get(word)
        if number is None:
            plain = unicodedata.normalize("NFKC", word).translate(_PLAIN).casefold()
            number = known[word] = ids.setdefault(plain, len(ids))
        words.starts.append(match.start())
        words.ends.append(match.end())
        words.ids.append(number)
        words.weights.append(1 + min(len(word), _HEAVIEST) if word.isalnum() else 1)
    return words
