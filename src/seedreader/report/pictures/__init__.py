"""Pictures of a story as SVG: sources × facts, and sources × days. Each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from seedreader.report.pictures import grid, matrix, timeline
from seedreader.report.pictures.grid import Grid
from seedreader.report.values import StoryReport

PICTURES: dict[str, Callable[[StoryReport], Grid]] = {"matrix": matrix.grid, "timeline": timeline.grid}
"""What each shows, by what the shell calls it."""


def standalone(story: StoryReport, name: str) -> str:
    """One of `PICTURES` as a file of its own."""
    return grid.draw(PICTURES[name](story), name, standalone=True)


def inline(story: StoryReport, name: str, id: str) -> str:
    """One of `PICTURES` to stand in a page that has `grid.DARK` among its styles; ``id`` begins its ids."""
    return grid.draw(PICTURES[name](story), id, standalone=False)
