"""Boilerplate that shows over several lines: lists of other headlines, messages from the publisher, menus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedreader.analysis import boilerplate_phrases as phrases
from seedreader.analysis import boilerplate_rules as rules
from seedreader.article import Range, Span

PROSE_WORDS = 18
"""Words in a line that ends like a sentence and is taken for prose."""

LONGEST_HEADLINE = 24
"""Words in another article's headline."""

LONGEST_LIST = 40
"""Lines in a list of other articles' headlines."""

LONGEST_MESSAGE = 40
"""Lines in a message from the publisher."""

SHOUT_WORDS = 5
"""Words in a line of capitals that is taken for a link and not for a heading of the article itself."""

MENU_WORDS = 4
MENU_CHARACTERS = 40
MENU_LINES = 4
"""A menu is at least so many lines together, none longer than this."""

_SENTENCE_END = re.compile(r"[.!?。！？…][\"”’')\]]*$")
_BULLET = re.compile(r"[-*•·‣▪»>–]{1,2}\s")


def links(text: str, lines: Sequence[Range]) -> Iterator[Span]:
    """A heading such as "Related" and the headlines under it."""
    at = 0
    while at < len(lines):
        start, end = lines[at]
        if end - start > 60 or not rules.LINKS_HEADING.fullmatch(text, start, end):
            at += 1
            continue
        stop = _list_end(text, lines, at + 1)
        for start, end in lines[at:stop]:
            yield Span(start, end, "related", 0.9)
        at = stop


def _list_end(text: str, lines: Sequence[Range], first: int) -> int:
    """The first line that is neither a headline nor stands between two of them."""
    stop = min(len(lines), first + LONGEST_LIST)
    at = first
    while at < stop:
        line = text[slice(*lines[at])]
        if _headline(line):
            at += 1
        elif (
            at > first + 1
            and at + 1 < stop
            and not _prose(line, 30)
            and _headline(text[slice(*lines[at + 1])])
        ):
            at += 2
        else:
            break
    return at


def _headline(line: str) -> bool:
    if len(line) > 200 or len(line.split()) > LONGEST_HEADLINE or line.endswith(":"):
        return False
    return bool(_BULLET.match(line)) or not _SENTENCE_END.search(line)


def _prose(line: str, words: int = PROSE_WORDS) -> bool:
    return len(line) > 300 or (len(line.split()) >= words and bool(_SENTENCE_END.search(line)))


def messages(text: str, lines: Sequence[Range]) -> Iterator[Span]:
    """A message from the publisher, down to its button or to the last line about us and you."""
    at = 0
    while at < len(lines):
        start, end = lines[at]
        if end - start > 100 or not rules.MESSAGE_OPENS.fullmatch(text, start, end):
            at += 1
            continue
        stop = _message_end(text, lines, at)
        for start, end in lines[at:stop]:
            yield Span(start, end, "appeal", 0.95)
        at = max(stop, at + 1)


def _message_end(text: str, lines: Sequence[Range], first: int) -> int:
    stop = min(len(lines), first + LONGEST_MESSAGE)
    asked, last = False, first
    for at in range(first, stop):
        line = text[slice(*lines[at])]
        asked = asked or bool(phrases.APPEAL.search(line))
        if asked and rules.MESSAGE_CLOSES.fullmatch(line):
            return at + 1
        if phrases.PERSONAL.search(line):
            last = at
        if at - last > 2:
            break
    return last + 1 if asked else first


def menus(text: str, lines: Sequence[Range], known: Sequence[bool]) -> Iterator[Span]:
    """Runs of very short lines before the first prose, after the last, or around known buttons."""
    prose = [i for i, (start, end) in enumerate(lines) if _prose(text[start:end])]
    if not prose:
        return
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and _short(text[slice(*lines[stop])]):
            stop += 1
        outside = stop <= prose[0] or at > prose[-1]
        share = sum(known[at:stop])
        if stop - at >= MENU_LINES and (outside or share >= (stop - at) / 3):
            for start, end in lines[at:stop]:
                yield Span(start, end, "navigation", 0.7)
        at = max(stop, at + 1)


def _short(line: str) -> bool:
    return len(line) <= MENU_CHARACTERS and len(line.split()) <= MENU_WORDS and not _SENTENCE_END.search(line)


def shouts(text: str, lines: Sequence[Range]) -> Iterator[Span]:
    """Links to other articles set in capitals between paragraphs of prose."""
    for before, (start, end), after in zip(lines, lines[1:], lines[2:], strict=False):
        line = text[start:end]
        if (
            line.isupper()
            and SHOUT_WORDS <= len(line.split()) <= LONGEST_HEADLINE
            and not _SENTENCE_END.search(line)
            and _prose(text[slice(*before)])
            and _prose(text[slice(*after)])
        ):
            yield Span(start, end, "related", 0.8)
