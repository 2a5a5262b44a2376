from __future__ import annotations

from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, paste, reading, shows, until


async def test_what_is_pasted_into_a_note_is_there_once_and_harmless() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot, "note on “"))
        await paste(pilot, "who\x1b[2J\nsays?")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert [placed.body for placed in app_of(pilot).session.placed] == ["who␛[2J\nsays?"]


async def test_what_is_pasted_into_the_palette_is_harmless() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: pilot.app.screen is not app_of(pilot).reader)
        await paste(pilot, "who\x1b[2J says?")
        await until(pilot, lambda: shows(pilot, "who␛[2J says?"))
