"""Invented articles of two events, and driving the list of their stories."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.ui.app import SeedreaderApp
from seedreader.ui.screens.stories.stories_screen import StoriesScreen
from tests.ui.driving import app_of, notebook_file, until

FERRY = (
    (
        "Bell", "Ferry sinks off Port Alma", 18,
        "Twelve people died when the ferry Santa Clara sank off Port Alma on Monday, the coast guard said. "
        "The ferry carried 140 passengers, the operator Blue Line told reporters. Divers look for survivors.",
    ),
    (
        "Courier", "Fourteen die as ferry Santa Clara sinks", 19,
        "The ferry Santa Clara sank off Port Alma on Monday, and fourteen people died, according to the "
        "coast guard. The operator Blue Line said that the ferry carried 140 passengers.",
    ),
)  # fmt: skip
PIER = (
    (
        "Gazette", "Council approves the pier of Porto Sul", 21,
        "The harbour council of Porto Sul approved the new pier on Tuesday. The pier will cost 4 million "
        "euros, mayor Ana Ruiz said.",
    ),
    (
        "Herald", "Porto Sul gets its pier", 21,
        "Porto Sul will get a new pier for 6 million euros, mayor Ana Ruiz said after the harbour council "
        "approved the pier on Tuesday.",
    ),
    (
        "Post", "Pier of Porto Sul: residents protest", 23,
        "Residents of Porto Sul protested against the new pier that the harbour council approved on Tuesday. "
        "They want a park, not a pier for 6 million euros, they told mayor Ana Ruiz.",
    ),
)  # fmt: skip


def articles(*events: Sequence[tuple[str, str, int, str]]) -> list[Article]:
    """Articles of events, one of each in turn, as a folder may have them."""
    made = [
        Article(
            f"{title}\n\n{text}\n", outlet, path=f"/news/{outlet.lower()}.txt", title=title, outlet=outlet,
            published=date(2025, 3, day),
        )
        for event in events
        for outlet, title, day, text in event
    ]  # fmt: skip
    return sorted(made, key=lambda article: article.name)


@pytest.fixture(autouse=True)
def read_in_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own takes longer to start than all that these tests read."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("not here")

    monkeypatch.setattr(subprocess, "Popen", refuse)


@asynccontextmanager
async def listed(
    given: Sequence[Article] = (), unread: Sequence[Path] = (), size: tuple[int, int] = (120, 36)
) -> AsyncIterator[Pilot[None]]:
    """The program with its list of stories, all of them compared."""
    app = SeedreaderApp(given, "news", notebook_file, unread=[str(path) for path in unread])
    async with app.run_test(size=size) as pilot:
        await finished(pilot)
        yield pilot


async def finished(pilot: Pilot[None]) -> None:
    """Wait until the list is on the screen and all stories are compared."""
    app = app_of(pilot)
    await until(pilot, lambda: app.collection is not None and app.collection.stories.finished)
    await until(pilot, lambda: isinstance(app.screen, StoriesScreen))
    await pilot.pause()


def screen_of(pilot: Pilot[None]) -> StoriesScreen:
    """The list."""
    screen = pilot.app.screen
    assert isinstance(screen, StoriesScreen)
    return screen


def outlets(pilot: Pilot[None]) -> list[list[str]]:
    """The outlets of each story on the list."""
    collection = app_of(pilot).collection
    assert collection is not None
    return [[article.name for article in story.articles] for story in collection.stories.stories]
