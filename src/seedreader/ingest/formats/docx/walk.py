"""The text of a Word document: every element on the way is known, so that none is read twice or lost.

Words inserted by a tracked change are in, deleted ones and the old place of moved ones are out; of two
renderings of one thing the first is read. Struck-out and hidden words are in and marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from seedreader.article import Structure
from seedreader.ingest import xml
from seedreader.ingest.formats.docx.numbers import numeral
from seedreader.ingest.formats.docx.styles import PLAIN, Level, Lists, Styles, child, is_on, value
from seedreader.ingest.office import BOLD, RAISED, TITLE
from seedreader.ingest.symbols import symbol
from seedreader.ingest.tables import table
from seedreader.ingest.text_builder import Block

MAX_DEPTH = 150
"""Elements inside one another beyond which a document is not looked into."""

_OUT = frozenset((
    "del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sectPr", "tblPr", "tblGrid",
    "trPr",
    "tcPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "fldData", "annotation", "commentReference", "softHyphen",
    "lastRenderedPageBreak",
))  # fmt: skip
_BREAKS = frozenset(("br", "cr"))


class _Piece(NamedTuple):
    """Words of a paragraph and what is said of them."""

    text: str
    kinds: tuple[str, ...] = ()
    bold: bool = False


class Walker:
    """Reads the blocks of parts of one document; it counts the lists on the way."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._counts: dict[str, list[int]] = {}
        self._boxes: list[Element] = []
        self._names: list[str] = []

    def blocks(self, root: Element, depth: int = 0) -> list[Block]:
        """The paragraphs and tables in an element, in order; a text box follows the paragraph it hangs on."""
        found: list[Block] = []
        if depth > MAX_DEPTH:
            return found
        for element in root:
            name = xml.local(element)
            if name == "p":
                found += self._paragraph(element, depth)
            elif name == "tbl":
                found += self._table(element, depth)
            elif name == "bookmarkStart":
                self._names.append(xml.attribute(element, "name"))
            elif name == "AlternateContent":
                if len(element):
                    found += self.blocks(_chosen(element), depth + 1)
            elif name not in _OUT:
                found += self.blocks(element, depth + 1)
        return found

    def _paragraph(self, element: Element, depth: int) -> list[Block]:
        properties = child(element, "pPr")
        style = self._styles.get(value(properties, "pStyle"), PLAIN)
        names, self._names = self._names, []
        kinds = ("hidden",) if style.hidden else ()
        pieces = list(self._pieces(element, kinds, style.bold, depth))
        text, inside = _joined(pieces)
        names += self._names
        self._names = []
        shown = [piece for piece in pieces if piece.text.strip()]
        if shown and all(piece.bold for piece in shown):
            names.append(BOLD)
        kind = style.kind
        level = value(properties, "outlineLvl")
        if level.isdigit() and int(level) < 9:
            kind = "heading"
        if style.title:
            names.append(TITLE)
        number = child(properties, "numPr")
        list_id = value(number, "numId") or style.number
        if list_id and list_id != "0" and text.strip():
            mark = self._mark(list_id, value(number, "ilvl"))
            inside = tuple(
                each._replace(start=each.start + len(mark), end=each.end + len(mark)) for each in inside
            )
            text = mark + text
            kind = "list" if kind == "paragraph" else kind
        justified = value(properties, "jc")
        centred = justified == "center" if justified else style.centred
        found = [Block(text, kind, inside, tuple(names), centred)]
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            found += self.blocks(box, depth + 1)
        return found

    def _pieces(self, parent: Element, kinds: tuple[str, ...], bold: bool, depth: int) -> Iterator[_Piece]:
        if depth > MAX_DEPTH:
            return
        for element in parent:
            name = xml.local(element)
            if name == "t":
                yield _Piece((element.text or "").replace("\r", "\n"), kinds, bold)
            elif name == "r":
                yield from self._run(element, kinds, bold, depth)
            elif name in _OUT:
                continue
            elif name in ("tab", "ptab"):
                yield _Piece("\t", kinds, bold)
            elif name in _BREAKS:
                yield _Piece("\n", kinds, bold)
            elif name == "noBreakHyphen":
                yield _Piece("-", kinds, bold)
            elif name == "sym":
                yield _Piece(
                    symbol(xml.attribute(element, "char"), xml.attribute(element, "font")), kinds, bold
                )
            elif name in ("footnoteReference", "endnoteReference"):
                sign = "e" if name.startswith("e") else ""
                yield _Piece(f"[{sign}{xml.attribute(element, 'id')}]", kinds, bold)
            elif name == "bookmarkStart":
                self._names.append(xml.attribute(element, "name"))
            elif name == "txbxContent":
                self._boxes.append(element)
            elif name == "AlternateContent":
                if len(element):
                    yield from self._pieces(_chosen(element), kinds, bold, depth + 1)
            elif name in ("ins", "moveTo"):
                yield from self._pieces(element, (*kinds, "inserted"), bold, depth + 1)
            elif name in ("p", "tbl"):
                self._boxes.append(parent)
                return
            else:
                yield from self._pieces(element, kinds, bold, depth + 1)

    def _run(self, run: Element, kinds: tuple[str, ...], bold: bool, depth: int) -> Iterator[_Piece]:
        properties = child(run, "rPr")
        if properties is not None:
            style = self._styles.get(value(properties, "rStyle"), PLAIN)
            hidden = is_on(properties, "vanish") if child(properties, "vanish") is not None else style.hidden
            if hidden and "hidden" not in kinds:
                kinds = (*kinds, "hidden")
            if is_on(properties, "strike") or is_on(properties, "dstrike"):
                kinds = (*kinds, "deleted")
            bold = is_on(properties, "b") if child(properties, "b") is not None else bold or style.bold
            if value(properties, "vertAlign") == "superscript":
                for piece in self._pieces(run, kinds, bold, depth + 1):
                    power = re.fullmatch(r"[-−+]?\d+", piece.text)
                    yield piece._replace(text=RAISED + piece.text) if power else piece
                return
        yield from self._pieces(run, kinds, bold, depth + 1)

    def _mark(self, list_id: str, level_name: str) -> str:
        """What stands before an entry of a list: a bullet or its number."""
        level = int(level_name) if level_name.isdigit() and len(level_name) < 3 else 0
        levels = self._lists.get(list_id, ())
        of_level = levels[level] if level < len(levels) else Level()
        if of_level.form == "none":
            return ""
        if of_level.form == "bullet":
            return "• "
        counts = self._counts.setdefault(list_id, [])
        while len(counts) <= level:
            counts.append(levels[len(counts)].start - 1 if len(counts) < len(levels) else 0)
        del counts[level + 1 :]
        counts[level] += 1

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = levels[at].form if at < len(levels) else "decimal"
            return numeral(counts[at] if at < len(counts) else 1, form)

        return re.sub(r"%(\d)", shown, of_level.pattern or f"%{level + 1}.") + " "

    def _table(self, element: Element, depth: int) -> list[Block]:
        names, self._names = self._names, []
        rows = [
            [self.blocks(cell, depth + 1) for cell in _inside(row, "tc", depth)]
            for row in _inside(element, "tr", depth)
        ]
        self._names = names + self._names
        return table(rows)


