"""Documents that carry one text, by what they share."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis.families import families

Documents = list[frozenset[int]]


def half(documents: Documents, one: int, two: int) -> bool:
    smaller = min(len(documents[one]), len(documents[two]))
    return smaller > 0 and 2 * len(documents[one] & documents[two]) >= smaller


def found_by_half(documents: Documents, together: list[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    fewest = [-(-len(document) // 2) or 1 for document in documents]
    return families(documents, fewest, lambda one, two: half(documents, one, two), together)


def by_all_pairs(documents: Documents, together: list[tuple[int, int]]) -> set[frozenset[int]]:
    sets = [{number} for number in range(len(documents))]
    joined = together + [
        (one, two) for one, two in combinations(range(len(documents)), 2) if half(documents, one, two)
    ]
    for one, two in joined:
        both = sets[one] | sets[two]
        for each in both:
            sets[each] = both
    return set(map(frozenset, sets))


@given(
    st.lists(st.frozensets(st.integers(0, 30), max_size=8), max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=3),
)
def test_few_documents_are_grouped_as_by_all_pairs(
    documents: Documents, pairs: list[tuple[int, int]]
) -> None:
    together = [(one, two) for one, two in pairs if max(one, two) < len(documents)]
    found = found_by_half(documents, together)
    assert set(map(frozenset, found)) == by_all_pairs(documents, together)
    assert [family[0] for family in found] == sorted(family[0] for family in found)


def test_what_shares_enough_can_be_told_apart_by_another_look() -> None:
    documents = [frozenset(range(9)), frozenset(range(9)), frozenset(range(9))]
    found = families(documents, [5] * 3, lambda one, two: 1 not in (one, two))
    assert found == ((0, 2), (1,))


def test_many_copies_cost_as_much_as_they_are_long() -> None:
    documents = [frozenset([*range(100), 1_000 + number]) for number in range(400)]
    asked = 0

    def alike(one: int, two: int) -> bool:
        nonlocal asked
        asked += 1
        return half(documents, one, two)

    assert len(families(documents, [51] * len(documents), alike)) == 1
    assert asked < 12 * len(documents)
