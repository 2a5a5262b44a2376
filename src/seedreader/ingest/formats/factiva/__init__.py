"""Factiva's exports: web pages and XML; their text made into RTF, text or PDF by hand comes by `in_pieces`."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest.formats.factiva import pages, records
from seedreader.ingest.press.record import documents
from seedreader.ingest.raw import Documents

ARCHIVE = "Factiva"


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of an export. Raises `IngestError` where it holds none."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"<?xml") and b"<html" not in head.lower():
        from seedreader.ingest.formats.factiva import in_xml

        return documents(in_xml.found(data), ARCHIVE, "application/xml")
    found, problems = records.cut(pages.pieces_of(data))
    return documents(found, ARCHIVE, "text/html", problems)
