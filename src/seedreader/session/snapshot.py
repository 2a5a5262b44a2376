"""Looking at a place without having gone there: what a search shows while it is typed."""

from __future__ import annotations

from typing import NamedTuple

from seedreader.article import Range
from seedreader.session.positions import StoryPassage
from seedreader.session.session import Session
from seedreader.session.source_state import index_at


class SessionSnapshot(NamedTuple):
    """Where a reader stands: the focus, the order and the hidden ones of the columns, and every cursor."""

    focus: int
    recent: tuple[int, ...]
    hidden: frozenset[int]
    cursors: tuple[Range, ...]


def snapshot(session: Session) -> SessionSnapshot:
    """Where the reader stands now."""
    columns = session.columns
    cursors = tuple(source.cursor for source in session.sources)
    return SessionSnapshot(session.focus, tuple(columns.recent), frozenset(columns.hidden), cursors)


def preview(session: Session, place: StoryPassage) -> None:
    """Show a place; neither the trail nor anything else remembers it."""
    session.focus = place.source
    session.here.cursor = (place.start, place.end)
    session.columns.focus(place.source)


def restore(session: Session, before: SessionSnapshot) -> None:
    """Stand where the reader stood."""
    session.focus = before.focus
    session.columns.recent = list(before.recent)
    session.columns.hidden = set(before.hidden)
    for source, cursor in zip(session.sources, before.cursors, strict=True):
        source.cursor = cursor


def sentence_at(session: Session, source: int, start: int, end: int) -> StoryPassage:
    """The sentence of a source in which a range begins; the range itself where none is known there."""
    sentences = session.sources[source].sentences
    if sentences:
        first, last = sentences[index_at(sentences, start)]
        if first <= start < last:
            return StoryPassage(source, first, last)
    return StoryPassage(source, start, end)
