"""Markup that no parser chokes on: elements nested by the thousand cost it time that grows with their square.

Browsers stop at a depth, too. A page is looked at in pieces, which costs next to nothing; only one that looks
suspicious is gone through tag by tag.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

DEEPEST = 512
"""Elements inside one another, as Chromium has it."""

FORMATS = 20
"""Elements of one kind that format text, inside one another: each is repeated in every paragraph behind
it."""

MOST_ATTRIBUTES = 500
SUSPICIOUS = 4_000
PIECE = 16_384

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^<>]*>")
_LONG = re.compile(r"<[a-zA-Z][^<>]{4000,}+>")
_NAME = re.compile(r"<[^\s/>]*")
_NOT_CLOSED = frozenset((
    "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup",
    "br", "img",
    "hr", "meta", "link", "input", "col", "area", "base", "embed", "source", "track", "wbr", "param", "rp",
    "rt",
))  # fmt: skip
"""Elements that have no end, or whose end may be left out."""

_FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)


def bounded(markup: str) -> str:
    """The markup without the tags that nest too deeply and without attributes by the thousand."""
    opened, deep = 0, False
    long: list[int] = []
    for at in range(0, len(markup), PIECE):
        piece = markup[at : at + PIECE]
        tags, ends = piece.count("<"), piece.count("</")
        opened += tags - 2 * ends
        deep = deep or opened > SUSPICIOUS
        if tags < PIECE // 1000 and piece.count(" ") + piece.count("\n") + piece.count("/") > MOST_ATTRIBUTES:
            long.append(at)
    if long:
        markup = _with_short_tags(markup, long)
    return _shallow(markup) if deep else markup


def _with_short_tags(markup: str, places: Sequence[int]) -> str:
    """The markup with less in the tags that begin before or in the pieces at ``places``."""
    parts: list[str] = []
    last = 0
    for at in places:
        if at >= last:
            start, end = max(last, markup.rfind("<", last, at)), markup.find(">", at + PIECE) + 1
            parts += [markup[last:start], _LONG.sub(_with_fewer, markup[start : end or len(markup)])]
            last = end or len(markup)
    return "".join([*parts, markup[last:]])


def _with_fewer(match: re.Match[str]) -> str:
    many = len(re.findall(r"[\s/\"']+[^\s/=\"']", match[0])) > MOST_ATTRIBUTES
    return _NAME.findall(match[0])[0] + ">" if many else match[0]


def _shallow(markup: str) -> str:
    """Tags beyond the depth are left out, with the ends that belong to them."""
    parts: list[str] = []
    last = depth = 0
    left_out: Counter[str] = Counter()
    formats: Counter[str] = Counter()
    for match in _TAG.finditer(markup):
        name = match[2].lower()
        if name in _NOT_CLOSED:
            continue
        drop = False
        if match[1]:
            if left_out[name]:
                left_out[name] -= 1
                drop = True
            else:
                depth = max(0, depth - 1)
                formats[name] = max(0, formats[name] - 1)
        elif depth >= DEEPEST or (name in _FORMATTING and formats[name] >= FORMATS):
            left_out[name] += 1
            drop = True
        else:
            depth += 1
            formats[name] += 1
        if drop:
            parts.append(markup[last : match.start()])
            last = match.end()
    return " ".join([*parts, markup[last:]])
