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

_CLASS, _ID, _ITEM = ' class="', ' id="', ' itemprop="'
_DRAWN_WORDS = "svg text, svg foreignObject"
"""What shows words in a drawing; one without is left out as a whole."""
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
    if tree.css_first(_DRAWN_WORDS) is None:
        tree.strip_tags(["svg"], recursive=True)
    tree.strip_tags(list(elements.UNSEEN), recursive=True)
    data_tables.mark(tree)
    return _Reading(quote_marks.of_language(language)).read(tree.html or "")


class _Told(NamedTuple):
    """What is known of an element: its attributes, where they are needed; class, id and role in one string;
    what it is a value of; what it is; how far it is set apart, 0 in a line; whether more than that is to be
    done where it begins and ends."""

    known: Mapping[str, str]
    name: str
    key: str
    kind: str
    gap: int
    is_special: bool


_Open = tuple[str, Box, _Told, tuple[int, int] | None, str]
"""An element that is open: its tag, the box that it lies in, what is known of it, where what it marks began,
and what is shown at its end."""


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
            if not text or dropped:
                continue
            if text.isspace() and not out.pre:
                out.space = True
            else:
                out.text(text)
        out.end_block()
        return out.found

    def open(self, tag: str, attributes: str) -> None:
        out = self.out
        if (
            attributes
            and tag not in elements.BLOCKS
            and "-" not in tag
            and not elements.is_telling(attributes)
        ):
            attributes = ""
        told = self.seen.get((tag, attributes)) or self.told(tag, attributes)
        box = out.box
        if told.gap:
            if told.is_special:
                self.begin(tag, told)
            else:
                out.set_apart(told.gap)
            self.stack.append((tag, box, told, None, ""))
            if box.depth < DEEPEST:
                out.box = Box(tag, told.kind, box, told.name, told.key, box.depth + 1)
                if tag == "tr" and self.tables and self.tables[-1]:
                    out.row, out.cells = out.box, 0
        elif not told.is_special:
            self.stack.append((tag, box, told, None, ""))
        elif tag == "br":
            out.line_break()
        elif tag == "hr":
            out.set_apart(PARAGRAPH)
        elif tag != "wbr":
            start = None
            if told.kind and told.kind not in self.marking:
                start = out.here()
                self.marking.add(told.kind)
            self.stack.append((tag, box, told, start, self.begin_in_line(tag)))

    def told(self, tag: str, attributes: str) -> _Told:
        """What is known of an element with such attributes; one of a site's own stands where it stands."""
        if "-" in tag:
            return self.told_by_all(tag, attributes, not self.is_in_line())
        if attributes and tag not in _OF_ATTRIBUTES and not elements.is_telling(attributes):
            bare = self.seen.get((tag, "")) or self.told(tag, "")
            told = _Told(
                bare.known,
                f"{_value(attributes, _CLASS)} {_value(attributes, _ID)} "[:LONGEST_NAME],
                _value(attributes, _ITEM),
                bare.kind,
                bare.gap,
                bare.is_special,
            )
        else:
            told = self.told_by_all(tag, attributes, tag in elements.BLOCKS)
        self.seen[tag, attributes] = told
        return told

    def told_by_all(self, tag: str, attributes: str, is_block: bool) -> _Told:
        """What is known of an element by all its attributes."""
        known = dict(_ATTRIBUTE.findall(attributes))
        name = f"{known.get('class', '')} {known.get('id', '')} {known.get('role', '')}" if known else ""
        kind = elements.kind_of(tag, known)
        is_block = elements.displayed(tag, is_block, known)
        if tag == "table" and data_tables.ROWS not in known:
            kind = ""
        gap = (LINE if tag in elements.LINES else PARAGRAPH) if is_block else 0
        is_special = tag in _SPECIAL_BLOCKS if is_block else tag in _SPECIAL_IN_LINE or kind != ""
        return _Told(known, name[:LONGEST_NAME], known.get("itemprop", ""), kind, gap, is_special)

    def begin(self, tag: str, told: _Told) -> None:
        """Begin a block that does more than to stand apart."""
        out = self.out
        if tag in elements.CELLS and out.row:
            out.begin_cell()
            return
        out.set_apart(told.gap)
        if tag == "table":
            self.tables.append(data_tables.ROWS in told.known)
        elif tag == "ol" or tag in elements.LISTS:
            out.lists.open(told.known, numbered=tag == "ol")
        elif tag == "li":
            out.prefix = out.lists.next_sign(told.known)
        elif tag in elements.PREFORMATTED:
            out.pre += 1

    def begin_in_line(self, tag: str) -> str:
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
        out = self.out
        while self.stack:
            last, box, told, start, closes = self.stack.pop()
            if told.is_special:
                if told.gap:
                    self.end(last, told)
                else:
                    self.end_in_line(last, told, start, closes)
            elif told.gap:
                out.set_apart(told.gap)
            out.box = box
            if last == tag:
                return

    def end(self, tag: str, told: _Told) -> None:
        """End a block that does more than to stand apart."""
        out = self.out
        if tag == "tr" and out.row:
            out.row = None
        if tag in elements.CELLS and out.row:
            return
        out.set_apart(told.gap)
        if tag == "table":
            self.tables.pop()
        elif tag == "ol" or tag in elements.LISTS:
            out.lists.close()
        elif tag == "li":
            out.prefix = ""
        elif tag in elements.PREFORMATTED:
            out.pre -= 1

    def end_in_line(self, tag: str, told: _Told, start: tuple[int, int] | None, closes: str) -> None:
        """End an element in a line: show what it closes with, and mark what it said something of."""
        out = self.out
        if closes:
            out.space = False
            out.put(closes)
            self.quoted -= tag == "q"
        if start:
            self.marking.discard(told.kind)
            out.mark(start, told.kind)
        if tag == "a":
            out.links -= 1
            out.after_link = True
        elif tag in ("sup", "sub"):
            out.script = "end"


def _value(attributes: str, begin: str) -> str:
    """The value of one attribute, which begins so: no other one's value can hold a quotation mark."""
    at = attributes.find(begin)
    return attributes[at + len(begin) : attributes.find('"', at + len(begin))] if at >= 0 else ""


_OF_ATTRIBUTES = frozenset(("dialog", "table", "ol", "li"))
"""Elements whose own attributes say whether and how they are shown."""
_SPECIAL_BLOCKS = frozenset(
    ("table", "tr", "ol", "li", *elements.CELLS, *elements.LISTS, *elements.PREFORMATTED)
)
_SPECIAL_IN_LINE = frozenset(("a", "sup", "sub", "q", "rt", "br", "hr", "wbr"))
"""Elements that do more than to stand apart, or in a line."""
