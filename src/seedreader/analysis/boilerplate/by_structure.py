"""What the format says is beside the article: menus, page headers and footers, comments, captions, hidden
text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedreader.analysis.boilerplate import infer_kind, words
from seedreader.article import Range, Span, Structure

SCORE = 0.95
"""How sure it is."""

LAID_OUT = 0.92
"""Share of a text that is left at most where the structure has told the rest apart as a page's layout
does."""

KNOWN = 0.9
"""Share of a text at least, line breaks apart, of which the structure tells what it is where nothing is to
be guessed: an archive's, an agency's or a feed's own article holds no menu."""

LONGEST_LINE = 150
"""Characters of a line at most that is boilerplate from end to end though the layout does not tell."""

MENU = 25
"""Characters of an entry of a menu at most, which needs no look at its words."""

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
"""A line without the white space around it."""

_BESIDE = {
    "navigation": "navigation", "header": "metadata", "footer": "navigation", "comment": "other",
    "caption": "caption", "hidden": "other",
}  # fmt: skip
"""Kinds of structure that are no article, and what they are where their words do not tell."""


def find(text: str, structure: Sequence[Structure]) -> tuple[Span, ...]:
    """Give what the structure of ``text`` says is beside the article, line by line, never overlapping."""
    spans: list[Span] = []
    at = 0
    for each in sorted(structure, key=lambda each: (each.start, -each.end)):
        kind = _BESIDE.get(each.kind)
        if kind is None or each.end <= at:
            continue
        lines = _LINE.finditer(text, max(each.start, at), each.end)
        spans += [Span(line.start(), line.end(), _kind(line[0], kind), SCORE) for line in lines]
        at = each.end
    return tuple(spans)


def is_known(text: str, structure: Sequence[Structure]) -> bool:
    """Whether the structure tells of nearly all of ``text`` what it is."""
    told, at = 0, 0
    for each in sorted(structure, key=lambda each: (each.start, -each.end)):
        told += max(0, each.end - max(at, each.start))
        at = max(at, each.end)
    return told >= KNOWN * (len(text) - text.count("\n")) > 0


def without(text: str, spans: Sequence[Span]) -> tuple[str, Cuts]:
    """Give the text without ``spans``, and how to find places of it in the whole."""
    parts, kept, last = [], [], 0
    for span in spans:
        kept.append((last, span.start))
        last = span.end
    kept = [(start, end) for start, end in [*kept, (last, len(text))] if start < end]
    parts = [text[start:end] for start, end in kept]
    return "".join(parts), Cuts(kept)


class Cuts:
    """The ranges of a text that were kept, by which places in what is left are found in the whole again."""

    def __init__(self, kept: Sequence[Range]) -> None:
        self._kept: list[tuple[int, int, int]] = []
        at = 0
        for start, end in kept:
            self._kept.append((at, start, end))
            at += end - start

    def whole(self, span: Span) -> Iterator[Span]:
        """The span in the whole text: one for each of the ranges that it lies in."""
        for at, start, end in self._kept:
            first, last = max(span.start, at), min(span.end, at + end - start)
            if first < last:
                yield span._replace(start=start + first - at, end=start + last - at)

    def left(self, places: Sequence[Range]) -> list[Range]:
        """Ranges of the whole text in what is left of it; those that are not wholly in it are left out."""
        found = []
        for first, last in places:
            for at, start, end in self._kept:
                if start <= first and last <= end:
                    found.append((first - start + at, last - start + at))
                    break
        return found


def _kind(piece: str, otherwise: str) -> str:
    if otherwise == "caption" or (otherwise == "navigation" and len(piece) <= MENU):
        return otherwise
    told = infer_kind.kind(piece, words.tokens(words.folded(piece[:400])), False)
    return otherwise if told == "other" else told
