"""Rows of a table, which look like a list of links and are kept by rule: results, prices, accounts."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.analysis.boilerplate.page import Line
from seedreader.text.months import SHORT_MONTHS

NUMBERS = 2
"""Numbers in a row at least."""

LONGEST = 200
"""Characters of a row at most."""

_STAMPS = frozenset((":", "/", "|", "@", "©"))
_MONTHS = frozenset(month.lower() for month in SHORT_MONTHS)


def table_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Give the places of lines with several numbers, and no day or hour, beside another such line."""
    rows = [_is_row(line) for line in lines]
    return frozenset(
        i for i, is_row in enumerate(rows) if is_row and True in (*rows[i - 1 : i], *rows[i + 1 : i + 2])
    )


def _is_row(line: Line) -> bool:
    if line.end - line.start > LONGEST:
        return False
    own = [token for piece in line.tokens for token in piece]
    numbers = sum([token[0] == "0" for token in own])
    return numbers >= NUMBERS and _STAMPS.isdisjoint(own) and _MONTHS.isdisjoint(token[:3] for token in own)
