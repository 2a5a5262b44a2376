"""Which word of a new text is which word of an old one: a word-level diff that follows moved passages."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seedreader.article import Range

UNSPACED = "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that write no space between words; each of their characters is a word here."""

_WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+|[^\w\s]")
_PLAIN = str.maketrans("‘’‚‛“”„‟«»′″‐‑‒–—―−", "''''\"\"\"\"\"\"'\"-------")

_CELLS = 16_000_000
"""Largest product of lengths that is compared word by word; larger regions are first cut at rare phrases."""

_GRAM = 4
"""Words in a row that, where they are unique in both texts, fix a place."""

_MOVE = 5
"""Least words in a row for a moved passage."""

_NOISE = 0.25
"""A run of matching words that is shorter than this share of the changes on both sides of it is chance."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where each is, and a number that is the same for the same word."""

    starts: array[int]
    ends: array[int]
    ids: list[int]
    weights: array[int]

    def at(self, start: int, end: int) -> Range:
        """Indices ``[first, last)`` of the words that ``[start, end)`` touches."""
        first = bisect_left(self.ends, start + 1)
        return first, max(first, bisect_left(self.starts, end))


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each old word, the index of its new word or -1, and whether it was found out of order."""

    new_of: array[int]
    moved: bytearray


def split(text: str, ids: dict[str, int]) -> Words:
    """Words and punctuation marks of ``text``; ``ids`` numbers them and is shared by texts to be compared."""
    starts, ends, weights = array("l"), array("l"), array("l")
    numbers: list[int] = []
    raw: dict[str, int] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        number = raw.get(word)
        if number is None:
            plain = unicodedata.normalize("NFKC", word).translate(_PLAIN).casefold()
            number = raw[word] = ids.setdefault(plain, len(ids))
        starts.append(match.start())
        ends.append(match.end())
        numbers.append(number)
        weights.append(min(len(word), 8) + 1 if word.isalnum() else 1)
    return Words(starts, ends, numbers, weights)


def align(old: Words, new: Words) -> Alignment:
    """Match the words in order, drop chance matches, then match what moved."""
    result = Alignment(array("l", [-1]) * len(old.ids), bytearray(len(old.ids)))
    _match(old.ids, new.ids, (0, len(old.ids)), (0, len(new.ids)), result.new_of)
    _drop_noise(result.new_of, len(new.ids))
    _follow_moves(old.ids, new.ids, result)
    return result


def _match(a: Sequence[int], b: Sequence[int], old: Range, new: Range, new_of: array[int]) -> None:
    """Write into ``new_of`` a longest common subsequence of the two regions, or nearly one if they are large."""
    from rapidfuzz.distance import LCSseq

    regions = [(*old, *new)]
    while regions:
        i, i_end, j, j_end = regions.pop()
        while i < i_end and j < j_end and a[i] == b[j]:
            new_of[i] = j
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and a[i_end - 1] == b[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
            new_of[i_end] = j_end
        if i == i_end or j == j_end:
            continue
        if (i_end - i) * (j_end - j) <= _CELLS:
            for op in LCSseq.opcodes(a[i:i_end], b[j:j_end]):
                if op.tag == "equal":
                    for k in range(op.src_end - op.src_start):
                        new_of[i + op.src_start + k] = j + op.dest_start + k
            continue
        for i_next, j_next in _landmarks(a, b, (i, i_end), (j, j_end)):
            regions.append((i, i_next, j, j_next))
            i, j = i_next, j_next
        if (i_end - i) * (j_end - j) <= _CELLS or regions and regions[-1][1] == i:
            regions.append((i, i_end, j, j_end))


def _landmarks(a: Sequence[int], b: Sequence[int], old: Range, new: Range) -> list[Range]:
    """Places (old, new) of phrases that occur once in each region, the longest series that keeps its order."""
    here, there = _unique_grams(a, old), _unique_grams(b, new)
    pairs = sorted((i, there[gram]) for gram, i in here.items() if gram in there)
    tails: list[int] = []
    chain: list[int] = []
    back = [-1] * len(pairs)
    for k, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        back[k] = chain[at - 1] if at else -1
        tails[at:at + 1] = [j]
        chain[at:at + 1] = [k]
    series: list[Range] = []
    k = chain[-1] if chain else -1
    while k >= 0:
        series.append(pairs[k])
        k = back[k]
    return series[::-1]


def _unique_grams(ids: Sequence[int], region: Range) -> dict[tuple[int, ...], int]:
    seen: dict[tuple[int, ...], int] = {}
    for i in range(region[0], region[1] - _GRAM + 1):
        gram = tuple(ids[i : i + _GRAM])
        seen[gram] = -1 if gram in seen else i
    return {gram: i for gram, i in seen.items() if i >= 0}


def runs(new_of: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Maximal runs of words that stayed together: (old index, new index, length)."""
    i = 0
    while i < len(new_of):
        if new_of[i] < 0:
            i += 1
            continue
        start = i
        while i < len(new_of) and new_of[i] == new_of[start] + i - start:
            i += 1
        yield start, new_of[start], i - start


def _drop_noise(new_of: array[int], new_length: int) -> None:
    dropped = True
    while dropped:
        dropped = False
        found = [(0, 0, 0), *runs(new_of), (len(new_of), new_length, 0)]
        gaps = [max(i2 - i - n, j2 - j - n) for (i, j, n), (i2, j2, _) in zip(found, found[1:], strict=False)]
        for k in range(1, len(found) - 1):
            i, _, n = found[k]
            if n < _NOISE * min(gaps[k - 1], gaps[k]):
                new_of[i : i + n] = array("l", [-1]) * n
                dropped = True


def _follow_moves(a: Sequence[int], b: Sequence[int], result: Alignment) -> None:
    new_of, moved = result.new_of, result.moved
    taken = bytearray(len(b))
    for j in new_of:
        if j >= 0:
            taken[j] = 1
    there: dict[tuple[int, ...], int] = {}
    for j in range(len(b) - _GRAM + 1):
        if not any(taken[j : j + _GRAM]):
            gram = tuple(b[j : j + _GRAM])
            there[gram] = -1 if gram in there else j
    i = 0
    last = (-1, -1)
    while i <= len(a) - _GRAM:
        j = there.get(tuple(a[i : i + _GRAM]), -1) if max(new_of[i : i + _GRAM]) < 0 else -1
        if j < 0 or any(taken[j : j + _GRAM]):
            i += 1
            continue
        first, end = i, i + _GRAM
        while first > 0 and j > 0 and new_of[first - 1] < 0 and not taken[j - 1] and a[first - 1] == b[j - 1]:
            first, j = first - 1, j - 1
        while end < len(a) and j + end - first < len(b) and new_of[end] < 0 and not taken[j + end - first] and a[end] == b[j + end - first]:
            end += 1
        if end - first >= _MOVE:
            for k in range(first, end):
                new_of[k] = j + k - first
                moved[k] = 1
                taken[j + k - first] = 1
            i0, j0 = last
            if 0 <= i0 and 0 < first - i0 <= 60 and 0 < j - j0 <= 60 and max(new_of[i0:first]) < 0 and not any(taken[j0:j]):
                _match(a, b, (i0, first), (j0, j), new_of)
                for k in range(i0, first):
                    if new_of[k] >= 0:
                        moved[k] = 1
                        taken[new_of[k]] = 1
            last = (end, j + end - first)
        i = end
