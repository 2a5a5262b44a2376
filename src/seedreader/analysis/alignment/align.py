"""Which word of a new text is which word of an old one: a word-level diff that follows moved passages.

Phrases that both texts have once are matched first, wherever they are. The heaviest series of them that
keeps its order is the frame; the others have moved. Then the words left over inside each part of the
frame are compared by longest common subsequence, and matches that look like chance are dropped.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seedreader.analysis.alignment.chance_filter import ChanceFilter
from seedreader.analysis.alignment.edit_boundaries import slide
from seedreader.analysis.alignment.word_sequence import WordSequence
from seedreader.article import Range

Run = tuple[int, int, int]
"""Words that stayed together: old index, new index, how many."""

_PHRASE = 5
"""Words in a row that, unique in both texts, are surely the same passage."""

_SHORT_PHRASE = 4
"""... and that are enough among the words that matched nothing else."""

_MOVED_GAP = 60
"""Most words between two moved phrases for the words between them to have moved along."""

_CELLS = 16_000_000
"""Largest product of lengths to compare word by word (an eighth of it in bytes); larger ones are halved."""

_NOISE = 0.25
"""Matching words fewer than this share of the changes on either side of them are chance."""

_RESPELT = 8
"""Most words in a row that may all have been respelt."""

_ALIKE = 0.6
"""Least share of letters in common for a word to be a respelling of another."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words are matched.

    For each old word, ``new_of`` is the index of its new word or -1, ``moved`` whether it left its place and
    ``firm`` whether much of its sentence is matched with it; for each new word, ``taken`` is whether it is.
    """

    new_of: array[int]
    moved: bytearray
    taken: bytearray
    firm: bytearray


def align(old: WordSequence, new: WordSequence) -> Alignment:
    """Match the words of two texts that were split with the same ids."""
    draft = _Draft(old.ids, new.ids)
    begin, end = _common_ends(old.ids, new.ids)
    draft.take([begin, end], moved=False)
    frame = heaviest_series(draft.phrases(_PHRASE))
    draft.take(frame, moved=False)
    i = j = 0
    for i_next, j_next, count in [begin, *frame, end]:
        draft.compare((i, i_next), (j, j_next))
        i, j = i_next + count, j_next + count
    draft.drop_chance()
    evidence = ChanceFilter(old, new)
    draft.drop(evidence.weak(draft.new_of, draft.moved))
    draft.take_moved(draft.phrases(_SHORT_PHRASE))
    draft.drop(evidence.weak(draft.new_of, draft.moved))
    _slide_edges(old, new, draft)
    _match_respelt(old, new, draft)
    return Alignment(draft.new_of, draft.moved, draft.taken, evidence.firm(draft.new_of))


def runs(new_of: Sequence[int]) -> Iterator[Run]:
    """The longest runs of words that stayed together, in old order."""
    i, end = 0, len(new_of)
    while i < end:
        start, first = i, new_of[i]
        i += 1
        if first < 0:
            continue
        shift = first - start
        while i < end and new_of[i] == i + shift:
            i += 1
        yield start, first, i - start


def heaviest_series(found: Sequence[Run]) -> list[Run]:
    """Of runs in old order, the series with most words whose new places keep that order."""
    ends: list[int] = []  # new index where the best series of each weight ends; both grow
    best: list[tuple[int, int]] = []  # its weight, and which run is its last
    back: list[int] = []
    for k, (_, j, count) in enumerate(found):
        at = bisect_right(ends, j)
        weight, previous = best[at - 1] if at else (0, -1)
        back.append(previous)
        weight += count
        at = bisect_left(ends, j + count)
        if at and best[at - 1][0] >= weight:
            continue
        stop = at
        while stop < len(ends) and best[stop][0] <= weight:
            stop += 1
        ends[at:stop] = [j + count]
        best[at:stop] = [(weight, k)]
    series: list[Run] = []
    k = best[-1][1] if best else -1
    while k >= 0:
        series.append(found[k])
        k = back[k]
    return series[::-1]


def _common_ends(old: Sequence[int], new: Sequence[int]) -> tuple[Run, Run]:
    """The runs with which both texts begin and end."""
    shorter = min(len(old), len(new))
    begin = next((k for k in range(shorter) if old[k] != new[k]), shorter)
    rest = shorter - begin
    end = next((k for k in range(rest) if old[-1 - k] != new[-1 - k]), rest)
    return (0, 0, begin), (len(old) - end, len(new) - end, end)


class _Draft:
    """An alignment in the making."""

    def __init__(self, old: Sequence[int], new: Sequence[int]) -> None:
        self.old, self.new = old, new
        self.new_of = array("l", [-1]) * len(old)
        self.moved = bytearray(len(old))
        self.taken = bytearray(len(new))

    def phrases(self, length: int) -> list[Run]:
        """Runs of free words around phrases that are unique among the free words of both texts."""
        here = _unique(self.old, length, bytes(i >= 0 for i in self.new_of))
        there = _unique(self.new, length, bytes(self.taken))
        found: list[Run] = []
        done, used = 0, bytearray(self.taken)
        for phrase, i in here.items():
            j = there.get(phrase, -1)
            if j < 0 or i < done or any(used[j : j + length]):
                continue
            first, end = i, i + length
            while first > done and j and self.new_of[first - 1] < 0 and not used[j - 1]:
                if self.old[first - 1] != self.new[j - 1]:
                    break
                first, j = first - 1, j - 1
            offset = j - first
            while (
                end < len(self.old)
                and end + offset < len(self.new)
                and self.old[end] == self.new[end + offset]
            ):
                if self.new_of[end] >= 0 or used[end + offset]:
                    break
                end += 1
            used[j : end + offset] = b"\1" * (end - first)
            found.append((first, j, end - first))
            done = end
        return found

    def take(self, found: Sequence[Run], moved: bool) -> None:
        """Match the words of these runs."""
        for i, j, count in found:
            self.new_of[i : i + count] = array("l", range(j, j + count))
            self.taken[j : j + count] = b"\1" * count
            self.moved[i : i + count] = bytes([moved]) * count

    def take_moved(self, found: Sequence[Run]) -> None:
        """Match runs that left their place, and what was edited between two that left it together."""
        self.take(found, moved=True)
        for (i, j, count), (i_next, j_next, _) in pairwise(found):
            i, j = i + count, j + count
            if 0 < i_next - i <= _MOVED_GAP and 0 < j_next - j <= _MOVED_GAP:
                self.compare((i, i_next), (j, j_next), moved=True)

    def compare(self, old: Range, new: Range, moved: bool = False) -> None:
        """Match the free words of two regions in order."""
        here = [i for i in range(*old) if self.new_of[i] < 0]
        there = [j for j in range(*new) if not self.taken[j]]
        self._compare(here, there, moved)

    def _compare(self, here: list[int], there: list[int], moved: bool) -> None:
        # rapidfuzz is imported at the first comparison: no first frame waits for it
        from rapidfuzz.distance import LCSseq

        if not here or not there:
            return
        if len(here) * len(there) > _CELLS:
            i, j = len(here) // 2, len(there) // 2
            self._compare(here[:i], there[:j], moved)
            self._compare(here[i:], there[j:], moved)
            return
        a, b = [self.old[i] for i in here], [self.new[j] for j in there]
        for op in LCSseq.opcodes(a, b):
            if op.tag == "equal":
                for k in range(op.src_end - op.src_start):
                    i, j = here[op.src_start + k], there[op.dest_start + k]
                    self.new_of[i] = j
                    self.taken[j] = 1
                    self.moved[i] = moved

    def drop_chance(self) -> None:
        """Unmatch short runs that stand alone between large changes."""
        dropped = True
        while dropped:
            dropped = False
            found = [(0, 0, 0), *runs(self.new_of), (len(self.old), len(self.new), 0)]
            gaps = [
                max(i2 - i - n, j2 - j - n) if j2 >= j else i2 - i - n
                for (i, j, n), (i2, j2, _) in pairwise(found)
            ]
            for k in range(1, len(found) - 1):
                i, j, count = found[k]
                if count < _NOISE * min(gaps[k - 1], gaps[k]) and count < _PHRASE:
                    self.new_of[i : i + count] = array("l", [-1]) * count
                    self.taken[j : j + count] = bytes(count)
                    self.moved[i : i + count] = bytes(count)
                    dropped = True

    def drop(self, pieces: Iterable[Sequence[int]]) -> None:
        """Unmatch these old words."""
        for piece in list(pieces):
            for i in piece:
                self.taken[self.new_of[i]] = 0
                self.new_of[i] = -1
                self.moved[i] = 0


def _slide_edges(old: WordSequence, new: WordSequence, draft: _Draft) -> None:
    """Begin deletions and insertions where sentences begin, where that can be chosen."""
    moved = {j for j, left in zip(draft.new_of, draft.moved, strict=True) if left}
    slide(old, draft.new_of)
    draft.moved[:] = bytes(j in moved for j in draft.new_of)
    old_of = _inverse(draft.new_of, len(new.ids))
    slide(new, old_of)
    draft.new_of = _inverse(old_of, len(old.ids))
    draft.taken[:] = bytes(i >= 0 for i in old_of)


def _inverse(other_of: Sequence[int], length: int) -> array[int]:
    inverse = array("l", [-1]) * length
    for i, other in enumerate(other_of):
        if other >= 0:
            inverse[other] = i
    return inverse


def _match_respelt(old: WordSequence, new: WordSequence, draft: _Draft) -> None:
    """Match words that stand for each other between the same neighbours and look alike."""
    from rapidfuzz.distance import Indel

    found = [(0, 0, 0), *runs(draft.new_of), (len(old.ids), len(new.ids), 0)]
    for (i, j, count), (i_next, j_next, _) in pairwise(found):
        i, j = i + count, j + count
        if 0 < i_next - i == j_next - j <= _RESPELT:
            for k in range(i_next - i):
                alike = Indel.normalized_similarity(old.spelt(i + k), new.spelt(j + k))
                if alike >= _ALIKE and not draft.taken[j + k]:
                    draft.take([(i + k, j + k, 1)], moved=bool(i and draft.moved[i - 1]))


def _unique(ids: Sequence[int], length: int, used: bytes) -> dict[tuple[int, ...], int]:
    """Where each phrase of unused words is that occurs once among them."""
    seen: dict[tuple[int, ...], int] = {}
    for start, end in _unused(used):
        for at, phrase in enumerate(zip(*(ids[start + k : end] for k in range(length)), strict=False), start):
            seen[phrase] = -1 if phrase in seen else at
    return {phrase: at for phrase, at in seen.items() if at >= 0}


def _unused(used: bytes) -> Iterator[Range]:
    """The stretches of zeros."""
    start = used.find(0)
    while start >= 0:
        end = used.find(1, start)
        yield start, end if end >= 0 else len(used)
        start = used.find(0, end) if end >= 0 else -1
