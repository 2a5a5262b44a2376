"""A stream of paragraphs in an RTF file: its words as they come, cells and rows put together to tables."""

from __future__ import annotations

from seedreader.article import Structure
from seedreader.ingest.office import BOLD
from seedreader.ingest.tables import Row, table
from seedreader.ingest.text_builder import Block


class Paragraphs:
    """The text of a document, or that of a note, a box or a margin in it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.length = 0
        self.inside: list[Structure] = []
        self.names: list[str] = []
        self.plain = False
        self.cells: list[list[Block]] = []
        self.cell: list[Block] = []
        self.rows: list[Row] = []
        self.boxes: list[Block] = []

    def add(self, text: str, kinds: tuple[str, ...], bold: bool) -> None:
        """Put words behind the paragraph's others."""
        for kind in kinds:
            self.inside.append(Structure(self.length, self.length + len(text), kind))
        self.parts.append(text)
        self.length += len(text)
        self.plain = self.plain or (not bold and bool(text.strip()))

    def end(self, kind: str, centred: bool) -> Block:
        """The paragraph that ends here; the next begins."""
        text = "".join(self.parts)
        names = [*self.names, *([BOLD] if text.strip() and not self.plain else [])]
        block = Block(text, kind, tuple(self.inside), tuple(names), centred)
        self.parts, self.length, self.inside, self.names, self.plain = [], 0, [], [], False
        return block

    def flush_cells(self) -> None:
        """The cells of a row that never ended, and boxes that hang on no paragraph, are text like other."""
        self.blocks += [block for cell in (*self.cells, self.cell) for block in cell] + self.boxes
        self.cells, self.cell, self.boxes = [], [], []

    def flush_table(self) -> None:
        """The rows read so far are a table."""
        if self.rows:
            self.blocks += table(self.rows)
            self.rows = []
