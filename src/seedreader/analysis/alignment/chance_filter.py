"""Which matches of a word-level diff mean something: enough of their sentence has to be matched with them.

Two sentences on one subject share names, articles and commas; a sentence that was reworded keeps more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from seedreader.analysis.alignment.word_sequence import WordSequence
from seedreader.article import Range

FIRM = 0.45
"""Share of a sentence, by weight, from which its matches need no further evidence."""

_IN_PLACE = 0.35
"""Share of a sentence, by weight, that must be matched for it to be the same sentence in its place."""

_DENSE = 0.35
"""Share of the words found, by weight, that must be matched."""

_ROW = 8
"""Words in a row that are the same passage, in their place, however little that is of the sentence."""

_INSERTED = 20
"""Words that may have been put between two matches; where more were, they part two pieces."""

_LONGEST = 80
"""Words after which a sentence is looked at as another one."""

_ENDS = "!?…。！？"
_END = re.compile(rf"[{_ENDS}\n]|\.(?=\s)")


class ChanceFilter:
    """The sentences of an old text, to look at its matches one sentence at a time."""

    def __init__(self, old: WordSequence, new: WordSequence) -> None:
        self.weights = old.weights
        self.new_sums = [0, *accumulate(new.weights)]
        self.sentences = list(_sentences(old))

    def weak(self, new_of: Sequence[int], moved: Sequence[int]) -> Iterator[list[int]]:
        """Pieces of sentences that are too little of them to be more than chance."""
        for piece, share in self._shares(new_of):
            if moved[piece[0]]:
                if share < FIRM:
                    yield piece
            elif share < _IN_PLACE and _longest_row(new_of, piece) < _ROW:
                yield piece

    def firm(self, new_of: Sequence[int]) -> bytearray:
        """For each old word, whether it is matched, and so is enough of its sentence with it."""
        firm = bytearray(i >= 0 for i in new_of)
        for piece, share in self._shares(new_of):
            if share < FIRM:
                for i in piece:
                    firm[i] = 0
        return firm

    def _shares(self, new_of: Sequence[int]) -> Iterator[tuple[list[int], float]]:
        """The pieces of sentences that are not matched as a whole, and how much of them they are."""
        for first, last in self.sentences:
            if -1 not in new_of[first:last]:
                continue
            total = sum(self.weights[first:last])
            for piece in pieces(new_of, first, last):
                kept = sum(self.weights[i] for i in piece)
                found = self.new_sums[new_of[piece[-1]] + 1] - self.new_sums[new_of[piece[0]]]
                yield piece, kept / total if kept >= _DENSE * found else 0.0


def pieces(new_of: Sequence[int], first: int, last: int) -> list[list[int]]:
    """The matched old words of ``[first, last)``, grouped by what stands together in the new text."""
    found: list[list[int]] = []
    for i in range(first, last):
        if new_of[i] < 0:
            continue
        if found:
            previous = found[-1][-1]
            if 0 < new_of[i] - new_of[previous] <= _INSERTED + 2 * (i - previous):
                found[-1].append(i)
                continue
        found.append([i])
    return found


def sentence_ends(words: WordSequence, k: int) -> bool:
    """Whether a sentence, or a line, ends before word ``k``."""
    if not 0 < k < len(words.ids):
        return True
    gap = words.text[words.ends[k - 1] : words.starts[k]]
    if "\n" in gap:
        return True
    mark = words.text[words.ends[k - 1] - 1]
    if mark != ".":
        return mark in _ENDS
    return bool(gap) and not words.text[words.starts[k]].islower() and not _is_initial(words.spelt(k - 2))


def _is_initial(word: str) -> bool:
    """Whether a full stop after this word may be that of a short form: "U.S.", "Mr."."""
    return len(word) <= 2 and word[:1].isupper()


def _longest_row(new_of: Sequence[int], piece: Sequence[int]) -> int:
    longest = row = 1
    for i, k in pairwise(piece):
        row = row + 1 if k == i + 1 and new_of[k] == new_of[i] + 1 else 1
        longest = max(longest, row)
    return longest


def _sentences(words: WordSequence) -> Iterator[Range]:
    last = len(words.ids)
    found = {bisect_left(words.starts, match.end()) for match in _END.finditer(words.text)}
    ends = [0, *sorted(k for k in found if 0 < k < last and sentence_ends(words, k)), last]
    for first, end in pairwise(ends):
        for k in range(first, end, _LONGEST):
            yield k, min(k + _LONGEST, end)
