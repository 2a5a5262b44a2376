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

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
"""Accents and vowel signs that are characters of their own, though not letters to Python."""

WORD = rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:[{_MARKS}]+[^\W{_UNSPACED}]*)*"
"""A regular expression for one word."""

_TOKEN = re.compile(rf"{WORD}|[^\w\s]")
_PLAIN = str.maketrans("‘’‚‛“”„‟«»′″‐‑‒–—―−", '\'\'\'\'""""""\'"-------')
_WORD = re.compile(WORD)
_BREAK = re.compile(r"-\n[ \t]*")
_PARTED = re.compile(r"(?<![^\W_])([^\W\d_]{2,40})-\n[ \t]*([^\W\d_]{2,40})(?![^\W_])")
_LONGEST = 100
"""Characters of a word whose spelling is looked at; a longer one is no word."""
_HEAVIEST = 8
"""Characters from which on a word weighs no more: a match of long words tells more than one of short ones."""


@dataclass(frozen=True, slots=True)
class WordSequence:
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


def plain(word: str) -> str:
    """What all spellings of a word have in common. Very long ones, which take time, only lose their case."""
    if len(word) > _LONGEST:
        return word.casefold()
    return unicodedata.normalize("NFKC", word).translate(_PLAIN).casefold()


def parted(*texts: str) -> frozenset[str]:
    """The words, `plain`, that one of these texts parts at the end of a line and one has whole."""
    found = {plain(a + b) for text in texts if "-\n" in text for a, b in _PARTED.findall(text)}
    if not found:
        return frozenset()
    return frozenset(found.intersection(plain(word) for text in texts for word in set(_WORD.findall(text))))


def split_words(text: str, ids: dict[str, int], whole: frozenset[str] = frozenset()) -> WordSequence:
    """The words of ``text``; texts that are to be compared share one ``ids``, which this fills.

    Words of ``whole`` that are `parted` count as one word each.
    """
    matches = list(_TOKEN.finditer(text))
    if whole:
        return _joined(text, matches, ids, whole)
    spelt = [match.group() for match in matches]
    known: dict[str, int] = {}
    weight: dict[str, int] = {}
    for word in set(spelt):
        known[word] = ids.setdefault(plain(word), len(ids))
        weight[word] = 1 + min(len(word), _HEAVIEST) if word[0].isalnum() else 1
    return WordSequence(
        text,
        array("l", [match.start() for match in matches]),
        array("l", [match.end() for match in matches]),
        [known[word] for word in spelt],
        array("l", [weight[word] for word in spelt]),
    )


def _joined(
    text: str, matches: list[re.Match[str]], ids: dict[str, int], whole: frozenset[str]
) -> WordSequence:
    """The words of a text, those of ``whole`` in one piece."""
    inside = dict(match.span() for match in _PARTED.finditer(text) if plain(match[1] + match[2]) in whole)
    starts, ends, spelt = array("l"), array("l"), []
    last = 0
    for match in matches:
        start, end = match.span()
        if start < last:
            continue
        last = inside.get(start, end)
        starts.append(start)
        ends.append(last)
        spelt.append(match.group() if last == end else _BREAK.sub("", text[start:last]))
    numbers = [ids.setdefault(plain(word), len(ids)) for word in spelt]
    weights = [1 + min(len(word), _HEAVIEST) if word[0].isalnum() else 1 for word in spelt]
    return WordSequence(text, starts, ends, numbers, array("l", weights))
