"""A picture of a column's states. Look at a changed one before `pytest --snapshot-update`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.pilot import Pilot

from seedreader.article import Article
from tests.ui.driving import app_of, reader, ready, shows, until
from tests.ui.test_snapshots import size, the_same_moment_each_time

if TYPE_CHECKING:
    from tests.ui.test_snapshots import Compare

__all__ = ["the_same_moment_each_time"]


async def folded(pilot: Pilot[None]) -> None:
    """At a claim, with the boilerplate folded."""
    await ready(pilot)
    await pilot.press("n", "n", "d")
    await until(pilot, lambda: shows(pilot, "Boilerplate folded"))


async def on_a_fold(pilot: Pilot[None]) -> None:
    """The cursor on boilerplate that is folded under it."""
    await ready(pilot)
    await pilot.press("g", "d")
    await until(pilot, lambda: shows(pilot, "Boilerplate folded"))


async def plain(pilot: Pilot[None]) -> None:
    await folded(pilot)
    await pilot.press("d")
    await until(pilot, lambda: shows(pilot, "Boilerplate plain"))


async def dragged(pilot: Pilot[None]) -> None:
    """Characters selected with the mouse, over some lines."""
    await ready(pilot)
    await pilot.press("n", "n")
    pane = app_of(pilot).reader.panes[0]
    here = partial(pilot._post_mouse_events, widget=pane, button=1)
    await here([events.MouseMove, events.MouseDown], offset=(9, 5))
    await here([events.MouseMove, events.MouseUp], offset=(14, 8))
    await pilot.pause()


STATES = {"folded": folded, "on_a_fold": on_a_fold, "plain": plain, "dragged": dragged}


@size
@pytest.mark.parametrize("state", STATES)
def test_column(
    snap_compare: Compare, samples: tuple[Article, ...], state: str, size: tuple[int, int]
) -> None:
    assert snap_compare(reader(samples), terminal_size=size, run_before=STATES[state])
