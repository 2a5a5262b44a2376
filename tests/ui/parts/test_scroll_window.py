from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.ui.parts.scroll_window import ScrollWindow


def scroll(*heights: int) -> ScrollWindow:
    found = ScrollWindow(lambda item: heights[item])
    found.reset(len(heights))
    return found


def test_a_step_scrolls_no_more_than_needed() -> None:
    found = scroll(2, 2, 2, 2)
    found.step(1, 4)
    assert (found.at, found.top, found.skip) == (1, 0, 0)
    found.step(1, 4)
    assert (found.at, found.top, found.skip) == (2, 1, 0)
    found.step(-1, 4)
    assert (found.at, found.top) == (1, 1)
    found.step(-1, 4)
    assert (found.at, found.top) == (0, 0)


def test_an_item_taller_than_the_window_is_scrolled_through() -> None:
    found = scroll(1, 9, 1)
    found.step(1, 4)
    assert (found.at, found.top, found.skip) == (1, 1, 0)
    seen = []
    while found.at == 1:
        seen += [row for item, row in found.shown(4) if item == 1]
        found.step(1, 4)
    assert set(seen) == set(range(9))
    found.step(-1, 4)
    assert found.at == 1


def test_a_jump_puts_the_item_into_the_upper_part() -> None:
    found = scroll(*[1] * 100)
    found.choose(50, 20, high=True)
    assert found.shown(20)[5] == (50, 0)
    found.choose(99, 20, high=True)
    assert found.shown(20)[-1] == (99, 0) and len(found.shown(20)) == 20


def test_pages_take_the_chosen_item_along_and_end_with_a_full_window() -> None:
    found = scroll(*[3] * 10)
    found.scroll(8, 10)
    assert (found.top, found.skip) == (2, 2) and found.at == 2
    found.scroll(100, 10)
    assert len(found.shown(10)) == 10 and found.shown(10)[-1] == (9, 2)
    found.scroll(-100, 10)
    assert (found.top, found.skip) == (0, 0)


def test_nothing_to_scroll() -> None:
    found = scroll()
    found.step(1, 5)
    found.scroll(3, 5)
    found.settle(5)
    found.choose(9, 5)
    assert found.shown(5) == []


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=12),
    st.lists(
        st.tuples(st.sampled_from(["step", "scroll", "choose", "high"]), st.integers(-15, 15)), max_size=12
    ),
    st.integers(1, 9),
)
def test_the_chosen_item_is_always_seen_and_the_window_full(
    heights: list[int], moves: list[tuple[str, int]], height: int
) -> None:
    found = scroll(*heights)
    for name, number in moves:
        if name == "high":
            found.choose(number, height, high=True)
        else:
            getattr(found, name)(number, height)
        shown = found.shown(height)
        assert found.at in {item for item, _ in shown}
        if name == "scroll":
            assert len(shown) == min(height, sum(heights))
        rows = [(item, row) for item, rows in enumerate(heights) for row in range(rows)]
        first = rows.index(shown[0])
        assert rows[first : first + height] == shown
