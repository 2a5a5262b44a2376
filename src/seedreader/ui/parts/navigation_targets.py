"""Where a screen leads when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from seedreader.session import StoryPassage

if TYPE_CHECKING:
    from seedreader.notebook.drafts import Draft
    from seedreader.notebook.resolver import ResolvedAnnotation
    from seedreader.session.find import FindResults, LocatedHit


class ResumeDraft(NamedTuple):
    """A draft to go on with, and where it is."""

    place: StoryPassage
    draft: Draft


class ReattachOrphan(NamedTuple):
    """An annotation that lost its words, to be put on others."""

    orphan: ResolvedAnnotation


class TrailStop(NamedTuple):
    """One of the trail's places, by its number."""

    number: int


NavigationTarget = StoryPassage | TrailStop | ResumeDraft | ReattachOrphan
"""Where the reader goes next."""


class FindResult(NamedTuple):
    """What the list of hits found, and where to go from it: to a hit, or else to a place, or nowhere."""

    finds: FindResults
    hit: LocatedHit | None = None
    place: StoryPassage | None = None
