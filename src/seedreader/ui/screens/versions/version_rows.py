"""How the comparison of two texts is drawn: side by side, or in one column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len
from rich.style import Style

from seedreader.analysis.differences.diff_values import (
    ADDED,
    DROPPED,
    LEFT,
    MOVED,
    REWORDED,
    SAME,
    ChangedFact,
    DiffBlock,
)
from seedreader.analysis.differences.fold_unchanged import Item, MoreFacts, UnchangedBlocks
from seedreader.analysis.differences.text_diff import DiffText, TextDiff
from seedreader.article import Range
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.wrap_runs import wrapped

MARKS = {SAME: " ", REWORDED: "~", MOVED: "⇄", LEFT: "⇄", DROPPED: "−", ADDED: "+"}
LEAD = 3
"""Cells left of the text: bar, mark, space."""
BETWEEN = " │ "
WIDE = 80
"""Width from which the texts stand side by side."""
LONGEST = 20_000
"""Characters of a block that are shown."""
KIND = 8
"""Cells of the kind of a fact."""


@dataclass(frozen=True)
class ComparedTexts:
    """Two texts and how they compare."""

    old: DiffText
    new: DiffText
    found: TextDiff

    def text(self, side: int) -> str:
        """One of the two texts: 0 the old one, 1 the new one."""
        return (self.old, self.new)[side].text


def middle(width: int) -> int:
    """The column at which the right one of two texts begins, its line of separation before it."""
    return LEAD + (width - LEAD - len(BETWEEN) - 1) // 2 + len(BETWEEN) - 1


def rows(
    versions: ComparedTexts, item: Item, styles: Styles, width: int, split: bool, chosen: bool
) -> list[Row]:
    """The rows of an item, at least one; ``split`` puts the two texts side by side."""
    pen = _Pen(styles, chosen)
    if isinstance(item, ChangedFact):
        return [pen.row(" ", _fact(versions, item, pen, width - LEAD), width)]
    if isinstance(item, MoreFacts):
        told = f"… {item.facts} more numbers, dates and names: e lists them"
        return [pen.row(" ", [(fit(told, width - LEAD), pen.faint)], width)]
    if isinstance(item, UnchangedBlocks):
        return [
            pen.row(
                marks.BOILERPLATE if item.is_boilerplate else " ", [(_folded(item, width), pen.faint)], width
            )
        ]
    drawn = (
        _split(versions, item, pen, width - LEAD) if split else _unified(versions, item, pen, width - LEAD)
    )
    mark = marks.BOILERPLATE if item.is_boilerplate else MARKS[item.kind]
    return [pen.row(" " if at else mark, row, width) for at, row in enumerate(drawn or [[]])]


class _Pen:
    """The styles of an item's rows."""

    def __init__(self, styles: Styles, chosen: bool) -> None:
        palette = styles.palette
        behind = palette.cursor if chosen else palette.background
        self.chosen = chosen
        self.text = styles.of(palette.strong if chosen else palette.text, behind)
        self.faint = styles.of(palette.strong if chosen else palette.faint, behind)
        self.bar = styles.of(palette.accent, behind, bold=True)
        self.light = styles.of(palette.text, behind, underline=True)
        gone, come = palette.tones["conflict"].mark, palette.tones["agree"].mark
        self.words = (styles.of(gone, behind, underline=True), styles.of(come, behind, bold=True))
        self.whole = (styles.of(gone, behind), styles.of(come, behind))
        self.moved = styles.of(palette.tones["copy"].mark, behind)

    def row(self, mark: str, drawn: Row, width: int) -> Row:
        """A row with its gutter, filled up to the width."""
        lead: Row = [(marks.CURSOR if self.chosen else " ", self.bar), (f"{mark} ", self.bar)]
        used = LEAD + sum(cell_len(text) for text, _ in drawn)
        return [*lead, *drawn, (" " * max(0, width - used), self.text)]


def _folded(fold: UnchangedBlocks, width: int) -> str:
    number = fold.last - fold.first
    what = (
        count(number, "line") + " of boilerplate"
        if fold.is_boilerplate
        else count(number, "sentence") + " the same"
    )
    return fit(f"⋯ {what}", width - LEAD)


