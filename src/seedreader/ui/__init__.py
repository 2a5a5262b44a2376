"""Everything that is Textual. The command table in `commands` is plain data and imports nothing of it."""

SMALLEST = (40, 10)
"""Columns and lines of the smallest terminal that the reader is drawn in."""
WHEEL = 3
"""Rows that one turn of the mouse wheel scrolls."""
