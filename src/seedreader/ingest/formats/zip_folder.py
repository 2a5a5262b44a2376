"""A zip archive of files: it opens as a folder does."""

from __future__ import annotations

from seedreader.article import Mark, SourceId
from seedreader.ingest import packed_folder
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.zip import open_zip


def read(data: bytes, source: SourceId) -> Documents:
    """The articles of the files in it. Raises `IngestError` where there is none."""
    packed = open_zip(data)
    try:
        found = packed_folder.read(packed.names, packed.read, source, packed.unsafe)
    except IngestError as error:
        if packed.complete:
            raise
        raise IngestError("damaged", "is damaged or cut short") from error
    return found if packed.complete else _cut(found, packed.cut)


def _cut(found: Documents, name: str) -> Documents:
    """What an archive holds that ends in the middle, of the file with this name where it is known."""
    documents = tuple(
        each._replace(marks=(*each.marks, Mark("cut"))) if name and each.member == name else each
        for each in found.documents
    )
    return Documents(documents, (*found.problems, Problem(name, "truncated", "what comes before was read")))
