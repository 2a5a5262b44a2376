from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seedreader.text.sanitize import one_line, sanitize
from seedreader.ui.terminal_text import fit, graphemes

ANY = st.text(st.characters(), max_size=200)


@given(ANY)
def test_nothing_that_drives_a_terminal_is_left(text: str) -> None:
    shown = sanitize(text)
    for character in shown.replace("\n", ""):
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(character) not in (
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        )


@given(ANY)
def test_text_is_only_ever_shortened_by_invisible_characters(text: str) -> None:
    invisible = sum(unicodedata.category(c) in ("Cf", "Sk") or "\ufe00" <= c <= "\ufe0f" for c in text)
    assert len(text) - invisible <= len(sanitize(text)) <= len(text)


@pytest.mark.parametrize(
    "plain", ["Plain words, 12 % – “quoted” …", "[red]markup[/] stays text", "日本語 and 한국어", "العربية"]
)
def test_harmless_text_stays_as_it_is(plain: str) -> None:
    assert sanitize(plain) == plain


def test_escape_sequences_become_visible() -> None:
    assert sanitize("\x1b]0;title\x07\x9b31m\x7f") == "␛]0;title␇\ufffd31m␡"


def test_joined_emoji_are_shown_as_their_parts() -> None:
    assert cell_len(sanitize("👨\u200d👩\u200d👧")) == 6
    assert cell_len(sanitize("❤\ufe0f")) == 1
    assert sanitize("👍🏽 🇰🇷") == "👍 KR"


@given(ANY, st.integers(0, 60))
def test_a_fitted_row_has_the_room_it_was_given(text: str, width: int) -> None:
    row = fit(text, width)
    assert cell_len(row) <= width
    assert "\n" not in row
    if cell_len(one_line(text)) > width > 0:
        assert row.endswith("…")
    else:
        assert row == (one_line(text) if width else "")


@given(ANY)
def test_graphemes_cover_the_text_and_measure_what_is_shown(text: str) -> None:
    found = graphemes(text)
    assert [start for start, _, _ in found] == [0, *(end for _, end, _ in found)][: len(found)]
    assert not text or found[-1][1] == len(text)
    for start, end, cells in found:
        assert cells >= cell_len(sanitize(text[start:end]))
