from __future__ import annotations

import subprocess
import sys

import pytest
from textual.pilot import Pilot

from seedreader.ui.palette_entries import palette_entries
from seedreader.ui.screens.palette.palette_screen import PaletteScreen
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reading, rows, shows, until


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+p")
    await until(pilot, lambda: isinstance(pilot.app.screen, PaletteScreen) and shows(pilot, "A page down"))


async def test_the_best_fit_is_first_and_enter_runs_it() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await opened(pilot)
        await pilot.press(*"evpan", "backspace", *"nel")
        await until(pilot, lambda: not shows(pilot, "A page down"))
        listed = [row.strip() for row in rows(pilot)[8:10]]
        assert "vidence panel" in listed[0]
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        assert not app_of(pilot).reader.panel_wanted


async def test_nothing_that_fits_is_said_and_enter_does_nothing() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await opened(pilot)
        await pilot.press(*"zqzq")
        await until(pilot, lambda: shows(pilot, "No matches found"))
        await pilot.press("down", "pagedown", "ctrl+end", "enter")
        assert isinstance(pilot.app.screen, PaletteScreen)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)


@pytest.mark.parametrize("keys", [("up",), ("ctrl+end",), ("pagedown",) * 30])
async def test_the_last_command_is_reached_and_seen(keys: tuple[str, ...]) -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await opened(pilot)
        commands = palette_entries(app_of(pilot).reader, app_of(pilot).choose_theme)
        last = max(command.title for command in commands)
        assert not shows(pilot, last)
        await pilot.press(*keys)
        await until(pilot, lambda: shows(pilot, last))
        await pilot.press("down" if keys == ("up",) else "ctrl+home")
        await until(pilot, lambda: shows(pilot, "A page down"))


async def test_a_narrow_palette_wraps_what_is_too_long() -> None:
    async with reading(articles(HARBOUR, GAZETTE), (40, 20)) as pilot:
        await opened(pilot)
        await pilot.press(*"back to any of")
        await until(pilot, lambda: shows(pilot, "All places you jumped from"))
        text = " ".join(" ".join(rows(pilot)).split())
        assert "All places you jumped from or marked, to go back to any of them (J)" in text


async def test_the_mouse_chooses_and_closes() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await opened(pilot)
        await pilot.press(*"this help")
        await until(pilot, lambda: not shows(pilot, "A page down"))
        await pilot.click(offset=(4, 8))
        await until(pilot, lambda: shows(pilot, "Keys and marks"))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        await opened(pilot)
        await pilot.click(offset=(4, 0))
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)


def test_listing_the_exports_imports_no_writer() -> None:
    code = (
        "import sys; from seedreader.notebook.exchange import FORMATS; assert FORMATS; "
        "heavy = ('http', 'zipfile', 'seedreader.notebook.exchange.'); "
        "print([m for m in sys.modules if m.startswith(heavy)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
