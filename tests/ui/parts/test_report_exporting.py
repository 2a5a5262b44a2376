"""Reports from the palette: each asks for a file and writes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seedreader.report.formats import FORMATS
from seedreader.ui.screens.reader.reader_screen import ReaderScreen
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reading, send, shows, until


@pytest.mark.parametrize("name", FORMATS)
async def test_a_report_is_written_with_what_was_noted(name: str, tmp_path: Path) -> None:
    form = FORMATS[name]
    file = tmp_path / f"r{form.suffix}"
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await until(pilot, lambda: app_of(pilot).session.story is not None)
        screen = app_of(pilot).screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("a")
        await until(pilot, lambda: screen.writing.is_open)
        await pilot.pause()
        await send(pilot, *"Ask", "enter")
        await until(pilot, lambda: not screen.writing.is_open)
        questions = {title: act for title, _, act in screen.palette_questions()}
        questions[f"Report as {form.called}"]()
        await until(pilot, lambda: screen.writing.is_open)
        await pilot.pause()
        await pilot.press("ctrl+u", "ctrl+k")
        await send(pilot, *str(file))
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Report written to"))
    written = file.read_text()
    assert "Ask" in written and "4 million euros" in written
    if name == "json":
        assert json.loads(written)["stories"][0]["notes"][0]["notes"][0]["body"] == "Ask"
