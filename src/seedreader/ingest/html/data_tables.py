"""Which tables hold data, row by row; any other one only lays a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

ROWS = "data-rows"
"""What is set on a table whose rows are lines; the boxes of any other one only lay a page out."""

LONGEST_CELL = 400
"""Characters in a cell of a table whose rows are lines."""

_LAID_OUT = "table, h1, h2, h3, form, nav, article, section, header, footer"


def mark(tree: LexborHTMLParser) -> None:
    """Set `ROWS` on each table that holds data."""
    for table in tree.css("table"):
        if table.attributes.get("role") in ("presentation", "none"):
            continue
        if any(part.css_first(_LAID_OUT) is not None for part in table.iter()):
            continue
        if all(len(cell.text()) <= LONGEST_CELL for cell in table.css("td, th")):
            table.attrs[ROWS] = "1"
