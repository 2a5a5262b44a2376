"""A picture of the list of problems in each size. Look at a changed one before renewing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.pilot import Pilot

from tests.ui.driving import reader, ready, shows, until
from tests.ui.provenance import PROBLEMS, sources
from tests.ui.test_snapshots import size

if TYPE_CHECKING:
    from tests.ui.test_snapshots import Compare


@size
def test_problems(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def opened(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("exclamation_mark", "j", "j")
        await until(pilot, lambda: shows(pilot, "3 part lost"))

    assert snap_compare(reader(sources(), PROBLEMS), terminal_size=size, run_before=opened)


@size
def test_what_is_told_first(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(reader(sources(), PROBLEMS), terminal_size=size, run_before=ready)


@size
def test_none(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def opened(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: shows(pilot, "Nothing went wrong"))

    assert snap_compare(reader(sources()), terminal_size=size, run_before=opened)
