"""Pictures of the Versions screen. Look at a changed one before `pytest --snapshot-update`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from tests.stories import articles
from tests.ui.driving import reader, ready
from tests.ui.screens.versions.test_versions import NEW, OLD, opened
from tests.ui.test_snapshots import size

if TYPE_CHECKING:
    from collections.abc import Callable

    Compare = Callable[..., bool]

STATES = {
    "folded": ("n",),
    "unfolded": ("e", "n", "n", "tab"),
    "one column": ("u", "n"),
    "unlike": ("2", "n"),
}
FISH = "Fish swam in the bay. Nobody saw them, the harbour master said. It rained for two weeks.\n"


@size
@pytest.mark.parametrize("state", STATES)
def test_versions(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    async def compared(pilot: Pilot[None]) -> None:
        await ready(pilot)
        screen = await opened(pilot)
        for key in STATES[state]:
            await pilot.press(key)
            while screen.versions is None or not screen.items:
                await pilot.pause()

    app = reader(articles(OLD, FISH, NEW))
    assert snap_compare(app, terminal_size=size, run_before=compared)
