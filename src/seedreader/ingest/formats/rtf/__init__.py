"""RTF: the file is one article, unless it is an export of a press archive."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest import exports
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.formats import plain_text
from seedreader.ingest.formats.rtf.reader import Reader
from seedreader.ingest.office import one_article
from seedreader.ingest.office_sniffing import is_rtf
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.text_builder import Block

MEDIA_TYPE = "application/rtf"


def read(data: bytes, source: SourceId) -> Documents:
    """The articles of a document. Raises `IngestError` for one without text."""
    if not is_rtf(data):
        return plain_text.read(data, source)
    reader = Reader(data)
    reader.run()
    cut = () if reader.complete else (Problem("", "truncated", "what comes before was read"),)
    if found := exports.of_blocks(reader.blocks, MEDIA_TYPE):
        return found._replace(problems=(*found.problems, *cut))
    blocks = [*reader.blocks, *reader.notes, *reader.margins]
    if not any(block.text.strip() for block in blocks):
        raise IngestError("empty")
    return Documents((one_article(blocks, MEDIA_TYPE),), cut)


def blocks(data: bytes) -> list[Block]:
    """The paragraphs and tables of a document, without its notes and margins."""
    reader = Reader(data)
    reader.run()
    return reader.blocks
