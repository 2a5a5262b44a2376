"""The chosen cell of the Matrix screen whole: what the source says, who says it, and how it stands."""

from __future__ import annotations

from seedreader.article import Quantity
from seedreader.story.matrix import Matrix, MatrixRow, Statement, StatementLink
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line, spaced
from seedreader.ui.evidence.evidence_panel import UNATTRIBUTED
from seedreader.ui.screens.matrix import matrix_rows
from seedreader.ui.screens.matrix.matrix_rows import DROPPED, UNMATCHED
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.labelled import labelled
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.source_numbers import numbers, partial

LONGEST = 10_000
"""Characters of a passage that are laid out at most."""
INDENT = 3
"""Cells before a label: as many as the mark in the heading takes."""
NAME = 60
"""Cells that a name takes at most."""


def detail(
    matrix: Matrix, fact: MatrixRow, source: int, styles: Styles, width: int, height: int, more: str
) -> list[Row]:
    """The chosen cell, then the others of its row, in ``height`` rows; ``more``: how to see the rest."""
    palette = styles.palette
    rows = [_heading(matrix, fact, source, styles, width)]
    if source in fact.cells:
        rows += _quoted("says", matrix, fact.cells[source].statement, [], styles, width)
    rows += labelled("in all", [(_in_all(matrix, fact), styles.of(palette.text))], styles, width, INDENT)
    ties = {tie.theirs.source: tie for tie in reversed(fact.ties_of(source))}
    others = [s for s in dict.fromkeys((*reversed(ties), fact.reference, *fact.cells)) if s != source]
    left_out = len(others)
    for other in others:
        tie = ties.get(other)
        label = tie.link.relation if tie else "beside"
        why = _why(tie, styles) if tie else []
        rows += _quoted(label, matrix, fact.cells[other].statement, why, styles, width)
        if len(rows) > height:
            break
        left_out -= 1
    if len(rows) > height > 0:
        told = f"… {count(left_out, 'source')} more: {more}" if left_out else f"… more: {more}"
        rows = [*rows[: height - 1], [(f"   {fit(told, width - 3)}", styles.of(palette.note))]]
    return rows[: max(0, height)]


def _heading(matrix: Matrix, fact: MatrixRow, source: int, styles: Styles, width: int) -> Row:
    palette = styles.palette
    cell = fact.cells.get(source)
    if cell is None:
        mark, colour, parts = UNMATCHED, palette.faint, [_absent(matrix, source)]
    elif cell.tie is None:
        mark, colour = matrix_rows.mark(fact, cell), palette.accent
        absent = "no match found elsewhere" if fact.compared else "no other whole text to compare it with"
        parts = ["the others are compared with it" if fact.relation else absent]
    else:
        relation = cell.tie.link.relation
        mark, colour = marks.MARKS[relation], palette.tones[relation].mark
        parts = [f"{relation}, compared with {cell.tie.theirs.source + 1}"]
    if cell is not None:
        claim = matrix.claim(cell.statement)
        parts += [", ".join(claim.kinds)] if claim else []
        parts += [f"{marks.VERDICT} your verdict"] if cell.verdict else []
        parts += [f"{DROPPED} attribution dropped"] if source in fact.dropping else []
        parts += [] if cell.own else ["its place is in another row"]
    name = f"{source + 1} {fit(_name(matrix, source), NAME)}"
    said = fit(" · ".join([name, *parts]), max(1, width - 4))
    bar = styles.of(palette.text, palette.bar)
    return [(f" {mark} ", styles.of(colour, palette.bar, bold=True)), (said, bar)]


def _quoted(
    label: str, matrix: Matrix, statement: Statement, why: Row, styles: Styles, width: int
) -> list[Row]:
    """The whole passage, the figure or day that is compared marked in it, who is named as saying it, why."""
    palette = styles.palette
    text, faint = styles.of(palette.text), styles.of(palette.faint)
    article, meant = matrix.articles[statement.source].text, statement.meant
    start, end = statement.start, min(statement.end, statement.start + LONGEST)
    inside = meant is not None and start <= meant.start and meant.end <= end
    edges = (meant.start, meant.end) if meant and inside else (end, end)
    marked = styles.of(palette.strong, bold=True, underline=True)
    pieces = (
        (article[start : edges[0]], text),
        (article[slice(*edges)], marked),
        (article[edges[1] : end], text),
    )
    claim = matrix.claim(statement)
    speaker = fit(claim.speaker.text, NAME) if claim and claim.speaker else UNATTRIBUTED
    lead = styles.of(palette.accent)
    runs: Row = [(f"{statement.source + 1} ", lead), ("“", text)]
    runs += [(spaced(piece), style) for piece, style in pieces if piece]
    runs.append((f"{'…' if end < statement.end else ''}”", text))
    runs.append((f" — {speaker}", faint))
    if meant and not inside:
        kind = "figure" if isinstance(meant, Quantity) else "day"
        runs.append((f" ({kind} in its sentence: {one_line(article[meant.start : meant.end])})", faint))
    return labelled(label, [*runs, *why], styles, width, INDENT)


def _why(tie: StatementLink, styles: Styles) -> Row:
    """How two sources stand to each other: their numbers in the order in which the reason speaks of them."""
    palette = styles.palette
    one, two = sorted((tie.mine.source + 1, tie.theirs.source + 1))
    mark = f"{marks.MARKS[tie.link.relation]}{marks.VERDICT if tie.link.verdict else ''}"
    tone = styles.of(palette.tones[tie.link.relation].mark, bold=True)
    said = f" {one_line(tie.link.why)} ({tie.link.score:.2f})"
    return [("  ", tone), (f"{one}{mark}{two}:", tone), (said, styles.of(palette.text))]


def _in_all(matrix: Matrix, fact: MatrixRow) -> str:
    """How many origins state it and contradict it, and where no match was found."""
    several = any(len(group) > 1 for group in matrix.origins)
    stating = count(fact.origins, "origin")
    parts = [f"{stating} of {len(matrix.origins)} {'states' if fact.origins == 1 else 'state'} it"]
    parts[0] += (
        f" ({count(len(fact.cells), 'source')} of {len(matrix.columns)} in this row)" if several else ""
    )
    if fact.against:
        parts.append(f"{fact.against} {'contradicts' if fact.against == 1 else 'contradict'} it")
    absent = [source for source in sorted(matrix.columns) if source not in fact.cells]
    unmatched = [source + 1 for source in absent if not matrix.articles[source].partial]
    parts += [f"no match found in {numbers(unmatched)}"] if unmatched else []
    return "; ".join([*parts, *partial(matrix.articles, absent)])


def _absent(matrix: Matrix, source: int) -> str:
    """That a source has no cell: of a part of a text that says nothing."""
    kind = matrix.articles[source].partial
    return f"{kind}: what it leaves out can't be told" if kind else "no match found in it"


def _name(matrix: Matrix, source: int) -> str:
    article = matrix.articles[source]
    return article.outlet or article.name
