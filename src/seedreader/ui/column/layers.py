"""What lies over an article's text, ready to be asked for any line of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from seedreader.article import RELATIONS, DateMention, Quantity, Range
from seedreader.session import SourceAnnotation, SourceState
from seedreader.ui.themes import marks
from seedreader.ui.themes.style_key import BOILERPLATE, TEXT, StyleKey
from seedreader.ui.widgets.range_set import NONE, RangeSet

if TYPE_CHECKING:
    from seedreader.notebook.resolver import ResolvedAnnotation


CONFLICT = "conflict"
QUOTATION_MARKS = re.compile('["“”„‟«»＂「」『』]')
BESIDE = 2
"""How far beside a claim the quotation marks around it may stand."""


class Layers(NamedTuple):
    """Boilerplate, claims with their relations, the figures and dates in them, and annotated ranges.

    ``relations`` holds one entry for each range of ``claims``; ``begins`` where each annotation begins, with
    its mark, in order; ``highlights`` the ranges of each colour; ``speakers`` whom claims are ascribed to;
    ``quoted`` the claims that quote; ``conflicts`` and ``noted`` where conflicts and annotations begin;
    ``unmatched`` is the mark of a claim without a relation.
    """

    boilerplate: RangeSet
    claims: RangeSet
    relations: tuple[str | None, ...]
    figures: RangeSet
    annotated: RangeSet
    begins: tuple[tuple[int, str], ...] = ()
    highlights: Mapping[str, RangeSet] = MappingProxyType({})
    speakers: RangeSet = NONE
    quoted: RangeSet = NONE
    conflicts: Sequence[int] = ()
    noted: Sequence[int] = ()
    unmatched: str = marks.MARKS[None]

    def beginning(self, start: int, end: int) -> list[str]:
        """The marks of the annotations that begin in ``[start, end)``."""
        first, last = (bisect_left(self.begins, at, key=lambda begin: begin[0]) for at in (start, end))
        return [mark for _, mark in self.begins[first:last]]


NOTHING = Layers(NONE, NONE, (), NONE, NONE)


class Overlay(NamedTuple):
    """What moves over a text with the reader: the cursor, the matching passage, the find's hits.

    ``found`` is the hit at which the reader stands.
    """

    cursor: Range | None = None
    match: Range | None = None
    finds: RangeSet = NONE
    found: Range | None = None


def build_decorations(source: SourceState, plain: bool, tag_colours: Mapping[str, str]) -> Layers:
    """The layers over a source; ``plain`` leaves the boilerplate as it is.

    Highlights are painted, and tags that have a colour. The claims are those that the reader's filter lets
    through; ones that overlap are shown as one, with the most telling of their relations.
    """
    visible_claims = [source.claims[i] for i in source.visible_claims]
    claims = RangeSet((c.start, c.end) for c in visible_claims)
    shown: list[str | None] = [None] * len(claims.starts)
    for i in source.visible_claims:
        index, relation = claims.at(source.claims[i].start), source.supports[i].relation
        if index is not None:
            shown[index] = min(shown[index], relation, key=(*RELATIONS, None).index)
    figures = [
        (found.start, found.end)
        for claim in visible_claims
        for found in chain[Quantity | DateMention](claim.quantities, claim.dates)
    ]
    painted = defaultdict[str, list[Range]](list)
    for standing in source.annotations:
        if colour := _colour(standing.placed, tag_colours):
            painted[colour] += standing.spot.ranges
    begins = sorted((a.spot.start, _mark(a)) for a in source.annotations)
    return Layers(
        boilerplate=RangeSet() if plain else RangeSet((s.start, s.end) for s in source.boilerplate),
        claims=claims,
        relations=tuple(shown),
        figures=RangeSet(figures),
        annotated=RangeSet(
            span for a in source.annotations if a.placed.kind in ("note", "tag") for span in a.spot.ranges
        ),
        begins=tuple(begins),
        highlights={colour: RangeSet(spans) for colour, spans in painted.items()},
        speakers=RangeSet((c.speaker.start, c.speaker.end) for c in visible_claims if c.speaker),
        quoted=RangeSet((c.start - BESIDE, c.end + BESIDE) for c in visible_claims if "quote" in c.kinds),
        conflicts=[
            start for start, relation in zip(claims.starts, shown, strict=True) if relation == CONFLICT
        ],
        noted=[start for start, _ in begins],
        unmatched=marks.MARKS[None] if source.compared else marks.UNCOMPARED,
    )


def _colour(placed: ResolvedAnnotation, tag_colours: Mapping[str, str]) -> str | None:
    if placed.kind == "highlight":
        return placed.body
    return tag_colours.get(placed.body) if placed.kind == "tag" else None


def _mark(standing: SourceAnnotation) -> str:
    unsure = standing.placed.state == "uncertain"
    return marks.UNSURE if unsure else marks.kind_mark(standing.placed.kind)


Stretch = tuple[int, int, StyleKey]
"""A range of one look."""


def looks(layers: Layers, text: str, start: int, end: int, over: Overlay) -> list[Stretch]:
    """Cut ``[start, end)`` of a text into stretches of one look each; together they are exactly the range."""
    edges = {start, end}
    for ranges in (
        layers.boilerplate,
        layers.claims,
        layers.figures,
        layers.annotated,
        layers.speakers,
        *layers.highlights.values(),
    ):
        edges.update(ranges.edges(start, end))
    for extra in (over.cursor, over.match):
        if extra is not None:
            edges.update(edge for edge in extra if start < edge < end)
    quotes = _quotation_marks(layers, text, start, end)
    for at in quotes:
        edges.update(edge for edge in (at, at + 1) if edge < end)
    ordered = sorted(edges)
    stretches = [(a, b, _look(layers, a, over, quotes)) for a, b in pairwise(ordered)]
    if stretches and over.finds.touch(start, end):
        stretches = [*_with_hits(stretches, over.finds)]
    return [*_with_found(stretches, over.found)] if over.found is not None else stretches


def _with_hits(stretches: Sequence[Stretch], finds: RangeSet) -> Iterator[Stretch]:
    """Stretches that follow each other, cut where hits begin and end: of one letter each may have several."""
    starts, ends = finds.starts, finds.ends
    index = bisect_right(ends, stretches[0][0])
    for begin, end, look in stretches:
        at, hit = begin, look._replace(find=True)
        while index < len(starts) and starts[index] < end:
            first, last = max(at, starts[index]), min(end, ends[index])
            if at < first:
                yield at, first, look
            yield first, last, hit
            at = last
            if ends[index] > end:
                break
            index += 1
        if at < end:
            yield at, end, look


def _with_found(stretches: Sequence[Stretch], found: Range) -> Iterator[Stretch]:
    """Stretches cut where the hit begins and ends at which the reader stands."""
    for begin, end, look in stretches:
        edges = {begin, end, *(edge for edge in found if begin < edge < end)}
        for a, b in pairwise(sorted(edges)):
            yield a, b, look._replace(found=True) if _holds(found, a) else look


def _quotation_marks(layers: Layers, text: str, start: int, end: int) -> Collection[int]:
    """Where quotation marks stand in what claims quote."""
    if not layers.quoted.touch(start, end):
        return ()
    marks = (mark.start() for mark in QUOTATION_MARKS.finditer(text, start, end))
    return {at for at in marks if layers.quoted.at(at) is not None}


def _look(layers: Layers, at: int, over: Overlay, quotes: Collection[int]) -> StyleKey:
    claim = layers.claims.at(at)
    tone: str | None = TEXT
    if layers.boilerplate.at(at) is not None:
        tone = BOILERPLATE
    elif claim is not None:
        tone = layers.relations[claim]
    return StyleKey(
        tone=tone,
        figure=claim is not None and layers.figures.at(at) is not None,
        voice=at in quotes or layers.speakers.at(at) is not None,
        noted=layers.annotated.at(at) is not None,
        cursor=_holds(over.cursor, at),
        match=_holds(over.match, at),
        colour=next(
            (colour for colour, spans in layers.highlights.items() if spans.at(at) is not None), None
        ),
    )


def _holds(span: Range | None, at: int) -> bool:
    return span is not None and span[0] <= at < span[1]
