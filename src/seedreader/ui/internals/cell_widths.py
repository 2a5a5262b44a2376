"""How many cells characters take where terminals do not agree: asked of the terminal, and Rich told.

Rich follows Unicode's newest rules. tmux and the terminals that ask the C library give a spacing vowel sign
(Hindi, Tamil, Bengali, Burmese …) a cell of its own, and one to the signs that became wide with Unicode 16.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from rich import cells
from rich.cells import CellSpan, CellTable
from rich.segment import Segment

_SPACING_SIGN, _WIDE_SINCE_16 = "का", "☰"
_SAMPLES = _SPACING_SIGN, _WIDE_SINCE_16

QUESTION = "".join(f"\x1b[2;1H{sample}\x1b[6n\x1b[2;1H\x1b[K" for sample in _SAMPLES)
"""Writes each sample where the first frame will stand, asks where the cursor is then, and wipes it away."""


class CellWidths:
    """What the terminal answered so far. One that does not answer is taken to do as Rich does."""

    def __init__(self) -> None:
        self._asked = iter(_SAMPLES)

    def hear(self, taken: int) -> bool:
        """Take the cells that the next sample took; whether characters are measured otherwise from now on."""
        sample = next(self._asked, "")
        if sample == _SPACING_SIGN and taken == 2 and cells.cell_len(sample) == 1:
            _give_one_cell(_spacing_marks())
            return True
        if sample == _WIDE_SINCE_16 and taken == 1 and cells.cell_len(sample) == 2:
            _give_one_cell((*range(0x2630, 0x2638), *range(0x268A, 0x2690)))
            return True
        return False


def _spacing_marks() -> list[int]:
    zero = (range(start, end + 1) for start, end, width in _table().widths if width == 0)
    return [code for codes in zero for code in codes if unicodedata.category(chr(code)) == "Mc"]


def _table() -> CellTable:
    table: CellTable = cells.load_cell_table("auto")  # type: ignore[attr-defined]
    return table


def _give_one_cell(codes: Sequence[int]) -> None:
    """Have Rich measure each of these characters, in order, as one cell: what its table does not name."""
    known = _table()
    table = known._replace(widths=[*_without(codes, known.widths)])
    cells.load_cell_table = lambda _="auto": table  # type: ignore[assignment, attr-defined]
    cells.get_character_cell_size.cache_clear()
    cells.cached_cell_len.cache_clear()
    Segment._split_cells.cache_clear()


def _without(codes: Sequence[int], ranges: Iterable[CellSpan]) -> Iterator[CellSpan]:
    for start, end, width in ranges:
        at = start
        for code in codes[bisect_left(codes, start) : bisect_right(codes, end)]:
            if code > at:
                yield at, code - 1, width
            at = code + 1
        if at <= end:
            yield at, end, width
