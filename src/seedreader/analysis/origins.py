"""Which articles carry one text: near-copies by word shingles (Broder 1997)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from seedreader.analysis import word_tokens
from seedreader.analysis.matching import Document
from seedreader.article import Range

SHINGLE = 5
"""Words in a shingle."""

SHARED = 0.3
"""Share of the smaller article's shingles that the other must carry for both to be one origin."""

FEWEST = 8
"""Shingles below which an article is too short to be told a copy by them."""

SPOKEN = 3
"""How many times the rest of an article its quotations may be, before they count like the rest."""

_QUOTED = re.compile(r"“[^“”\n]{20,800}”|\"[^\"\n]{20,800}\"")

CARRIERS = 16
"""Documents remembered for a shingle, so that many copies of one text do not cost all their pairs."""


def group(documents: Sequence[Document], versions: Iterable[Range] = ()) -> tuple[tuple[int, ...], ...]:
    """Group the indices of ``documents`` by origin; ``versions`` are pairs of indices of one source.

    Near-copies of one text share a group, also through a third. Each index occurs once; groups are in order
    of their first index. Text in a document's ``skip`` does not count.
    """
    shingles = [_shingles(document) for document in documents]
    origin = list(range(len(documents)))
    for (one, two), shared in _shared(shingles).items():
        smaller = min(len(shingles[one]), len(shingles[two]))
        if smaller >= FEWEST and shared >= SHARED * smaller:
            _join(origin, one, two)
    for one, two in versions:
        _join(origin, one, two)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(documents)):
        groups[_root(origin, i)].append(i)
    return tuple(tuple(members) for members in groups.values())


def _shingles(document: Document) -> frozenset[tuple[str, ...]]:
    """The shingles of a document without its quotations: to quote one statement is not to carry one text.

    An article that is mostly a quotation, as a speech in full, is taken whole.
    """
    told = [document.text[start:end] for start, end in _outside(document)]
    own = _runs(piece for text in told for piece in _QUOTED.split(text))
    whole = _runs(told)
    return own if SPOKEN * len(own) >= len(whole) - len(own) else whole


def _runs(pieces: Iterable[str]) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for piece in pieces:
        run = word_tokens.written(piece)
        found.update(zip(*(run[i:] for i in range(SHINGLE)), strict=False))
    return frozenset(found)


def _outside(document: Document) -> list[Range]:
    """The parts of a document that ``skip`` leaves."""
    edges = [0, *(edge for span in document.skip for edge in span), len(document.text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _shared(shingles: Sequence[frozenset[tuple[str, ...]]]) -> Counter[Range]:
    """How many shingles each two documents share, for those that share any."""
    carriers: dict[tuple[str, ...], list[int]] = defaultdict(list)
    shared: Counter[Range] = Counter()
    for two, found in enumerate(shingles):
        for shingle in found:
            earlier = carriers[shingle]
            shared.update((one, two) for one in earlier)
            if len(earlier) < CARRIERS:
                earlier.append(two)
    return shared


def _root(origin: list[int], i: int) -> int:
    while origin[i] != i:
        i = origin[i]
    return i


def _join(origin: list[int], one: int, two: int) -> None:
    low, high = sorted((_root(origin, one), _root(origin, two)))
    origin[high] = low
