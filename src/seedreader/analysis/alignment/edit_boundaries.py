"""Where a deletion or an insertion could begin a few words earlier or later, begin it where a sentence does.

"A. The dog ran. The cat sat" → "A. The cat sat" deletes "The dog ran." as well as "dog ran. The".
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from itertools import pairwise

from seedreader.analysis.alignment.word_sequence import WordSequence

_MOST = 40
"""Words to try to each side."""

_ENDS = ".!?…。！？"


def slide(words: WordSequence, other_of: MutableSequence[int]) -> None:
    """Shift unmatched words that part two neighbours in the other text to better edges.

    ``other_of`` has, for each of ``words``, the index of its match in the other text or -1.
    """
    matched = [i for i, other in enumerate(other_of) if other >= 0]
    for before, after in pairwise(matched):
        if after - before > 1 and 0 <= other_of[before] == other_of[after] - 1:
            start, end = before + 1, after
            shift = _best_shift(words, other_of, start, end)
            for k in range(shift):
                other_of[start + k], other_of[end + k] = other_of[end + k], -1
            for k in range(1, 1 - shift):
                other_of[end - k], other_of[start - k] = other_of[start - k], -1


def _best_shift(words: WordSequence, other_of: Sequence[int], start: int, end: int) -> int:
    """By how many words to shift the unmatched words ``[start, end)``: 0 where nothing is better."""
    ids, other = words.ids, other_of[end]
    shifts = [0]
    for k in range(min(_MOST, len(ids) - end)):
        if ids[start + k] != ids[end + k] or other_of[end + k] != other + k:
            break
        shifts.append(k + 1)
    for k in range(1, min(_MOST, start) + 1):
        if ids[start - k] != ids[end - k] or other_of[start - k] != other - k:
            break
        shifts.append(-k)
    return max(shifts, key=lambda k: _edge(words, start + k) + _edge(words, end + k))


def _edge(words: WordSequence, i: int) -> int:
    """How good an edge the place before word ``i`` is: 2 for a new line, 1 for a new sentence, else 0."""
    if not 0 < i < len(words.ids):
        return 2
    if "\n" in words.text[words.ends[i - 1] : words.starts[i]]:
        return 2
    return int(words.spelt(i - 1) in _ENDS)
