"""A web page with what is to be told of it, or why it is none, wherever it comes from."""

from __future__ import annotations

from datetime import datetime

from seedreader.ingest.decode import label
from seedreader.ingest.errors import TRUNCATED, Problem
from seedreader.ingest.html.cut_end import is_cut
from seedreader.ingest.html.markup import Markup
from seedreader.ingest.html.no_article import refusal, why_empty
from seedreader.ingest.html.web_page import page
from seedreader.ingest.raw_document import Documents

TEASER = "shows the beginning of an article whose rest is for subscribers"


def documents(
    markup: Markup, url: str | None = None, retrieved: datetime | None = None, *, is_whole: bool = True
) -> Documents:
    """The one article of a page, and what is doubtful of it. Raises `IngestError` for a page without one.

    ``url`` and ``retrieved`` are where and when it was got; ``is_whole`` is whether its container is.
    """
    document = page(markup.text, url, retrieved)
    if not document.text:
        raise why_empty(markup.text)
    if nothing := refusal(document):
        raise nothing
    said = (TEASER if mark.kind == "excerpt" else mark.detail for mark in document.marks)
    doubts = (
        *((Problem("", "encoding", label(markup.encoding)),) if markup.doubtful else ()),
        *(Problem("", "unsure", each) for each in said),
        *((TRUNCATED,) if not is_whole or is_cut(markup.text) else ()),
    )
    return Documents((document,), doubts)
