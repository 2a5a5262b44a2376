"""Where the other screens lead in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from seedreader.session import Place

if TYPE_CHECKING:
    from seedreader.notebook.drafts import Draft
    from seedreader.notebook.resolver import ResolvedAnnotation


class Unfinished(NamedTuple):
    """A draft to go on with, and where it is."""

    place: Place
    draft: Draft


class Homeless(NamedTuple):
    """An annotation that lost its words, to be put on others."""

    orphan: ResolvedAnnotation


class Stop(NamedTuple):
    """One of the trail's places, by its number."""

    number: int


Goal = Place | Stop | Unfinished | Homeless
"""Where the reader goes next."""
