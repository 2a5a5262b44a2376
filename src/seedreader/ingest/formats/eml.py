"""A message as a file."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest.mail import letter, message
from seedreader.ingest.raw_document import Documents


def read(data: bytes, source: SourceId) -> Documents:
    """The articles of a message. Raises `IngestError` for one without any text."""
    return letter.documents(message.parse(data), source)
