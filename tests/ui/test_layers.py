from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.ui.column.layers import BOILERPLATE, TEXT, Layers, Over, Ranges, looks

SPAN = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: (min(p), max(p)))
SPANS = st.lists(SPAN, max_size=6)


@given(SPANS)
def test_ranges_hold_what_any_of_the_given_ones_held(spans: list[tuple[int, int]]) -> None:
    ranges = Ranges(spans)
    for offset in range(41):
        assert (ranges.at(offset) is not None) == any(a <= offset < b for a, b in spans)


@given(SPANS, st.integers(0, 40), st.integers(0, 40))
def test_touch_is_overlap(spans: list[tuple[int, int]], start: int, end: int) -> None:
    inside = any(Ranges(spans).at(offset) is not None for offset in range(start, end))
    assert Ranges(spans).touch(start, end) == inside or start >= end


@given(SPANS, SPANS, SPANS, SPAN)
def test_looks_are_exactly_the_range_and_uniform(
    boilerplate: list[tuple[int, int]],
    claims: list[tuple[int, int]],
    notes: list[tuple[int, int]],
    span: tuple[int, int],
) -> None:
    start, end = span
    merged = Ranges(claims)
    layers = Layers(Ranges(boilerplate), merged, ("agree",) * len(merged.starts), Ranges(), Ranges(notes))
    cut = looks(layers, "x" * 60, start, end, Over(cursor=(5, 9), finds=Ranges([(7, 12)]), found=(8, 10)))
    assert "".join("x" * (b - a) for a, b, _ in cut) == "x" * max(0, end - start)
    for a, b, look in cut:
        for offset in range(a, b):
            assert look.noted == any(s <= offset < e for s, e in notes)
            assert look.cursor == (5 <= offset < 9)
            assert look.find == (7 <= offset < 12)
            assert look.found == (8 <= offset < 10)
            dimmed = any(s <= offset < e for s, e in boilerplate)
            assert (look.tone == BOILERPLATE) == dimmed
            if not dimmed:
                assert look.tone == ("agree" if merged.at(offset) is not None else TEXT)
