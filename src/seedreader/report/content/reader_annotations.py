"""What the reader's notebook says of a story: notes and tags, verdicts, corrections; who said it and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from seedreader.article import REJECTED, RELATIONS, Link, Passage, Range
from seedreader.report.content.quoting import Quoting, gone
from seedreader.report.values import Corrected, Judgement, Note, PassageNotes, Quote, Signed
from seedreader.story import Story
from seedreader.story.verdicts import one_passage

if TYPE_CHECKING:
    # the notebook's room is imported where there is a notebook
    from seedreader.notebook.resolver import ResolvedAnnotation, ResolvedTarget

ON_PASSAGES = ("note", "tag", "highlight")
"""Kinds of annotations that are shown with the passage that they are on."""


class NotedHere(NamedTuple):
    """An annotation, and which articles of the story its passages are in, from 0; None: one elsewhere."""

    placed: ResolvedAnnotation
    source: int | None
    other: int | None

    @property
    def by(self) -> Signed:
        """Who made it, and the day of its last change where the reader lives."""
        return Signed(self.placed.annotation.author, _day(self.placed.annotation.changed))


@dataclass(frozen=True, eq=False)
class Judged:
    """A verdict, and its two passages where both are in the story."""

    judgement: Judgement
    ends: tuple[Passage, Passage] | None

    def is_on(self, link: Link) -> bool:
        """Whether the verdict speaks of a link, in either direction."""
        if self.ends is None:
            return False
        return any(
            _same(one, a) and _same(two, b)
            for (one, two) in (self.ends, self.ends[::-1])
            for a, b in ((link.a, link.b),)
        )


def of_story(placed: Sequence[ResolvedAnnotation], here: Mapping[int, int]) -> tuple[NotedHere, ...]:
    """The annotations on a story, in the order of their last change.

    ``here`` gives the place in the story of an article by its place among all, in which they are ``placed``.
    """
    found = []
    for each in sorted(placed, key=lambda each: (each.annotation.changed, each.annotation.id)):
        source, other = (
            here.get(spot.source) if spot is not None and spot.source is not None else None
            for spot in (each.here, each.there)
        )
        if source is not None or other is not None:
            found.append(NotedHere(each, source, other))
    return tuple(found)


def passages(noted: Sequence[NotedHere], quoting: Quoting) -> tuple[PassageNotes, ...]:
    """Passages with notes, tags and highlights, in reading order; those whose words are gone come last."""
    groups: dict[tuple[int, tuple[Range, ...], str], list[NotedHere]] = {}
    for each in noted:
        if each.placed.kind in ON_PASSAGES and each.source is not None:
            spot = each.placed.here
            words = "" if spot.ranges else each.placed.annotation.target.quote
            groups.setdefault((each.source, spot.ranges, words), []).append(each)
    ordered = sorted(groups.items(), key=lambda item: (not item[0][1], item[0]))
    return tuple(_passage(source, group, quoting) for (source, _, _), group in ordered)


def judgements(noted: Sequence[NotedHere], story: Story, quoting: Quoting) -> tuple[Judged, ...]:
    """The verdicts in the order in which they were given; of several on the same two passages the last."""
    found: dict[tuple[object, ...], Judged] = {}
    for each in noted:
        placed = each.placed
        if placed.there is None or placed.body not in (*RELATIONS, REJECTED):
            continue
        ends = ((each.source, placed.here), (each.other, placed.there))
        first, second = placed.annotation.target, placed.annotation.other
        a = _words(each.source, placed.here, first.quote, quoting)
        b = _words(each.other, placed.there, second.quote if second else "", quoting)
        here = [
            Passage(story.articles[source], spot.start, spot.end)
            for source, spot in ends
            if source is not None and spot.ranges
        ]
        both = (here[0], here[1]) if len(here) == 2 else None
        by_hand = both is not None and placed.body != REJECTED and _is_by_hand(both, story)
        key = tuple(sorted((quote.source, quote.start, quote.end, quote.text) for quote in (a, b)))
        found[key] = Judged(Judgement(placed.body, each.by, a, b, by_hand), both)
    return tuple(found.values())


def corrections(noted: Sequence[NotedHere], quoting: Quoting) -> tuple[Corrected, ...]:
    """What the reader said that passages are, in the order in which it was said."""
    return tuple(
        Corrected(
            each.placed.kind, each.placed.body, _words(each.source, spot, target.quote, quoting), each.by
        )
        for each in noted
        if each.placed.kind not in (*ON_PASSAGES, "verdict") and each.source is not None
        for spot, target in ((each.placed.here, each.placed.annotation.target),)
    )


def _passage(source: int, group: Sequence[NotedHere], quoting: Quoting) -> PassageNotes:
    first = group[0].placed
    return PassageNotes(
        _words(source, first.here, first.annotation.target.quote, quoting),
        first.here.state,
        tuple(Note(each.placed.body, each.by) for each in group if each.placed.kind == "note"),
        tuple(dict.fromkeys(each.placed.body for each in group if each.placed.kind == "tag")),
        tuple(dict.fromkeys(each.placed.body for each in group if each.placed.kind == "highlight")),
        tuple(dict.fromkeys(figures for each in group for figures in each.placed.here.figures)),
    )


def _words(source: int | None, spot: ResolvedTarget, quoted: str, quoting: Quoting) -> Quote:
    """The passage as it stands; what was quoted of it, where it stands nowhere here."""
    if source is None or not spot.ranges:
        return gone(quoted, 0 if source is None else source + 1)
    if len(spot.ranges) == 1:
        return quoting.quote(source, spot.start, spot.end)
    parts = [quoting.quote(source, start, end) for start, end in spot.ranges]
    words = tuple(
        part._replace(text=f"{' … ' if i and not j else ''}{part.text}")
        for i, each in enumerate(parts)
        for j, part in enumerate(each.words)
    )
    return parts[0]._replace(end=spot.end, words=words, ended=parts[-1].ended)


def _is_by_hand(ends: tuple[Passage, Passage], story: Story) -> bool:
    """Whether the reader's word alone links two passages: nothing that is computed does."""
    computed = story.with_verdicts(()).links
    return not any(
        _same(one, link.a) and _same(two, link.b) for link in computed for one, two in (ends, ends[::-1])
    )


def _same(one: Passage, other: Passage) -> bool:
    if one.article is not other.article:
        return False
    return one_passage(one.article, (one.start, one.end), (other.start, other.end))  # type: ignore[arg-type]


def _day(stamp: str) -> date | None:
    """The day of a stored time, as the reader's clock has it."""
    try:
        return datetime.fromisoformat(stamp).astimezone().date()
    except (ValueError, OverflowError):
        return None
