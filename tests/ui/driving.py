"""Driving the program in tests: open it, wait for a condition, read what is on the screen."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.ingest.errors import Problem
from seedreader.ui.app import SeedreaderApp
from seedreader.ui.commands import key_name

PATIENCE = 60.0
"""Seconds after which a condition counts as never met."""


def notebook_file() -> Path:
    """The test's own notebook."""
    return Path(os.environ["SEEDREADER_DATA"]) / "notebook.sqlite"


def reader(articles: Sequence[Article], problems: Sequence[Problem] = ()) -> SeedreaderApp:
    """The program on these articles, with the test's own notebook."""
    return SeedreaderApp(articles, "test story", notebook_file, problems, together=True)


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait for a condition, letting the program work meanwhile."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await pilot.pause()


async def ready(pilot: Pilot[None]) -> None:
    """Wait until the analysis is on the screen and everything is drawn."""
    app = pilot.app
    assert isinstance(app, SeedreaderApp)
    await until(pilot, lambda: app.session.story is not None)
    await pilot.pause()


@asynccontextmanager
async def reading(
    articles: Sequence[Article], size: tuple[int, int] = (120, 36), problems: Sequence[Problem] = ()
) -> AsyncIterator[Pilot[None]]:
    """The program, analysed and ready for keys."""
    async with reader(articles, problems).run_test(size=size) as pilot:
        await ready(pilot)
        yield pilot


async def send(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as quick as a terminal sends them and wait once; `Pilot.press` waits twice after each."""
    for key in keys:
        pilot.app.post_message(key_event(key))
    await pilot.pause()


def key_event(key: str) -> events.Key:
    """What a terminal sends for a key, by Textual's name of it or the character."""
    written = key if len(key) == 1 else {"space": " "}.get(key, key_name(key))
    name = _character_to_key(key) if len(key) == 1 else key
    return events.Key(name, written if len(written) == 1 else None)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste a text, which is quicker than to type it."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def app_of(pilot: Pilot[None]) -> SeedreaderApp:
    """The program that a pilot drives."""
    assert isinstance(pilot.app, SeedreaderApp)
    return pilot.app


def rows(pilot: Pilot[None]) -> list[str]:
    """The screen as text, row by row."""
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


def shows(pilot: Pilot[None], text: str) -> bool:
    """Whether some row of the screen has this text."""
    return any(text in row for row in rows(pilot))
