"""The facts of a story, as its matrix groups them, with what each source says of them."""

from __future__ import annotations

from collections.abc import Callable

from seedreader.article import RELATIONS
from seedreader.report.content.quoting import Quoting
from seedreader.report.values import Fact, FactSource
from seedreader.story.matrix import Matrix, MatrixCell, MatrixRow
from seedreader.story.matrix.statements import COMPARED
from seedreader.text.reason_sentence import mention_in_words


def find(
    matrix: Matrix, quoting: Quoting, disagreement_of: Callable[[MatrixRow], int | None]
) -> tuple[Fact, ...]:
    """Every fact: what most origins state first, then what most contradict, then the most check-worthy."""
    found = [_fact(matrix, row, quoting, disagreement_of(row)) for row in matrix.facts]
    found.sort(key=lambda fact: (-fact.origins, -fact.against, -fact.score))
    return tuple(fact._replace(number=number) for number, fact in enumerate(found, 1))


def _fact(matrix: Matrix, row: MatrixRow, quoting: Quoting, disagreement: int | None) -> Fact:
    """A row of the matrix. A statement that has its place in another row counts where it was compared with
    the reference itself: what only bears out another one of the row may state less.
    """
    told = [source for source, cell in row.cells.items() if _is_told(row, source, cell)]
    told.sort(key=lambda source: (source != row.reference, *_nearness(row.cells[source]), source))
    against = {source for source in told if row.cells[source].relation == "conflict"}
    whole = {source for source in set(told) - against if not matrix.articles[source].partial}
    stating, contrary = (_origins(matrix, sources) for sources in (whole, against))
    return Fact(
        number=0,
        sources=tuple(_source(matrix, row, source, quoting) for source in told),
        kinds=row.kinds,
        origins=max(1, len(stating)),
        against=len(contrary - stating),
        compared=row.compared and len(matrix.origins) > 1,
        score=_score(matrix, row),
        disagreement=disagreement,
    )


def _is_told(row: MatrixRow, source: int, cell: MatrixCell) -> bool:
    if source == row.reference:
        return True
    with_reference = cell.tie is not None and cell.tie.theirs.source == row.reference
    return cell.relation in COMPARED and (cell.own or with_reference)


def _origins(matrix: Matrix, sources: set[int]) -> set[int]:
    return {number for number, group in enumerate(matrix.origins) if not sources.isdisjoint(group)}


def _nearness(cell: MatrixCell) -> tuple[bool, int]:
    """Those that bear it out first, what contradicts it last."""
    relation = cell.relation or "copy"
    return relation == "conflict", -RELATIONS.index(relation)


def _source(matrix: Matrix, row: MatrixRow, source: int, quoting: Quoting) -> FactSource:
    cell = row.cells[source]
    return FactSource(
        quoting.quote(source, cell.statement.start, cell.statement.end),
        cell.relation,
        _compared(matrix, cell, source),
        as_fact=source in row.dropping,
        judged=cell.verdict,
    )


def _compared(matrix: Matrix, cell: MatrixCell, source: int) -> str:
    """The figure or day that is compared, in the source's own words; empty where it is something else."""
    if cell.tie is None or cell.tie.link.reason is None:
        return ""
    link, reason, article = cell.tie.link, cell.tie.link.reason, matrix.articles[source]
    mention = reason.a if link.a.article is article else reason.b
    return mention_in_words(mention, article.text)


def _score(matrix: Matrix, row: MatrixRow) -> float:
    claims = filter(None, (matrix.claim(cell.statement) for cell in row.own))
    return max((claim.score for claim in claims), default=0.0)
