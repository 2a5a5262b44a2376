"""Boilerplate that a first line announces: lists of other headlines, messages from the publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedreader.analysis.boilerplate import line_shape, phrases
from seedreader.analysis.boilerplate.page import Line
from seedreader.analysis.boilerplate.rules import CUE, cue_set
from seedreader.article import Span

LONGEST_LIST = 40
"""Lines in a list of other articles' headlines."""

LONGEST_MESSAGE = 40
"""Lines in a message from the publisher."""

LONGEST_OPENING = 100
"""Characters in the line that announces either."""

LINKS_HEADING = re.compile(
    r"(?:related|more|ranking|recommend(?:ed|ations?)?(?: for you)?|trending(?: now)?|popular"
    r"|latest|sponsored"
    r"|around the web|elsewhere|(?:related|recommended|popular|recent|latest|top|more|trending"
    r"|featured|other|our latest|similar|suggested) (?:articles?|stor(?:y|ies)|posts?|news"
    r"|reads?|reading|content|coverage|links?|topics|headlines|videos?|products)|most (?:read"
    r"|popular|viewed|shared|commented|recent)(?: .{0,30})?|(?:(?:what to )?(?:read|watch)|up|what['’]s) next"
    r"|don['’]t miss|you (?:may|might) also (?:like|enjoy|be interested in)|(?:more|latest"
    r"|also) (?:from|in|on) .{2,40}|editors?['’]?s? picks?|in case you missed it|must[ -]reads?|see also"
    r"|read also|also read"
    r"|in other news|breaking news) ?[:»>…]?",
    re.IGNORECASE,
)
"""A heading with other articles' headlines under it."""

MESSAGE_OPENS = re.compile(
    r"an? (?:(?:special|personal|quick) )?(?:message|note|letter|word|appeal) (?:from"
    r"|to) .{3,60}:|dear (?:readers?|friends?|supporters?|subscribers?)\b.{0,20}",
    re.IGNORECASE,
)
"""A line that opens a message from the publisher."""

MESSAGE_CLOSES = re.compile(
    r"(?:(?:remind me|maybe) later|not now|no,? thanks?|(?:donate|contribute"
    r"|subscribe)(?: (?:now|today))?|support (?:us|now)|continue|close)[.!]?",
    re.IGNORECASE,
)
"""A button that closes such a message."""


LINKS_FRONTS = cue_set(
    "rela more rank reco tren popu late spon arou else feat rece top othe our simi sugg most what read "
    "watc up don you also edit in must see brea"
)
MESSAGE_FRONTS = cue_set("a an dear")
"""Cues, as `rules.Rule` has them, with which either begins."""


def _opens(line: Line, fronts: frozenset[str]) -> bool:
    """Whether a line is short and begins with one of the ``fronts``."""
    first = line.tokens[0]
    return bool(first) and first[0][:CUE] in fronts and line.end - line.start <= LONGEST_OPENING


def links(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """A heading such as "Related" and the headlines under it."""
    at = 0
    while at < len(lines):
        if not _opens(lines[at], LINKS_FRONTS) or not LINKS_HEADING.fullmatch(text, *lines[at][:2]):
            at += 1
            continue
        stop = _list_end(text, lines, at + 1)
        for start, end, *_ in lines[at:stop]:
            yield Span(start, end, "related", 0.9)
        at = stop


def _list_end(text: str, lines: Sequence[Line], first: int) -> int:
    """The first line that is neither a headline nor stands between two of them."""
    listed = [text[start:end] for start, end, *_ in lines[first : first + LONGEST_LIST]]
    at = 0
    while at < len(listed):
        if line_shape.headline(listed[at]):
            at += 1
        elif at > 1 and _wedged(*listed[at : at + 2]):
            at += 2
        else:
            break
    return first + at


def _wedged(line: str, following: str = ".") -> bool:
    return line_shape.headline(following) and not line.endswith(":") and not line_shape.prose(line, 30)


def messages(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """A message from the publisher, down to its button or to the last line about us and you."""
    at = 0
    while at < len(lines):
        if not _opens(lines[at], MESSAGE_FRONTS) or not MESSAGE_OPENS.fullmatch(text, *lines[at][:2]):
            at += 1
            continue
        stop = _message_end(text, lines, at)
        for start, end, *_ in lines[at:stop]:
            yield Span(start, end, "appeal", 0.95)
        at = max(stop, at + 1)


def _message_end(text: str, lines: Sequence[Line], first: int) -> int:
    """The line behind the message; ``first`` itself if it asks for nothing."""
    asked, last = False, first
    for at in range(first, min(len(lines), first + LONGEST_MESSAGE)):
        line = text[lines[at].start : lines[at].end]
        asked = asked or bool(phrases.APPEAL.search(line))
        if asked and MESSAGE_CLOSES.fullmatch(line):
            return at + 1
        if phrases.PERSONAL.search(line):
            last = at
        if at - last > 2:
            break
    return last + 1 if asked else first
