"""What markup is read as: blocks of text, each in the boxes that hold it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from seedreader.ingest.html.elements import HEADINGS

LINE, PARAGRAPH = 1, 2
"""How a block is set apart from the one before: by a line break, by a blank line."""


@dataclass(slots=True, eq=False)
class Box:
    """An element that holds blocks: what it is called, and what is known of what it holds.

    ``kind`` is what the format says that it is, or "". ``name`` are its class, id and role in one string.
    """

    tag: str
    kind: str
    parent: Box | None
    name: str = ""
    key: str = ""
    depth: int = 0


@dataclass(slots=True)
class Inline:
    """A range of a block's text that an element inside it says something of."""

    start: int
    end: int
    kind: str


@dataclass(slots=True, eq=False)
class Block:
    """A run of text without a break in it. ``linked`` are its characters inside links; ``ends_in_link`` is
    whether its last ones are."""

    box: Box
    apart: int
    text: str = ""
    linked: int = 0
    inline: list[Inline] = field(default_factory=list)
    ends_in_link: bool = False

    def cut(self, size: int) -> None:
        """Take characters off the front."""
        self.text = self.text[size:]
        for each in self.inline:
            each.start, each.end = max(0, each.start - size), max(0, each.end - size)


def way(box: Box | None) -> Iterator[Box]:
    """A box and those around it, from the inside."""
    while box is not None:
        yield box
        box = box.parent


def tags(box: Box | None) -> tuple[str, ...]:
    """The element of a box and those of the two around it: a heading may hold boxes of its own."""
    found: list[str] = []
    while box is not None and len(found) < 3:
        found.append(box.tag)
        box = box.parent
    return tuple(found)


def is_heading(block: Block) -> bool:
    """Whether a block stands in a heading."""
    return bool(heading(block))


def heading(block: Block) -> str:
    """The element of the heading that a block stands in, "" for any other block."""
    box: Box | None = block.box
    for _ in range(3):
        if box is None:
            break
        if box.tag in HEADINGS:
            return box.tag
        box = box.parent
    return ""
