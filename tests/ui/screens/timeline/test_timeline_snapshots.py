"""A picture of the Timeline screen in each state and size. Look at a changed one before renewing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.ui.screens.timeline.timeline_screen import TimelineScreen
from tests.ui.driving import reader, ready, shows, until
from tests.ui.test_snapshots import size

if TYPE_CHECKING:
    from tests.ui.test_snapshots import Compare


async def opened(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("D")
    await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen) and pilot.app.screen.shown)
    await until(pilot, lambda: shows(pilot, "Timeline · "))


async def at_a_day_that_words_give(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("slash", *"kind", "colon", *"told", "enter", "escape")
    await until(pilot, lambda: shows(pilot, "by its words"))


async def by_years(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("z", "g", "n")


async def filtering(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("slash", *"year", "colon", *"2024")


async def one_source_whole(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("5", "v")


STATES = {
    "opened": opened,
    "told": at_a_day_that_words_give,
    "years": by_years,
    "filtering": filtering,
    "whole": one_source_whole,
}


@size
@pytest.mark.parametrize("state", STATES)
def test_screen(
    snap_compare: Compare, samples: tuple[Article, ...], state: str, size: tuple[int, int]
) -> None:
    app = reader(samples)
    assert snap_compare(app, terminal_size=size, run_before=STATES[state])
