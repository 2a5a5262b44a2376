"""Carry passages from an old version of a text to a new one, and say how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.article import Range
from seedreader.notebook.align import Alignment, align
from seedreader.notebook.words import Words, split

STATES = ("exact", "moved", "edited", "uncertain", "orphan")
"""How an old passage stands in the new text."""

_EDITED = 0.5
"""Share of a passage's words, by weight, that must be left for it to be the same passage."""

_UNCERTAIN = 0.3
"""... and for it to be perhaps the same."""

_DENSE = 0.3
"""Share of the words found, by weight, that must come from the passage for it to be the same."""

_PIECE = 0.15
"""Share of a passage that must stand together for a piece of it to count by itself."""

_INSERTED = 20
"""Words that may have been put into a piece; where more were, they part two pieces."""

_EVIDENCE = 3
"""Words in a row, or in all, that must be the same for a place to be more than chance."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage is in the new text: one of `STATES`, and its ranges (none for an orphan)."""

    state: str
    ranges: tuple[Range, ...]


ORPHAN = Anchor("orphan", ())


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a text, word by word."""

    old: Words
    new: Words
    alignment: Alignment


def reanchor(old_text: str, new_text: str, spans: Sequence[Range]) -> list[Anchor]:
    """Find each ``[start, end)`` passage of ``old_text`` again in ``new_text``.

    ``exact``: the same characters (white space apart) in their place; ``moved``: the same ones elsewhere;
    ``edited``: reworded in part, or parted; ``uncertain``: perhaps this; ``orphan``: gone. An empty range
    is an orphan.
    """
    ids: dict[str, int] = {}
    old, new = split(old_text, ids), split(new_text, ids)
    versions = Versions(old, new, align(old, new))
    return [_carry(versions, start, end) for start, end in spans]


def _carry(versions: Versions, start: int, end: int) -> Anchor:
    old, new, alignment = versions.old, versions.new, versions.alignment
    first, last = old.at(start, end)
    total = sum(old.weights[first:last])
    pieces = [piece for piece in _pieces(alignment.new_of, first, last) if _counts(versions, piece, total)]
    kept = sum(old.weights[i] for piece in pieces for i in piece)
    if not pieces or kept < _UNCERTAIN * total:
        return ORPHAN
    found = [[alignment.new_of[piece[0]], alignment.new_of[piece[-1]] + 1] for piece in pieces]
    found[0][0] -= _edited_before(versions, first, pieces[0][0])
    found[-1][1] += _edited_after(versions, last, pieces[-1][-1] + 1)
    ranges = [[new.starts[i], new.ends[j - 1]] for i, j in found]
    if alignment.new_of[first] == found[0][0]:
        inside = max(0, start - old.starts[first])
        ranges[0][0] = min(ranges[0][0] + inside, new.ends[found[0][0]] - 1)
    if alignment.new_of[last - 1] == found[-1][1] - 1:
        inside = max(0, old.ends[last - 1] - end)
        ranges[-1][1] = max(ranges[-1][1] - inside, ranges[-1][0] + 1)
    whole = tuple(sorted((a, b) for a, b in ranges))
    if len(whole) == 1 and _same(old.text[start:end], new.text[slice(*whole[0])]):
        moved = any(alignment.moved[i] for i in pieces[0])
        return Anchor("moved" if moved else "exact", whole)
    dense = kept >= _DENSE * sum(sum(new.weights[i:j]) for i, j in found)
    return Anchor("edited" if kept >= _EDITED * total and dense else "uncertain", whole)


def _pieces(new_of: Sequence[int], first: int, last: int) -> list[list[int]]:
    """The matched old words of a passage, grouped by what stands together in the new text."""
    pieces: list[list[int]] = []
    for i in range(first, last):
        if new_of[i] < 0:
            continue
        if pieces:
            previous = pieces[-1][-1]
            if 0 < new_of[i] - new_of[previous] <= _INSERTED + 2 * (i - previous):
                pieces[-1].append(i)
                continue
        pieces.append([i])
    return pieces


def _counts(versions: Versions, piece: list[int], total: int) -> bool:
    """Whether a piece is enough of the passage, or sits firmly in its place."""
    weight = sum(versions.old.weights[i] for i in piece)
    row = max(
        _row_around(versions.alignment.new_of, piece[0]), _row_around(versions.alignment.new_of, piece[-1])
    )
    if row < _EVIDENCE and len(piece) < 2 * _EVIDENCE - 1:
        return False
    return weight >= _PIECE * total


def _row_around(new_of: Sequence[int], i: int) -> int:
    """How many words around ``i`` stayed in a row; no more than `_EVIDENCE` to each side are counted."""
    low = high = i
    while low > 0 and i - low < _EVIDENCE and new_of[low - 1] == new_of[low] - 1 and new_of[low - 1] >= 0:
        low -= 1
    while high + 1 < len(new_of) and high - i < _EVIDENCE and new_of[high + 1] == new_of[high] + 1:
        high += 1
    return high - low + 1


def _edited_before(versions: Versions, first: int, matched: int) -> int:
    """How many new words stand for the lost old words ``[first, matched)`` at a passage's start."""
    new_of = versions.alignment.new_of
    i = first - 1
    while i >= 0 and new_of[i] < 0:
        i -= 1
    gap = new_of[matched] - (new_of[i] + 1 if i >= 0 else 0)
    return _share(gap, matched - first, matched - 1 - i)


def _edited_after(versions: Versions, last: int, matched: int) -> int:
    """How many new words stand for the lost old words ``[matched, last)`` at a passage's end."""
    new_of = versions.alignment.new_of
    i = last
    while i < len(new_of) and new_of[i] < 0:
        i += 1
    gap = (new_of[i] if i < len(new_of) else len(versions.new.ids)) - (new_of[matched - 1] + 1)
    return _share(gap, last - matched, i - matched)


def _share(gap: int, lost: int, all_lost: int) -> int:
    if lost == 0 or not 0 < gap <= 2 * all_lost + 3:
        return 0
    return round(gap * lost / all_lost)


def _same(old: str, new: str) -> bool:
    return old.split() == new.split()
