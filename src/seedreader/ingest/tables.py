"""Tables of office documents: of figures, or only there to lay out the page."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.ingest.office import BOLD, TITLE
from seedreader.ingest.text_builder import Block

LAYOUT_CHARACTERS, LAYOUT_PARAGRAPHS = 600, 3
"""Size of a cell from which on a table holds the page's columns and no figures."""

Row = Sequence[Sequence[Block]]
"""The blocks of each cell."""


def table(rows: Sequence[Row]) -> list[Block]:
    """A table as one block, a line for each row; of one that lays out the page, its paragraphs."""
    cells = [[block for block in cell if block.text.strip()] for row in rows for cell in row]
    wide = max((len(row) for row in rows), default=0) > 1
    if not wide or sum(map(bool, cells)) < 2 or any(map(_is_column, cells)):
        return [block for cell in cells for block in cell]
    lines = [
        "\t".join(" ".join(" ".join(block.text.split()) for block in cell) for cell in row) for row in rows
    ]
    kept = [line.rstrip() for line in lines if line.strip()]
    names = tuple(
        name for cell in cells for block in cell for name in block.names if name not in (BOLD, TITLE)
    )
    return [Block("\n".join(kept), "table", names=names)]


def _is_column(cell: Sequence[Block]) -> bool:
    return len(cell) > LAYOUT_PARAGRAPHS or sum(len(block.text) for block in cell) > LAYOUT_CHARACTERS
