"""A picture of each screen and size. Look at a changed one before `pytest --snapshot-update`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from seedreader.ingest.files import load
from tests.ui.driving import reader, ready, shows, until

if TYPE_CHECKING:
    from collections.abc import Callable

    Compare = Callable[..., bool]

SIZES = [(80, 24), (120, 36), (200, 50)]
size = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")


async def at_a_claim(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("n", "n")


async def with_notes(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    for key, body in (("a", "Who counted them?"), ("t", "figures")):
        await pilot.press(key, *body, "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    await pilot.press("n")


async def writing(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("a", *"Who counted them?")


async def notes_list(pilot: Pilot[None]) -> None:
    await with_notes(pilot)
    await pilot.press("o")
    await until(pilot, lambda: shows(pilot, "Notes and tags · 2"))


async def help_screen(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("question_mark")
    await until(pilot, lambda: shows(pilot, "Keys and marks"))


async def opened(pilot: Pilot[None]) -> None:
    await ready(pilot)


async def jumped(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("n", "n", "enter")


SCREENS = {
    "opened": opened,
    "claim": at_a_claim,
    "jumped": jumped,
    "annotated": with_notes,
    "writing": writing,
    "notes": notes_list,
    "help": help_screen,
}


@size
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(snap_compare: Compare, seeds: list[Path], screen: str, size: tuple[int, int]) -> None:
    app = reader(load(seeds).articles)
    assert snap_compare(app, terminal_size=size, run_before=SCREENS[screen])


def test_a_terminal_made_too_small(snap_compare: Compare, seeds: list[Path]) -> None:
    assert snap_compare(reader(load(seeds).articles), terminal_size=(36, 8), run_before=opened)
