"""What other articles show of a text: lines of one outlet's template, and lists off the story's subject.

No page by itself has this evidence. It makes a line suspect, no more: `boilerplate.find_boilerplate` then
asks less of the model to call it boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from seedreader.analysis.boilerplate import line_shape
from seedreader.analysis.word_tokens import STOP
from seedreader.article import Article, Range

VERSION = 0.3
"""Share of an article's prose that another has word for word, from which on they are versions of one text."""

LIST_WORDS = 4
"""Words in a line of a list of headlines, at least."""

KNOWN = 0.25
"""Share of a headline's words that the story's prose uses, at most, for it to be off the subject."""

_PROSE_WORDS = 10
"""Words in a line of prose at least."""

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+")
_STEM, _LONG = 5, 4
"""Letters that tell a word, and letters of a word that tells what a headline is about."""

Line = tuple[int, int, tuple[str, ...]]
"""A line's range and its words in small letters."""


def suspects(articles: Sequence[Article]) -> list[tuple[Range, ...]]:
    """Give for each article the lines that the others make suspect, in reading order."""
    if len(articles) < 2:
        return [() for _ in articles]
    lines = [_lines(article.text) for article in articles]
    prose = [_prose(article.text, own) for article, own in zip(articles, lines, strict=True)]
    known = {word[:_STEM] for own in prose for words in own for word in words}
    templates = _templates(articles, lines, prose)
    return [
        tuple(
            (start, end)
            for (start, end, words), listed in zip(own, _listed(article.text, own), strict=True)
            if words in template or (listed and _foreign(words, known))
        )
        for article, own, template in zip(articles, lines, templates, strict=True)
    ]


def _lines(text: str) -> list[Line]:
    found = []
    for match in _LINE.finditer(text):
        line = match[0]
        words = tuple(_WORD.findall(line.lower()))
        if words:
            start = match.start() + len(line) - len(line.lstrip())
            found.append((start, match.start() + len(line.rstrip()), words))
    return found


def _prose(text: str, lines: Sequence[Line]) -> set[tuple[str, ...]]:
    return {words for start, end, words in lines if line_shape.prose(text[start:end], _PROSE_WORDS)}


def _templates(
    articles: Sequence[Article], lines: Sequence[Sequence[Line]], prose: Sequence[set[tuple[str, ...]]]
) -> list[set[tuple[str, ...]]]:
    """The lines that each article shares with others of its outlet that carry another text."""
    every = [{words for _, _, words in own} for own in lines]
    found: list[set[tuple[str, ...]]] = [set() for _ in articles]
    for i, article in enumerate(articles):
        for j in range(i):
            shared = every[i] & every[j] if article.outlet == articles[j].outlet else None
            if shared and not _versions(prose[i], prose[j]):
                found[i] |= shared
                found[j] |= shared
    return found


def _versions(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
    """Whether two texts share too much of their prose to be two articles."""
    shared = sum(map(len, one & other))
    return shared > VERSION * min(sum(map(len, one)), sum(map(len, other)))


def _listed(text: str, lines: Sequence[Line]) -> list[bool]:
    """Which lines look like headlines and stand beside another such line."""
    like = [len(words) >= LIST_WORDS and line_shape.headline(text[start:end]) for start, end, words in lines]
    beside = {i for i, (one, next_one) in enumerate(pairwise(like)) if one and next_one}
    return [like[i] and (i in beside or i - 1 in beside) for i in range(len(like))]


def _foreign(words: Sequence[str], known: set[str]) -> bool:
    own = {word[:_STEM] for word in words if len(word) >= _LONG and word not in STOP}
    return len(own & known) <= KNOWN * len(own)
