"""Writes to the terminal only what differs there: the changed words of a row, the changed colour of a style.

Over a slow line the bytes are what one waits for.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple, cast

from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen
from textual.strip import Strip

from seedreader.text.sanitize import UNUSUAL

PLAIN = Style.null()

OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
"""What ends each attribute: bold and dim with one."""

CLOSELY = 40
"""Parts of rows that one update compares cell by cell; of more, as when columns scroll, most is new."""

Piece = tuple[int, int, Sequence[Segment]]
"""Column and row, and what is written from there on."""


_Colours = tuple[Color | None, Color | None]

_Changed = tuple[int, int, Strip | None, Strip]
"""Column and row, what stands there if that is known, and what is to stand there."""


class ScreenBuffer:
    """What stands on the terminal, as far as it is known: of each row, the strips by their first columns."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, Strip]] = {}

    def forget(self) -> None:
        """Take nothing for known: another program has written there."""
        self._rows.clear()

    def everything(self, update: LayoutUpdate) -> Iterator[Piece]:
        """What draws all of the screen."""
        self._rows = {}
        for y, strips in enumerate(update.strips, update.region.y):
            row = list(strips)
            columns = accumulate((strip.cell_length for strip in row), initial=update.region.x)
            self._rows[y] = dict(zip(columns, row, strict=False))
            yield update.region.x, y, [*chain.from_iterable(row)]

    def changes(self, update: ChopsUpdate) -> Iterator[Piece]:
        """What draws the spans of an update, as far as they differ from what stands there."""
        changed = list(self._changed(update))
        if len(changed) > CLOSELY:
            return ((x, y, [*strip]) for x, y, _, strip in changed)
        return _by_style(chain.from_iterable(map(_by_colour, _closely(changed))))

    def _changed(self, update: ChopsUpdate) -> Iterator[_Changed]:
        """Each strip that differs from what stands there, or of which that is not known."""
        for y, first, last in update.spans:
            strips, known = update.chops[y], self._rows.setdefault(y, {})
            if not known.keys() <= strips.keys():
                known.clear()
            for end, (x, strip) in zip(update.chop_ends[y], strips.items(), strict=False):
                if strip is None or x > last or end <= first:
                    continue
                old, known[x] = known.get(x), strip
                if old != strip:
                    yield x, y, old, strip


class DiffingApp(App[None]):
    """An app whose screens are written thriftily."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self._terminal = ScreenBuffer()

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.forget_screen(), immediate=True)

    def forget_screen(self) -> None:
        """Take nothing of what stands on the terminal for known."""
        self._terminal.forget()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, cast("RenderableType", DiffUpdate(self._terminal, renderable)))
        else:
            super()._display(screen, renderable)


class DiffUpdate(CompositorUpdate):
    """An update of the screen, written thriftily."""

    def __init__(self, terminal: ScreenBuffer, update: LayoutUpdate | ChopsUpdate) -> None:
        self._terminal, self._update = terminal, update

    def render_segments(self, console: Console) -> str:
        update, colours = self._update, console._color_system or ColorSystem.TRUECOLOR
        if isinstance(update, LayoutUpdate):
            return written(self._terminal.everything(update), colours)
        return written(self._terminal.changes(update), colours)


def _closely(changed: Iterable[_Changed]) -> Iterator[Piece]:
    for x, y, old, strip in changed:
        if old is not None and old.cell_length == strip.cell_length:
            yield from ((x + cells, y, part) for cells, part in differing(old, strip))
        else:
            yield x, y, [*strip]


def differing(old: Iterable[Segment], new: Iterable[Segment]) -> Iterator[tuple[int, Sequence[Segment]]]:
    """The parts of a row that are new, each with the cells before it. Both rows take the same cells."""
    before, after = _runs(old), _runs(new)
    if any(run.start == run.end and run.segment.text for run in (*before, *after)):
        yield 0, [run.segment for run in after]  # a mark apart from its letter
        return
    run: list[Segment] = []
    begin = end = 0
    for cell, segment in _new_parts(before, after):
        if cell != end and run:
            yield begin, run
            run = []
        begin = begin if run else cell
        run.append(segment)
        end = cell + cell_len(segment.text)
    if run:
        yield begin, run


def written(pieces: Iterable[Piece], colours: ColorSystem) -> str:
    """Pieces as the terminal takes them; its style is plain before and afterwards."""
    out: list[str] = []
    style, row = PLAIN, -1
    for x, y, segments in pieces:
        out.append(f"\x1b[{x + 1}G" if y == row else f"\x1b[{y + 1};{x + 1}H")
        row = y
        for text, given, _ in segments:
            wanted = given or PLAIN
            if wanted.link:
                out += (_change(style, PLAIN, colours), Strip.render_style(wanted, text, colours))
                style = PLAIN
                continue
            if wanted is not style:
                out.append(_change(style, wanted, colours))
                style = wanted
            out.append(text)
    out.append(_change(style, PLAIN, colours))
    return "".join(out)


def _by_colour(piece: Piece) -> Iterator[Piece]:
    """A piece cut where its colours change: to go there costs fewer bytes than to change them."""
    x, y, segments = piece
    run: list[Segment] = []
    at = x
    for segment in segments:
        cells = cell_len(segment.text)
        if run and cells and _colours(run[-1]) != _colours(segment):
            yield x, y, run
            x, run = at, []
        run.append(segment)
        at += cells
    yield x, y, run


def _colours(segment: Segment) -> _Colours:
    style = segment.style or PLAIN
    return style.color, style.bgcolor


def _by_style(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces in an order in which one often has the colours of the one before."""
    waiting = dict(enumerate(piece for piece in pieces if piece[2]))
    coloured = defaultdict[_Colours | None, deque[int]](deque)
    for number, (_, _, segments) in waiting.items():
        coloured[_colours(segments[0])].append(number)
    colours: _Colours | None = None
    while waiting:
        number = coloured[colours][0] if coloured[colours] else next(iter(waiting))
        piece = waiting.pop(number)
        colours = _colours(piece[2][0])
        coloured[colours].popleft()
        yield piece


