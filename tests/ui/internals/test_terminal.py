"""What stands on the terminal after many updates, of which each writes only what differs."""

from __future__ import annotations

import random

import pyte
import pytest
from rich.color import ColorSystem
from textual import events
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.pilot import Pilot

from seedreader.ui.commands import key_name
from seedreader.ui.internals.terminal_diff import ScreenBuffer, written
from seedreader.ui.screens.part_screen import PartScreen
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, reading

BATCHES, BATCH = 40, 4
SIZES = ((120, 36), (80, 24), (100, 30))
LEFT_OUT = {"ctrl+z", "ctrl+o", "A", "q", "w", "W"}
"""Keys that hand the terminal to another program, write files, copy or quit."""


def anew(pilot: Pilot[None]) -> pyte.Screen:
    """The terminal as it would stand were all of it drawn at once."""
    update = pilot.app.screen._compositor.render_update(full=True)
    assert isinstance(update, LayoutUpdate)
    screen = pyte.Screen(*pilot.app.size)
    pyte.Stream(screen).feed(written(ScreenBuffer().everything(update), ColorSystem.TRUECOLOR))
    return screen


def cells(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    return [[tuple(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]


@pytest.mark.parametrize("number", range(2))
async def test_the_terminal_shows_what_is_drawn(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = pyte.Screen(*SIZES[0])
    stream = pyte.Stream(screen)

    def display(app: App[None], _: object, update: object) -> None:
        if isinstance(update, CompositorUpdate):
            if (screen.columns, screen.lines) != tuple(app.size):
                screen.resize(app.size.height, app.size.width)
            stream.feed(update.render_segments(app.console))

    monkeypatch.setattr(App, "_display", display)
    at = random.Random(number)
    async with reading(articles(HARBOUR, GAZETTE, WEATHER), SIZES[0]) as pilot:
        pilot.app.console._color_system = ColorSystem.TRUECOLOR
        await pilot.resize_terminal(*SIZES[1])
        for _ in range(BATCHES):
            if not at.randrange(8):
                await pilot.resize_terminal(*at.choice(SIZES))
            for _ in range(BATCH):
                key = at.choice(keys(pilot))
                name = key_name(key)
                pilot.app.post_message(events.Key(key, name if len(name) == 1 else None))
            await pilot.pause()
            await pilot.pause()
            assert cells(screen) == cells(anew(pilot))


def keys(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    known = [
        key
        for mode in (screen.command_sets() if isinstance(screen, PartScreen) else ())
        for command in app_of(pilot).table.on_screen(mode)
        for key in command.keys
    ]
    return [key for key in [*known, "escape"] if key not in LEFT_OUT]
