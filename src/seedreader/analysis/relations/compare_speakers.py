"""What to tell of who says two passages that state one fact."""

from __future__ import annotations

from functools import lru_cache

from seedreader.analysis import word_tokens
from seedreader.article import Speaker


def differing(a: Speaker | None, b: Speaker | None) -> tuple[Speaker | None, Speaker | None] | None:
    """The speakers of two passages where only one names any, or another one; None where both agree.

    "He" and "they" name nobody.
    """
    a, b = (speaker if speaker and _names(speaker.text) else None for speaker in (a, b))
    if a is None and b is None:
        return None
    if a is not None and b is not None and _same(a, b):
        return None
    return a, b


def _same(a: Speaker, b: Speaker) -> bool:
    """Whether two wordings may name one speaker: a name in common, or the letters of one in the other."""
    one, two = _names(a.text), _names(b.text)
    return bool(one & two) or _initials(a.text) in two or _initials(b.text) in one or _name(a) == _name(b)


@lru_cache(maxsize=1_000)  # a story has few speakers, who are asked for with each pair of passages
def _names(text: str) -> frozenset[str]:
    return frozenset(word_tokens.tokens(text))


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper()).casefold()


def _name(speaker: Speaker) -> str:
    return " ".join(speaker.text.split())
