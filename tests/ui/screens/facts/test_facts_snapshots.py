"""A picture of what a source is, in each size. Look at a changed one before renewing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from tests.ui.driving import reader, ready, send, shows, until
from tests.ui.provenance import sources
from tests.ui.test_snapshots import size

if TYPE_CHECKING:
    from tests.ui.test_snapshots import Compare


async def opened(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("E")
    await until(pilot, lambda: shows(pilot, "version of"))


async def corrected(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("o", "ctrl+u")
    await send(pilot, *"Harbour Bell", "enter")
    await until(pilot, lambda: shows(pilot, "u takes it back"))


async def writing(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("d", "ctrl+u")
    await send(pilot, *"soon", "enter")
    await until(pilot, lambda: shows(pilot, "is no day"))


@size
@pytest.mark.parametrize("state", [opened, corrected, writing], ids=lambda state: state.__name__)
def test_screen(snap_compare: Compare, state: object, size: tuple[int, int]) -> None:
    assert snap_compare(reader(sources()), terminal_size=size, run_before=state)
