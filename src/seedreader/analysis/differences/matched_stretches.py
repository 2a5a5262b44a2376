"""Two texts cut into stretches of whole sentences that belong together, in the order of both.

Which words are which is known from the alignment. The cuts are where a sentence ends in both texts and no
word before it belongs to one after it; so sentences that were split or joined stay in one stretch.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from seedreader.analysis.alignment.align import Alignment, runs
from seedreader.analysis.alignment.word_sequence import WordSequence
from seedreader.article import Range

LEAST = 0.25
"""Share of the shorter of two sentences, by weight, that must be matched for them to belong together."""

Tie = tuple[int, int]
"""An old and a new sentence that belong together."""


class MatchedStretch(NamedTuple):
    """Sentences ``[i, i_end)`` of the old text and ``[j, j_end)`` of the new one; either may be none.

    Those that ``moved`` are told twice: where they stood, and, ``arrived``, where they stand; ``down`` is
    whether that is further down.
    """

    i: int
    i_end: int
    j: int
    j_end: int
    moved: bool = False
    arrived: bool = False
    down: bool = False


def stretches(
    old: WordSequence,
    old_sentences: Sequence[Range],
    new: WordSequence,
    new_sentences: Sequence[Range],
    found: Alignment,
) -> Iterator[MatchedStretch]:
    """The stretches of two texts, what was dropped before what was added in its place.

    Each sentence of a text stands in one stretch that did not arrive, or did not leave, as the case may be.
    """
    in_place, moved = _ties(old, old_sentences, new, new_sentences, found)
    partner_of = dict(in_place)
    old_of = {j: i for i, j in in_place}
    left, arrived = _moves(moved, partner_of, old_of)
    i = j = 0
    while i < len(old_sentences) or j < len(new_sentences):
        if i in left:
            yield MatchedStretch(*left[i], moved=True, down=left[i][2] >= j)
            i = left[i][1]
        elif i < len(old_sentences) and i not in partner_of:
            yield MatchedStretch(i, i + 1, j, j)
            i += 1
        elif j in arrived:
            yield MatchedStretch(*arrived[j], moved=True, arrived=True, down=arrived[j][0] < i)
            j = arrived[j][3]
        elif j < len(new_sentences) and j not in old_of:
            yield MatchedStretch(i, i, j, j + 1)
            j += 1
        else:
            i_end, j_end = _together(i, j, partner_of, old_of)
            yield MatchedStretch(i, i_end, j, j_end)
            i, j = i_end, j_end


def _together(i: int, j: int, partner_of: Mapping[int, int], old_of: Mapping[int, int]) -> Range:
    """The first cut after sentences ``i`` and ``j`` that no tie crosses; the maps have the last partner."""
    i_end, j_end = i, j
    i_next, j_next = i + 1, j + 1
    while (i_end, j_end) != (i_next, j_next):
        old_part, new_part = range(i_end, i_next), range(j_end, j_next)
        i_end, j_end = i_next, j_next
        j_next = max([j_next, *(partner_of.get(k, -1) + 1 for k in old_part)])
        i_next = max([i_next, *(old_of.get(k, -1) + 1 for k in new_part)])
    return i_end, j_end


def _ties(
    old: WordSequence,
    old_sentences: Sequence[Range],
    new: WordSequence,
    new_sentences: Sequence[Range],
    found: Alignment,
) -> tuple[list[Tie], list[Tie]]:
    """The ties that keep the order of both texts, in order, and those of sentences that moved, best first.

    Words in a row that one text has in one sentence and the other in two tie them, however few they are.
    """
    old_first, new_first = _first_words(old, old_sentences), _first_words(new, new_sentences)
    sums = [0, *accumulate(old.weights)]
    new_sums = [0, *accumulate(new.weights)]
    shared: dict[Tie, int] = defaultdict(int)
    away: dict[Tie, int] = defaultdict(int)
    broken: set[Tie] = set()
    for first, to, count in runs(found.new_of):
        at, end = first, first + count
        while at < end:
            i = bisect_right(old_first, at) - 1
            j = bisect_right(new_first, to + at - first) - 1
            old_stop, new_stop = _next(old_first, i), _next(new_first, j) - to + first
            stop = min(end, old_stop, new_stop)
            (away if found.moved[at] else shared)[i, j] += sums[stop] - sums[at]
            if stop < end and old_stop != new_stop:
                broken |= {(i, j), (i + 1, j) if stop == old_stop else (i, j + 1)}
            at = stop
    weights = [sums[_next(old_first, i, len(old.ids))] - sums[k] for i, k in enumerate(old_first)]
    new_weights = [new_sums[_next(new_first, j, len(new.ids))] - new_sums[k] for j, k in enumerate(new_first)]
    firm, moved = (
        {
            tie: n
            for tie, n in counted.items()
            if n >= LEAST * min(weights[tie[0]], new_weights[tie[1]]) or tie in broken
        }
        for counted in (shared, away)
    )
    return _in_order(sorted(firm)), sorted(moved, key=lambda tie: (-moved[tie], tie))


_END = 1 << 62


def _next(first: Sequence[int], k: int, last: int = _END) -> int:
    """The first word of the sentence after ``k``."""
    return first[k + 1] if k + 1 < len(first) else last


def _first_words(words: WordSequence, sentences: Sequence[Range]) -> list[int]:
    return [words.at(start, start)[0] for start, _ in sentences]


def _in_order(ties: Sequence[Tie]) -> list[Tie]:
    kept: list[Tie] = []
    for i, j in ties:
        if not kept or j >= kept[-1][1]:
            kept.append((i, j))
    return kept


def _moves(
    ties: Sequence[Tie], partner_of: Mapping[int, int], old_of: Mapping[int, int]
) -> tuple[dict[int, tuple[int, int, int, int]], dict[int, tuple[int, int, int, int]]]:
    """Sentences that moved, those that moved together as one: by their first old and first new sentence."""
    to: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in ties:
        if not (i in partner_of or i in to or j in old_of or j in taken):
            to[i] = j
            taken.add(j)
    groups: list[tuple[int, int, int, int]] = []
    for i, j in sorted(to.items()):
        if groups and groups[-1][1] == i and groups[-1][3] == j:
            groups[-1] = (groups[-1][0], i + 1, groups[-1][2], j + 1)
        else:
            groups.append((i, i + 1, j, j + 1))
    return {group[0]: group for group in groups}, {group[2]: group for group in groups}
