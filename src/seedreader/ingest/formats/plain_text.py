"""Plain text: the file is the article, unless it is an export of a press archive."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest import exports
from seedreader.ingest.decode import WINDOWS, decode
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw import Documents, RawDocument

MEDIA_TYPE = "text/plain"


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of a text file. Raises `IngestError` for what is no text, or an empty one."""
    text, encoding = decode(data)
    if not text.strip():
        raise IngestError("empty")
    doubts = (Problem("", "encoding", "Windows-1252"),) if encoding == WINDOWS else ()
    if found := exports.of_text(text, MEDIA_TYPE):
        return found._replace(problems=(*found.problems, *doubts))
    return Documents((RawDocument(text, MEDIA_TYPE),), doubts)
