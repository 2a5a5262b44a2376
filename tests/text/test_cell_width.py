from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.text.cell_width import width, wrap


def test_wide_letters_take_two_cells_and_marks_none() -> None:
    assert [width(text) for text in ("abc", "北京", "e\u0301", "\u200bx", "é", "")] == [3, 4, 1, 1, 1, 0]


def test_words_go_into_lines_that_are_indented() -> None:
    assert wrap("one two three", 8, "- ", "  ") == ["- one", "  two", "  three"]
    assert wrap("", 8, "- ", "  ") == ["- "]


def test_a_word_of_narrow_letters_stays_whole_and_one_of_wide_letters_does_not() -> None:
    address = "https://example.org/a/b/c"
    assert wrap(f"see {address} now", 10) == ["see", address, "now"]
    assert wrap("北京上海广州", 5) == ["北京", "上海", "广州"]


@given(st.text(), st.integers(1, 30))
def test_no_letter_is_lost_and_lines_are_short_where_they_can_be(text: str, most: int) -> None:
    lines = wrap(text, most)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert width(line) <= most or " " not in line.strip()
