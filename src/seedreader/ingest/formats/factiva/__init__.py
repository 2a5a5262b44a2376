"""Factiva's exports: pages and XML; texts made of them by hand come by `of_blocks`."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.article import SourceId
from seedreader.ingest.formats.factiva import pages, records
from seedreader.ingest.press.pieces import of_blocks as in_pieces
from seedreader.ingest.press.record import documents
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.text_builder import Block

ARCHIVE = "Factiva"


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of an export. Raises `IngestError` where it holds none."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"<?xml") and b"<html" not in head.lower():
        from seedreader.ingest.formats.factiva import in_xml

        return documents(in_xml.found(data), ARCHIVE, "application/xml")
    found, problems = records.cut(pages.pieces_of(data))
    return documents(found, ARCHIVE, "text/html", problems)


def of_blocks(blocks: Sequence[Block], media_type: str) -> Documents | None:
    """The articles of an export that was made to a text; None where it is none."""
    found = in_pieces(blocks)
    if not any(map(records.ends, found)):
        return None
    cut, problems = records.cut(found)
    return documents(cut, ARCHIVE, media_type, problems) if cut else None
