"""A story with everything unusual in it, in every screen."""

from __future__ import annotations

import pytest

from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, reader, reading, send, until
from tests.ui.holding import UNUSUAL, screen_holds, session_holds

LINE = "About 300 people met in Porto Sul \u6f22\u5b57 today, she said. " * 18_000
"""A line of a million characters."""
SCREENS = {
    "reader": [],
    "alone": ["z"],
    "plain": ["d"],
    "folded": ["d", "d"],
    "selecting": ["v", "l", "l"],
    "judging": ["2", "n", "y"],
    "writing": ["a", "x"],
    "finding": ["slash", "e"],
    "filtering": ["K", "e"],
    "notes": ["c", "o"],
    "tags": ["T"],
    "matrix": ["m"],
    "versions": ["V"],
    "timeline": ["D"],
    "sources": ["s"],
    "jumps": ["n", "enter", "J"],
    "help": ["question_mark"],
    "palette": ["ctrl+p"],
}
"""What is pressed to see each screen and state."""
MOVES = ["j", "G", "k", "g", "space", "b"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("screen", SCREENS)
async def test_unusual_text_is_shown_harmlessly(screen: str, size: tuple[int, int]) -> None:
    async with reading(articles(UNUSUAL, HARBOUR + UNUSUAL, GAZETTE, "", UNUSUAL * 2), size) as pilot:
        await pilot.press(*SCREENS[screen])
        await pilot.pause()
        screen_holds(pilot)
        for move in MOVES:
            await send(pilot, move)
            screen_holds(pilot)
        session_holds(app_of(pilot))


async def test_a_line_of_a_megabyte_is_too() -> None:
    async with reader(articles(LINE, GAZETTE)).run_test(size=(120, 36)) as pilot:
        session = app_of(pilot).session
        await until(pilot, lambda: all(source.sentences for source in session.sources))
        for keys in (*SCREENS.values(), ["R"], *SCREENS.values()):
            await pilot.press(*keys)
            if keys == ["R"]:
                await until(pilot, lambda: session.story is not None)
            await send(pilot, *MOVES)
            screen_holds(pilot)
            session_holds(app_of(pilot))
            await send(pilot, *["escape"] * 4)
