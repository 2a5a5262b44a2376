"""The field in which notes are written: what keys do to its text, and what it shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from seedreader.ui.widgets.text_field import FieldStyles, TextField

STYLES = FieldStyles(Style(), Style(dim=True), Style(reverse=True), Style(bold=True))


class Clipboard:
    text = ""

    def copy(self, text: str) -> None:
        self.text = text

    def pasted(self) -> str:
        return self.text


def field(text: str = "", width: int = 20, height: int = 4) -> TextField:
    """A field with the cursor at the end of its text."""
    clipboard = Clipboard()
    made = TextField(text, clipboard.copy, clipboard.pasted)
    made.resize(width, height)
    return made


def press(field: TextField, *keys: str) -> str:
    """The text after these keys, with | at the cursor and [ at the other end of what is selected."""
    for key in keys:
        field.press(key, key if len(key) == 1 else None)
    text, cursor, anchor = field.edit
    marks = sorted({(cursor, "|"), *([(anchor, "[")] if anchor != cursor else [])}, reverse=True)
    for at, mark in marks:
        text = text[:at] + mark + text[at:]
    return text


def shown(field: TextField) -> list[str]:
    return ["".join(text for text, _ in row).rstrip() for row in field.rows(STYLES, cursor_shown=True)]


@pytest.mark.parametrize(
    "keys, result",
    [
        (["left", "left", "X"], "one two.  thrX|ee"),
        (["home", "X"], "X|one two.  three"),
        (["ctrl+left"], "one two.  |three"),
        (["ctrl+left", "ctrl+left"], "one two|.  three"),
        (["home", "ctrl+right"], "one| two.  three"),
        (["home", "ctrl+right", "ctrl+right"], "one two|.  three"),
        (["backspace", "backspace"], "one two.  thr|"),
        (["home", "delete"], "|ne two.  three"),
        (["ctrl+w"], "one two.  |"),
        (["home", "ctrl+f"], "| two.  three"),
        (["home", "right", "ctrl+k"], "o|"),
        (["left", "ctrl+u"], "|e"),
        (["shift+left", "shift+left"], "one two.  thr|ee["),
        (["shift+left", "shift+left", "left"], "one two.  thr|ee"),
        (["shift+left", "shift+left", "right"], "one two.  three|"),
        (["shift+left", "shift+left", "X"], "one two.  thrX|"),
        (["ctrl+shift+left", "backspace"], "one two.  |"),
        (["f7", "ctrl+x", "ctrl+v", "ctrl+v"], "one two.  threeone two.  three|"),
    ],
)
def test_a_key_moves_selects_or_changes(keys: list[str], result: str) -> None:
    assert press(field("one two.  three", width=40), *keys) == result


def test_up_and_down_keep_the_cell_and_end_at_the_text_s_ends() -> None:
    lines = field("first line\nto\nthird line")
    assert press(lines, "up") == "first line\nto|\nthird line"
    assert press(lines, "up") == "first line|\nto\nthird line"
    assert press(lines, "up") == "|first line\nto\nthird line"
    assert press(lines, "pagedown", "down") == "first line\nto\nthird line|"


def test_home_and_end_are_those_of_the_row_that_is_seen() -> None:
    wrapped = field("alpha beta gamma", width=12)
    assert shown(wrapped) == ["alpha beta", "gamma", "", ""]
    assert press(wrapped, "home") == "alpha beta |gamma"
    assert press(wrapped, "left", "home", "end") == "alpha beta| gamma"


def test_a_character_with_its_marks_is_one_step_and_wide_ones_take_two_cells() -> None:
    assert press(field("ae\u0301"), "left") == "a|e\u0301"
    assert press(field("ae\u0301"), "backspace") == "a|"
    wide = field("日本語です", width=7)
    assert shown(wide)[:2] == ["日本語", "です"]
    assert press(wide, "up") == "日本|語です"


def test_a_step_back_takes_a_word_and_forward_brings_it() -> None:
    typed = field()
    press(typed, *"one two", "backspace", "backspace")
    assert press(typed, "ctrl+z") == "one two|"
    assert press(typed, "ctrl+z") == "one |"
    assert press(typed, "ctrl+z", "ctrl+z") == "|"
    assert press(typed, "ctrl+y", "ctrl+y") == "one two|"
    press(typed, "X")
    assert press(typed, "ctrl+y") == "one twoX|"


def test_what_is_typed_elsewhere_is_a_step_of_its_own() -> None:
    typed = field()
    press(typed, *"ab", "left", *"cd")
    assert press(typed, "ctrl+z") == "a|b"


def test_the_row_of_the_cursor_is_always_seen() -> None:
    long = field("\n".join(map(str, range(10))), height=3)
    assert shown(long) == ["7", "8", "9"]
    press(long, *["up"] * 5)
    assert shown(long) == ["4", "5", "6"]
    press(long, "ctrl+end", *["backspace"] * 30)
    assert shown(long) == ["", "", ""]


def test_the_wheel_scrolls_and_the_next_key_comes_back_to_the_cursor() -> None:
    long = field("\n".join(map(str, range(10))), height=3)
    long.scroll(-100)
    assert shown(long) == ["0", "1", "2"]
    press(long, "left")
    assert shown(long) == ["7", "8", "9"]


def test_the_mouse_sets_the_cursor_selects_and_takes_a_word() -> None:
    long = field("one two\nthree")
    long.move_to(4, 0)
    assert press(long) == "one |two\nthree"
    long.move_to(2, 1, select=True)
    assert press(long) == "one [two\nth|ree"
    long.move_to(5, 0)
    long.select_word()
    assert press(long) == "one [two|\nthree"


def test_the_cursor_and_what_is_selected_are_seen() -> None:
    rows = field("abc").rows(STYLES, cursor_shown=True)
    assert rows[0][:2] == [("abc", STYLES.cursor_line), (" ", STYLES.cursor)]
    selected = field("abc")
    press(selected, "home", "shift+right")
    assert selected.rows(STYLES, cursor_shown=True)[0][:3] == [
        ("a", STYLES.selection),
        ("b", STYLES.cursor),
        ("c", STYLES.cursor_line),
    ]
    assert field("abc").rows(STYLES, cursor_shown=False)[0][0] == ("abc", STYLES.text)


def test_keys_with_another_meaning_are_left_alone() -> None:
    assert not field("abc").press("ctrl+p", None)
    assert not field("abc").press("ctrl+c", None)
    assert press(field("abc"), "ctrl+q", "f3") == "abc|"


KEYS = (
    "left", "right", "up", "down", "home", "end", "pageup", "pagedown", "ctrl+left", "ctrl+right",
    "shift+left", "shift+down", "ctrl+shift+left", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k",
    "ctrl+z", "ctrl+y", "f6", "f7", "ctrl+x", "ctrl+v", "ctrl+shift+k",
)  # fmt: skip


@given(
    st.text("ab .\n\t\x1b日\u0301🙂\u200d", max_size=60),
    st.lists(st.sampled_from((*KEYS, "x", " ", "語")), max_size=30),
    st.integers(3, 12),
)
def test_any_keys_keep_the_cursor_in_the_text_and_on_the_screen(
    text: str, keys: list[str], width: int
) -> None:
    edited = field(text, width, 3)
    for key in keys:
        edited.press(key, key if len(key) == 1 else None)
        assert 0 <= edited.edit.cursor <= len(edited.edit.text)
        assert 0 <= edited.edit.anchor <= len(edited.edit.text)
        cell, row = edited.cursor_place
        assert 0 <= cell < width
        assert 0 <= row < 3
        rows = edited.rows(STYLES, cursor_shown=True)
        assert len(rows) == 3
        assert all(cell_len("".join(text for text, _ in row)) >= width for row in rows)
        assert not any("\x1b" in text or "\n" in text for row in rows for text, _ in row)
    states = edited.edit.text
    for _ in range(40):
        edited.press("ctrl+z", None)
    assert edited.edit.text == text
    for _ in range(40):
        edited.press("ctrl+y", None)
    assert "ctrl+z" in keys or edited.edit.text == states
