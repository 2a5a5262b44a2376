"""The article's own headline, which looks like a link to another article and is kept by rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from seedreader.analysis.boilerplate import line_shape
from seedreader.analysis.boilerplate.split_units import TextUnit
from seedreader.analysis.word_tokens import STOP

PROSE_WORDS = 12
"""Words in a piece of the article's prose."""

FORMATS = frozenset(("live", "updat", "lates", "blog", "video", "watch"))
"""What a headline says of the page and not of the subject, as `_stems` gives it: "live updates"."""

LEAST_WORDS, MOST_WORDS = 3, 30
"""Words in a headline."""

NEAR = 20
"""Pieces between the headline and the prose at most: a by-line, a date, buttons, a caption."""

OWN_WORDS = 0.5
"""Share of a headline's words that the article uses too."""

SAME_WORDS = 4
"""Words that a line in a list of headlines shares with the article if it is this article's headline."""


def find_own_headline(
    text: str, units: Sequence[TextUnit], words: Sequence[Sequence[str]], kept: Sequence[bool]
) -> frozenset[int]:
    """Give the places of the headline among ``units``: it stands before the prose and uses its words.

    Of several that could be, the one with most of the article's words is it, wherever it stands again. All
    places are given where none of the prose is ``kept``: nothing tells then what the article is.
    """
    prose = [len(own) >= PROSE_WORDS and keep for own, keep in zip(words, kept, strict=True)]
    if True not in prose:
        return frozenset(range(len(units)))
    first = prose.index(True)
    body = {stem for i in range(first, len(units)) if prose[i] for stem in _stems(words[i])}
    best, most = -1, 0
    for i in range(max(first - NEAR, 0), first):
        own = _stems(words[i]) - FORMATS
        shared = len(own & body)
        enough = shared >= max(OWN_WORDS * len(own), SAME_WORDS if units[i].rule else 0)
        weight = 2 * shared - len(own)
        if enough and weight >= most and LEAST_WORDS <= len(words[i]) <= MOST_WORDS:
            if line_shape.ended(text[units[i].start : units[i].end].rstrip("!?")):
                continue
            best, most = i, weight
    if best < 0:
        return frozenset()
    return frozenset(i for i, own in enumerate(words) if i <= first and own == words[best])


def behind_trails(units: Sequence[TextUnit], ends: Collection[int]) -> frozenset[int]:
    """Give the places of what stands behind a trail to the page in its line; ``ends`` are of the trails."""
    return frozenset(
        i
        for i, unit in enumerate(units)
        if i and not unit.rule and units[i - 1].end in ends and units[i - 1].line == unit.line
    )


def _stems(words: Sequence[str]) -> set[str]:
    return {word[:5] for word in words if len(word) > 2 and word not in STOP}
