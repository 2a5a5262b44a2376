from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.ui.column.column_view import ColumnView

TEXT = "".join(f"Sentence number {n} of a long text that goes on.\n" for n in range(200))


def view(height: int = 20, width: int = 60) -> ColumnView:
    shown = ColumnView(TEXT)
    shown.resize(width, height)
    return shown


def span(number: int) -> tuple[int, int]:
    start = TEXT.index(f"number {number} ") - len("Sentence ")
    return start, TEXT.index("\n", start)


def test_a_range_in_sight_does_not_scroll() -> None:
    shown = view()
    assert not shown.show(span(5))
    assert shown.top == 0


def test_a_range_below_comes_into_sight_with_lines_after_it() -> None:
    shown = view()
    assert shown.show(span(30))
    first, last = shown.rows(span(30))
    assert 0 <= first <= last < shown.height - 1


def test_a_range_shown_high_leaves_room_to_read_on() -> None:
    shown = view()
    shown.show(span(24), high=True)
    assert shown.rows(span(24))[0] == shown.height // 4
    low = view()
    low.show(span(24))
    assert low.rows(span(24))[0] > low.height // 2


@given(st.lists(st.tuples(st.integers(0, 199), st.booleans()), max_size=20))
def test_a_shown_range_is_always_in_sight(path: list[tuple[int, bool]]) -> None:
    shown = view()
    for number, high in path:
        shown.show(span(number), high)
        first, last = shown.rows(span(number))
        assert first >= 0
        assert last < shown.height


def test_a_level_range_begins_in_its_row_even_at_the_beginning() -> None:
    shown = view()
    for number, row in ((100, 7), (0, 5), (199, 2)):
        shown.level(span(number), row)
        assert shown.rows(span(number))[0] == row


def test_a_range_levelled_within_the_text_leaves_no_row_empty() -> None:
    shown = view()
    for number in (0, 199):
        shown.level(span(number), 10, within=True)
        assert shown.top >= 0
        assert len(shown.page()[1]) - 1 == shown.height
        assert 0 <= shown.rows(span(number))[0] < shown.height
    shown.level(span(100), 10, within=True)
    assert shown.rows(span(100))[0] == 10


@given(st.lists(st.integers(-60, 60), max_size=20))
def test_scrolling_keeps_text_in_sight(steps: list[int]) -> None:
    shown = view()
    for step in steps:
        shown.scroll_by(step)
        assert shown.top >= 0
        assert len(shown.page()[1]) - 1 == shown.height


@given(st.integers(0, 199), st.integers(12, 90), st.integers(12, 90))
def test_another_width_keeps_the_character_in_the_first_row(number: int, before: int, after: int) -> None:
    shown = view(width=before)
    shown.level(span(number), 0)
    first = shown.offset_at(0)
    shown.resize(after, 20)
    start, end = shown.lines.range(shown.lines.line(shown.top))
    assert start <= first <= end


def test_a_click_finds_the_character_under_it() -> None:
    shown = ColumnView("日本 wide\nplain")
    shown.resize(20, 5)
    assert [shown.offset_at(0, cell) for cell in range(6)] == [0, 0, 1, 1, 2, 3]
    assert shown.offset_at(1, 2) == TEXT_AT
    assert shown.offset_at(1, 99) == len("日本 wide\nplain") - 1
    assert shown.offset_at(40) == shown.lines.line(len("日本 wide\nplain"))


TEXT_AT = len("日本 wide\n") + 2


def test_fewer_rows_still_show_some_of_the_text() -> None:
    shown = view()
    shown.level(span(0), 12)
    shown.resize(60, 4)
    assert shown.rows(span(0))[0] == 3
