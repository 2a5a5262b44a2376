from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.ui.column import ruler
from seedreader.ui.column.layers import NOTHING
from seedreader.ui.column.ruler import Ruler
from seedreader.ui.widgets.range_set import NONE, RangeSet

SIZES = st.integers(0, 10**7)
HEIGHTS = st.integers(1, 80)
STARTS = st.lists(st.integers(0, 4_999), max_size=20)


@given(SIZES, HEIGHTS, st.lists(st.integers(0, 10**7), min_size=1, max_size=20))
def test_rows_go_down_with_the_text(size: int, height: int, offsets: list[int]) -> None:
    rows = [ruler.row_of(min(offset, size), size, height) for offset in sorted(offsets)]
    assert rows == sorted(rows)
    assert all(0 <= row < height for row in rows)


@given(SIZES, HEIGHTS)
def test_the_parts_of_the_rows_are_the_text(size: int, height: int) -> None:
    end = 0
    for row in range(height):
        start, last = ruler.part_of(row, size, height)
        assert start == end
        end = last
        if start < last:
            assert ruler.row_of(start, size, height) == ruler.row_of(last - 1, size, height) == row
    assert end == size


@given(st.integers(1, 5_000), HEIGHTS, st.integers(0, 5_000), st.integers(0, 5_000))
def test_the_thumb_is_in_the_rail(size: int, height: int, one: int, other: int) -> None:
    first, end = ruler.thumb((min(one, other, size), min(max(one, other), size)), size, height)
    assert 0 <= first < end <= height


@given(STARTS, STARTS, STARTS, HEIGHTS)
def test_each_row_shows_the_most_important_of_what_begins_there(
    conflicts: list[int], notes: list[int], finds: list[int], height: int
) -> None:
    size = 5_000
    layers = NOTHING._replace(conflicts=sorted(conflicts), noted=sorted(notes))
    marked = Ruler()
    found = RangeSet((start, start + 1) for start in finds)
    for row, mark in enumerate(marked.marks(layers, found, size, height)):
        kinds = [
            kind
            for kind, starts in (("find", finds), ("conflict", conflicts), ("note", notes))
            if any(ruler.row_of(start, size, height) == row for start in starts)
        ]
        assert mark == (kinds[0] if kinds else "")
        goal = marked.goal(row)
        assert (goal is None) == (mark == "")
        assert goal is None or ruler.row_of(goal, size, height) == row


def test_marks_are_worked_out_once() -> None:
    marked = Ruler()
    first = marked.marks(NOTHING, NONE, 100, 10)
    assert marked.marks(NOTHING, NONE, 100, 10) is first
    assert marked.marks(NOTHING, RangeSet([(50, 51)]), 100, 10)[5] == "find"
    assert marked.goal(5) == 50


def test_every_mark_is_one_cell() -> None:
    from rich.cells import cell_len

    assert all(cell_len(mark) == 1 for mark in ruler.MARKS.values())
