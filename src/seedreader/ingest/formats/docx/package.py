"""The parts of a Word document: its text, notes, margins, and the styles and lists that they refer to."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from seedreader.ingest import xml
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.formats.docx.styles import Lists, Styles, lists_of, styles_of
from seedreader.ingest.formats.docx.walk import Walker
from seedreader.ingest.text_builder import Block
from seedreader.ingest.zip import Zip, open_zip

_MAIN = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
_MARGINS = re.compile(r"word/(header|footer)\d*\.xml", re.IGNORECASE)

MOST_MARGINS = 40
"""Page headers and footers that are looked at."""


class Package(NamedTuple):
    """An opened document; ``main`` is the name of the part with its text."""

    archive: Zip
    main: str
    root: Element
    styles: Styles
    lists: Lists
    problems: tuple[Problem, ...] = ()

    def body(self) -> list[Block]:
        """The blocks of the text, in order."""
        body = xml.first(self.root, "body")
        return self._walker().blocks(self.root if body is None else body)

    def notes(self) -> list[Block]:
        """The footnotes and endnotes, each with the sign that stands for it in the text."""
        found = []
        for part, sign in (("footnotes", ""), ("endnotes", "e")):
            root = self._part(f"{part}.xml")
            for note in () if root is None else xml.children(root, "footnote", "endnote"):
                number = xml.attribute(note, "id")
                if xml.attribute(note, "type") or not number.lstrip("-").isdigit() or int(number) < 0:
                    continue
                texts = [block.text.strip() for block in self._walker().blocks(note) if block.text.strip()]
                if texts:
                    found.append(Block(f"[{sign}{number}] " + "\n".join(texts)))
        return found

    def margins(self) -> list[Block]:
        """What page headers and footers say, each once."""
        seen: set[str] = set()
        found = []
        for name in [name for name in self.archive.names if _MARGINS.fullmatch(name)][:MOST_MARGINS]:
            kind = "header" if "header" in name.lower() else "footer"
            root = self._part(name.rpartition("/")[2])
            for block in () if root is None else self._walker().blocks(root):
                words = re.sub(r"[\d\s]+", " ", block.text).casefold()
                if re.search(r"[^\W\d_]{3}", words) and words not in seen:
                    seen.add(words)
                    found.append(Block(block.text, kind))
        return found

    def _walker(self) -> Walker:
        return Walker(self.styles, self.lists)

    def _part(self, name: str) -> Element | None:
        return _part(self.archive, f"{self.main.rpartition('/')[0]}/{name}")


def open_package(data: bytes) -> Package:
    """A document from its bytes. Raises `IngestError` for what is damaged or holds no text of Word's."""
    archive = open_zip(data)
    named = _named_main(archive)
    main = named or next((name for name in archive.names if _MAIN.fullmatch(name)), None)
    if main is None:
        raise IngestError("damaged", "is not a Word document: it holds no text")
    root = parsed(archive.read(main))
    problems = () if archive.complete else (Problem("", "truncated", "what comes before was read"),)
    folder = main.rpartition("/")[0]
    styles = styles_of(_part(archive, f"{folder}/styles.xml"))
    lists = lists_of(_part(archive, f"{folder}/numbering.xml"))
    return Package(archive, main, root, styles, lists, problems)


def open_xml(data: bytes) -> Package:
    """A document that is one file of XML, its parts one inside another."""
    found = xml.parse(data)
    problems = () if found.complete else (Problem("", "truncated", "what comes before was read"),)
    styles = styles_of(xml.first(found.root, "styles"))
    return Package(Zip({}), "", found.root, styles, lists_of(xml.first(found.root, "numbering")), problems)


def _named_main(archive: Zip) -> str | None:
    """The part that the package says is the document."""
    relations = _part(archive, "_rels/.rels")
    for each in () if relations is None else relations:
        if xml.attribute(each, "Type").endswith("/officeDocument"):
            name = xml.attribute(each, "Target").lstrip("/")
            return name if name in archive else None
    return None


def _part(archive: Zip, name: str) -> Element | None:
    """The root of a part that the text can do without; None where it is missing or damaged."""
    if name not in archive:
        return None
    try:
        return parsed(archive.read(name))
    except IngestError:
        return None


def parsed(data: bytes) -> Element:
    """The root of a part: fast for what is in order, forgiving for the rest."""
    if b"<!" not in data[:4096] and b"\x00" not in data[:64]:
        try:
            return fromstring(data)  # noqa: S314 - it declares no entities
        except (ParseError, ValueError, LookupError):
            pass
    return xml.parse(data).root
