"""How surely two matched passages belong together.

The weights were chosen on 156 pairs of ECB+ development topics, judged by eye; the figures by which
passages are linked are those from which six of ten such pairs are right at the margin.
"""

from __future__ import annotations

from seedreader.analysis import relations
from seedreader.analysis.relations.side import Side

LINKED = 0.48
"""Strength from which two passages are linked."""

STEM, STEMS = 0.04, 6
"""What each shared stem adds to a match, and how many count: one rare word in common is a weak match."""

RARE, RARES = 0.09, 4
"""What is added for how much the shared stems tell, each 0…1, and how much counts."""

BACK = 0.5
"""What is added for the share of the other passage that the first one covers."""

WHOLE = 1 + STEM * STEMS + RARE * RARES + BACK
"""What counts as certain."""

MEASURE = 0.6
"""What is added for a quantity of what is surely the same thing; half of it where that is less sure."""

TELLING = 1.5
"""What the words that two passages share must tell, where their articles are not alike."""

LITTLE, SHARE = 1.2, 0.4
"""What is enough where it is so much of what the shorter passage tells."""

ALIKE = 0.4
"""Likeness from which two articles tell one thing, so that passages are linked by what every article says."""


def strength(mine: Side, theirs: Side, matched: float, alike: float) -> float:
    """How surely two passages belong together, 0…1; 0 where they are not to be linked.

    ``matched`` is how well the sentence of ``theirs`` matches ``mine``, ``alike`` how alike their articles
    are, both 0…1.
    """
    count, telling = relations.shared(mine, theirs)
    value = matched + STEM * min(count, STEMS) + RARE * min(telling, RARES)
    value += BACK * relations.covered(theirs, mine)
    if value + MEASURE < LINKED * WHOLE:
        return 0.0
    measured = relations.measured(mine, theirs)
    value = min(1.0, (value + MEASURE * measured) / WHOLE)
    if value < LINKED:
        return 0.0
    least = min(TELLING, max(LITTLE, SHARE * min(mine.whole, theirs.whole)))
    enough = telling >= least or alike >= ALIKE or measured or relations.copy(mine, theirs)
    return value if enough else 0.0
