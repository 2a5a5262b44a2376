"""How many cells of a terminal a text takes, and lines of at most so many cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator


def width(text: str) -> int:
    """Cells of a text: two for wide characters, none for those that combine with others or show nothing."""
    return len(text) if text.isascii() else sum(map(_width, text))


def wrap(text: str, most: int, first: str = "", later: str = "") -> list[str]:
    """The words of a text in lines of at most ``most`` cells, the first begun with ``first``, others with
    ``later``.

    A word stays whole (an address can then be copied), but for one of wide characters, whose writing has no
    spaces: that may be cut between any two. At least one line.
    """
    lines: list[str] = []
    line, used, begun = first, width(first), False
    for word in text.split():
        for piece in _pieces(word):
            gap = 1 if begun and piece.begins else 0
            cells = width(piece.text)
            if begun and used + gap + cells > most:
                lines.append(line)
                line, used, gap = later, width(later), 0
            line += " " * gap + piece.text
            used += gap + cells
            begun = True
    return [*lines, line]


class _Piece:
    """A part of a word that may begin a line; ``begins``: it begins the word."""

    __slots__ = ("begins", "text")

    def __init__(self, text: str, begins: bool) -> None:
        self.text, self.begins = text, begins


def _pieces(word: str) -> Iterator[_Piece]:
    if width(word) == len(word):
        yield _Piece(word, True)
        return
    part, begins, wide = "", True, False
    for letter in word:
        cells = _width(letter)
        if part and cells and (cells == 2 or wide):
            yield _Piece(part, begins)
            part, begins = "", False
        part += letter
        wide = cells == 2 if cells else wide
    yield _Piece(part, begins)


def _width(letter: str) -> int:
    if letter.isascii():
        return 1
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
