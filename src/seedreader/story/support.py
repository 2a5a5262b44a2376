"""How a claim stands among the other sources."""

from __future__ import annotations

from typing import NamedTuple

from seedreader.article import RELATIONS, Link


class Support(NamedTuple):
    """The most telling relation of a claim's evidence (None: no match found), and ``origins``, how many state
    it, its own among them: those linked by `agree`, `refine` or `copy`, unless they contradict it as well.
    An excerpt or a cut text adds no origin: that it is a text of its own can't be told from a part of it.
    ``dropped`` is whether one of two that state it does so as fact, and the other says who says it.
    """

    relation: str | None
    origins: int
    dropped: bool = False


UNKNOWN = Support(None, 1)
"""Of a claim that is not compared yet."""
CORROBORATING = ("agree", "refine", "copy")
"""Relations of passages of which one bears the other out."""


MIN_SUBJECT_MATCH = 0.45
"""Score from which a passage that only speaks of one subject counts as a match."""


def asserted(link: Link) -> bool:
    """Whether a link says more than that both speak of one subject, or the reader made or judged it."""
    return link.relation != "related" or link.verdict


def matches(link: Link) -> bool:
    """Whether a link is shown as a match; a passage that is only near is one that the reader may look at."""
    return asserted(link) or link.score >= MIN_SUBJECT_MATCH


def most_telling(link: Link) -> tuple[int, float]:
    """A key by which the most telling links come first: by their relation, then the surest."""
    return RELATIONS.index(link.relation), -link.score
