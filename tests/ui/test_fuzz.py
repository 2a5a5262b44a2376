"""Random keys, texts, sizes, clicks and drags: nothing breaks, and what the session promises holds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from seedreader.ui.parts.part import Mode
from seedreader.ui.screens.part_screen import PartScreen
from seedreader.ui.screens.reader.reader_screen import ReaderScreen
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, key_event, reading
from tests.ui.holding import UNUSUAL, screen_holds, session_holds

BATCHES, BATCH = 120, 5
"""How often the promises are looked at, and how many steps are made in between."""
LEFT_OUT = {"ctrl+z", "ctrl+o"}
"""Keys that hand the terminal to another program."""
MORE = ["[", "é", "漢", "\u202e", "5", "A", "z", "enter", "escape", "backspace", "up", "down", "tab"]


async def press(pilot: Pilot[None], at: random.Random) -> None:
    """One of the keys of the screen that is shown, or else any; as quick as a terminal sends them."""
    screen = pilot.app.screen
    known = [
        key
        for mode in (screen.command_sets() if isinstance(screen, PartScreen) else ())
        for command in app_of(pilot).table.on_screen(mode)
        for key in command.keys
        if key not in LEFT_OUT
    ]
    pilot.app.post_message(key_event(at.choice(known + MORE)))


async def type_words(pilot: Pilot[None], at: random.Random) -> None:
    words = at.choice(["pier", "kind:quantity ", "harbour council", "5 million", "#a", "\x1b[2J", "2024-03"])
    pilot.app.post_message(events.Paste(words))


async def resize(pilot: Pilot[None], at: random.Random) -> None:
    widths, heights = (20, 40, 41, 79, 80, 120, 163, 300), (6, 10, 12, 16, 24, 40, 80)
    await pilot.resize_terminal(at.choice(widths), at.choice(heights))


async def click(pilot: Pilot[None], at: random.Random) -> None:
    place = _anywhere(pilot, at)
    for _ in range(at.choice([1, 1, 1, 2, 3])):
        _mouse(pilot, events.MouseDown, place, 1)
        _mouse(pilot, events.MouseUp, place, 1)


async def drag(pilot: Pilot[None], at: random.Random) -> None:
    _mouse(pilot, events.MouseDown, _anywhere(pilot, at), 1)
    for _ in range(2):
        _mouse(pilot, events.MouseMove, end := _anywhere(pilot, at), 1)
    _mouse(pilot, events.MouseUp, end, 1)


async def wheel(pilot: Pilot[None], at: random.Random) -> None:
    _mouse(pilot, at.choice([events.MouseScrollDown, events.MouseScrollUp]), _anywhere(pilot, at))


def _mouse(
    pilot: Pilot[None], kind: type[events.MouseEvent], place: tuple[int, int], button: int = 0
) -> None:
    """Send what the terminal sends of the mouse; the program makes clicks of it."""
    pilot.app.post_message(kind(None, *place, 0, 0, button, False, False, False, *place))


def _anywhere(pilot: Pilot[None], at: random.Random) -> tuple[int, int]:
    width, height = pilot.app.size
    return at.randrange(width), at.randrange(height)


STEPS = [press] * 20 + [type_words, resize, click, click, drag, wheel]


# Textual leaves a coroutine of its own unawaited when a screen goes
@pytest.mark.filterwarnings("ignore:Exception ignored in. <coroutine object Screen._watch_selections")
@pytest.mark.parametrize("number", range(5))
async def test_any_steps_leave_the_program_whole(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stays(_: ReaderScreen) -> None:
        """Quitting would end the test."""

    monkeypatch.setattr(ReaderScreen, "quit", stays)
    monkeypatch.chdir(tmp_path)
    at = random.Random(number)
    story = articles(HARBOUR, GAZETTE, WEATHER + UNUSUAL, GAZETTE + "One more line.\n", "")
    story = story[: at.choice([1, 2, 5, 5])]
    async with reading(story, (120, 36)) as pilot:
        for _ in range(BATCHES):
            for _ in range(BATCH):
                await at.choice(STEPS)(pilot, at)
            await pilot.pause()
            session_holds(app_of(pilot))
            screen_holds(pilot)
        app = app_of(pilot)
        for _ in range(20):
            await pilot.press("escape")
        assert (app.screen, app.reader.mode) == (app.reader, Mode.READING)
