"""A picture of the matrix in each state and size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.ui.open_story import OpenStory
from seedreader.ui.screens.matrix.matrix_screen import MatrixScreen
from tests.ui.driving import app_of, reader, ready, send, shows, until
from tests.ui.filled import Put, fill
from tests.ui.screens.matrix.test_matrix import story
from tests.ui.test_snapshots import size

if TYPE_CHECKING:
    Compare = Callable[..., bool]

WIRE = (
    "The river Oda rose by 3 metres overnight and 120 families left their homes in Bergen, the council said. "
    "Schools in the valley stay closed until Thursday, and trains to the coast stand still.\n"
)


def with_a_reprint() -> list[Article]:
    """Three reports of one flood, a wire story, and its reprint."""
    first, *others = story()
    wire = [
        replace(first, name=name, path=f"{name}.txt", source=None, text=WIRE) for name in ("Wire", "Gazette")
    ]
    return [first, *others, *wire]


async def opened(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("m")
    await until(pilot, lambda: isinstance(pilot.app.screen, MatrixScreen) and pilot.app.screen.items)


async def held(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("r", "l")


async def filtering(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("slash")
    await send(pilot, *"origins>=2")


async def whole(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("v")


async def fitting_nothing(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("slash")
    await send(pilot, *"volcano", "enter")


async def judged(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: app_of(pilot).session.placed)
    await opened(pilot)


STATES = {"opened": opened, "held": held, "filtering": filtering, "whole": whole}


@size
@pytest.mark.parametrize("state", STATES)
def test_state(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(reader(with_a_reprint()), terminal_size=size, run_before=STATES[state])


def test_a_verdict(snap_compare: Compare) -> None:
    articles = with_a_reprint()
    fill([Put(articles[0], "14 people", "verdict", "agree", (articles[1], "At least 19 people"))])
    assert snap_compare(reader(articles), terminal_size=(80, 24), run_before=judged)


def test_a_filter_that_nothing_fits(snap_compare: Compare) -> None:
    assert snap_compare(reader(with_a_reprint()), terminal_size=(80, 24), run_before=fitting_nothing)


@size
def test_samples(snap_compare: Compare, samples: tuple[Article, ...], size: tuple[int, int]) -> None:
    assert snap_compare(reader(samples), terminal_size=size, run_before=opened)


def test_before_the_analysis(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    async def waiting(pilot: Pilot[None]) -> None:
        await pilot.press("m")
        await until(pilot, lambda: shows(pilot, "Reading the sources …"))

    monkeypatch.setattr(OpenStory, "_read", lambda _: None)
    assert snap_compare(reader(with_a_reprint()), terminal_size=(80, 24), run_before=waiting)


def test_on_the_smallest_screen(snap_compare: Compare) -> None:
    assert snap_compare(reader(with_a_reprint()), terminal_size=(40, 12), run_before=opened)
