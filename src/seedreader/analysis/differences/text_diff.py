"""Two texts that are nearly one: what was kept, reworded, moved, dropped and added."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.analysis.alignment.align import align
from seedreader.analysis.alignment.word_sequence import WordSequence, split_words
from seedreader.analysis.differences import facts, wording_diff
from seedreader.analysis.differences.diff_values import (
    ADDED,
    DROPPED,
    LEFT,
    MOVED,
    REWORDED,
    SAME,
    ChangedFact,
    DiffBlock,
)
from seedreader.analysis.differences.matched_stretches import MatchedStretch, stretches
from seedreader.article import Range

NAMED = 400
"""Sentences of a text that are searched for names."""


@dataclass(frozen=True)
class DiffText:
    """A text to be compared, with its sentences (they hold all that is not white space) and boilerplate."""

    text: str
    sentences: Sequence[Range]
    boilerplate: Sequence[Range] = ()

    def reach(self, first: int, last: int) -> Range:
        """The range of sentences ``[first, last)``; of none, the empty one where they would be."""
        if first < last:
            return self.sentences[first][0], self.sentences[last - 1][1]
        at = self.sentences[first][0] if first < len(self.sentences) else len(self.text)
        return at, at

    def is_boilerplate(self, start: int, end: int) -> bool:
        """Whether most of a range is boilerplate; its ranges are in order and do not overlap."""
        first = bisect_right(self.boilerplate, start, key=lambda span: span[1])
        last = bisect_left(self.boilerplate, end, key=lambda span: span[0])
        covered = sum(min(end, b) - max(start, a) for a, b in self.boilerplate[first:last])
        return 2 * covered > end - start

    def names(self) -> frozenset[str]:
        """The words, in small letters, of its surest names."""
        return frozenset[str]().union(*(facts.names(self.text[a:b]) for a, b in self.sentences[:NAMED]))


@dataclass(frozen=True)
class TextDiff:
    """Two texts compared: the blocks in order, the facts that changed, and how much is the same.

    ``alike`` is the share of words, boilerplate left out, that both have, in 0…1: 1 where none differ.
    """

    blocks: tuple[DiffBlock, ...] = ()
    changed: tuple[ChangedFact, ...] = ()
    alike: float = 1.0

    def count(self, kind: str) -> int:
        """How many blocks of the article itself are of a kind."""
        return sum(block.kind == kind and not block.is_boilerplate for block in self.blocks)


def compare_texts(old: DiffText, new: DiffText) -> TextDiff:
    """Compare two texts word by word.

    The old side of the blocks that stand in the old text, and the new side of those that stand in the new
    one, are its sentences in order. What lies between the changes of a block is the same in both but for
    white space and the kind of quotation marks.
    """
    ids: dict[str, int] = {}
    one, two = split_words(old.text, ids), split_words(new.text, ids)
    known = old.names() | new.names()
    blocks: list[DiffBlock] = []
    changed: list[ChangedFact] = []
    words = differing = 0
    for stretch in stretches(one, old.sentences, two, new.sentences, align(one, two)):
        a, b = old.reach(stretch.i, stretch.i_end), new.reach(stretch.j, stretch.j_end)
        told = wording_diff.WordingDiff()
        if a[0] < a[1] and b[0] < b[1] and (stretch.arrived or not stretch.moved):
            told = wording_diff.compare_wordings(old.text, a, new.text, b, known)
        kind = _kind(stretch, told)
        is_boilerplate = (a[0] == a[1] or old.is_boilerplate(*a)) and (b[0] == b[1] or new.is_boilerplate(*b))
        block = DiffBlock(kind, a, b, told.changes, is_boilerplate, stretch.down)
        if not is_boilerplate and kind != LEFT:
            changed += (ChangedFact(*fact, len(blocks)) for fact in told.facts)
            words += _count(one, a) + _count(two, b)
            differing += _differing(block, one, two)
        blocks.append(block)
    return TextDiff(tuple(blocks), tuple(changed), 1 - differing / words if words else 1.0)


def _kind(stretch: MatchedStretch, told: wording_diff.WordingDiff) -> str:
    if stretch.moved:
        return MOVED if stretch.arrived else LEFT
    if stretch.i == stretch.i_end:
        return ADDED
    if stretch.j == stretch.j_end:
        return DROPPED
    return SAME if all(change.light for change in told.changes) else REWORDED


def _differing(block: DiffBlock, one: WordSequence, two: WordSequence) -> int:
    """How many words of a block one text has and the other has not."""
    if block.kind in (ADDED, DROPPED):
        return _count(one, block.old) + _count(two, block.new)
    return sum(_count(one, c.old) + _count(two, c.new) for c in block.changes if not c.light)


def _count(words: WordSequence, span: Range) -> int:
    first, last = words.at(*span)
    return last - first if span[0] < span[1] else 0
