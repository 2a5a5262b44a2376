"""OpenDocument texts (.odt, and .fodt in one XML file): the file is one article, unless it is an export."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from seedreader.article import SourceId, Structure
from seedreader.ingest import exports, xml
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.formats import plain_text
from seedreader.ingest.office import RAISED, TITLE, one_article
from seedreader.ingest.office_sniffing import is_odt
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.tables import table
from seedreader.ingest.text_builder import Block
from seedreader.ingest.zip import is_zip, open_zip

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

MAX_DEPTH = 150
"""Elements inside one another beyond which a document is not looked into."""

_OUT = frozenset((
    "tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "variable-decls",
    "user-field-decls",
    "ruby-text", "note-citation", "soft-page-break", "script", "event-listeners", "desc", "title",
    "binary-data",
))  # fmt: skip


class _Style(NamedTuple):
    parent: str = ""
    hidden: bool = False
    struck: bool = False
    raised: bool = False
    centred: bool = False


def read(data: bytes, source: SourceId) -> Documents:
    """The articles of a document, or of a text that is only named as one.

    Raises `IngestError` for one that is damaged, locked or empty.
    """
    if not is_odt(data):
        return plain_text.read(data, source)
    roots, whole = _parts(data)
    problems = () if whole else (Problem("", "truncated", "what comes before was read"),)
    body = next((found for root in roots if (found := xml.first(root, "body")) is not None), None)
    if body is None:
        raise IngestError("damaged", "is not an OpenDocument text: it holds no text")
    walker = _Walker(_styles(roots))
    blocks = walker.blocks(body)
    if exported := exports.of_blocks(blocks, MEDIA_TYPE):
        return exported._replace(problems=(*exported.problems, *problems))
    blocks += walker.notes
    if not any(block.text.strip() for block in blocks):
        raise IngestError("empty")
    return Documents((one_article(blocks, MEDIA_TYPE),), problems)


def _parts(data: bytes) -> tuple[list[Element], bool]:
    """The content, and the styles where they are a part of their own; and whether nothing is cut off."""
    if not is_zip(data):
        parsed = xml.parse(data)
        return [parsed.root], parsed.complete
    archive = open_zip(data)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise IngestError("encrypted")
    if "content.xml" not in archive:
        raise IngestError("damaged", "is not an OpenDocument text: it holds no text")
    content = xml.parse(archive.read("content.xml"))
    styles = [xml.parse(archive.read("styles.xml")).root] if "styles.xml" in archive else []
    return [content.root, *styles], content.complete and archive.complete


def _styles(roots: list[Element]) -> Mapping[str, _Style]:
    styles = {}
    for root in roots:
        for each in xml.all_of(root, "style"):
            text, paragraph = xml.first(each, "text-properties"), xml.first(each, "paragraph-properties")
            styles[xml.attribute(each, "name")] = _Style(
                xml.attribute(each, "parent-style-name"),
                xml.attribute(text, "display") == "none",
                xml.attribute(text, "text-line-through-style") not in ("", "none"),
                xml.attribute(text, "text-position").startswith("super"),
                xml.attribute(paragraph, "text-align") == "center",
            )
    return styles


class _Walker:
    """Reads the blocks of a text; ``notes`` are those met on the way."""

    def __init__(self, styles: Mapping[str, _Style]) -> None:
        self._styles = styles
        self.notes: list[Block] = []
        self._boxes: list[Element] = []
        self._names: list[str] = []

    def blocks(self, root: Element, depth: int = 0, listed: bool = False) -> list[Block]:
        found: list[Block] = []
        if depth > MAX_DEPTH:
            return found
        for element in root:
            name = xml.local(element)
            if name in ("p", "h"):
                found += self._paragraph(element, depth, listed)
            elif name == "table":
                found += table(
                    [
                        [self.blocks(cell, depth + 1) for cell in _inside(row, "table-cell", depth)]
                        for row in _inside(element, "table-row", depth)
                    ]
                )
            elif name == "list-item":
                first, *rest = self.blocks(element, depth + 1, listed=True) or [Block("")]
                marked = Block(f"• {first.text.lstrip()}", "list") if first.text.strip() else first
                found += [first if first.text.startswith("• ") else marked, *rest]
            elif name not in _OUT:
                found += self.blocks(element, depth + 1, listed)
        return found

    def _paragraph(self, element: Element, depth: int, listed: bool) -> list[Block]:
        style = xml.attribute(element, "style-name")
        names = self._of_style(style)
        text, inside = _joined(self._pieces(element, self._kinds(style, ()), depth))
        if xml.local(element) == "h" or any(
            re.fullmatch(r"(?:Heading|Title|Subtitle).*", name) for name in names
        ):
            kind = "heading"
        elif any(name.startswith("Quot") for name in names):
            kind = "quotation"
        else:
            kind = "list" if listed else "paragraph"
        marks, self._names = tuple(self._names), []
        if "Title" in names:
            marks = (*marks, TITLE)
        centred = any(name in self._styles and self._styles[name].centred for name in names)
        found = [Block(text, kind, inside, marks, centred)]
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            found += self.blocks(box, depth + 1)
        return found

    def _of_style(self, name: str) -> list[str]:
        """A style and what it is made from."""
        names: list[str] = []
        while name and name not in names and len(names) < 12:
            names.append(name)
            found = self._styles.get(name)
            name = found.parent if found else ""
        return names

    def _kinds(self, style: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        found = self._styles.get(style)
        if found and found.hidden and "hidden" not in kinds:
            kinds = (*kinds, "hidden")
        if found and found.struck and "deleted" not in kinds:
            kinds = (*kinds, "deleted")
        return kinds

    def _pieces(
        self, parent: Element, kinds: tuple[str, ...], depth: int
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        if depth > MAX_DEPTH:
            return
        yield _spaced(parent.text), kinds
        for element in parent:
            name = xml.local(element)
            if name == "s":
                count = xml.attribute(element, "c")
                yield " " * (min(int(count), 200) if count.isdigit() and len(count) < 9 else 1), kinds
            elif name == "tab":
                yield "\t", kinds
            elif name == "line-break":
                yield "\n", kinds
            elif name == "note":
                yield self._note(element, depth), kinds
            elif name in ("bookmark", "bookmark-start"):
                self._names.append(xml.attribute(element, "name"))
            elif name in ("text-box", "table", "list"):
                self._boxes.append(element)
            elif name in ("hidden-text", "hidden-paragraph"):
                yield from self._pieces(element, (*kinds, "hidden"), depth + 1)
            elif name not in _OUT:
                style = xml.attribute(element, "style-name")
                of_style = self._styles.get(style)
                raised = name == "span" and of_style is not None and of_style.raised
                for text, said in self._pieces(element, self._kinds(style, kinds), depth + 1):
                    yield (RAISED + text if raised and re.fullmatch(r"[-−]?\d+", text) else text), said
            yield _spaced(element.tail), kinds

    def _note(self, element: Element, depth: int) -> str:
        sign = xml.text_of(next(xml.all_of(element, "note-citation"), None)) or str(len(self.notes) + 1)
        body = next(xml.all_of(element, "note-body"), None)
        texts = [] if body is None else [block.text.strip() for block in self.blocks(body, depth + 1)]
        self.notes.append(Block(f"[{sign}] " + "\n".join(filter(None, texts))))
        return f"[{sign}]"


def _spaced(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text) if text else ""


def _inside(parent: Element, wanted: str, depth: int) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also such in groups of them."""
    for element in parent:
        name = xml.local(element)
        if name == wanted:
            yield element
        elif name not in ("table", "table-row", "table-cell") and depth < MAX_DEPTH:
            yield from _inside(element, wanted, depth + 1)


def _joined(pieces: Iterator[tuple[str, tuple[str, ...]]]) -> tuple[str, tuple[Structure, ...]]:
    parts: list[str] = []
    inside: list[Structure] = []
    length = 0
    last = ""
    for text, kinds in pieces:
        words = text
        if words.startswith(RAISED):
            words = ("^" if last[-1:].isdigit() else "") + words[1:]
        if last.endswith((" ", "\n")) and words.startswith(" "):
            words = words[1:] if words != " " * len(words) or len(words) == 1 else words
        if not words:
            continue
        inside += [Structure(length, length + len(words), kind) for kind in kinds]
        parts.append(words)
        length += len(words)
        last = words
    return "".join(parts), tuple(inside)
