"""Markup: decoded, as text with structure, and what it declares of itself. Used by every format that holds
any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seedreader.ingest.html import reading
from seedreader.ingest.html.declared import metadata
from seedreader.ingest.html.markup import Markup, decode
from seedreader.ingest.html.page_documents import documents
from seedreader.ingest.html.text import Text, assemble
from seedreader.ingest.html.tree import parse
from seedreader.ingest.html.web_page import page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = [
    "Markup",
    "Text",
    "decode",
    "documents",
    "metadata",
    "page",
    "parse",
    "text_of",
]


def text_of(markup: str | LexborHTMLParser) -> Text:
    """All that markup (a page, or a piece of one) shows, in reading order, with its structure.

    Scripts, styles and templates are left out; what is hidden is in the text and marked so. A tree that is
    given loses what shows nothing (scripts, too: take its metadata first).
    """
    return assemble(reading.blocks(parse(markup) if isinstance(markup, str) else markup))
