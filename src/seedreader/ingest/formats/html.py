"""A web page as it was saved: HTML or XHTML, by itself, "complete", by SingleFile or by Zotero."""

from __future__ import annotations

from seedreader.article import SourceId
from seedreader.ingest import html, press_review
from seedreader.ingest.decode import label
from seedreader.ingest.errors import TRUNCATED, Problem
from seedreader.ingest.raw_document import Documents, RawDocument
from seedreader.ingest.text_builder import Block

TEASER = "shows the beginning of an article whose rest is for subscribers"


def read(data: bytes, source: SourceId) -> Documents:
    """The one article of a page. Raises `IngestError` for what is no text, or shows none."""
    markup = html.decode(data)
    document = html.page(markup.text, source.uri if source.uri.startswith("http") else None)
    if not document.text:
        raise html.why_empty(markup.text)
    if nothing := html.refusal(document):
        raise nothing
    several = None if _is_one(document) else press_review.of_page(document)
    doubts = (
        *((Problem("", "encoding", label(markup.encoding)),) if markup.doubtful else ()),
        *((Problem("", "unsure", TEASER),) if document.marks else ()),
        *((TRUNCATED,) if html.is_cut(markup.text) else ()),
    )
    if several:
        return several._replace(problems=(*several.problems, *doubts))
    return Documents((document,), doubts)


def _is_one(document: RawDocument) -> bool:
    """Whether a page tells that it is one article: the day that it appeared, for other programs, and no
    review."""
    published, title = document.declared.get("published"), document.declared.get("title")
    return (
        published is not None
        and published.told_by in ("json-ld", "opengraph")
        and not press_review.is_review([Block(str(title.value) if title else "")])
    )
