"""The word model: a weight for every word, mark and pair of them, in a table that their hashes point into.

Marks count as words: by them what ends like a sentence or quotes is told from a menu, in any language.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from math import log1p, sqrt
from typing import NamedTuple
from zlib import crc32

SIZE = 1 << 17
"""Places of the table."""

_MASK = SIZE - 1
_PAIR = 40_503
"""Spreads pairs over the table: odd, 2**16 by the golden ratio (Knuth). The weights were trained with it."""

_MOST = 300
"""Words and marks of a piece that are looked at."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_FRONT, _BACK = crc32(b"^") & _MASK, crc32(b"$") & _MASK
_LENGTHS = tuple(crc32(b"length %d" % size) & _MASK for size in range(13))


class WeightTable(NamedTuple):
    """Weights as bytes: 128 is none, and each above or below counts ``step``."""

    weights: bytes
    step: float
    bias: float


def tokens(piece: str) -> list[str]:
    """Give the words, numbers and marks of a piece in small letters."""
    return _TOKEN.findall(piece.lower())


def hashes(pieces: Iterable[Sequence[str]]) -> list[list[int]]:
    """Give the hashes of the tokens of each piece; digits count as so many zeros, four at most."""
    known: dict[str, int] = {}
    found = []
    for own in pieces:
        row = []
        for word in own[:_MOST]:
            place = known.get(word)
            if place is None:
                plain = "0000"[: len(word)] if word[0].isdigit() else word
                place = known[word] = crc32(plain.encode(errors="replace")) & _MASK
            row.append(place)
        found.append(row)
    return found


def terms(own: Sequence[int]) -> set[int]:
    """Give the places of a piece's words and of their pairs, its front and end paired too."""
    if not own:
        return set()
    return {*own, *((a * _PAIR + b) & _MASK for a, b in zip((_FRONT, *own), (*own, _BACK), strict=True))}


def length(count: int) -> int:
    """Give the place of a piece's length, in so many tokens."""
    return _LENGTHS[min(int(2 * log1p(count)), len(_LENGTHS) - 1)]


def score(table: WeightTable, own: set[int], count: int) -> float:
    """Weigh a piece of ``count`` tokens by its terms; above 0 is boilerplate."""
    weights = table.weights
    total = sum([weights[place] for place in own]) + weights[length(count)]
    size = len(own) + 1
    return (total - 128 * size) * table.step / sqrt(size) + table.bias


def packed(weights: Iterable[float], step: float) -> str:
    """Weights as they are written; `unpacked` reads them."""
    return b64encode(bytes(128 + max(-128, min(127, round(x / step))) for x in weights)).decode()


def unpacked(text: str) -> bytes:
    """Weights as they are read."""
    return b64decode(text)