def _chosen(alternate: Element) -> Element:
    """The rendering to read of one that is there in several: the newer, unless it holds no words."""
    with_words = (
        each for each in alternate if any(xml.local(inner) in ("t", "sym") for inner in each.iter())
    )
    return next(with_words, alternate[0])


def _inside(parent: Element, wanted: str, depth: int) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also such in content controls and insertions."""
    for element in parent:
        name = xml.local(element)
        if name == wanted:
            if wanted != "tr" or child(child(element, "trPr"), "del") is None:
                yield element
        elif name not in _OUT and name not in ("tbl", "tr", "tc") and depth < MAX_DEPTH:
            yield from _inside(element, wanted, depth + 1)


def _joined(pieces: list[_Piece]) -> tuple[str, tuple[Structure, ...]]:
    text = ""
    inside: list[Structure] = []
    parts: list[str] = []
    length = 0
    last = ""
    for piece in pieces:
        words = piece.text
        if words.startswith(RAISED):
            words = ("^" if last[-1:].isdigit() else "") + words[1:]
        if not words:
            continue
        for kind in piece.kinds:
            if inside and inside[-1].kind == kind and inside[-1].end == length:
                inside[-1] = inside[-1]._replace(end=length + len(words))
            else:
                inside.append(Structure(length, length + len(words), kind))
        parts.append(words)
        length += len(words)
        last = words
    text = "".join(parts)
    return text, tuple(inside)
