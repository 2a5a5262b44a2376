"""Pictures of a story as SVG: sources × facts and sources × days. Each is imported when it is drawn."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from seedreader.report.pictures.grid import Grid
    from seedreader.report.values import StoryReport

PICTURES = {
    "matrix": "sources × facts: who says what, and who contradicts it",
    "timeline": "sources × days: who dates what on which day",
}
"""What each shows, by what the shell calls it: the name of its module, too."""


def standalone(story: StoryReport, name: str) -> str:
    """One of `PICTURES` as a file of its own."""
    from seedreader.report.pictures import grid

    return grid.draw(_grid(story, name), name, standalone=True)


def inline(story: StoryReport, name: str, id: str) -> str:
    """One of `PICTURES` to stand in a page that has `grid.DARK` among its styles; ``id`` begins its ids."""
    from seedreader.report.pictures import grid

    return grid.draw(_grid(story, name), id, standalone=False)


def _grid(story: StoryReport, name: str) -> Grid:
    return cast("Grid", import_module(f"{__name__}.{name}").grid(story))
