"""Boilerplate that shows by where the article's prose is: menus and other headlines around and between it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seedreader.analysis import word_tokens
from seedreader.analysis.boilerplate import line_shape
from seedreader.article import Range, Span

MENU_LINES = 4
"""Entries of a menu at least."""

PAGE_LINES = 8
"""Lines above or below the article from which on the page around it is taken to have been copied too."""

KNOWN = 1 / 3
"""Share of known boilerplate among lines that makes the others of them suspect."""

SHOUT_WORDS = 8
"""Words in a line of capitals that is taken for a link and not for a heading of the article itself."""

SHOUTED = 9
"""Capitals for each small letter in such a line."""


def menus(text: str, lines: Sequence[Range], known: Sequence[bool]) -> Iterator[Span]:
    """Runs of very short lines before the first prose, after the last, or around known boilerplate."""
    first, last = _body(text, lines, known)
    at = 0
    while at < len(lines) and first <= last:
        stop = at
        while stop < len(lines) and line_shape.menu_entry(text[slice(*lines[stop])]):
            stop += 1
        outside = stop <= first or at > last
        if stop - at >= MENU_LINES and (outside or sum(known[at:stop]) >= KNOWN * (stop - at)):
            for start, end in lines[at:stop]:
                yield Span(start, end, "navigation", 0.7)
        at = max(stop, at + 1)


def outskirts(text: str, lines: Sequence[Range], known: Sequence[bool]) -> Iterator[Span]:
    """Headlines on other subjects above and below the article, where the page around it was copied too.

    What lies between the article and the boilerplate next to it is kept, and so is a line that uses the
    article's words: it may be the headline.
    """
    first, last = _body(text, lines, known)
    above = range(max((i for i in range(first) if known[i]), default=0))
    below = range(next((i for i in range(last + 1, len(lines)) if known[i]), len(lines)), len(lines))
    for region in (above, below):
        if first > last or len(region) < PAGE_LINES or sum(known[i] for i in region) < KNOWN * len(region):
            continue
        body = frozenset(word_tokens.tokens(text, lines[first][0], lines[last][1]))
        for start, end in (lines[i] for i in region if not known[i]):
            if line_shape.headline(text[start:end]) and _foreign(text, start, end, body):
                yield Span(start, end, "related", 0.7)


def _foreign(text: str, start: int, end: int, body: frozenset[str]) -> bool:
    """Tell a headline on another subject from the article's own headline and from a row of a table."""
    used = list(word_tokens.words(text, start, end))
    numbers = sum(word.number for word in used)
    return numbers < 2 and 2 * sum(word.stem not in body for word in used) > len(used)


def shouts(text: str, lines: Sequence[Range]) -> Iterator[Span]:
    """Links to other articles set in capitals between paragraphs of prose."""
    first, last = _body(text, lines, [False] * len(lines))
    for start, end in lines[first + 1 : last]:
        line = text[start:end]
        if _shouted(line) and len(line.split()) >= SHOUT_WORDS and line_shape.headline(line):
            yield Span(start, end, "related", 0.8)


def _shouted(line: str) -> bool:
    """Tell a line in capitals; a few small letters, of a name or a plural, change nothing."""
    if len(line) > line_shape.PROSE_CHARACTERS:
        return False
    return sum(map(str.isupper, line)) > SHOUTED * sum(map(str.islower, line))


def _body(text: str, lines: Sequence[Range], known: Sequence[bool]) -> Range:
    """The first and the last line of prose; without any, the last comes before the first."""
    prose = [i for i, (start, end) in enumerate(lines) if not known[i] and line_shape.prose(text[start:end])]
    return (prose[0], prose[-1]) if prose else (0, -1)
