"""What of a comparison is shown: the facts that changed, then the blocks, those that are the same folded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from seedreader.analysis.differences.diff_values import SAME, ChangedFact, DiffBlock
from seedreader.analysis.differences.facts import DATE, NAME, NUMBER
from seedreader.analysis.differences.text_diff import TextDiff

CONTEXT = 1
"""Unchanged blocks that stay on each side of a change."""

FACTS = 12
"""Changed facts that are listed at first."""


class UnchangedBlocks(NamedTuple):
    """Blocks ``[first, last)`` that are shown as one line: they are the same in both texts or, with
    ``is_boilerplate``, boilerplate, which is folded even where it changed.
    """

    first: int
    last: int
    is_boilerplate: bool


class MoreFacts(NamedTuple):
    """How many facts more changed."""

    facts: int


Item = ChangedFact | MoreFacts | DiffBlock | UnchangedBlocks


def items(comparison: TextDiff, whole: bool = False) -> list[Item]:
    """What to show, from top to bottom; ``whole`` folds nothing.

    Numbers come before dates, dates before names, those of a kind in the order of the texts.
    """
    facts = sorted(comparison.changed, key=lambda fact: (NUMBER, DATE, NAME).index(fact.kind))
    listed: list[Item] = list(facts)
    if len(facts) > FACTS + 1 and not whole:
        listed = [*facts[:FACTS], MoreFacts(len(facts) - FACTS)]
    return listed + (list(comparison.blocks) if whole else _folded(comparison.blocks))


def is_change(item: Item) -> bool:
    """Whether an item is a block of the article itself in which something changed."""
    return isinstance(item, DiffBlock) and item.kind != SAME and not item.is_boilerplate


def _folded(blocks: Sequence[DiffBlock]) -> list[Item]:
    """The blocks that changed, with the unchanged ones next to them; of the others a line for each row."""
    near = [False] * len(blocks)
    for k, block in enumerate(blocks):
        if is_change(block):
            for at in range(max(0, k - CONTEXT), min(len(blocks), k + CONTEXT + 1)):
                near[at] = True
    found: list[Item] = []
    for k, block in enumerate(blocks):
        if near[k] and not block.is_boilerplate:
            found.append(block)
        elif (
            found
            and isinstance(last := found[-1], UnchangedBlocks)
            and last.is_boilerplate == block.is_boilerplate
        ):
            found[-1] = last._replace(last=k + 1)
        else:
            found.append(UnchangedBlocks(k, k + 1, block.is_boilerplate))
    return [_unless_one(item, blocks) for item in found]


def _unless_one(item: Item, blocks: Sequence[DiffBlock]) -> Item:
    """A fold of a single sentence is that sentence: it takes hardly more room than the line for it."""
    one = isinstance(item, UnchangedBlocks) and item.last == item.first + 1 and not item.is_boilerplate
    return blocks[item.first] if isinstance(item, UnchangedBlocks) and one else item
