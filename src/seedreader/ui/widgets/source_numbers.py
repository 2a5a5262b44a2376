"""Numbers of sources as people write them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby


def numbers(sources: Iterable[int]) -> str:
    """Numbers in order, runs of three or more as a range: "1, 2, 4–9"."""
    parts: list[str] = []
    for _, run in groupby(enumerate(sorted(sources)), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        parts += [f"{found[0]}–{found[-1]}"] if len(found) > 2 else map(str, found)
    return ", ".join(parts)
