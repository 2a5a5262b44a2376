"""The reader's corrections and verdicts in the notebook, as the analysis takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from seedreader.article import CORRECTIONS, RELATIONS, Article, Correction, Passage, Range, Verdict

if TYPE_CHECKING:
    from seedreader.notebook.carrying import Placed, Spot

Corrections = dict[Article, tuple[Correction, ...]]
"""For each corrected article what the reader said of its passages, the last word last."""

_REJECTED = "none"


def corrections(placed: Sequence[Placed], articles: Sequence[Article]) -> Corrections:
    """What the reader says passages are; what is not surely in its place waits to be confirmed."""
    found: Corrections = {}
    for each in _in_time(placed):
        if each.kind in CORRECTIONS and each.here.source is not None:
            article = articles[each.here.source]
            said = tuple(Correction(start, end, each.kind) for start, end in each.here.ranges)
            found[article] = (*found.get(article, ()), *said)
    return found


def verdicts(placed: Sequence[Placed], articles: Sequence[Article]) -> tuple[Verdict, ...]:
    """How the reader says passages stand to each other, the last word last."""
    return tuple(
        Verdict(_passage(each.here, articles), _passage(each.there, articles), _relation(each.body))
        for each in _in_time(placed)
        if each.there is not None and each.body in (*RELATIONS, _REJECTED)
        if each.here.source is not None and each.there.source is not None
    )


def verdict_on(placed: Sequence[Placed], a: tuple[int, Range], b: tuple[int, Range]) -> Placed | None:
    """The newest verdict on these two passages, each a source's index and a range, in either order."""
    for each in reversed(list(_in_time(placed))):
        if each.there is not None:
            ends = (each.here, each.there)
            if any(_is_on(one, a) and _is_on(two, b) for one, two in (ends, ends[::-1])):
                return each
    return None


def _in_time(placed: Sequence[Placed]) -> Iterator[Placed]:
    sure = (each for each in placed if each.state not in ("uncertain", "orphan"))
    return iter(sorted(sure, key=lambda each: each.annotation.changed))


def _passage(spot: Spot, articles: Sequence[Article]) -> Passage:
    assert spot.source is not None
    return Passage(articles[spot.source], spot.start, spot.end)


def _relation(body: str) -> str | None:
    return None if body == _REJECTED else body


def _is_on(spot: Spot, passage: tuple[int, Range]) -> bool:
    """Whether a verdict's end is this passage, or shares most of it."""
    source, (start, end) = passage
    if spot.source != source or not spot.ranges:
        return False
    shared = min(end, spot.end) - max(start, spot.start)
    return shared * 2 > min(end - start, spot.end - spot.start)
