"""Plain text: the file is the article."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest.decode import WINDOWS, decode
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw import Documents, RawDocument

MEDIA_TYPE = "text/plain"


def read(data: bytes, _: SourceId) -> Documents:
    """The one article of a text file. Raises `IngestError` for what is no text, or an empty one."""
    text, encoding = decode(data)
    if not text.strip():
        raise IngestError("empty")
    doubts = (Problem("", "encoding", "Windows-1252"),) if encoding == WINDOWS else ()
    return Documents((RawDocument(text, MEDIA_TYPE),), doubts)
