"""A page's tree as blocks, in reading order.

The parser (lexbor, as browsers parse) makes well-formed markup of anything, and one pass over its tags makes
the blocks: walking the nodes of the tree one by one would take several times as long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from seedreader.ingest.html import data_tables, elements, quote_marks
from seedreader.ingest.html.block import LINE, PARAGRAPH, Block, Box
from seedreader.ingest.html.block_writer import BlockWriter

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

DEEPEST = 80
"""Boxes inside one another that are told apart; deeper ones count for the box that they are in."""

LONGEST_NAME = 400
"""Characters of an element's class, id and role that are looked at."""

_TAG = re.compile(
    r"<(?:/([^\s>]+)|([a-z][^\s/>]*)((?:\s=?[^\s=>]*(?:=\"[^\"]*\")?)*))>|<!--.*?-->|<[^>]*>", re.DOTALL
)
_ATTRIBUTE = re.compile(r"\s([^\s=\"]+)(?:=\"([^\"]*)\")?")


def blocks(tree: LexborHTMLParser) -> list[Block]:
    """What a page shows, in reading order. What shows nothing is taken out of the tree."""
    root = tree.root
    if root is None:
        return []
    language = (root.attributes.get("lang") or "")[:2].lower()
    tree.strip_tags(list(elements.UNSEEN), recursive=True)
    data_tables.mark(tree)
    return _Reading(quote_marks.of_language(language)).read(tree.html or "")


class _Told(NamedTuple):
    """What is known of an element: its attributes, class, id and role in one string, what it is, whether a
    block."""

    known: Mapping[str, str]
    name: str
    kind: str
    block: bool


class _Open(NamedTuple):
    """An element that is open: the box that it lies in, and what is to be done at its end."""

    tag: str
    box: Box
    block: bool
    kind: str
    start: tuple[int, int] | None
    closes: str


class _Reading:
    """One pass over well-formed markup: which elements are open, and what they do to the text."""

    def __init__(self, quotes: str) -> None:
        self.out = BlockWriter()
        self.quotes = quotes
        self.stack: list[_Open] = []
        self.quoted = 0
        self.tables: list[bool] = []
        self.marking: set[str] = set()
        self.seen: dict[tuple[str, str], _Told] = {}

    def read(self, html: str) -> list[Block]:
        pieces = _TAG.split(html)
        dropped = 0
        out = self.out
        out.text(pieces[0])
        for closed, opened, attributes, text in zip(
            pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True
        ):
            if opened == "template":
                dropped += 1
            elif closed == "template":
                dropped -= 1
            elif dropped:
                continue
            elif opened:
                self.open(opened, attributes)
            elif closed:
                self.close(closed)
            if text and not dropped:
                out.text(text)
        out.end_block()
        return out.found

    def open(self, tag: str, attributes: str) -> None:
        out = self.out
        if tag == "br":
            out.line_break()
        elif tag == "hr":
            out.set_apart(PARAGRAPH)
        elif tag != "wbr":
            block = tag in elements.BLOCKS or ("-" in tag and not self.is_in_line())
            known, name, kind = _NONE, "", elements.SEMANTIC.get(tag, "")
            if attributes and (block or elements.is_telling(attributes)):
                known, name, kind, block = self.told(tag, attributes, block)
            if tag == "table" and data_tables.ROWS not in known:
                kind = ""
            start = out.here() if kind and not block and kind not in self.marking else None
            if start:
                self.marking.add(kind)
            closes = self.open_block(tag, known) if block else self.open_inline(tag)
            self.stack.append(_Open(tag, out.box, block, kind, start, closes))
            if block and out.box.depth < DEEPEST:
                out.box = Box(tag, kind, out.box, name, known.get("itemprop", ""), out.box.depth + 1)
                if tag == "tr" and self.tables and self.tables[-1]:
                    out.row, out.cells = out.box, 0

    def told(self, tag: str, attributes: str, block: bool) -> _Told:
        """What the attributes of an element say, and whether it is a block."""
        found = self.seen.get((tag, attributes))
        if found is None:
            known = dict(_ATTRIBUTE.findall(attributes))
            name = f"{known.get('class', '')} {known.get('id', '')} {known.get('role', '')}"[:LONGEST_NAME]
            found = _Told(known, name, elements.kind_of(tag, known), elements.displayed(tag, block, known))
            if "-" not in tag:
                self.seen[tag, attributes] = found
        return found

    def open_block(self, tag: str, known: Mapping[str, str]) -> str:
        out = self.out
        if tag in elements.CELLS and out.row:
            out.begin_cell()
            return ""
        out.set_apart(LINE if tag in elements.LINES else PARAGRAPH)
        if tag == "table":
            self.tables.append(data_tables.ROWS in known)
        elif tag == "ol" or tag in elements.LISTS:
            out.lists.open(known, numbered=tag == "ol")
        elif tag == "li":
            out.prefix = out.lists.next_sign(known)
        elif tag in elements.PREFORMATTED:
            out.pre += 1
        return ""

    def open_inline(self, tag: str) -> str:
        """Begin an element in a line; returns what is shown at its end."""
        out = self.out
        if tag == "a":
            if out.after_link and not out.space:
                out.space = out.is_in_line
            out.links += 1
        elif tag in ("sup", "sub"):
            out.script = tag
        elif tag == "q":
            at = self.quoted % 2 * 2
            opens, closes = self.quotes[at], self.quotes[at + 1]
            self.quoted += 1
            out.add(opens)
            return closes
        elif tag == "rt":
            out.add("(")
            return ")"
        return ""

    def is_in_line(self) -> bool:
        """Whether an element that may be either kind stands inside a line of text."""
        return self.out.is_in_line or self.out.box.tag in elements.PHRASING

    def close(self, tag: str) -> None:
        while self.stack:
            last = self.stack.pop()
            self.end(last)
            if last.tag == tag:
                return

    def end(self, last: _Open) -> None:
        tag, out = last.tag, self.out
        if last.closes:
            out.space = False
            out.put(last.closes)
            self.quoted -= tag == "q"
        if last.start:
            self.marking.discard(last.kind)
            out.mark(last.start, last.kind)
        if last.block:
            self.end_element(tag)
        elif tag == "a":
            out.links -= 1
            out.after_link = True
        elif tag in ("sup", "sub"):
            out.script = "end"
        out.box = last.box

    def end_element(self, tag: str) -> None:
        out = self.out
        if tag == "tr" and out.row:
            out.row = None
        if tag in elements.CELLS and out.row:
            return
        out.set_apart(LINE if tag in elements.LINES else PARAGRAPH)
        if tag == "table":
            self.tables.pop()
        elif tag == "ol" or tag in elements.LISTS:
            out.lists.close()
        elif tag == "li":
            out.prefix = ""
        elif tag in elements.PREFORMATTED:
            out.pre -= 1


_NONE: Mapping[str, str] = {}
