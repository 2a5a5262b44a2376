"""Choosing a column of the matrix: the source whose cells Enter and copying go by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.screens.matrix.matrix_grid import MatrixGrid, grid


class ColumnChoice:
    """``column`` is the source whose column is chosen.

    ``columns`` are asked for the source of each column, from left to right; ``chosen`` hears when another
    column was chosen.
    """

    def __init__(
        self,
        context: PartContext,
        column: int,
        columns: Callable[[], Sequence[int]],
        chosen: Callable[[], None],
    ) -> None:
        self.column = column
        self._context, self._columns, self._chosen = context, columns, chosen
        self._first = 0
        self._typed = ""

    def commands(self) -> Mapping[str, Handler]:
        return {
            "next_column": lambda: self.step(1),
            "previous_column": lambda: self.step(-1),
            "first_column": lambda: self.choose(0),
            "last_column": lambda: self.choose(len(self._columns())),
            "column": self.type_number,
        }

    def grid(self, width: int) -> MatrixGrid:
        """How ``width`` cells are shared; the columns in sight stay while the chosen one is among them."""
        shared = grid(width, len(self._columns()), self._position, self._first)
        self._first = shared.first
        return shared

    @property
    def _position(self) -> int:
        """Which column the chosen source has."""
        return list(self._columns()).index(self.column)

    def step(self, columns: int) -> None:
        """Choose a column further right or left."""
        self.choose(self._position + columns)

    def choose(self, position: int) -> None:
        """Choose a column by its place; beyond the ends, the last one there."""
        columns = self._columns()
        self.column = columns[max(0, min(position, len(columns) - 1))]
        self._chosen()

    def type_number(self, digit: int) -> None:
        """Choose a source by its number; digits that follow each other are one number while there is one."""
        numbers = {str(source + 1) for source in self._columns()}
        typed = next((n for n in (f"{self._typed}{digit}", str(digit)) if n in numbers), "")
        if not typed:
            self._context.say(f"There is no source {digit}.")
            return
        self.choose(list(self._columns()).index(int(typed) - 1))
        self._typed = typed

    def end_number(self) -> None:
        """The next digit begins another number."""
        self._typed = ""
