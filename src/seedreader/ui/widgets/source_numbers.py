"""Numbers of sources as people write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seedreader.article import Article


def numbers(sources: Iterable[int]) -> str:
    """Numbers in order, runs of three or more as a range: "1, 2, 4–9"."""
    parts: list[str] = []
    for _, run in groupby(enumerate(sorted(sources)), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        parts += [f"{found[0]}–{found[-1]}"] if len(found) > 2 else map(str, found)
    return ", ".join(parts)


def partial(articles: Sequence[Article], sources: Iterable[int]) -> list[str]:
    """Sources, by index, whose texts are not whole, by what they are: "excerpt: 2, 3", "cut: 4"."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for source in sources:
        if kind := articles[source].partial:
            kinds[kind].append(source + 1)
    return [f"{kind}: {numbers(found)}" for kind, found in kinds.items()]
