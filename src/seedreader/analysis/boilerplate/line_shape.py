"""What a line looks like: prose, a headline, or an entry of a menu."""

from __future__ import annotations

import re

PROSE_WORDS = 18
"""Words in a line that ends like a sentence and is taken for prose."""

PROSE_CHARACTERS = 300
"""A line longer than this is prose however it ends."""

HEADLINE_WORDS = 24
"""Words in a headline at most."""

MENU_WORDS = 4
MENU_CHARACTERS = 40
"""An entry of a menu is no longer than either."""

_SENTENCE_END = re.compile(r"[.!?。！？…][\"”’')\]]{0,3}\Z")
_BULLET = re.compile(r"[-*•·‣▪»>–]{1,2}\s")


def prose(line: str, words: int = PROSE_WORDS) -> bool:
    """Tell a paragraph of at least so many words, ended like a sentence."""
    return len(line) > PROSE_CHARACTERS or (len(line.split()) >= words and ended(line))


def headline(line: str) -> bool:
    """Tell a line that could be another article's headline: with a bullet, or without a full stop."""
    if len(line) > PROSE_CHARACTERS or len(line.split()) > HEADLINE_WORDS or line.endswith(":"):
        return False
    return bool(_BULLET.match(line)) or not ended(line)


def menu_entry(line: str) -> bool:
    """Tell a line of very few words that is no sentence."""
    return len(line) <= MENU_CHARACTERS and len(line.split()) <= MENU_WORDS and not ended(line)


def ended(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_SENTENCE_END.search(line, max(0, len(line) - 4)))
