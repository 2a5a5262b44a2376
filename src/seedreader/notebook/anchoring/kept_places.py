"""Where the words of a passage stand in a new text, with what was edited between and beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.analysis.alignment.align import Alignment
from seedreader.analysis.alignment.chance_filter import pieces, sentence_ends
from seedreader.analysis.alignment.word_sequence import WordSequence
from seedreader.article import Range

_PIECE = 0.15
"""Share of a passage that must stand together for a piece of it to count by itself."""

_ROW = 3
"""Words in a row that must be the same for a place to be more than chance, where its sentence isn't firm."""

_WORDS = 5
"""... or in all."""

_APART = 5
"""Words put in beside a punctuation mark at the edge of a piece that part it from the piece."""

_LOST = 40
"""Most words in a row that may have been reworded."""


@dataclass(frozen=True, slots=True)
class VersionPair:
    """Two versions of a text, word by word."""

    old: WordSequence
    new: WordSequence
    alignment: Alignment


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Ranges of new words that stand for a passage: the weight of its words that are ``kept`` in them,
    whether they ``moved`` and whether much of the sentences around them is kept too (``firm``)."""

    ranges: tuple[Range, ...]
    kept: int = 0
    moved: bool = False
    firm: bool = True


@dataclass(frozen=True, slots=True)
class _Gap:
    """Lost old words within a sentence and the new words that stand there instead; ``firm`` where these are
    as many, and words on both sides and much of the sentence are kept."""

    old: Range
    new: Range
    firm: bool

    def at(self, i: int) -> int:
        """The new word that stands where old word ``i`` stood."""
        (a, b), (j, k) = self.old, self.new
        return j + round((k - j) * (min(max(i, a), b) - a) / (b - a))


def kept_place(versions: VersionPair, first: int, last: int) -> KeptPlace | None:
    """Where those of the old words ``[first, last)`` stand that are kept; None where none are."""
    old, alignment = versions.old, versions.alignment
    total = sum(old.weights[first:last])
    found = [_without_strays(versions, piece) for piece in pieces(alignment.new_of, first, last)]
    found = [piece for piece in found if _counts(versions, piece, total)]
    if not found:
        return None
    ranges = [[alignment.new_of[piece[0]], alignment.new_of[piece[-1]] + 1] for piece in found]
    before, after = found[0][0] - 1, found[-1][-1] + 1
    if before >= first and (gap := _gap(versions, before)) and gap.new[1] == ranges[0][0]:
        ranges[0][0] = gap.at(first)
    if after < last and (gap := _gap(versions, after)) and gap.new[0] == ranges[-1][1]:
        ranges[-1][1] = gap.at(last)
    every = [i for piece in found for i in piece]
    return KeptPlace(
        tuple((i, j) for i, j in ranges),
        sum(old.weights[i] for i in every),
        any(alignment.moved[i] for i in found[0]),
        all(alignment.firm[i] for i in every),
    )


def reworded_place(versions: VersionPair, first: int, last: int) -> KeptPlace | None:
    """What stands instead of the old words ``[first, last)``, word for word, in a sentence that is kept."""
    new_of = versions.alignment.new_of
    start, end = new_of[first], new_of[last - 1] + 1
    for i in (first, last - 1):
        if new_of[i] < 0:
            gap = _gap(versions, i)
            if gap is None or not gap.firm:
                return None
            if i == first:
                start = gap.at(first)
            if i == last - 1:
                end = gap.at(last)
    return KeptPlace(((start, end),)) if end - start == last - first else None


def characters(versions: VersionPair, place: KeptPlace, span: Range) -> tuple[Range, ...]:
    """The ranges of a place as offsets; where a passage begins or ends inside a word, so do they."""
    old, new, new_of = versions.old, versions.new, versions.alignment.new_of
    first, last = old.at(*span)
    ranges = [[new.starts[i], new.ends[j - 1]] for i, j in place.ranges]
    i, j = place.ranges[0][0], place.ranges[-1][1] - 1
    if new_of[first] == i:
        ranges[0][0] = min(ranges[0][0] + max(0, span[0] - old.starts[first]), new.ends[i] - 1)
    if new_of[last - 1] == j:
        ranges[-1][1] = max(ranges[-1][1] - max(0, old.ends[last - 1] - span[1]), ranges[-1][0] + 1)
    return tuple(sorted((start, end) for start, end in ranges))


def _gap(versions: VersionPair, i: int) -> _Gap | None:
    """What was reworded around the lost old word ``i``, next to a kept word of the same sentence."""
    old, new, alignment = versions.old, versions.new, versions.alignment
    new_of, taken = alignment.new_of, alignment.taken
    a, b = i, i + 1
    while new_of[a - 1] < 0 and not sentence_ends(old, a) and b - a < _LOST:
        a -= 1
    while not sentence_ends(old, b) and new_of[b] < 0 and b - a < _LOST:
        b += 1
    left = -1 if sentence_ends(old, a) else new_of[a - 1]
    right = -1 if sentence_ends(old, b) else new_of[b]
    if b - a == _LOST or left == right:
        return None
    j = left + 1 if left >= 0 else right
    k = right if right >= 0 else left + 1
    if left < 0:
        while not sentence_ends(new, j) and not taken[j - 1] and k - j <= _room(b - a):
            j -= 1
    if right < 0:
        while not sentence_ends(new, k) and not taken[k] and k - j <= _room(b - a):
            k += 1
    firm = b - a == k - j and left >= 0 <= right and alignment.firm[a - 1] and alignment.firm[b]
    return _Gap((a, b), (j, k), bool(firm)) if 0 <= k - j <= _room(b - a) else None


def _room(words: int) -> int:
    """The most words that may stand for so many."""
    return 2 * words + 3


def _without_strays(versions: VersionPair, piece: list[int]) -> list[int]:
    """A piece without punctuation marks at its edges that much was put in beside."""
    start, end = 0, len(piece)
    while start + 1 < end and _is_stray(versions, piece[start], piece[start], piece[start + 1]):
        start += 1
    while start + 1 < end and _is_stray(versions, piece[end - 1], piece[end - 2], piece[end - 1]):
        end -= 1
    return piece[start:end]


def _is_stray(versions: VersionPair, mark: int, i: int, k: int) -> bool:
    new_of = versions.alignment.new_of
    return versions.old.weights[mark] == 1 and new_of[k] - new_of[i] - (k - i) > _APART


def _counts(versions: VersionPair, piece: list[int], total: int) -> bool:
    """Whether a piece is enough of the passage, and sure enough to be in its place."""
    alignment = versions.alignment
    firm = all(alignment.firm[i] for i in piece)
    if not firm and len(piece) < _WORDS and _row_around(alignment.new_of, piece) < _ROW:
        return False
    if firm and len(piece) >= _WORDS and not alignment.moved[piece[0]]:
        return True
    return sum(versions.old.weights[i] for i in piece) >= _PIECE * total


def _row_around(new_of: Sequence[int], piece: Sequence[int]) -> int:
    """How many words around an end of a piece stayed in a row, counted up to `_ROW` to each side."""
    longest = 0
    for i in {piece[0], piece[-1]}:
        low = high = i
        while low > 0 and i - low < _ROW and 0 <= new_of[low - 1] == new_of[low] - 1:
            low -= 1
        while high + 1 < len(new_of) and high - i < _ROW and new_of[high + 1] == new_of[high] + 1:
            high += 1
        longest = max(longest, high - low + 1)
    return longest
