from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seedreader.text.sanitize import sanitize
from seedreader.ui.widgets import wrap
from seedreader.ui.widgets.range_set import NONE, RangeSet
from seedreader.ui.widgets.wrap import WrappedLines

TEXTS = st.one_of(
    st.text(st.sampled_from("ab \n日é\u0301👨\u200d\u200b\ufe0f\t\x1b😀\u202e\x00"), max_size=200),
    st.text(st.characters(), max_size=200),
)
WIDTHS = st.integers(2, 30)
FOLDS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=4)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrap, "BLOCK", 32)
    monkeypatch.setattr(wrap, "REACH", 31)


def folds_in(text: str, given: list[tuple[int, int]]) -> RangeSet:
    return RangeSet((start, min(start + length, len(text))) for start, length in given)


def all_lines(lines: WrappedLines) -> list[int]:
    *starts, end = lines.page(0, len(lines.text) + 1)
    assert end == len(lines.text)
    return starts


@given(TEXTS, WIDTHS, FOLDS)
def test_every_character_stands_in_exactly_one_line(
    text: str, width: int, given: list[tuple[int, int]]
) -> None:
    lines = WrappedLines(text, width, folds_in(text, given))
    starts = all_lines(lines)
    assert starts == sorted(set(starts))
    assert starts[0] == 0
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        assert lines.end(start) == following
        assert lines.range(start) in ((start, following), (start, following - 1))
        assert text[lines.range(start)[1] : following] in ("", "\n")


@given(TEXTS, WIDTHS, FOLDS)
def test_what_is_folded_is_one_line_and_the_rest_is_shown(
    text: str, width: int, given: list[tuple[int, int]]
) -> None:
    folds = folds_in(text, given)
    lines = WrappedLines(text, width, folds)
    folded = list(zip(folds.starts, folds.ends, strict=True))
    shown = [(start, lines.end(start)) for start in all_lines(lines)]
    joined = [fold for fold in folded if fold not in shown]
    assert not joined
    for start, end in shown:
        assert (start, end) in folded or not folds.touch(start, end)


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_its_column_but_for_spaces_at_its_end(text: str, width: int) -> None:
    for start, end in wrap.wrap(text, width):
        assert cell_len(sanitize(text[start:end]).rstrip(" ")) <= width


@given(TEXTS, WIDTHS, FOLDS)
def test_every_offset_is_found_in_its_line(text: str, width: int, given: list[tuple[int, int]]) -> None:
    lines = WrappedLines(text, width, folds_in(text, given))
    starts = all_lines(lines)
    for offset in range(len(text) + 1):
        line = lines.line(offset)
        assert line == max(start for start in starts if start <= offset)
        assert line == WrappedLines(text, width, lines.folds).line(offset)


@given(TEXTS, WIDTHS, FOLDS, st.integers(0, 200), st.integers(-99, 99))
def test_moving_and_measuring_agree(
    text: str, width: int, given: list[tuple[int, int]], offset: int, by: int
) -> None:
    lines = WrappedLines(text, width, folds_in(text, given))
    starts = all_lines(lines)
    line = lines.line(offset)
    index = starts.index(line)
    target, moved = lines.move(line, by)
    assert starts.index(target) == max(0, min(index + by, len(starts) - 1)) == index + moved
    assert lines.between(line, target, 500) == moved
    assert abs(lines.between(line, target, 3)) == min(3, abs(moved))
    assert lines.page(line, 5)[:-1] == starts[index : index + 5]


def test_words_are_kept_whole_where_they_fit() -> None:
    text = "one two three four"
    assert [text[a:b].rstrip() for a, b in wrap.wrap(text, 9)] == ["one two", "three", "four"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrap.wrap("abcdefgh", 3) == [(0, 3), (3, 6), (6, 8)]


def test_spaces_at_the_end_of_a_paragraph_make_no_line() -> None:
    assert wrap.wrap("abcde \nx", 5) == [(0, 6), (7, 8)]


def test_a_paragraph_longer_than_a_block_breaks_between_words_or_characters() -> None:
    for unit in ("word ", "x", "日本 wörd ", "日\u0301"):
        text = unit * 90
        pieces = [text[a:b] for a, b in wrap.wrap(text, 17)]
        assert "".join(pieces) == text
        assert all(unit == "x" or piece.startswith(("w", "日", "本")) for piece in pieces)


def test_any_place_costs_the_same() -> None:
    lines = WrappedLines("a line of words\n" * 100_000, 40, NONE)
    lines.move(lines.line(800_000), 20)
    assert len(lines._blocks) < 20
