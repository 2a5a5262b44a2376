"""A document of an office program as one article."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.ingest.raw import Declared, RawDocument
from seedreader.ingest.text_builder import Block, TextBuilder

TITLE = "title"
"""The name of a block that the document itself has as its title."""

BOLD = "b"
"""The name of a block that is bold from end to end."""

FIRST = 5
"""Blocks in which a document's own title stands."""


def one_article(blocks: Sequence[Block], media_type: str) -> RawDocument:
    """All blocks as one text; the title is declared by the style of its paragraph."""
    text, structure = TextBuilder(blocks).result()
    shown = [block for block in blocks if block.text.strip()][:FIRST]
    title = next((block for block in shown if TITLE in block.names), None)
    words = " ".join(title.text.split()) if title else ""
    declared = {"title": Declared(words, "style")} if words else {}
    return RawDocument(text, media_type, None, declared, structure)
