"""What a matrix is made of: statements, how they stand to each other, cells, facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from seedreader.article import RELATIONS, DateMention, Link, Quantity, Range

Mention = Quantity | DateMention
"""A figure or a day that a passage states."""

Key = tuple[int, int, int, int]
"""What tells statements apart and orders them: source, start, end, and where the figure or day begins."""


class Statement(NamedTuple):
    """A passage of the source with this index, and the figure or day in it that it is compared by, if any.

    A claim that states several figures is a statement for each that others are compared with.
    """

    source: int
    start: int
    end: int
    meant: Mention | None = None

    @property
    def key(self) -> Key:
        """Tells it from others; in reading order."""
        return self.source, self.start, self.end, self.meant.start if self.meant else -1

    @property
    def range(self) -> Range:
        """The passage."""
        return self.start, self.end


class StatementLink(NamedTuple):
    """A link seen from one of its ends, with the statements that both are."""

    mine: Statement
    theirs: Statement
    link: Link


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What a source says on the fact of a row.

    ``own`` is whether the statement has its place in this row; else it has one in another and is shown here,
    since it is linked with one of this row. ``tie`` is how it stands to the row's reference, or to another
    statement of the row where there is nothing to compare the reference with; None for the reference.
    """

    statement: Statement
    own: bool
    tie: StatementLink | None

    @property
    def relation(self) -> str | None:
        """How it stands to what it is held against; None for the reference."""
        return self.tie.link.relation if self.tie else None

    @property
    def verdict(self) -> bool:
        """Whether the reader said so."""
        return self.tie is not None and self.tie.link.verdict


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: the cells of the sources in which it was found, by source, and how they stand to each other.

    ``key``, that of its first own statement, tells it from other rows and is its place in reading order.
    ``reference`` is the source that the others are held against. ``relation`` is the most telling one of any
    two in the row, None where no match was found elsewhere. ``origins`` state what the reference does, its
    own among them; ``against`` contradict it. ``kinds`` are those of its claims, the reference's first.
    ``dropping`` are the sources that state as fact what another one of the row attributes to a speaker.
    ``compared`` is whether another whole text is there in which a match could be found.
    """

    key: Key
    reference: int
    cells: Mapping[int, MatrixCell]
    ties: tuple[StatementLink, ...]
    relation: str | None
    kinds: tuple[str, ...]
    origins: int
    against: int
    dropping: frozenset[int] = frozenset()
    compared: bool = True

    @property
    def own(self) -> list[MatrixCell]:
        """The cells whose statements have their place here."""
        return [cell for cell in self.cells.values() if cell.own]

    @property
    def verdict(self) -> bool:
        """Whether the reader gave a verdict on any two in the row."""
        return any(tie.link.verdict for tie in self.ties)

    @property
    def relations(self) -> frozenset[str]:
        """How any two in the row stand to each other."""
        return frozenset(tie.link.relation for tie in self.ties)

    def ties_of(self, source: int) -> list[StatementLink]:
        """How a source stands to each other one of the row, what a reader most wants to see first."""
        cell = self.cells.get(source)
        found = [tie for tie in self.ties if cell and tie.mine == cell.statement]
        return sorted(found, key=lambda tie: (RELATIONS.index(tie.link.relation), tie.theirs.key))
