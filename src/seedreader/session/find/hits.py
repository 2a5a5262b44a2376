"""Where something was found in one text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from seedreader.article import Range
from seedreader.session.find.folded_text import FoldedText

MOST = 5_000
"""How many hits of one text are listed."""


class Hit(NamedTuple):
    """One hit: its ranges, one for words that stand together; ``typos`` is how many letters are otherwise."""

    ranges: tuple[Range, ...]
    typos: int = 0

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.ranges[-1][1]


class Hits(NamedTuple):
    """The hits in one text that are listed, in its order, of ``total``; ``before`` stand further up."""

    listed: tuple[Hit, ...] = ()
    total: int = 0
    before: int = 0

    def after(self, offset: int) -> int:
        """The index of the first hit that begins after ``offset``."""
        return bisect_right(self.listed, offset, key=lambda hit: hit.start)

    def at(self, offset: int) -> int:
        """The index of the first hit that begins at ``offset`` or after it."""
        return bisect_left(self.listed, offset, key=lambda hit: hit.start)


NOTHING = Hits()


def exact(text: FoldedText, sought: str, around: int = 0, most: int = MOST) -> Hits:
    """Every place of ``sought`` in a text, one after the other; of more than ``most`` those about ``around``.

    ``sought`` is folded like the text; ``around`` is an offset in the text that was folded.
    """
    total = text.text.count(sought) if sought else 0
    if not total:
        return NOTHING
    first = 0
    if total > most:
        first = middle = text.offset(around)
        for _ in range(most // 2):
            before = text.text.rfind(sought, 0, first)
            if before < 0:
                break
            first = before
        first = min(first, middle)
    listed: list[Hit] = []
    at, size = text.text.find(sought, first), len(sought)
    while at >= 0 and len(listed) < most:
        place = text.range(at, at + size)
        if place is not None:
            listed.append(Hit((place,)))
        at = text.text.find(sought, at + (size if place is not None else 1))
    if total <= most:
        return Hits(tuple(listed), len(listed))
    return Hits(tuple(listed), total, text.text.count(sought, 0, first))
