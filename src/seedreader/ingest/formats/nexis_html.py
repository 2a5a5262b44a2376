"""Exports of Nexis as a page: one file of many documents, each value of them in a part of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from seedreader.article import SourceId
from seedreader.ingest import nexis
from seedreader.ingest.decode import SURE, decode, label
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.tables import Row, table
from seedreader.ingest.text_builder import Block

MEDIA_TYPE = "text/html"

_CLASS = re.compile(r"\.(\w{1,20})\s*\{([^{}]{0,400})\}")
_CENTRED = re.compile(r"text-align:\s*center", re.IGNORECASE)
_HEADING = re.compile(r"font-size:\s*1[3-9]pt", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_BLOCKS = frozenset(
    ("div", "p", "table", "tr", "td", "th", "ul", "ol", "li", "h1", "h2", "h3", "h4", "center", "hr", "body")
)
_OUT = frozenset(("script", "style", "title", "head"))
_DOCUMENT = re.compile(r"<DOC\s+NUMBER=\s*\"?\d", re.IGNORECASE)


def read(data: bytes, _: SourceId) -> Documents:
    """The articles of an export. Raises `IngestError` for a page that is none after all."""
    declared = _CHARSET.search(data[:8192])
    text, encoding = decode(data, declared[1].decode("ascii") if declared else None)
    page = _Page(_classes(text))
    page.feed(text)
    page.finish()
    found = nexis.of_blocks(page.blocks, MEDIA_TYPE)
    if found is None:
        raise IngestError("nothing", "its page names no documents")
    doubts = (Problem("", "encoding", label(encoding)),) if not declared and encoding not in SURE else ()
    return found._replace(problems=(*found.problems, *doubts))


def _classes(text: str) -> Mapping[str, str]:
    """What the page's own styles say of the classes that it numbers anew each time."""
    return {match[1].lower(): match[2] for match in _CLASS.finditer(text[:20_000])}


class _Page(HTMLParser):
    """The blocks of a page."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self._classes = classes
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._out = 0
        self._centred = False
        self._heading = False
        self._rows: list[list[list[Block]]] = []
        self._tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag in _OUT:
            self._out += 1
        elif tag == "br":
            self._parts.append("\n")
        elif tag in _BLOCKS:
            self._end()
            if tag == "table":
                self._tables += 1
            elif tag == "tr" and self._tables:
                self._rows.append([])
            elif tag in ("td", "th") and self._tables:
                if not self._rows:
                    self._rows.append([])
                self._rows[-1].append([])
        style = self._classes.get((dict(attrs).get("class") or "").lower(), "")
        if tag in ("div", "p", "center"):
            self._centred = tag == "center" or _CENTRED.search(style) is not None
        elif tag == "span" and _HEADING.search(style) and not "".join(self._parts).strip():
            self._heading = True

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in _OUT:
            self._out = max(0, self._out - 1)
        elif tag in _BLOCKS:
            self._end()
            if tag == "table" and self._tables:
                self._tables -= 1
                if not self._tables:
                    self._end_table()

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._out:
            self._parts.append(re.sub(r"[ \t\r\n]+", " ", data))

    def finish(self) -> None:
        """The page ends."""
        self.close()
        self._end()
        self._end_table()

    def _end(self) -> None:
        text = re.sub(r" ?\n ?", "\n", "".join(self._parts)).strip()
        kind = "heading" if self._heading else "paragraph"
        self._parts, self._heading = [], False
        if not text:
            return
        block = Block(text, kind, centred=self._centred)
        if self._tables and self._rows and self._rows[-1]:
            self._rows[-1][-1].append(block)
        else:
            self.blocks.append(block)

    def _end_table(self) -> None:
        rows: list[Row] = list(self._rows)
        self.blocks += table(rows)
        self._rows = []
