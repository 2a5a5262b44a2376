"""What to tell of who says two passages that state one fact."""

from __future__ import annotations

from seedreader.analysis import words
from seedreader.article import Speaker


def told(a: Speaker | None, b: Speaker | None) -> str | None:
    """One line on a speaker whom only one passage names, or who is another one; None where both agree.

    "He" and "they" name nobody.
    """
    a, b = (speaker if speaker and words.tokens(speaker.text) else None for speaker in (a, b))
    if a is None and b is None:
        return None
    if a is None or b is None:
        named = a or b
        return f"only one names who says it: {_name(named)}" if named else None
    return None if _same(a, b) else f"said by {_name(a)} and by {_name(b)}"


def _same(a: Speaker, b: Speaker) -> bool:
    """Whether two wordings may name one speaker: a name in common, or the letters of one in the other."""
    one, two = set(words.tokens(a.text)), set(words.tokens(b.text))
    return bool(one & two) or _initials(a.text) in two or _initials(b.text) in one or _name(a) == _name(b)


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper()).casefold()


def _name(speaker: Speaker) -> str:
    return " ".join(speaker.text.split())
