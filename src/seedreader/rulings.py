"""The reader's corrections and verdicts in the notebook, as the analysis takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from seedreader.article import CORRECTIONS, RELATIONS, Article, Correction, Passage, Verdict

if TYPE_CHECKING:
    from seedreader.analysis.analysed import AnalysedArticle
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


def verdict_on(
    placed: Sequence[Placed], a: Passage, b: Passage, articles: Sequence[AnalysedArticle]
) -> Placed | None:
    """The newest verdict on these two passages, in either order, by the rule that the analysis goes by."""
    from seedreader.story.verdicts import one_passage

    def is_on(spot: Spot, passage: Passage) -> bool:
        if spot.source is None or articles[spot.source] is not passage.article:
            return False
        return one_passage(articles[spot.source], (spot.start, spot.end), (passage.start, passage.end))

    for each in reversed(list(_in_time(placed))):
        if each.there is not None:
            ends = (each.here, each.there)
            if any(is_on(one, a) and is_on(two, b) for one, two in (ends, ends[::-1])):
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
