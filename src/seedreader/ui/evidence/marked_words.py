"""Text with the words that differ marked, cut to some rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rich.style import Style

from seedreader.article import Range
from seedreader.text.sanitize import UNUSUAL
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.wrap_runs import wrapped

BEFORE = 24
"""Characters kept before the first marked words of a text that is cut at its beginning."""


class MarkedRanges(NamedTuple):
    """Ranges of a text that are drawn in a style of their own; where they overlap the first holds."""

    ranges: Sequence[Range]
    style: Style


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"\s+")


def runs(text: str, plain: Style, *marks: MarkedRanges) -> Row:
    """The text in stretches of one style each, its white space as single spaces; not made safe."""
    edges = {0, len(text)}
    for mark in marks:
        edges.update(min(edge, len(text)) for span in mark.ranges for edge in span)
    if len(edges) < 3:
        return [(_space().sub(" ", text), _style(0, plain, marks))]
    return [
        (_space().sub(" ", text[start:end]), _style(start, plain, marks))
        for start, end in pairwise(sorted(edges))
    ]


def _style(at: int, plain: Style, marks: Sequence[MarkedRanges]) -> Style:
    for mark in marks:
        for start, end in mark.ranges:
            if start <= at < end:
                return mark.style
    return plain


def rows(text: str, width: int, most: int, plain: Style, *marks: MarkedRanges) -> list[Row]:
    """The text in at most ``most`` rows of ``width`` cells, the last cell for an ellipsis where it is cut.

    One row alone begins with an ellipsis too, if the first marked words would not be seen otherwise.
    """
    if width < 2 or most < 1:
        return []
    if len(text) < width and not UNUSUAL.search(text):
        return [runs(text, plain, *marks)]
    begin = _beginning(text, width, marks) if most == 1 else 0
    end = min(len(text), begin + (width + 1) * (most + 1))
    shifted = (
        MarkedRanges([(max(0, a - begin), max(0, b - begin)) for a, b in m.ranges], m.style) for m in marks
    )
    shown = runs(text[begin:end], plain, *shifted)
    found = wrapped([("… ", plain), *shown] if begin else shown, width - 1)
    if len(found) <= most and end == len(text):
        return found
    return [*found[: most - 1], [*found[:most][-1], ("…", plain)]] if found else []


def _beginning(text: str, width: int, marks: Sequence[MarkedRanges]) -> int:
    """Where to begin for the first marked words to be seen in one row."""
    first = min((span[0] for mark in marks for span in mark.ranges), default=0)
    before = min(BEFORE, width // 3)
    if first < width - before or len(text) < width:
        return 0
    return text.find(" ", max(0, first - before), first) + 1 or first
