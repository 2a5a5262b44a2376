"""Rows put together to paragraphs, headings, lists, captions and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from seedreader.ingest import written_day
from seedreader.ingest.formats.pdf import words
from seedreader.ingest.formats.pdf.pages import HYPHENS
from seedreader.ingest.formats.pdf.rows import MARK, Row
from seedreader.ingest.text_builder import Block

CELL = " | "
"""What stands between the cells of a table's row."""

BOLD = "b"
"""The name of a block that is all bold."""

_LEADING, _DEFAULT_LEADING, _DISPLAY = 1.35, 1.7, 1.25
_FEW = 4
_CELLS = 30
_NEAR = 8
"""How many rows before and after one tell how wide its column is."""

_SAME_SIZE = 0.12
_INDENT = 0.7
_HEADING = 1.12
_HEADING_WORDS = 30
_CELL_GAP = 1.2
_ENDED = re.compile(r"[.!?…:;。！？؟][\"”’»“)\]]{0,3}\d{0,3}\Z")
_BULLET = re.compile(r"(?:[•‣▪◦●■–—*➢✓·-]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|abb(?:\.|ildung)|tab(?:\.|elle)|foto|photo|bild|image|graphic|grafik|tableau"
    r"|figura|tabla|tabela|figuur|tabel|infographic|chart)\b\.?\s*(?:[\dIVX]{1,4}\s*[.:)–—-]|:)",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")


class Placed(NamedTuple):
    """A block, the size of its letters, and the number of its page (from 0)."""

    block: Block
    size: float
    page: int


class _Flow(NamedTuple):
    """Rows one below the other in a column: its ends at each, which are of a table, their distance."""

    rows: list[Row]
    size: float
    ends: list[tuple[float, float]]
    tabular: list[bool]
    leading: float


def blocks(rows: Sequence[Row], told: words.Known, furniture: dict[int, str], body: float) -> list[Placed]:
    """The blocks of a document; the furniture of a page stands behind the paragraph that goes over its end.

    ``body`` is the usual size of letters.
    """
    found: list[_Part] = []
    for flow in _flows([row for row in rows if id(row) not in furniture]):
        for part in _parts(flow, body):
            if found and _goes_on(found[-1], part, body):
                found[-1] = found[-1]._replace(rows=[*found[-1].rows, *part.rows], right=part.right)
            else:
                found.append(part)
    behind: dict[int, list[Placed]] = {}
    for row in rows:
        if id(row) in furniture:
            behind.setdefault(row.page, []).append(
                Placed(Block(words.shown(row.text), furniture[id(row)]), row.size, row.page)
            )
    result: list[Placed] = []
    last = {part.rows[0].page: i for i, part in enumerate(found)}
    for i, part in enumerate(found):
        page = part.rows[0].page
        result += (each for early in sorted(behind) if early < page for each in behind.pop(early))
        result.append(_placed(part, told))
        if last[page] == i:
            result += behind.pop(page, [])
    return [*result, *(each for page in sorted(behind) for each in behind[page])]


class _Part(NamedTuple):
    """The rows of one block, what it is, and the right end of the column that it ends in."""

    rows: list[Row]
    kind: str
    right: float


def _flows(rows: Sequence[Row]) -> Iterator[_Flow]:
    """Rows as columns: each row stands below the one before and shares some of its width."""
    held: list[Row] = []
    for row in rows:
        if held and not _is_below(held[-1], row):
            yield _flow(held)
            held = []
        held.append(row)
    if held:
        yield _flow(held)


def _is_below(a: Row, b: Row) -> bool:
    return (
        a.page == b.page
        and a.pieces[0].aside == b.pieces[0].aside
        and b.y < a.y
        and b.x0 < a.x1
        and a.x0 < b.x1
        and a.y - b.y < 8 * max(a.size, b.size)
    )


def _flow(rows: list[Row]) -> _Flow:
    size = median(row.size for row in rows)
    steps = [a.y - b.y for a, b in pairwise(rows) if abs(a.size - b.size) <= _SAME_SIZE * a.size]
    close = [step for step in steps if step < 2.2 * size]
    leading = _least_usual(close) if close else _DEFAULT_LEADING / _LEADING * size
    if len(close) < _FEW:
        leading = min(leading, _DEFAULT_LEADING / _LEADING * size)
    return _Flow(rows, size, [_ends(rows, i) for i in range(len(rows))], _tabular(rows), leading)


def _tabular(rows: Sequence[Row]) -> list[bool]:
    """Which rows are of a table: some cells stand apart, and under or over such cells of the next row."""
    apart = [_is_set_apart(row) and not _is_stretched(rows, i) for i, row in enumerate(rows)]
    under = [
        a and b and _is_aligned(x, y) for a, b, (x, y) in zip(apart, apart[1:], pairwise(rows), strict=False)
    ]
    return [a or b for a, b in zip([False, *under], [*under, False], strict=True)]


def _is_set_apart(row: Row) -> bool:
    gaps = (b.x0 - a.x1 for a, b in pairwise(row.pieces))
    if len(row.pieces) == 2 and MARK.fullmatch(row.pieces[0].text):
        return False
    return any(gap > _CELL_GAP * row.size for gap in gaps) and not _LEADER.search(row.text)


def _is_stretched(rows: Sequence[Row], i: int) -> bool:
    """Whether a row is a line of text whose spaces were widened to fill the column."""
    row = rows[i]
    gaps = [b.x0 - a.x1 for a, b in pairwise(row.pieces)]
    if len(gaps) > 1 and max(gaps) > 1.15 * min(gaps):
        return False
    near = (each for each in rows[max(0, i - 3) : i + 4] if not _is_set_apart(each))
    as_wide = any(max(abs(row.x0 - each.x0), abs(row.x1 - each.x1)) < 0.3 * row.size for each in near)
    return as_wide and not any(" " in piece.text for piece in row.pieces)


def _is_aligned(a: Row, b: Row) -> bool:
    """Whether a cell but the first begins, ends or has its middle where one of the other row does."""
    return any(
        min(abs(x.x0 - y.x0), abs(x.x1 - y.x1), abs(x.x0 + x.x1 - y.x0 - y.x1) / 2) < 0.6 * a.size
        for x in a.pieces[1:_CELLS]
        for y in b.pieces[1:_CELLS]
    )


def _ends(rows: Sequence[Row], i: int) -> tuple[float, float]:
    """The left and right end of the column at a row: those of the rows about it that are set alike."""
    row = rows[i]
    alike = [
        each
        for each in rows[max(0, i - _NEAR) : i + _NEAR + 1]
        if abs(each.size - row.size) <= _SAME_SIZE * row.size and abs(each.x0 - row.x0) <= 4 * row.size
    ]
    return min(each.x0 for each in alike), max(each.x1 for each in alike)


def _least_usual(steps: Sequence[float]) -> float:
    """The distance that most rows have; of two as frequent the lesser."""
    counts = Counter(round(step * 2) for step in steps)
    most = max(counts.values())
    return min(step for step, count in counts.items() if count >= 0.6 * most) / 2


def _parts(flow: _Flow, body: float) -> Iterator[_Part]:
    """The blocks of a column."""
    held = 0
    for i in range(1, len(flow.rows) + 1):
        if i == len(flow.rows) or _is_apart(flow, held, i):
            own = flow.rows[held:i]
            yield _Part(own, _kind(own, body, flow.tabular[i - 1]), flow.ends[i - 1][1])
            held = i


def _is_apart(flow: _Flow, held: int, i: int) -> bool:
    """Whether a row begins a block of its own, after those from ``held`` on."""
    first, last, row = flow.rows[held], flow.rows[i - 1], flow.rows[i]
    step = last.y - row.y
    if flow.tabular[i]:
        is_head = held == i - 1 and _is_head(last, row)
        return not (step < 2.5 * row.size and (flow.tabular[i - 1] or is_head))
    if flow.tabular[i - 1]:
        return True
    if abs(last.size - row.size) > _SAME_SIZE * max(last.size, row.size):
        return True
    leading = max(flow.leading, _DISPLAY * row.size if row.size > _HEADING * flow.size else 0)
    if step > _LEADING * leading:
        return True
    if _LEADER.search(last.text):
        return True
    had_room = _had_room(last, row, flow.ends[i - 1][1])
    if last.bold != row.bold and (last.bold or (had_room and _ENDED.search(last.text))):
        return True
    if _BULLET.match(row.text) and (had_room or _BULLET.match(first.text)):
        return True
    if _is_indented(flow, i) and not _is_indented(flow, i - 1) and not _BULLET.match(first.text):
        return True
    return had_room and (not row.text[0].islower() or _ENDED.search(last.text) is not None)


def _is_indented(flow: _Flow, i: int) -> bool:
    return flow.rows[i].x0 - flow.ends[i][0] > _INDENT * flow.rows[i].size


def _had_room(last: Row, row: Row, right: float) -> bool:
    """Whether the first word of a row had stood in the one before, had that not been ended on purpose."""
    if last.text[-1] in HYPHENS:
        return False
    first = row.text.split()[0]
    width = (row.x1 - row.x0) / len(row.text) * (len(first) + 1)
    return last.x1 + width + 0.5 * row.size < right


def _is_head(row: Row, under: Row) -> bool:
    """Whether a row is the head of the table whose first row stands under it."""
    return (
        abs(row.x0 - under.x0) < 2 * row.size and row.x1 > (under.x0 + under.x1) / 2 and row.bold > under.bold
    )


def _kind(rows: Sequence[Row], body: float, tabular: bool) -> str:
    text = " ".join(row.text for row in rows)
    if tabular and len(rows) > 1:
        return "table"
    if _CAPTION.match(text):
        return "caption"
    usual = "list" if _BULLET.match(text) and written_day.whole(text) is None else "paragraph"
    if not any(map(str.isalpha, text)) or len(text.split()) > _HEADING_WORDS:
        return usual
    size = median(row.size for row in rows)
    is_bold = all(row.bold for row in rows)
    if size >= _HEADING * body or (
        is_bold and size >= 0.95 * body and len(rows) <= 3 and not text.endswith(".")
    ):
        return "heading"
    return usual


def _goes_on(before: _Part, part: _Part, body: float) -> bool:
    """Whether a block is the rest of one that ended a column or page."""
    a, b = before.rows[-1], part.rows[0]
    if (
        before.kind not in ("paragraph", "list")
        or part.kind not in ("paragraph", "list")
        or a.pieces[0].aside
    ):
        return False
    if abs(a.size - b.size) > _SAME_SIZE * a.size or a.bold != b.bold or _is_below(a, b):
        return False
    if _ENDED.search(a.text) or a.size < 0.8 * body or _LEADER.search(a.text):
        return False
    if a.text[-1] in HYPHENS:
        return True
    starts_small = b.text[0].islower()
    full = a.x1 > before.right - 4 * a.size
    return starts_small or (full and len(before.rows) > 1 and len(a.text) > 15 and not _BULLET.match(b.text))


def _placed(part: _Part, told: words.Known) -> Placed:
    if part.kind == "table":
        text = words.shown("\n".join(_cells(row) for row in part.rows))
    elif len(part.rows) > 2 and all(len(row.text) <= 2 for row in part.rows):
        text = words.shown("".join(row.text for row in part.rows))  # a column one letter wide
    else:
        text = words.join((row.text for row in part.rows), told)
    names = (BOLD,) if all(row.bold for row in part.rows) else ()
    block = Block(text, part.kind, names=names)
    return Placed(block, median(row.size for row in part.rows), part.rows[0].page)


def _cells(row: Row) -> str:
    parts = [row.pieces[0].text]
    for a, b in pairwise(row.pieces):
        parts.append((CELL if b.x0 - a.x1 > _CELL_GAP / 2 * row.size else " ") + b.text)
    return "".join(parts)
