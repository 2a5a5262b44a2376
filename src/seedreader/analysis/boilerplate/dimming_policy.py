"""From how probable on a piece is dimmed: losing the article's own words is the worse mistake."""

from __future__ import annotations

import re

LIKELY = 0.65
"""Probability that a piece is boilerplate from which it is dimmed, in a text of the language that the model
knows. On sites left out no more than 2 % of the content of whole pages is lost so."""

LIKELY_IN_FOREIGN_TEXT = 0.45
"""The same in a text that is not English. The model knows few of its words and is sure of little: so no more
of the content is lost than of English texts."""


LIKELY_IF_SAID = 0.9
"""The same for a quotation with its speaker that has no word by which boilerplate is known."""

SHORT = 80
"""Words of a text that tells the model little of what it is about. It was trained on whole pages."""

LIKELY_IN_SHORT_TEXT = 0.9
"""The same in a text so short: a wrong line is much of it, and a boilerplate line costs little to read."""


_SAID = re.compile(r"[\"”’],? (?:said|says|told|added|asked)\b[^\n]*[.!?][\"”’]?\s*\Z")


def is_said(piece: str) -> bool:
    """Whether a piece is a quotation with its speaker: "“We fought for it,” said Ann Ray."."""
    return _SAID.search(piece) is not None


def dimmed_from(english: bool, words: int) -> float:
    """Give the least probability, in 0…1, of a piece that is dimmed in a text of so many ``words``."""
    if words < SHORT:
        return LIKELY_IN_SHORT_TEXT
    return LIKELY if english else LIKELY_IN_FOREIGN_TEXT
