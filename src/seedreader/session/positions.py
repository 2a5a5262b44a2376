"""The values that a session speaks in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from seedreader.notebook.resolver import ResolvedAnnotation, ResolvedTarget


class StoryPassage(NamedTuple):
    """A passage of one source: the source's index in the story, and the range."""

    source: int
    start: int
    end: int


class JudgedPair(NamedTuple):
    """Two passages to judge, and how they stand to each other so far; None: they are not linked.

    ``by_hand``: exactly these two are to be linked, whatever was said of others that they share words with.
    """

    a: StoryPassage
    b: StoryPassage
    relation: str | None
    by_hand: bool = False


class SourceAnnotation(NamedTuple):
    """An annotation with its spot in one source."""

    placed: ResolvedAnnotation
    spot: ResolvedTarget
