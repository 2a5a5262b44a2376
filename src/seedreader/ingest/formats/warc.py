"""WARC and ARC, packed or not: the pages in them, each with the time of its capture."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest.captures import Pages
from seedreader.ingest.file_bytes import FileBytes
from seedreader.ingest.raw_document import Documents


def read(data: bytes | FileBytes, source: SourceId) -> Documents:
    """The pages of a web archive. Raises `IngestError` where there is none, or an extra is needed."""
    pages = Pages(source)
    pages.add(data)
    return pages.result()
