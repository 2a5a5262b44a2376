"""A zip archive of files: it opens as a folder does."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest import packed_folder
from seedreader.ingest.raw import Documents
from seedreader.ingest.zip import open_zip


def read(data: bytes, source: SourceId) -> Documents:
    """The articles of the files in it. Raises `IngestError` where there is none."""
    packed = open_zip(data)
    return packed_folder.read(packed.names, packed.read, source)
