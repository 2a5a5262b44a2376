"""Which articles carry one text: near-copies by word shingles (Broder 1997)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import ceil

from seedreader.analysis import word_tokens
from seedreader.analysis.families import families
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


def group(documents: Sequence[Document], versions: Iterable[Range] = ()) -> tuple[tuple[int, ...], ...]:
    """Group the indices of ``documents`` by origin; ``versions`` are pairs of indices of one source.

    Near-copies of one text share a group, also through a third. Each index occurs once; groups are in order
    of their first index. Text in a document's ``skip`` does not count.
    """
    shingles = [_shingles(document) for document in documents]

    fewest = [max(ceil(SHARED * len(own)), 1) for own in shingles]

    def one_text(one: int, two: int) -> bool:
        mine, other = shingles[one], shingles[two]
        smaller = min(len(mine), len(other))
        return smaller >= FEWEST and len(mine & other) >= SHARED * smaller

    return families(shingles, fewest, one_text, versions)


def _shingles(document: Document) -> frozenset[tuple[str, ...]]:
    """The shingles of a document without its quotations: to quote one statement is not to carry one text.

    An article that is mostly a quotation, as a speech in full, is taken whole.
    """
    told = [document.text[start:end] for start, end in _outside(document)]
    whole = _runs(told)
    if not any(map(_QUOTED.search, told)):
        return whole
    own = _runs(piece for text in told for piece in _QUOTED.split(text))
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
