"""The rows of the Matrix screen, with the words by which they are filtered, and their orders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from seedreader.article import KINDS, RELATIONS
from seedreader.story.matrix import Matrix, MatrixRow
from seedreader.story.matrix.cells import Key
from seedreader.text.fold_case import fold

TELLING = (*RELATIONS, None)
"""What a reader most wants to see first."""


@dataclass(frozen=True, eq=False)
class MatrixEntry:
    """A fact in its matrix. ``words`` are those of its own claims, ``speakers`` whom these name, folded."""

    matrix: Matrix
    fact: MatrixRow
    words: str
    speakers: tuple[str, ...]

    @property
    def key(self) -> Key:
        """Tells it from others, whatever it is held against."""
        return self.fact.key

    def held_against(self, source: int) -> MatrixEntry:
        """With the cell of this source as the reference of the row."""
        return replace(self, fact=self.matrix.held_against(self.fact, source))


def entries(matrix: Matrix, held: Mapping[Key, int]) -> list[MatrixEntry]:
    """The rows of a matrix in reading order, each held against the source that ``held`` names for it."""
    made = [_entry(matrix, fact) for fact in matrix.facts]
    return [entry.held_against(held[entry.key]) if entry.key in held else entry for entry in made]


def _entry(matrix: Matrix, fact: MatrixRow) -> MatrixEntry:
    own = [cell.statement for cell in fact.own]
    said = " ".join(matrix.articles[s.source].text[s.start : s.end] for s in own)
    claims = [matrix.claim(statement) for statement in own]
    speakers = tuple(fold(claim.speaker.text) for claim in claims if claim and claim.speaker)
    return MatrixEntry(matrix, fact, fold(" ".join(said.split())), speakers)


def _by_conflict(entry: MatrixEntry) -> tuple[int, int, Key]:
    fact = entry.fact
    return TELLING.index(fact.relation), -(fact.origins + fact.against), fact.key


def _by_origins(entry: MatrixEntry) -> tuple[int, int, Key]:
    return -entry.fact.origins, -len(entry.fact.cells), entry.key


def _by_kind(entry: MatrixEntry) -> tuple[int, int, int, Key]:
    kinds = [KINDS.index(kind) for kind in entry.fact.kinds if kind in KINDS]
    return min(kinds, default=len(KINDS)), *_by_conflict(entry)


ORDERS: Mapping[str, Callable[[MatrixEntry], Any]] = {
    "conflicts first": _by_conflict,
    "most origins first": _by_origins,
    "in reading order": lambda entry: entry.key,
    "by kind": _by_kind,
}
"""What the orders are called; the one that is taken at first comes first."""


def ordered(listed: Iterable[MatrixEntry], order: str) -> list[MatrixEntry]:
    """Entries in one of `ORDERS`."""
    return sorted(listed, key=ORDERS[order])
