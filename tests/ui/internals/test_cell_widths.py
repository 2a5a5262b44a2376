"""What the terminal is asked, and how the layout follows its answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich import cells
from textual.events import CursorPosition

from seedreader.ui.internals.cell_widths import QUESTION, CellWidths
from seedreader.ui.terminal_text import graphemes
from seedreader.ui.widgets.wrap import wrap
from tests.programs import Terminal
from tests.stories import articles
from tests.ui.driving import app_of, reading, ready, rows

HINDI = "नई दिल्ली: प्रधानमंत्री ने सोमवार को कहा कि सरकार किसानों की समस्याओं का समाधान करेगी और सहायता देगी।"


@pytest.fixture(autouse=True)
def _measuring() -> Iterator[None]:
    """Rich measures as before after each test."""
    load = cells.load_cell_table  # type: ignore[attr-defined]
    yield
    cells.load_cell_table = load  # type: ignore[attr-defined]
    for known in (cells.get_character_cell_size, cells.cached_cell_len):
        known.cache_clear()


def test_a_terminal_that_does_as_rich_does_changes_nothing() -> None:
    widths = CellWidths()
    assert not widths.hear(1)
    assert not widths.hear(2)
    assert not widths.hear(2)
    assert cells.cell_len("का") == 1


@pytest.mark.parametrize("word", ["का", "கா", "কা", "မာ"])
def test_a_spacing_vowel_sign_takes_a_cell_where_the_terminal_says_so(word: str) -> None:
    assert CellWidths().hear(2)
    assert cells.cell_len(word) == 2
    assert graphemes(word) == [(0, 2, 2)]
    assert [cells.cell_len(other) for other in ("é", "e\u0301", "漢", "क्")] == [1, 1, 2, 1]


def test_a_sign_that_became_wide_is_narrow_where_the_terminal_says_so() -> None:
    widths = CellWidths()
    widths.hear(1)
    assert widths.hear(1)
    assert (cells.cell_len("☰"), cells.cell_len("漢"), cells.cell_len("का")) == (1, 2, 1)


def test_no_word_is_broken_between_its_letters() -> None:
    CellWidths().hear(2)
    for width in range(20, 60):
        for start, end in wrap(HINDI, width):
            assert cells.cell_len(HINDI[start:end].rstrip()) <= width
            assert end == len(HINDI) or HINDI[end - 1] == " "


def test_the_question_leaves_nothing_on_the_screen() -> None:
    assert QUESTION.endswith("\x1b[2;1H\x1b[K")
    assert QUESTION.count("\x1b[6n") == 2


async def test_the_reader_is_laid_out_anew_when_the_terminal_answers() -> None:
    async with reading(articles(HINDI, HINDI), (80, 24)) as pilot:
        await ready(pilot)
        before = app_of(pilot).reader.panes[0].view.lines.page(0, 9)
        app_of(pilot).post_message(CursorPosition(2, 1))
        await pilot.pause()
        pane = app_of(pilot).reader.panes[0]
        assert pane.view.lines.page(0, 9) != before
        assert all(cells.cell_len(row) == 80 for row in rows(pilot)[2:8])


def test_the_terminal_is_asked_and_its_answer_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "hindi.txt").write_text(HINDI)
    with Terminal([str(tmp_path / "hindi.txt")], (80, 24)) as terminal:
        terminal.until_written(QUESTION)
        terminal.until_written("claim")
        terminal.type("\x1b[2;3R\x1b[2;3R")
        terminal.until_written("प्रधानमंत्री")
        terminal.type("q")
        assert terminal.end() == 0
