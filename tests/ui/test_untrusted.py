"""Text that wants to do something to the terminal, the layout or the program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seedreader.text.sanitize import sanitize
from seedreader.ui.column import render_line
from seedreader.ui.column.column_view import GUTTER, ColumnView
from seedreader.ui.column.layers import Overlay
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reader, reading, rows, shows, until

HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07 The \x9b31mcouncil\x00 said \u202eolleh\u202c "
    "and [red]markup[/] and [bold on red]more[/bold on red] {curly} \\[escaped] on Monday.\n"
    "Emoji 👨\u200d👩\u200d👧 ❤\ufe0f 👍🏽 🇰🇷, CJK 北朝鮮は約一万一千人の兵士を派遣した。\n"
    "Marks e\u0301a\u0308 \u0301lone.\n"
    "Tab\there, soft\u00adhyphen, zero\u200bwidth, \u2028line separator, שלום עולם and مرحبا.\n"
)


def row_widths(lines: list[str]) -> set[int]:
    return {cell_len(row) for row in lines}


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_hostile_text_is_shown_harmlessly_and_in_line(size: tuple[int, int]) -> None:
    async with reading(articles(HOSTILE + HARBOUR, GAZETTE), size) as pilot:
        shown = rows(pilot)
        assert row_widths(shown) == {size[0]}
        assert not any(
            character in row for row in shown for character in "\x1b\x07\x00\x9b\u202e\u200d\t\u2028"
        )
        assert shows(pilot, "[red]markup[/]")
        for key in ("j", "j", "n", "enter", "l", "G", "o", "escape", "a", "escape"):
            await pilot.press(key)
            assert row_widths(rows(pilot)) == {size[0]}


async def test_a_line_of_a_megabyte_opens_and_is_walked() -> None:
    line = "The harbour council met on Monday and 12 people came. " * 20_000
    async with reader(articles(line, GAZETTE)).run_test(size=(80, 24)) as pilot:
        here = app_of(pilot).session.here
        await until(pilot, lambda: here.sentences and here.sentences[-1][1] > len(line) - 60)
        await pilot.press("j", "space", "G")
        assert app_of(pilot).session.here.cursor[1] > len(line) - 60
        assert row_widths(rows(pilot)) == {80}


async def test_brackets_in_names_and_notes_are_only_text() -> None:
    async with reading(articles(HARBOUR, "[b]Bold[/b] claim [@click=app.quit]here[/] on Monday.")) as pilot:
        await pilot.press("a", *"[red]note[/", "enter")
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("escape", "2")
        assert shows(pilot, "[@click=app.quit]here[/]")


@given(st.text(st.characters(), min_size=1, max_size=300), st.integers(12, 70))
def test_any_text_fills_its_rows_exactly_and_shows_every_character_once(text: str, width: int) -> None:
    view = ColumnView(text)
    view.resize(width - GUTTER, 20)
    over = Overlay(cursor=(0, min(5, len(text))))
    shown = ""
    for line in view.lines.page(0, len(text) + 1)[:-1]:
        row = "".join(segment.text for segment in render_line.line(view, line, over, Styles(DARK), width))
        assert cell_len(row) == width
        shown += row[GUTTER:].rstrip(" ")
    assert shown.replace(" ", "") == sanitize(text).replace("\n", "").replace(" ", "")
