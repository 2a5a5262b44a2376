from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seedreader.ui.internals import charset
from seedreader.ui.themes import marks

UTF8 = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
LATIN = io.TextIOWrapper(io.BytesIO(), encoding="iso-8859-1")


@pytest.mark.parametrize(
    ("marks", "environment", "output", "needed"),
    [
        ("auto", {"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}, UTF8, False),
        ("auto", {"TERM": "xterm-256color"}, UTF8, False),
        ("auto", {"TERM": "linux", "LANG": "en_GB.UTF-8"}, UTF8, True),
        ("auto", {"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, UTF8, True),
        ("auto", {"LC_CTYPE": "C.UTF-8", "LANG": "C"}, UTF8, False),
        ("auto", {"LANG": "de_DE.ISO-8859-1"}, UTF8, True),
        ("auto", {"LANG": "de_DE.utf8@euro"}, UTF8, False),
        ("auto", {}, LATIN, True),
        ("ascii", {"LANG": "en_GB.UTF-8"}, UTF8, True),
        ("unicode", {"TERM": "linux"}, UTF8, False),
    ],
)
def test_ascii_is_written_where_marks_may_be_missing(
    marks: str, environment: dict[str, str], output: io.TextIOWrapper, needed: bool
) -> None:
    assert charset.needed(marks, environment, output) == needed


def test_marks_of_one_column_stay_apart() -> None:
    table = charset.AsciiSubstitutes()
    for column in (
        marks.MARKS.values(),
        (marks.CURSOR, marks.MATCH, marks.BOILERPLATE),
        marks.MARKED,
    ):
        written = [mark.translate(table) for mark in column]
        assert len(set(written)) == len(written)
        assert all(len(mark) == 1 and mark.isascii() for mark in written)


@given(st.text())
def test_any_text_becomes_ascii_as_wide(text: str) -> None:
    written = text.translate(charset.AsciiSubstitutes())
    assert written.isascii()
    assert len(written) == sum(1 if c.isascii() else cell_len(c) for c in text)


def test_accents_are_dropped_and_colours_stay() -> None:
    table = charset.AsciiSubstitutes()
    assert "\x1b[1;7m“Café” — 20 €\x1b[0m".translate(table) == '\x1b[1;7m"Cafe" - 20 ?\x1b[0m'
