"""Exports of press archives, whatever file they come in: text, Word, RTF, or made to one of them by hand."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.ingest import nexis, press_review
from seedreader.ingest.formats import factiva, proquest
from seedreader.ingest.nexis import lines
from seedreader.ingest.press import apa, gopress
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.text_builder import Block

_READERS = (
    proquest.of_blocks,
    factiva.of_blocks,
    nexis.of_blocks,
    gopress.of_blocks,
    apa.of_blocks,
    press_review.of_blocks,
)
"""Each gives the articles of an export, or None where the blocks are none of its archive."""

LONG, FRONT = 1_000_000, 250_000
"""Characters from which on a text is looked through only if its first ``FRONT`` characters are an export, so
that one of 10 MB is not taken apart in vain: an index, a cover or the end of a first article comes early."""


def of_blocks(blocks: Sequence[Block], media_type: str) -> Documents | None:
    """The articles of an export; None where the blocks are none."""
    for read in _READERS:
        if (found := read(blocks, media_type)) is not None:
            return found
    return None


def of_text(text: str, media_type: str) -> Documents | None:
    """The articles of an export as plain text; None where it is none."""
    if len(text) > LONG and of_blocks(lines.blocks(text[:FRONT]), media_type) is None:
        return None
    return of_blocks(lines.blocks(text), media_type)


split = of_blocks
