"""From how probable on a piece is dimmed: losing the article's own words is the worse mistake."""

from __future__ import annotations

LIKELY = 0.65
"""Probability that a piece is boilerplate from which it is dimmed, in a text of the language that the model
knows. On sites left out no more than 2 % of the content of whole pages is lost so."""

LIKELY_IN_FOREIGN_TEXT = 0.45
"""The same in a text that is not English. The model knows few of its words and is sure of little: so no more
of the content is lost than of English texts."""


def dimmed_from(english: bool) -> float:
    """Give the least probability, in 0…1, of a piece that is dimmed."""
    return LIKELY if english else LIKELY_IN_FOREIGN_TEXT
