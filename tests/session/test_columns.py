from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.session.columns import columns


def test_those_focused_last_have_a_column_in_the_order_of_the_screen() -> None:
    shown = columns(5)
    shown.focus(4)
    assert shown.visible(3) == [0, 1, 4]
    shown.focus(2)
    assert shown.visible(2) == [2, 4]


def test_a_hidden_source_has_none_until_it_has_the_focus() -> None:
    shown = columns(3)
    shown.hidden.add(1)
    assert shown.visible(3) == [0, 2]
    assert shown.beside(0, 1) == 2
    assert shown.beside(0, -1) == 2
    shown.focus(1)
    assert shown.visible(3) == [0, 1, 2]


def test_one_alone_is_the_focused_one() -> None:
    shown = columns(3)
    shown.focus(2)
    shown.maximised = True
    assert shown.visible(3) == [2]


def test_a_column_moves_past_its_neighbour_and_not_over_the_edge() -> None:
    shown = columns(3)
    assert not shown.move(0, -1)
    assert shown.move(0, 1)
    assert shown.visible(3) == [1, 0, 2]
    assert shown.move(0, 1)
    assert not shown.move(0, 1)
    assert shown.visible(3) == [1, 2, 0]


def test_a_column_moves_past_hidden_ones() -> None:
    shown = columns(3)
    shown.hidden.add(1)
    assert shown.move(0, 1)
    assert shown.visible(3) == [2, 0]


@pytest.mark.parametrize("order", [[0, 1], [0, 0, 1], [0, 1, 3], []])
def test_an_arrangement_of_other_sources_is_refused(order: list[int]) -> None:
    with pytest.raises(ValueError, match="other sources"):
        columns(3).resume(order, [], [])


@pytest.mark.parametrize(("hidden", "pinned"), [([3], []), ([], [-1])])
def test_an_arrangement_that_hides_or_pins_what_is_not_there_is_refused(
    hidden: list[int], pinned: list[int]
) -> None:
    with pytest.raises(ValueError, match="other sources"):
        columns(3).resume([2, 1, 0], hidden, pinned)


def test_an_arrangement_never_hides_the_source_that_has_the_focus() -> None:
    shown = columns(3)
    shown.focus(1)
    shown.resume([2, 1, 0], [1, 2], [])
    assert shown.visible(3) == [1, 0]


def test_the_focused_source_has_a_column_however_narrow_the_screen() -> None:
    shown = columns(3)
    shown.focus(2)
    assert shown.visible(0) == [2]


@given(
    st.integers(1, 6),
    st.lists(st.tuples(st.sampled_from("fhmzs"), st.integers(0, 5), st.sampled_from([1, -1]))),
)
def test_any_arranging_leaves_the_focused_source_a_column(
    count: int, steps: list[tuple[str, int, int]]
) -> None:
    shown = columns(count)
    for what, number, step in steps:
        source = number % count
        if what == "f":
            shown.focus(source)
        elif what == "h" and source != shown.recent[0]:
            shown.hidden.add(source)
        elif what == "m":
            shown.move(shown.recent[0], step)
        elif what == "z":
            shown.maximised = not shown.maximised
        elif what == "s":
            shown.hidden.clear()
        visible = shown.visible(3)
        assert shown.recent[0] in visible
        assert len(set(visible)) == len(visible) <= 3
        assert sorted(shown.order) == list(range(count))
        assert shown.beside(shown.recent[0], step) not in shown.hidden
