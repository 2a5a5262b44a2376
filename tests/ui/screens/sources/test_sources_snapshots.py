"""A picture of the Sources screen in each state and size. Look at a changed one before renewing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.ui.screens.sources.sources_screen import SourcesScreen
from tests.ui.driving import reader, ready, shows, until
from tests.ui.provenance import sources
from tests.ui.test_snapshots import size

if TYPE_CHECKING:
    from tests.ui.test_snapshots import Compare


async def opened(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("s")
    await until(pilot, lambda: isinstance(pilot.app.screen, SourcesScreen) and pilot.app.screen.shown)
    await until(pilot, lambda: shows(pilot, "Sources · "))


async def doubted(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("5")


async def sorted_and_whole(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("S", "S", "v")


async def filtering(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("slash", *"is", "colon", *"shared")


STATES = {"opened": opened, "doubted": doubted, "whole": sorted_and_whole, "filtering": filtering}


@size
def test_where_each_came_from(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def chosen(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("1")

    assert snap_compare(reader(sources()), terminal_size=size, run_before=chosen)


@size
def test_a_text_that_is_marked(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def chosen(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("4")

    assert snap_compare(reader(sources()), terminal_size=size, run_before=chosen)


@size
def test_marks_in_the_reader(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def at_the_excerpt(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("3")

    assert snap_compare(reader(sources()), terminal_size=size, run_before=at_the_excerpt)


@size
@pytest.mark.parametrize("state", STATES)
def test_screen(
    snap_compare: Compare, samples: tuple[Article, ...], state: str, size: tuple[int, int]
) -> None:
    app = reader(samples)
    assert snap_compare(app, terminal_size=size, run_before=STATES[state])
