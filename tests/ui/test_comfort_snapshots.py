"""A picture of the reader in each theme, of the help, and of the line for beginners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from seedreader import settings
from seedreader.article import Article
from seedreader.session.ui_state import UiState
from seedreader.ui.app import SeedreaderApp
from tests.ui.driving import notebook_file, ready, shows, until
from tests.ui.test_snapshots import size, the_same_moment_each_time, with_notes

if TYPE_CHECKING:
    from tests.ui.test_snapshots import Compare

__all__ = ["the_same_moment_each_time"]

THEMES = settings.THEMES[1:]
"""Every theme but the usual one, which all other pictures show."""


def program(samples: tuple[Article, ...], theme: str = "dark", hinted: bool = True) -> SeedreaderApp:
    return SeedreaderApp(samples, "test story", notebook_file, theme=theme, habits=UiState(hinted=hinted))


async def at_an_annotated_claim(pilot: Pilot[None]) -> None:
    await with_notes(pilot)
    await pilot.press("c", "k")
    await until(pilot, lambda: not shows(pilot, "Highlighted"))


async def help_of_all(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("T")
    await until(pilot, lambda: shows(pilot, "Tags"))
    await pilot.press("question_mark")
    await until(pilot, lambda: shows(pilot, "Keys and marks · tags"))


async def looking_in_the_help(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("question_mark", "slash", *"claim")
    await until(pilot, lambda: shows(pilot, "Next claim"))


@pytest.mark.parametrize("theme", THEMES)
def test_the_reader(snap_compare: Compare, samples: tuple[Article, ...], theme: str) -> None:
    app = program(samples, theme)
    assert snap_compare(app, terminal_size=(120, 36), run_before=at_an_annotated_claim)


OTHERS = {"matrix": ("m", "Matrix"), "versions": ("V", "Versions"), "timeline": ("D", "Timeline")}


@pytest.mark.parametrize("theme", ["light", "high-contrast", "plain"])
@pytest.mark.parametrize("screen", OTHERS)
def test_the_other_screens(
    snap_compare: Compare, samples: tuple[Article, ...], screen: str, theme: str
) -> None:
    async def opened(pilot: Pilot[None]) -> None:
        key, heading = OTHERS[screen]
        await ready(pilot)
        await pilot.press("4", key)
        await until(pilot, lambda: shows(pilot, heading) and not shows(pilot, "Comparing"))

    assert snap_compare(program(samples, theme), terminal_size=(120, 36), run_before=opened)


@size
def test_the_line_for_beginners(
    snap_compare: Compare, samples: tuple[Article, ...], size: tuple[int, int]
) -> None:
    assert snap_compare(program(samples, hinted=False), terminal_size=size, run_before=ready)


@size
@pytest.mark.parametrize("state", [help_of_all, looking_in_the_help], ids=["tags", "looking"])
def test_help(
    snap_compare: Compare, samples: tuple[Article, ...], state: object, size: tuple[int, int]
) -> None:
    assert snap_compare(program(samples), terminal_size=size, run_before=state)
