"""The HTML of an archive's export as a flat run of pieces, which breaks less than the tree it should be.

Exports close what they never opened and open articles inside articles; what they call a piece of text is
right all the same. So a piece knows the names around it, and a reader goes by those and by order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from seedreader.ingest import wrapped
from seedreader.ingest.text_builder import Block

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SKIPPED = frozenset((
    "head", "title", "meta", "link", "script", "style", "noscript", "template", "svg", "object", "iframe",
    "select", "button", "textarea",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "hlt", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "o:p", "q", "s", "small", "span", "strike", "strong", "sub",
    "sup", "text", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_BOLD = ("b", "strong", "th", "dt", "h1", "h2", "h3", "h4", "h5", "h6")
_SPACE = re.compile(r"[ \t\n\r\f]+")

DEEPEST = 200
"""Elements inside one another beyond which everything counts as one piece of text."""

CUT = "|"
"""Given for an element that holds a piece of its own."""


class Piece(NamedTuple):
    """A paragraph, cell or line of text, or (with no text) a point that the reader asked for.

    ``names`` are the tags, ``.classes`` and ``#ids`` of every element around its first letter.
    """

    text: str
    names: frozenset[str] = frozenset()
    point: str = ""

    def within(self, *names: str) -> bool:
        """Whether one of these stands around it."""
        return not self.names.isdisjoint(names)

    @property
    def is_bold(self) -> bool:
        """Whether it begins in bold type, or as a heading."""
        return self.within(*_BOLD)


Pick = Callable[[str, frozenset[str]], str]
"""Gives the name of a point for an element's tag and its own names, `CUT`, or nothing."""


def _nothing(_: str, __: frozenset[str]) -> str:
    return ""


def of_blocks(blocks: Iterable[Block]) -> list[Piece]:
    """Blocks of a text as pieces, one for each line; an empty line is a piece without text.

    Lines that were wrapped at one width are put together again.
    """
    lines = [
        Piece(line.strip(), frozenset(block.names)) for block in blocks for line in block.text.split("\n")
    ]
    found: list[Piece] = []
    for piece, goes_on in zip(lines, wrapped.goes_on([piece.text for piece in lines]), strict=True):
        if goes_on:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {piece.text}")
        else:
            found.append(piece)
    return found


def of_page(data: bytes, pick: Pick = _nothing) -> list[Piece]:
    """The pieces of an export that is a page, in whatever encoding."""
    from seedreader.ingest import html

    return pieces(html.decode(data).text, pick)


def pieces(html: str, pick: Pick = _nothing) -> list[Piece]:
    """The pieces of an export in reading order; ``pick`` says which elements make a point or a cut.

    A line break in a piece is ``\\n``; two cut it. Scripts, styles and form fields are no text.
    """
    from selectolax.lexbor import LexborHTMLParser

    found = _Pieces()
    body = LexborHTMLParser(html).body
    stack: list[tuple[LexborNode | None, frozenset[str], int]] = [(body, frozenset(), 0)] if body else []
    while stack:
        node, above, depth = stack.pop()
        if node is None:
            found.cut()
            continue
        tag = node.tag or ""
        if tag == "-text" or depth > DEEPEST:
            found.add((node.text_content if tag == "-text" else node.text()) or "", above)
        elif tag == "br":
            found.break_line()
        elif tag[:1].isalpha() and tag not in _SKIPPED:
            own = _names(node, tag)
            point = pick(tag, own)
            if point or tag not in _INLINE:
                found.cut()
                stack.append((None, above, depth))
            if point and point != CUT:
                found.pieces.append(Piece("", above | own, point))
            child = node.last_child
            while child is not None:
                stack.append((child, above | own, depth + 1))
                child = child.prev
    found.cut()
    return found.pieces


def _names(node: LexborNode, tag: str) -> frozenset[str]:
    attributes = node.attributes
    names = {tag, *(f".{each}" for each in (attributes.get("class") or "").split())}
    named = attributes.get("id") or attributes.get("name")
    return frozenset({*names, f"#{named}"} if named else names)


class _Pieces:
    """Pieces being made of what stands between the tags."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._parts: list[str] = []
        self._names: frozenset[str] | None = None
        self._breaks = 0

    def add(self, text: str, names: frozenset[str]) -> None:
        if "pre" not in names:
            text = _SPACE.sub(" ", text)
        if text.strip():
            self._breaks = 0
            self._names = names if self._names is None else self._names
        self._parts.append(text)

    def break_line(self) -> None:
        self._breaks += 1
        if self._breaks > 1:
            self.cut()
            self._breaks = 1
        else:
            self._parts.append("\n")

    def cut(self) -> None:
        text = "".join(self._parts)
        names = self._names or frozenset()
        if "pre" in names:
            text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
        else:
            text = "\n".join(line.strip() for line in re.sub(" {2,}", " ", text).split("\n")).strip()
        if text.strip():
            self.pieces.append(Piece(text, names))
        self._parts, self._names, self._breaks = [], None, 0


def runs(found: Sequence[Piece], is_first: Callable[[Piece], bool]) -> list[list[Piece]]:
    """What begins at each piece that is a first one; what stands before the first of them is left out."""
    cut: list[list[Piece]] = []
    for piece in found:
        if is_first(piece):
            cut.append([])
        if cut:
            cut[-1].append(piece)
    return cut
