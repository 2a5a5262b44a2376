"""Word documents (.docx): the file is one article, unless it is an export of a press archive."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest import exports
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats import plain_text
from seedreader.ingest.formats.docx import package
from seedreader.ingest.office import one_article
from seedreader.ingest.office_sniffing import is_word_xml
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.zip import is_zip

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes, source: SourceId) -> Documents:
    """The articles of a document, or of a text that is only named as one.

    Raises `IngestError` for one that is damaged, locked or empty.
    """
    if not is_zip(data) and not is_word_xml(data):
        return plain_text.read(data, source)
    opened = package.open_package(data) if is_zip(data) else package.open_xml(data)
    blocks = opened.body()
    if found := exports.of_blocks(blocks, MEDIA_TYPE):
        return found._replace(problems=(*found.problems, *opened.problems))
    blocks += [*opened.notes(), *opened.margins()]
    if not any(block.text.strip() for block in blocks):
        raise IngestError("empty")
    return Documents((one_article(blocks, MEDIA_TYPE),), opened.problems)
