"""The word model: a weight for every word, mark and pair of them, in a table that their hashes point into.

Marks count as words: by them what ends like a sentence or quotes is told from a menu, in any language.
"""

from __future__ import annotations

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

MOST = 300
"""Words and marks of a piece that are looked at."""

_FRONT, _BACK = crc32(b"^") & _MASK, crc32(b"$") & _MASK
_LENGTHS = tuple(crc32(b"length %d" % size) & _MASK for size in range(13))


class WeightTable(NamedTuple):
    """Weights as bytes: 128 is none, and each above or below counts ``step``."""

    weights: bytes
    step: float
    bias: float


class _Places(dict[str, int]):
    """The place of each token, looked up once."""

    def __missing__(self, token: str) -> int:
        place = self[token] = crc32(token.encode(errors="replace")) & _MASK
        return place


def terms(pieces: Iterable[Sequence[str]]) -> list[list[int]]:
    """Give the places of each piece's tokens and of their pairs, its front and end paired too."""
    place_of = _Places().__getitem__
    found = []
    for own in pieces:
        places = list(map(place_of, own[:MOST]))
        pairs = zip((_FRONT, *places), (*places, _BACK), strict=True)
        found.append(places + [(one * _PAIR + two) & _MASK for one, two in pairs])
    return found


def length(count: int) -> int:
    """Give the place of a piece's length, in so many tokens."""
    return _LENGTHS[min(int(2 * log1p(count)), len(_LENGTHS) - 1)]


def sums(table: WeightTable, pieces: Iterable[Sequence[int]]) -> list[int]:
    """Give the steps that the terms of each piece weigh together."""
    weight = table.weights.__getitem__
    return [sum(map(weight, own)) - 128 * len(own) for own in pieces]


def score(table: WeightTable, total: int, count: int, size: int) -> float:
    """Weigh a piece of ``size`` tokens by the `sums` of its ``count`` terms; above 0 is boilerplate."""
    steps = total + table.weights[length(size)] - 128
    return steps * table.step / sqrt(count + 1) + table.bias


def packed(weights: Iterable[float], step: float) -> str:
    """Weights as they are written; `unpacked` reads them."""
    return b64encode(bytes(128 + max(-128, min(127, round(x / step))) for x in weights)).decode()


def unpacked(text: str) -> bytes:
    """Weights as they are read."""
    return b64decode(text)
