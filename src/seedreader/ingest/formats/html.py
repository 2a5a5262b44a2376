"""A web page as it was saved: HTML or XHTML, by itself, "complete", by SingleFile or by Zotero."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest import html, press_review
from seedreader.ingest.raw_document import Documents, RawDocument
from seedreader.ingest.text_builder import Block


def read(data: bytes, source: SourceId) -> Documents:
    """The one article of a page. Raises `IngestError` for what is no text, or shows none."""
    found = html.documents(html.decode(data), source.uri if source.uri.startswith("http") else None)
    (document,) = found.documents
    several = None if _is_one(document) else press_review.of_page(document)
    return several._replace(problems=(*several.problems, *found.problems)) if several else found


def _is_one(document: RawDocument) -> bool:
    """Whether a page tells that it is one article: the day that it appeared, for other programs, and no
    review."""
    published, title = document.declared.get("published"), document.declared.get("title")
    return (
        published is not None
        and published.told_by in ("json-ld", "opengraph")
        and not press_review.is_review([Block(str(title.value) if title else "")])
    )