def _fact(versions: ComparedTexts, fact: ChangedFact, pen: _Pen, width: int) -> Row:
    """What changed to what, with the sentence in which it did."""
    old, new = (
        one_line(versions.text(side)[slice(*span)]) if span else ""
        for side, span in enumerate((fact.old, fact.new))
    )
    room = max(4, width // 2 - KIND)
    drawn: Row = [(f"{fact.kind:<{KIND}}", pen.faint)]
    if old and new:
        old = fit(old, room // 2)
        drawn += [
            (old, pen.words[0]),
            (" → ", pen.text),
            (fit(new, max(4, room - cell_len(old) - 3)), pen.words[1]),
        ]
    else:
        drawn += [("+ " if new else "− ", pen.text), (fit(new or old, room - 2), pen.words[bool(new)])]
    used = sum(cell_len(text) for text, _ in drawn)
    gap = max(2, width // 2 - used)
    return [*drawn, (" " * gap, pen.text), (_around(versions, fact, max(0, width - used - gap)), pen.faint)]


def _around(versions: ComparedTexts, fact: ChangedFact, width: int) -> str:
    """The words around a fact, where it stands now, or else stood."""
    side = int(fact.new is not None)
    block, span = versions.found.blocks[fact.block], fact.new or fact.old
    assert span is not None
    begin, text = (block.old, block.new)[side][0], versions.text(side)
    start = max(begin, span[0] - width // 3)
    if start > begin:
        start = text.find(" ", start, span[0]) + 1 or span[0]
    return fit(("… " if start > begin else "") + text[start : start + 8 * width + 8], width)


def _split(versions: ComparedTexts, block: DiffBlock, pen: _Pen, width: int) -> list[Row]:
    """The old text on the left, the new one on the right."""
    each = (width - len(BETWEEN) - 1) // 2
    sides = [wrapped(_side(versions, block, side, pen), each) for side in (0, 1)]
    found: list[Row] = []
    for left, right in zip_longest(*sides, fillvalue=[]):
        used = sum(cell_len(text) for text, _ in left)
        found.append([*left, (" " * max(0, each - used), pen.text), (BETWEEN, pen.faint), *right])
    return found


def _side(versions: ComparedTexts, block: DiffBlock, side: int, pen: _Pen) -> Row:
    """What stands of a block on one side."""
    if not (block.in_old, block.in_new)[side]:
        if block.kind not in (MOVED, LEFT):
            return []
        way = "down" if block.down else "up"
        return [(f"moved further {way}, {'to here' if block.kind == MOVED else 'from here'}", pen.moved)]
    if block.is_boilerplate:
        return [(_beginning(versions.text(side), (block.old, block.new)[side]), pen.faint)]
    if block.kind in (DROPPED, ADDED, LEFT):
        style = pen.moved if block.kind == LEFT else pen.whole[side]
        return [(_beginning(versions.text(side), (block.old, block.new)[side]), style)]
    return list(_marked(versions.text(side), block, side, pen))


def _marked(text: str, block: DiffBlock, side: int, pen: _Pen) -> Iterator[tuple[str, Style]]:
    """One side's text with the words that differ in their style."""
    at, end = (block.old, block.new)[side]
    end = min(end, at + LONGEST)
    for change in block.changes:
        start, stop = (min(place, end) for place in (change.old, change.new)[side])
        yield text[at:start], pen.text
        yield text[start:stop], pen.light if change.light else pen.words[side]
        at = stop
    yield text[at:end], pen.text


def _unified(versions: ComparedTexts, block: DiffBlock, pen: _Pen, width: int) -> list[Row]:
    """Both texts in one: what was dropped in square brackets, what was added in curly ones."""
    if block.is_boilerplate or block.kind in (DROPPED, ADDED, SAME):
        return wrapped(_side(versions, block, int(block.in_new), pen), width - 1)
    way = "down" if block.down else "up"
    if block.kind == LEFT:
        words = one_line(versions.text(0)[block.old[0] : block.old[0] + 8 * width])
        return [[(fit(f"moved further {way}: {words}", width), pen.moved)]]
    lead: Row = [(f"moved further {way} to here: ", pen.moved)] if block.kind == MOVED else []
    return wrapped([*lead, *_merged(versions, block, pen)], width - 1)


def _merged(versions: ComparedTexts, block: DiffBlock, pen: _Pen) -> Iterator[tuple[str, Style]]:
    old, new = versions.text(0), versions.text(1)
    at, end = block.new[0], min(block.new[1], block.new[0] + LONGEST)
    for change in block.changes:
        if change.new[0] > end:
            break
        yield new[at : change.new[0]], pen.text
        at = change.new[1]
        if change.light:
            yield new[slice(*change.new)], pen.light
            continue
        gone, come = old[slice(*change.old)], new[slice(*change.new)]
        if gone:
            yield f"[−{gone}−]", pen.words[0]
        if gone and not come and new[at - 1 : at].isspace():
            yield " ", pen.text
        if come:
            yield f"{{+{come}+}}", pen.words[1]
    yield new[at:end], pen.text


def _beginning(text: str, span: Range) -> str:
    return text[span[0] : min(span[1], span[0] + LONGEST)]
