"""A picture of finding and copying at each size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.ui.parts import clipboard
from seedreader.ui.parts.clipboard import CopyOutcome
from tests.ui.driving import paste, reader, ready, send, shows, until
from tests.ui.test_snapshots import size

if TYPE_CHECKING:
    from tests.ui.test_snapshots import Compare


async def typing(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("slash")
    await paste(pilot, "north korea")
    await pilot.press("down")


async def kept(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("slash")
    await paste(pilot, "soldiers")
    await pilot.press("enter", "full_stop", "full_stop")


async def with_typos(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("slash")
    await paste(pilot, "~balistic missile")


async def hits(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("n", "a")
    await send(pilot, *"Counted by whom?", "enter")
    await until(pilot, lambda: shows(pilot, "Saved."))
    await pilot.press("slash")
    await paste(pilot, "~counted")
    await pilot.press("tab")
    await until(pilot, lambda: shows(pilot, "Counted by whom?"))
    await pilot.press("j")


async def nothing(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("slash")
    await paste(pilot, "zebra crossing")
    await pilot.press("enter")


async def copied(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("n", "W")
    await until(pilot, lambda: shows(pilot, "Copied with"))


SCREENS = {
    "typing": typing,
    "kept": kept,
    "typos": with_typos,
    "hits": hits,
    "nothing": nothing,
    "copied": copied,
}


@size
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(
    snap_compare: Compare,
    samples: tuple[Article, ...],
    screen: str,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clipboard, "copy", lambda *_: CopyOutcome("Copied with a program."))
    assert snap_compare(reader(samples), terminal_size=size, run_before=SCREENS[screen])
