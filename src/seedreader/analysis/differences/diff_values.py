"""What a comparison of two texts is made of. Every range is one of offsets in its own text."""

from __future__ import annotations

from typing import NamedTuple

from seedreader.article import Range

SAME, REWORDED, MOVED, LEFT, DROPPED, ADDED = "same", "reworded", "moved", "left", "dropped", "added"
"""What became of a stretch of text; one that moved is `LEFT` in its old place and `MOVED` in its new one."""


class WordChange(NamedTuple):
    """Words of the old text with those of the new one in their place; either range may be empty.

    ``light``: only case or punctuation differ.
    """

    old: Range
    new: Range
    light: bool = False


class DiffBlock(NamedTuple):
    """A stretch of whole sentences: ``old`` and ``new`` are where it stands, empty where it does not.

    ``changes`` are the words that differ, in order. `LEFT` and `MOVED` have both places.
    ``is_boilerplate``: most of it is. ``down``: it moved further down, not up.
    """

    kind: str
    old: Range
    new: Range
    changes: tuple[WordChange, ...] = ()
    is_boilerplate: bool = False
    down: bool = False

    @property
    def in_old(self) -> bool:
        """Whether the block stands at this place of the old text."""
        return self.kind not in (MOVED, ADDED)

    @property
    def in_new(self) -> bool:
        """Whether the block stands at this place of the new text."""
        return self.kind not in (LEFT, DROPPED)


class DiffFact(NamedTuple):
    """A number, date or name at ``[start, end)``; two with one ``key`` are the same one."""

    start: int
    end: int
    kind: str
    key: str


class ChangedFact(NamedTuple):
    """A number, date or name that was put in place of another; one of the two may be missing.

    ``block`` is the index of the block in which that is.
    """

    kind: str
    old: Range | None
    new: Range | None
    block: int
