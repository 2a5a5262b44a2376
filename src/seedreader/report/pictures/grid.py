"""A grid drawn as SVG: what the rows are about, a column for each source, a sign in each cell.

Colours of light surroundings are attributes, which every program understands; a style sheet has those of dark
ones. Each sign says by itself what its colour says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from seedreader.text.cell_width import width
from seedreader.text.harmless import one_line


class GridCell(NamedTuple):
    """A sign, the class of its colour (one of `TONES`), and what it says."""

    sign: str
    tone: str
    said: str


class GridRow(NamedTuple):
    """A row: what it is about, its cells by column, and whether something is left out before it."""

    label: str
    cells: Sequence[GridCell | None]
    gap: bool = False


class Grid(NamedTuple):
    """``title`` and ``description`` are for those who don't see it; ``key`` tells what the signs mean."""

    title: str
    description: str
    columns: Sequence[str]
    rows: Sequence[GridRow]
    key: Sequence[tuple[GridCell, str]]


class Tone(NamedTuple):
    """The colours of a sign and of what is behind it, in light and in dark surroundings."""

    fill: str
    ink: str
    dark_fill: str
    dark_ink: str


TONES = {
    "first": Tone("#3d4451", "#ffffff", "#d5dae3", "#14171c"),
    "same": Tone("#cfe3fb", "#0b2d57", "#234a7d", "#e3efff"),
    "against": Tone("#ffd5c7", "#6b1800", "#7a2c17", "#ffe6dd"),
    "dated": Tone("#d9e9d4", "#163d0c", "#2f5226", "#e6f5e0"),
}
PAPER, INK, FAINT, LINE = "#ffffff", "#1b1e24", "#565d69", "#d3d7de"
DARK_PAPER, DARK_INK, DARK_FAINT, DARK_LINE = "#16181d", "#e7e9ee", "#a6adba", "#3a404b"

DARK = (
    "@media (prefers-color-scheme:dark){"
    f".pic .paper{{fill:{DARK_PAPER}}}.pic .ink{{fill:{DARK_INK}}}.pic .faint{{fill:{DARK_FAINT}}}"
    f".pic .line{{stroke:{DARK_LINE}}}"
    + "".join(
        f".pic .{name}{{fill:{tone.dark_fill}}}.pic .{name}-ink{{fill:{tone.dark_ink}}}"
        for name, tone in TONES.items()
    )
    + "}"
)
"""The style sheet for dark surroundings."""

ROW, COLUMN, EDGE, GAP = 26, 34, 14, 10
"""Height of a row, width of a column, the margin, and the space before the labels, in units of the picture
(pixels at its own size)."""
LETTER = 7.0
"""Width of a letter of the labels at most."""
LONGEST = 70
"""Cells of a label."""


def draw(grid: Grid, id: str, standalone: bool) -> str:
    """The grid as one SVG element; ``standalone``: with what a file of its own needs.

    The cells are at the left, so that they are seen first where only a part of the picture fits.
    """
    labels = [_cut(row.label, LONGEST) for row in grid.rows]
    names = [_cut(f"{number} {name}", LONGEST) for number, name in enumerate(grid.columns, 1)]
    told = EDGE + COLUMN * len(names) + GAP
    wide = max(
        told + _longest(labels), EDGE + _longest(names), EDGE + COLUMN + _longest(w for _, w in grid.key)
    )
    top = EDGE + ROW
    below = top + ROW * len(grid.rows) + EDGE
    tall = below + ROW * (len(grid.key) + len(names)) + EDGE
    parts = [_open(grid, id, wide, tall, standalone)]
    parts += [
        _text(EDGE + COLUMN * (place + 0.5), EDGE + ROW / 2, str(place + 1), "ink", INK, bold=True)
        for place in range(len(names))
    ]
    for number, (row, label) in enumerate(zip(grid.rows, labels, strict=True)):
        parts += _row(row, label, told, top + ROW * number, wide)
    for number, (cell, said) in enumerate(grid.key):
        y = below + ROW * number
        parts.append(_cell(cell, EDGE, y))
        parts.append(_text(EDGE + COLUMN + 6, y + ROW / 2, said, "faint", FAINT, start=True))
    for number, name in enumerate(names):
        middle = below + ROW * (len(grid.key) + number + 0.5)
        parts.append(_text(EDGE, middle, name, "ink", INK, start=True))
    return "".join((*parts, "</svg>\n" if standalone else "</svg>"))


def _longest(words: Iterable[str]) -> float:
    """The width of the longest of some words, with the margin behind them."""
    return LETTER * max(map(width, words), default=0) + EDGE


def _open(grid: Grid, id: str, wide: float, tall: float, standalone: bool) -> str:
    space = 'xmlns="http://www.w3.org/2000/svg" ' if standalone else ""
    style = f"<style>{DARK}</style>" if standalone else ""
    return (
        f'<svg {space}class="pic" width="{wide:.0f}" height="{tall:.0f}" viewBox="0 0 {wide:.0f} {tall:.0f}" '
        f'role="img" aria-labelledby="{id}-t {id}-d" font-family="system-ui,sans-serif" font-size="13">'
        f'<title id="{id}-t">{words(grid.title)}</title>'
        f'<desc id="{id}-d">{words(grid.description)}</desc>{style}'
        f'<rect class="paper" width="{wide:.0f}" height="{tall:.0f}" fill="{PAPER}"/>'
    )


def _row(row: GridRow, label: str, told: float, y: float, wide: float) -> list[str]:
    dashes = ' stroke-dasharray="2 4"' if row.gap else ""
    parts = [
        f'<path class="line" d="M{EDGE} {y}H{wide - EDGE:.0f}" stroke="{LINE}" stroke-width="1"{dashes}/>',
        _text(told, y + ROW / 2, label, "ink", INK, start=True, said=row.label),
    ]
    return parts + [_cell(cell, EDGE + COLUMN * place, y) for place, cell in enumerate(row.cells) if cell]


def _cell(cell: GridCell, x: float, y: float) -> str:
    tone = TONES[cell.tone]
    sign = _text(x + COLUMN / 2, y + ROW / 2, cell.sign, f"{cell.tone}-ink", tone.ink, bold=True)
    return (
        f'<g><title>{words(cell.said)}</title><rect class="{cell.tone}" x="{x + 2:.1f}" y="{y + 2:.1f}" '
        f'width="{COLUMN - 4}" height="{ROW - 4}" rx="5" fill="{tone.fill}"/>{sign}</g>'
    )


def _text(
    x: float,
    y: float,
    text: str,
    kind: str,
    fill: str,
    *,
    bold: bool = False,
    start: bool = False,
    said: str = "",
) -> str:
    anchor = "" if start else ' text-anchor="middle"'
    weight = ' font-weight="600"' if bold else ""
    title = f"<title>{words(said)}</title>" if said and said != text else ""
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" dy=".35em"{anchor}{weight} fill="{fill}">'
        f"{title}{words(text)}</text>"
    )


def words(text: str) -> str:
    """Any text as the text of an element."""
    return escape(one_line(text), quote=False)


def _cut(text: str, most: int) -> str:
    """A text in one line of at most so many cells."""
    line = one_line(text[: 4 * most])
    if width(line) <= most:
        return line
    while width(line) > most - 1:
        line = line[:-1]
    return f"{line.rstrip()}…"
