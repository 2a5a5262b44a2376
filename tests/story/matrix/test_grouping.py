from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.story.matrix.grouping import SHARE, group


def test_what_is_bound_is_one_group() -> None:
    assert group([0, 1, 2, 3], [(0, 1), (1, 2), (0, 2)]) == [[0, 1, 2], [3]]


def test_a_chain_does_not_join_what_is_unlike_at_its_ends() -> None:
    chain = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]
    assert max(map(len, group(range(6), chain))) <= 3


def test_a_stronger_bond_counts_before_a_weaker_one() -> None:
    of_one_source = [0, 0, 1]
    assert group(of_one_source, [(1, 2), (0, 2)]) == [[0], [1, 2]]
    assert group(of_one_source, [(0, 2), (1, 2)]) == [[0, 2], [1]]


def test_nothing_is_nothing() -> None:
    assert group([], []) == []


@st.composite
def bonds(draw: st.DrawFn) -> tuple[list[int], list[tuple[int, int]]]:
    sources = draw(st.lists(st.integers(0, 5), max_size=14))
    items = st.integers(0, max(0, len(sources) - 1))
    pairs = draw(st.lists(st.tuples(items, items), max_size=30)) if sources else []
    return sources, [(one, two) for one, two in pairs if sources[one] != sources[two]]


@given(bonds())
def test_each_item_once_each_source_once_in_a_group_and_halves_are_bound(
    given_bonds: tuple[list[int], list[tuple[int, int]]],
) -> None:
    sources, pairs = given_bonds
    groups = group(sources, pairs)
    assert sorted(item for items in groups for item in items) == list(range(len(sources)))
    either_way = {frozenset(pair) for pair in pairs}
    for items in groups:
        assert len({sources[item] for item in items}) == len(items)
        if len(items) > 1:
            bound = sum(frozenset((a, b)) in either_way for a in items for b in items if a < b)
            assert bound >= max(len(items) - 1, SHARE * len(items) * (len(items) - 1) / 2)
