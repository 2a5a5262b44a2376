"""A zip archive of files: it opens as a folder does."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest import packed_folder
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.zip import open_zip


def read(data: bytes, source: SourceId) -> Documents:
    """The articles of the files in it. Raises `IngestError` where there is none."""
    packed = open_zip(data)
    try:
        found = packed_folder.read(packed.names, packed.read, source)
    except IngestError as error:
        if packed.complete:
            raise
        raise IngestError("damaged", "is damaged or cut short") from error
    if packed.complete:
        return found
    return found._replace(problems=(*found.problems, Problem("", "truncated", "what comes before was read")))
