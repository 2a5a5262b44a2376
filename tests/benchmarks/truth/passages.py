"""Quotes found in a text, and how two ranges of it compare."""

from __future__ import annotations

import re

Range = tuple[int, int]

GAP = " [...] "
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_NUMBERED = re.compile(r"#(\d+) ")
_EDGE = re.compile(r"[\s\"'‘’“”.,;:!?()\[\]–—-]")
_TITLES = {"the", "a", "an", "mr", "mrs", "ms", "dr", "of", "s", "and"}


def locate(text: str, quote: str) -> Range:
    """Where ``quote`` stands in ``text``; straight and curly quotation marks are the same.

    ``A [...] B`` runs from A to the first B after it; ``#2 quote`` is its second occurrence.
    Raises ValueError when it isn't there, or stands there more than once and has no number.
    """
    text = text.translate(_STRAIGHT)
    number = _NUMBERED.match(quote)
    first, _, last = quote[number.end() if number else 0 :].translate(_STRAIGHT).partition(GAP)
    starts = [m.start() for m in re.finditer(re.escape(first), text)]
    nth = int(number[1]) if number else 1
    if len(starts) < nth:
        raise ValueError(f"not in the text: {quote!r}")
    if len(starts) > 1 and not number:
        raise ValueError(f"{len(starts)} times in the text, number it: {quote!r}")
    start = starts[nth - 1]
    end = start + len(first)
    if last:
        _, number_of_last, bare = last.rpartition("#2 ")
        for _ in range(2 if number_of_last else 1):
            found = text.find(bare, end)
            if found < 0:
                raise ValueError(f"not in the text after the beginning: {quote!r}")
            end = found + len(bare)
    return start, end


def trimmed(text: str, at: Range) -> Range:
    """The range without white space, quotation marks and punctuation at its ends."""
    start, end = at
    while start < end and _EDGE.match(text, start):
        start += 1
    while start < end and _EDGE.match(text, end - 1):
        end -= 1
    return start, end


def shared(a: Range, b: Range) -> int:
    """How many characters two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def meet(a: Range, b: Range) -> bool:
    """Whether two ranges share at least half of the shorter."""
    shorter = min(a[1] - a[0], b[1] - b[0])
    return shorter > 0 and 2 * shared(a, b) >= shorter


def iou(a: Range, b: Range) -> float:
    """Characters in both ranges over characters in either, 0…1."""
    both = shared(a, b)
    return both / (a[1] - a[0] + b[1] - b[0] - both) if both else 0.0


def words(text: str) -> set[str]:
    """The words of a text in lower case, without articles and forms of address."""
    return set(re.findall(r"\w+", text.lower())) - _TITLES


def same_speaker(found: str | None, wanted: str | None) -> bool:
    """Whether two names are one: all words of one stand in the other. None is the outlet itself."""
    if found is None or wanted is None:
        return found is wanted
    mine, theirs = words(found), words(wanted)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
