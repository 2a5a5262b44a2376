"""The values that a session speaks in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from seedreader.notebook.carrying import Placed, Spot


class Place(NamedTuple):
    """A passage of one source: the source's index in the story, and the range."""

    source: int
    start: int
    end: int


class Standing(NamedTuple):
    """An annotation with its spot in one source."""

    placed: Placed
    spot: Spot
