"""Blocks of text, one below the other, as canonical text and what the format says of its ranges."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from seedreader.article import Structure

APART = "\n\n"
"""What stands between two paragraphs."""


class Block(NamedTuple):
    """A paragraph of a document: its text, what it is (one of `STRUCTURES`), and of ranges inside it.

    ``names`` are what the format calls the place where it begins (bookmarks, anchors). ``centred`` is
    whether it is set in the middle of the page.
    """

    text: str
    kind: str = "paragraph"
    inside: tuple[Structure, ...] = ()
    names: tuple[str, ...] = ()
    centred: bool = False


LONGEST_BYLINE = 150
"""Characters of a line at most that says who wrote what follows, and no more."""


def byline(text: str) -> Block:
    """Who wrote it, as the format tells: beside the article, unless the line is so long that it says more."""
    return Block(text, "header" if len(text) <= LONGEST_BYLINE else "paragraph")


class TextBuilder:
    """Puts blocks together, a blank line between them; empty ones are left out."""

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self._parts: list[str] = []
        self._structure: list[Structure] = []
        self._length = 0
        for block in blocks:
            self.add(block)

    def block(self, text: str, kind: str = "paragraph") -> None:
        """Add a paragraph of one kind."""
        self.add(Block(text, kind))

    def add(self, block: Block) -> None:
        """Add a block; white space at its ends is dropped."""
        text = block.text.strip()
        if not text:
            return
        if self._parts:
            self._parts.append(APART)
            self._length += len(APART)
        self._structure.append(Structure(self._length, self._length + len(text), block.kind))
        shift = self._length - (len(block.text) - len(block.text.lstrip()))
        for each in block.inside:
            start, end = (
                max(each.start + shift, self._length),
                min(each.end + shift, self._length + len(text)),
            )
            if start < end:
                self._structure.append(Structure(start, end, each.kind))
        self._parts.append(text)
        self._length += len(text)

    def result(self) -> tuple[str, tuple[Structure, ...]]:
        """The canonical text, and what is said of its ranges, in order."""
        return "".join(self._parts), tuple(sorted(self._structure))


def stripped(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that hold something."""
    return [block for block in blocks if block.text.strip()]
