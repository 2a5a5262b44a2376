"""What a report looks like whatever it is written in: headings, paragraphs, lists, quotes, sides.

Every text is any text, with whatever an article holds: each format makes it harmless.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from seedreader.report.values import Quote

PLAIN, STRONG, ITALIC, ADDRESS, INTERNAL = "plain", "strong", "italic", "address", "internal"
"""What a run can be: the last two are an address of the web, and words that lead to a section or passage."""


class Run(NamedTuple):
    """Words of a paragraph; ``to`` is the id of the section that `INTERNAL` ones lead to."""

    text: str
    style: str = PLAIN
    to: str = ""


class Paragraph(NamedTuple):
    """Words in one block. ``kind`` is "" or "small", for what is said besides."""

    runs: tuple[Run, ...]
    kind: str = ""


class Listing(NamedTuple):
    """Items, each of blocks; ``numbered`` from 1 on."""

    items: tuple[tuple[Block, ...], ...]
    numbered: bool = False


class Quotation(NamedTuple):
    """Who says it, and the words."""

    lead: tuple[Run, ...]
    quote: Quote


class Sides(NamedTuple):
    """What stands against each other: beside each other where there is room."""

    sides: tuple[tuple[Block, ...], ...]


class Written(NamedTuple):
    """What the reader wrote, its lines kept, and who wrote it when."""

    lead: tuple[Run, ...]
    lines: tuple[str, ...]


class Picture(NamedTuple):
    """A place for one of `pictures.PICTURES`, where a format can show it."""

    name: str


class Texts(NamedTuple):
    """A place for the articles themselves, where a format can hold them."""


class Section(NamedTuple):
    """A heading and what stands below it; ``level`` is 1 for the report, or a story of several."""

    level: int
    title: str
    id: str
    blocks: tuple[Block, ...]


Block = Paragraph | Listing | Quotation | Sides | Written | Picture | Texts | Section


def paragraph(*runs: str | Run, kind: str = "") -> Paragraph:
    """A paragraph of plain words and runs."""
    return Paragraph(tuple(Run(each) if isinstance(each, str) else each for each in runs), kind)


def bullets(items: Sequence[Sequence[Block]]) -> Listing:
    """A list whose items have no numbers."""
    return Listing(tuple(tuple(item) for item in items))
