"""Blocks as one text, with what the format says of its ranges."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from seedreader.article import Structure
from seedreader.ingest.html.block import LINE, Block, Box

MOST_HIDDEN = 0.5
"""Share of a page's characters that may be hidden; where more is, a script was to show the page, and did not
run when it was saved."""


class Text(NamedTuple):
    """What a page or a piece of markup shows, and the ranges of it that the format says something of."""

    text: str
    structure: tuple[Structure, ...]


def assemble(
    found: Sequence[Block], beside: Sequence[tuple[int, str]] = (), untold: Collection[str] = ()
) -> Text:
    """The text of blocks: paragraphs apart by a blank line, lines and entries of lists by a line break.

    ``beside`` is what a page's layout tells of blocks: the place of one in ``found``, and a kind.
    ``untold`` are
    kinds that an element's word is not taken for; that of a header with a heading in it never is, since
    that may
    be the headline.
    """
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for block in found:
        if parts:
            gap = "\n" if block.apart == LINE else "\n\n"
            parts.append(gap)
            at += len(gap)
        starts.append(at)
        parts.append(block.text)
        at += len(block.text)
    told = [each for each in _of_boxes(found, starts) if each.kind not in untold]
    headings = [each.start for each in told if each.kind == "heading"]
    told = [each for each in told if each.kind != "header" or not _holds(headings, each)]
    told += _runs(found, starts, beside)
    for block, start in zip(found, starts, strict=True):
        size = len(block.text)
        told += [
            Structure(start + each.start, start + min(each.end, size), each.kind)
            for each in block.inline
            if each.start < size
        ]
    seen = [each for each in told if each.kind != "hidden" or each.end - each.start <= MOST_HIDDEN * at]
    return Text("".join(parts), tuple(sorted(set(seen), key=lambda each: (each.start, -each.end, each.kind))))


def _holds(places: Sequence[int], each: Structure) -> bool:
    """Whether one of the places, which are in order, is in a range."""
    at = bisect_left(places, each.start)
    return at < len(places) and places[at] < each.end


def _runs(
    found: Sequence[Block], starts: Sequence[int], beside: Sequence[tuple[int, str]]
) -> Iterator[Structure]:
    """What is told of blocks, those of one kind that follow one another as one range."""
    for (kind, _), run in groupby(enumerate(beside), key=lambda each: (each[1][1], each[1][0] - each[0])):
        places = [i for _, (i, _) in run]
        yield Structure(starts[places[0]], starts[places[-1]] + len(found[places[-1]].text), kind)


def _of_boxes(found: Sequence[Block], starts: Sequence[int]) -> list[Structure]:
    """What the boxes say: each from its first block to its last one."""
    over: dict[Box, list[Box]] = {}
    ranges: dict[Box, list[int]] = {}
    for block, start in zip(found, starts, strict=True):
        end = start + len(block.text)
        for box in _telling(block.box, over):
            ranges.setdefault(box, [start, end])[1] = end
    return [Structure(start, end, box.kind) for box, (start, end) in ranges.items()]


def _telling(box: Box, known: dict[Box, list[Box]]) -> list[Box]:
    """A box and those that it lies in, of which the format says something."""
    way = []
    at: Box | None = box
    while at is not None and at not in known:
        way.append(at)
        at = at.parent
    found = known[at] if at is not None else []
    for each in reversed(way):
        found = [*found, each] if each.kind else found
        known[each] = found
    return found
