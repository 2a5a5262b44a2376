"""What is dimmed of what the model suspects: losing the article's own words is the worse mistake."""

from __future__ import annotations

from collections.abc import Sequence

SURE, LIKELY = 0.8, 0.6
"""Probabilities: from the first on a piece is dimmed whatever else is; below the second it never is."""

MAX_EXPECTED_LOSS = 0.02
"""Share, in 0…1, of the article's own words that may be lost by dimming pieces that are only likely. The loss
expected of a piece is its words times the probability that it is no boilerplate."""

LIKELY_IN_FOREIGN_TEXT = 0.45
"""Probability from which a piece of a text that is not English is dimmed. The model knows few of its words
and is sure of little: so no more of the content is lost than of English texts."""


def select_boilerplate(chances: Sequence[float], sizes: Sequence[int], english: bool) -> list[bool]:
    """Tell which pieces are boilerplate by all ``chances`` and ``sizes``: words, none where a rule knows it.

    What is only likely counts, the most probable first, until the words of the article that are expected to
    be lost with it are more than the article can spare.
    """
    if not english:
        return [chance >= LIKELY_IN_FOREIGN_TEXT for chance in chances]
    expected = [(1 - chance) * size for chance, size in zip(chances, sizes, strict=True)]
    room = MAX_EXPECTED_LOSS * sum(expected)
    found = [chance >= SURE for chance in chances]
    for i in sorted(range(len(chances)), key=lambda i: -chances[i]):
        room -= expected[i]
        if room < 0 or chances[i] < LIKELY:
            break
        found[i] = True
    return found
