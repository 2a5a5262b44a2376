"""What is dimmed of what the model suspects: losing the article's own words is the worse mistake."""

from __future__ import annotations

from collections.abc import Sequence

SURE, LIKELY = 0.8, 0.6
"""From how probable on a piece is boilerplate by itself, and how probable it must be to be it at all."""

LOSS = 0.02
"""Share of the content expected in a text that may be dimmed with what is only likely."""

FOREIGN = 0.8
"""How probable it must be in a text that is not English: the model has seen few of them."""


def noise(chances: Sequence[float], sizes: Sequence[int], english: bool) -> list[bool]:
    """Tell which pieces are boilerplate by all ``chances`` and ``sizes``: words, none where a rule knows it.

    What is only likely counts, the most probable first, until the words of the article that are expected to
    be lost with it are more than the article can spare.
    """
    if not english:
        return [chance >= FOREIGN for chance in chances]
    expected = [(1 - chance) * size for chance, size in zip(chances, sizes, strict=True)]
    room = LOSS * sum(expected)
    found = [chance >= SURE for chance in chances]
    for i in sorted(range(len(chances)), key=lambda i: -chances[i]):
        room -= expected[i]
        if room < 0 or chances[i] < LIKELY:
            break
        found[i] = True
    return found
