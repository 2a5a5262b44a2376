"""Blocks out of runs of text: white space as it is shown, signs, links, and what stands in a line."""

from __future__ import annotations

import re
from html import unescape

from seedreader.ingest.html.block import LINE, PARAGRAPH, Block, Box, Inline
from seedreader.ingest.html.elements import HEADINGS
from seedreader.ingest.html.list_signs import ListSigns

CELLS_APART = " | "
NOTE = 6
"""Characters of a link at most that is no more than the number of a note: "[23]"."""

_NO_CHARACTER = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0e-\x1f\x7f]")
"""Where a word may be broken, and what shows nothing."""
_LINE_END = re.compile("\r\n?|\n")
_FRACTION = re.compile(r"\^(\d{1,3}[/⁄]\d{1,3})(?!\d)")


class BlockWriter:
    """The blocks that are ``found``, and the one that is being written.

    ``box`` is the box that text is in now; ``row`` the row of a table that is one line, with its ``cells`` so
    far. ``links`` and ``pre`` are the elements of these kinds that are open; ``script`` is "sup" or "sub"
    where
    one begins, "end" behind one. ``prefix`` is what the next block begins with.
    """

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.box = Box("", "", None)
        self.row: Box | None = None
        self.cells = self.links = self.pre = 0
        self.script = self.prefix = ""
        self.after_link = self.space = False
        self.lists = ListSigns()
        self._of = self.box
        self._apart = PARAGRAPH
        self._parts: list[str] = []
        self._length = self._linked = self._sign_length = 0
        self._ends_in_link = False
        self._inline: list[Inline] = []

    @property
    def is_in_line(self) -> bool:
        """Whether something stands in the block already."""
        return bool(self._parts)

    def text(self, raw: str) -> None:
        """Add text, with its runs of white space as one space."""
        if raw.isspace() and not self.pre:
            self.space = True
            return
        if "&" in raw:
            raw = unescape(raw)
            if raw.isspace() and not self._parts:
                return
        if not raw.isascii():
            raw = _NO_CHARACTER.sub("", raw)
        if self.pre:
            self._preformatted(raw)
            return
        words = _single_spaced(raw)
        if words[:1] == " ":
            self.space = True
            words = words[1:]
        if words:
            trailing = words[-1] == " "
            self.add(words[:-1] if trailing else words)
            self.space = trailing

    def _preformatted(self, raw: str) -> None:
        for i, line in enumerate(_LINE_END.split(raw)):
            if i:
                self.line_break()
            if line.strip():
                self.add(line.expandtabs())

    def add(self, words: str) -> None:
        """Add words as they are, apart from what stands before them where something says so."""
        if not self._parts:
            self._of = self.row or self.box
            if self.prefix:
                self.put(self.prefix)
                self._sign_length = len(self.prefix)
                self.prefix = ""
        elif self.space or (self.after_link and self.links):
            if not self._parts[-1].endswith(" "):
                self.put(" ")
        elif self.script:
            self.put(self._sign(words[0]))
        self.space = self.after_link = False
        self.script = ""
        self.put(words)
        self._ends_in_link = self.links > 0 and len(words) > NOTE
        if self.links:
            self._linked += len(words)

    def _sign(self, first: str) -> str:
        """What keeps figures above and below the line apart from what they stand at: 10^6."""
        before = self._parts[-1][-1:]
        if self.script == "sup":
            return "^" if (first.isdigit() or first in "+-−–±") and before not in " ([/⁄|" else ""
        if first.isdigit() and before.isdigit():
            return "_" if self.script == "sub" else " "
        return ""

    def put(self, words: str) -> None:
        """Add words right behind the last ones."""
        self._parts.append(words)
        self._length += len(words)

    def begin_cell(self) -> None:
        """Begin the next cell of a row."""
        if self.cells and self.row:
            self._of = self.row
            self.put(CELLS_APART if self._parts else CELLS_APART.lstrip())
            self.space = False
        self.cells += 1

    def line_break(self) -> None:
        """End the line; two breaks are a paragraph's end."""
        if self.row:
            self.space = True
        else:
            ends = bool(self._parts)
            self.end_block()
            self._apart = max(self._apart, LINE) if ends else PARAGRAPH

    def set_apart(self, gap: int) -> None:
        """Begin a new block, or only a new word where a row of a table is one line."""
        if self.row:
            self.space = True
            return
        if self._parts:
            self.end_block()
        self.space = self.after_link = False
        if self._apart < gap:
            self._apart = gap

    def end_block(self) -> None:
        """Write the block that is open, if it has text."""
        text = "".join(self._parts).rstrip()
        if not text:
            self._parts, self._inline, self._length, self._linked = [], [], 0, 0
        if self._parts:
            if "^" in text:
                text = _FRACTION.sub(r" \1", text)
            block = Block(self._of, self._apart, text, self._linked, self._inline, self._ends_in_link)
            self.found.append(block)
            if self._sign_length:
                if self._of.tag in HEADINGS:
                    block.cut(self._sign_length)
                else:
                    self.lists.begun(block, self._sign_length)
                self._sign_length = 0
            self._parts, self._inline = [], []
            self._length = self._linked = self._apart = 0
        self.space = self.after_link = False
        self.script = ""

    def here(self) -> tuple[int, int]:
        """Where the next character stands: in which block, and how far in it."""
        return len(self.found), self._length + (self.space and self._length > 0)

    def mark(self, start: tuple[int, int], kind: str) -> None:
        """Say what stands from ``start`` to here, in each of the blocks that it lies in."""
        first, at = start
        for block in self.found[first:]:
            if at < len(block.text):
                block.inline.append(Inline(at, len(block.text), kind))
            at = 0
        if self._length > at:
            self._inline.append(Inline(at, self._length, kind))


def _single_spaced(raw: str) -> str:
    """The text with its runs of white space as one space; a space that does not break stays what it is.

    Replacing is several times as fast as a pattern that looks at every space.
    """
    for space in "\n\t\r\f":
        if space in raw:
            raw = raw.replace(space, " ")
    while "  " in raw:
        raw = raw.replace("  ", " ")
    return raw
