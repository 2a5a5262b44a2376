"""A picture of the list of stories at each size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.pilot import Pilot

from seedreader.ui.app import SeedreaderApp
from tests.ui.driving import notebook_file
from tests.ui.screens.stories.two_events import FERRY, PIER, articles, finished, read_in_a_thread
from tests.ui.test_snapshots import size

if TYPE_CHECKING:
    from tests.ui.test_snapshots import Compare

__all__ = ["read_in_a_thread"]


async def unfolded(pilot: Pilot[None]) -> None:
    await finished(pilot)
    await pilot.press("j", "l", "j", "t")


@size
def test_stories(snap_compare: Compare, size: tuple[int, int]) -> None:
    app = SeedreaderApp(articles(FERRY, PIER), "news", notebook_file)
    assert snap_compare(app, terminal_size=size, run_before=unfolded)