class _Run(NamedTuple):
    """A segment and the cells that it takes; one whose characters take a cell each can be cut."""

    start: int
    end: int
    segment: Segment
    plain: bool

    def cut(self, start: int, end: int) -> str:
        """What stands in these cells."""
        return self.segment.text[start - self.start : end - self.start]


def _runs(segments: Iterable[Segment]) -> list[_Run]:
    runs, start = [], 0
    for segment in segments:
        cells = cell_len(segment.text)
        plain = cells == len(segment.text) and (cells == 1 or not UNUSUAL.search(segment.text))
        runs.append(_Run(start, start + cells, segment, plain))
        start += cells
    return runs


def _new_parts(old: Sequence[_Run], new: Sequence[_Run]) -> Iterator[tuple[int, Segment]]:
    """What of ``new`` does not stand there, with its first cell."""
    number = 0
    for run in new:
        at = run.start
        while at < run.end:
            while old[number].end <= at:
                number += 1
            there = old[number]
            end = min(run.end, there.end) if run.plain else run.end
            if run.plain and there.plain:
                text, standing = run.cut(at, end), there.cut(at, end)
                if run.segment.style != there.segment.style:
                    yield at, Segment(text, run.segment.style)
                elif text != standing:
                    before, after = _alike(text, standing), _alike(text[::-1], standing[::-1])
                    yield at + before, Segment(text[before : len(text) - after], run.segment.style)
            elif run[:3] != there[:3]:
                yield at, Segment(run.cut(at, end), run.segment.style) if run.plain else run.segment
            at = end


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    shorter = min(len(one), len(other))
    return next((i for i in range(shorter) if one[i] != other[i]), shorter)


class _Codes(NamedTuple):
    """The parameters of a style's escape sequence."""

    attributes: frozenset[str]
    text: str
    behind: str


@lru_cache(maxsize=4096)
def _change(old: Style, new: Style, colours: ColorSystem) -> str:
    """What turns the one style into the other on the terminal."""
    before, after = _codes(old, colours), _codes(new, colours)
    if before == after:
        return ""
    gone = before.attributes - after.attributes
    if after == _codes(PLAIN, colours) or not gone <= OFF.keys():
        return f"\x1b[{';'.join(filter(None, ('0', *sorted(after.attributes), *after[1:])))}m"
    off = {OFF[attribute] for attribute in gone}
    on = {each for each in after.attributes if each not in before.attributes or OFF.get(each) in off}
    pairs = ((before.text, after.text, "39"), (before.behind, after.behind, "49"))
    changed = (wanted or usual for now, wanted, usual in pairs if now != wanted)
    return f"\x1b[{';'.join((*sorted(off), *sorted(on), *changed))}m"


@lru_cache(maxsize=1024)
def _codes(style: Style, colours: ColorSystem) -> _Codes:
    text = style.color.downgrade(colours).get_ansi_codes() if style.color else ()
    behind = style.bgcolor.downgrade(colours).get_ansi_codes(foreground=False) if style.bgcolor else ()
    attributes = Strip.render_ansi(style.without_color, colours)
    return _Codes(frozenset(filter(None, attributes.split(";"))), ";".join(text), ";".join(behind))
