"""How the width of the Matrix screen is shared: the frozen column, and the columns that are in sight."""

from __future__ import annotations

from typing import NamedTuple

NARROWEST, WIDEST, SHARE = 14, 24, 7
"""Cells of a source's column at least and at most; on a wide screen at most the ``SHARE``-th part of it."""
FROZEN = (20, 56)
"""Cells of the frozen column that are set aside first, at least and at most; it takes what is left over."""


class MatrixGrid(NamedTuple):
    """Cells of the frozen column and of each other one, and which columns are in sight: ``first`` on."""

    frozen: int
    cell: int
    first: int
    shown: int

    def at(self, x: int) -> int | None:
        """The number of the column that cell ``x`` of a row is in; None in the frozen one."""
        number = (x - self.frozen) // self.cell if x >= self.frozen and self.shown else -1
        return self.first + number if 0 <= number < self.shown else None


def grid(width: int, columns: int, chosen: int, first: int) -> MatrixGrid:
    """Share ``width`` cells: column ``chosen`` is in sight, and if it can be, ``first`` is the first one."""
    frozen = max(FROZEN[0], min(FROZEN[1], width * 3 // 10))
    room = max(0, width - frozen)
    shown = min(columns, max(1, room // NARROWEST)) if room else 0
    cell = min(max(WIDEST, width // SHARE), room // shown) if shown else 0
    first = max(0, chosen - shown + 1, min(first, chosen, columns - shown))
    return MatrixGrid(width - cell * shown, cell, first, shown)
