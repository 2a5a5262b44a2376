"""A picture of the list of kept stories at each size."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.notebook import Notebook, version_of
from seedreader.notebook.story_model import SightedArticle, Sighting
from seedreader.ui.app import SeedreaderApp
from tests.ui.driving import notebook_file, shows, until
from tests.ui.test_snapshots import size

if TYPE_CHECKING:
    from collections.abc import Callable

    Compare = Callable[..., bool]

STORIES = {
    "North Korea – Russia": ("Independent", "American Military News", "Moscow Times", "Associated Press"),
    "Harbour pier": ("Harbour News", "Gazette"),
    "Mill closes in Porto Sul": ("Gazette",),
    "Flood in the north, spring 2024": ("Herald", "Weather Service", "Gazette"),
}


@pytest.fixture(autouse=True)
def the_same_moment_each_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("seedreader.notebook.shelf.utc_now", lambda: "2025-04-01T12:00:00.000000+00:00")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def fill() -> None:
    """Four stories: one was read, one is archived; the files of all are gone."""
    notebook = Notebook(notebook_file())
    for name, outlets in STORIES.items():
        articles = [
            Article(f"{outlet} tells of {name}.", outlet.lower(), f"/news/{name}/{outlet}.txt", name, outlet)
            for outlet in outlets
        ]
        notebook.shelf.keep(name, [SightedArticle(each, Sighting()) for each in articles], [f"/news/{name}"])
    stories = {story.name: story for story in notebook.shelf.stories()}
    korea, mill = stories["North Korea – Russia"], stories["Mill closes in Porto Sul"]
    notebook.shelf.keep_reading(korea, 3, 7)
    notebook.shelf.mark_read({version_of(f"Independent tells of {korea.name}.")})
    notebook.shelf.archive(mill)


async def listed(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: shows(pilot, "at their place"))
    await pilot.press("z", "G")
    await pilot.press("l", "j")


@size
def test_kept_stories(snap_compare: Compare, size: tuple[int, int]) -> None:
    fill()
    app = SeedreaderApp((), "kept stories", notebook_file, lists_kept=True)
    assert snap_compare(app, terminal_size=size, run_before=listed)
