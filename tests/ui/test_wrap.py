from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seedreader.ui import wrap
from seedreader.ui.safe import safe
from seedreader.ui.wrap import Wrapped

TEXTS = st.one_of(
    st.text(st.sampled_from("ab \n日é\u0301👨\u200d\u200b\ufe0f\t\x1b😀\u202e\x00"), max_size=200),
    st.text(st.characters(), max_size=200),
)
WIDTHS = st.integers(2, 30)


def lines(text: str, width: int) -> list[tuple[int, int]]:
    wrapped = Wrapped(text, width)
    wrapped.grow(len(text))
    assert wrapped.done
    return [wrapped.range(line) for line in range(len(wrapped.starts))]


@given(TEXTS, WIDTHS)
def test_every_character_stands_in_exactly_one_line(text: str, width: int) -> None:
    shown = ""
    for start, end in lines(text, width):
        assert text[len(shown) : start] in ("", "\n")
        shown = text[:start] + text[start:end]
    assert text[len(shown) :] in ("", "\n")


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_its_column_but_for_spaces_at_its_end(text: str, width: int) -> None:
    for start, end in lines(text, width):
        assert cell_len(safe(text[start:end]).rstrip(" ")) <= width


@given(TEXTS, WIDTHS)
def test_every_offset_is_found_in_its_line(text: str, width: int) -> None:
    ranges = lines(text, width)
    wrapped = Wrapped(text, width)
    for offset in range(len(text) + 1):
        start, end = ranges[wrapped.line_of(offset)]
        assert start <= offset <= end


@given(TEXTS, WIDTHS, st.integers(3, 40))
def test_wrapping_in_pieces_breaks_where_wrapping_at_once_does(text: str, width: int, step: int) -> None:
    slowly = Wrapped(text, width)
    for upto in range(0, len(text) + step, step):
        slowly.grow(upto)
    assert [slowly.range(line) for line in range(len(slowly.starts))] == lines(text, width)


def test_words_are_kept_whole_where_they_fit() -> None:
    text = "one two three four"
    assert [text[a:b].rstrip() for a, b in lines(text, 9)] == ["one two", "three", "four"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("abcdefgh", 3) == [(0, 3), (3, 6), (6, 8)]


@pytest.mark.parametrize("unit", ["word ", "x", "日本 wörd ", "\u0301"])
def test_a_line_longer_than_a_piece_is_wrapped_like_a_short_one(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = unit * (300 // len(unit))
    whole = lines(text, 17)
    monkeypatch.setattr(wrap, "PIECE", 64)
    monkeypatch.setattr(wrap, "AHEAD", 64)
    in_pieces = lines(text, 17)
    assert "".join(text[a:b] for a, b in in_pieces) == text
    if unit != "\u0301":
        assert in_pieces == whole


def test_only_what_is_asked_for_is_wrapped() -> None:
    wrapped = Wrapped("a line of words\n" * 100_000, 40)
    wrapped.grow(2_000)
    assert wrapped.reached < 10_000
    assert not wrapped.done
