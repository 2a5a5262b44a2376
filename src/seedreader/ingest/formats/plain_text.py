"""Plain text: the file is the article."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest import exports, sidecar
from seedreader.ingest.decode import SURE, decode, label
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw_document import Documents, RawDocument

MEDIA_TYPE = "text/plain"


def read(data: bytes, _: SourceId) -> Documents:
    """The one article of a text file. Raises `IngestError` for what is no text, or an empty one."""
    text, encoding = decode(data)
    if not text.strip():
        raise IngestError("empty")
    if found := exports.of_text(text, MEDIA_TYPE):
        return found._replace(problems=(*found.problems, *doubts(encoding)))
    head = sidecar.heading(text)
    document = RawDocument(
        text, MEDIA_TYPE, declared=head.declared, structure=(head.structure,) if head.structure else ()
    )
    return Documents((document,), (*doubts(encoding), *head.problems))


def doubts(encoding: str) -> tuple[Problem, ...]:
    """What is to be said of the encoding that a text was read in: it was guessed, if it is not Unicode."""
    return () if encoding in SURE else (Problem("", "encoding", label(encoding)),)
