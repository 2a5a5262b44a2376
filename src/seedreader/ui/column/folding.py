"""Boilerplate folded to one line each, and the ways in which it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from seedreader.article import Span
from seedreader.text.plurals import count

DIMMED, FOLDED, PLAIN = MODES = ("dimmed", "folded", "plain")
"""How boilerplate is shown, in the order in which the key goes through them."""
LONG = 240
"""Characters of boilerplate inside a line of the text that are worth a line of their own."""

USUAL_LINE, USUAL_WORD = 160, 20
"""Characters of a line, and of a word in a script that has spaces, at most."""


class Fold(NamedTuple):
    """A stretch ``[start, end)`` shown as one line that tells what is in it."""

    start: int
    end: int
    told: str


def mode(kept: object) -> str:
    """A mode as it was kept, or the usual one where that is none."""
    return next((known for known in MODES if known == kept), DIMMED)


def following(mode: str) -> str:
    """The mode that comes after another."""
    return MODES[(MODES.index(mode) + 1) % len(MODES)]


def folds(text: str, boilerplate: Sequence[Span]) -> tuple[Fold, ...]:
    """What of the boilerplate is folded: whole lines of the text, and long stretches inside one.

    Pieces with nothing but white space between them are folded together. What stands in a line with the
    article's own words stays where it is unless it is `LONG`.
    """
    found = []
    for pieces in _joined(text, boilerplate):
        start, end = pieces[0].start, pieces[-1].end
        start, end = _begin(text, start, end), _end(text, start, end)
        if text[start:end].strip():
            found.append(Fold(start, end, _told(text, start, end, pieces)))
    return tuple(found)


def _joined(text: str, boilerplate: Sequence[Span]) -> Iterator[list[Span]]:
    pieces: list[Span] = []
    end = 0
    for span in boilerplate:
        if pieces and span.start > end and not text[end : span.start].isspace():
            yield pieces
            pieces = []
        end = max(end, span.end) if pieces else span.end
        pieces.append(span)
    if pieces:
        yield pieces


def _begin(text: str, start: int, end: int) -> int:
    """Where a fold begins: with its line, or inside it if much of it is folded, or else with the next."""
    at = start
    while at > 0 and text[at - 1] != "\n" and text[at - 1].isspace():
        at -= 1
    if at == 0 or text[at - 1] == "\n":
        return at
    following = text.find("\n", start, end) + 1 or end
    return start if following - start >= LONG else following


def _end(text: str, start: int, end: int) -> int:
    """Where it ends: with its line, or inside it if much of it is folded, or else with the one before."""
    at = end
    while at < len(text) and text[at - 1] != "\n" and text[at].isspace():
        at += 1
    if at == len(text) or text[at - 1] == "\n":
        return at
    line = text.rfind("\n", start, end) + 1 or start
    return end if end - line >= LONG else line


def _told(text: str, start: int, end: int, pieces: Sequence[Span]) -> str:
    inside = [piece.kind for piece in pieces if piece.end > start and piece.start < end]
    kinds = ", ".join(dict.fromkeys(inside))
    whole = (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end - 1] == "\n")
    return f"{_size(text[start:end], whole)} · {kinds}"


def _size(piece: str, whole: bool) -> str:
    """How much is folded: lines, where they are whole and of the usual length, or else words."""
    lines = sum(not line.isspace() for line in piece.splitlines() if line)
    words = len(piece.split())
    if whole and len(piece) <= USUAL_LINE * lines:
        return count(lines, "line")
    return count(words, "word") if len(piece) <= USUAL_WORD * words else count(len(piece), "character")
