"""A message as Outlook saves it."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest.mail import letter, outlook
from seedreader.ingest.raw_document import Documents


def read(data: bytes, source: SourceId) -> Documents:
    """The articles of a message. Raises `IngestError` for one that is damaged or has no text."""
    return letter.documents(outlook.parse(data), source)
