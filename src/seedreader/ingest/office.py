"""A document of an office program as one article."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.ingest.raw_document import Declared, RawDocument
from seedreader.ingest.text_builder import Block, TextBuilder

TITLE = "title"
"""The name of a block that the document itself has as its title."""

BOLD = "b"
"""The name of a block that is bold from end to end."""

TITLE_WORDS = 40
"""Words of a headline at most."""

RAISED = "\x00"
"""Stands before figures that are set higher, for as long as it isn't known what stands before them."""

FIRST = 5
"""Blocks in which a document's own title stands."""


def one_article(blocks: Sequence[Block], media_type: str) -> RawDocument:
    """All blocks as one text; the title is declared by the style of its paragraph."""
    text, structure = TextBuilder(blocks).result()
    shown = [block for block in blocks if block.text.strip()][:FIRST]
    title = next((block for block in shown if TITLE in block.names), None) or _headline(shown)
    words = " ".join(title.text.split()) if title else ""
    declared = {"title": Declared(words, "style")} if words else {}
    return RawDocument(text, media_type, None, declared, structure)


def _headline(shown: Sequence[Block]) -> Block | None:
    """The first paragraph, where its look is a headline's: a heading,
    or bold and short above others that are not."""
    if len(shown) < 2:
        return None
    first, second = shown[:2]
    short = len(first.text.split()) <= TITLE_WORDS and not first.text.rstrip().endswith((".", ":", ";", ","))
    looks = first.kind == "heading" or (BOLD in first.names and BOLD not in second.names)
    return first if short and looks and first.kind != "list" else None
