from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from seedreader.ui.internals.terminal_diff import ScreenBuffer, differing, written

WIDTH, HEIGHT, CUT = 24, 4, 10

STYLES = [
    None,
    *map(
        Style.parse,
        (
            "#ff0000 on #000000",
            "#ff0000 on #112233",
            "bold #00ff00 on #112233",
            "underline",
            "red on default",
        ),
    ),
]


@st.composite
def strips(draw: st.DrawFn, width: int) -> Strip:
    """A row of exactly ``width`` cells, wide characters among them."""
    segments: list[Segment] = []
    left = width
    while left:
        text = draw(st.sampled_from(["a", "abc", "  ", "über", "漢", "漢字 x", "“ab”", "e\u0301x", "\u0301"]))
        cells = Segment(text).cell_length
        if cells > left or (not cells and not segments):
            text, cells = " ", 1
        segments.append(Segment(text, draw(st.sampled_from(STYLES))))
        left -= cells
    return Strip(segments, width)


ROWS = st.lists(st.tuples(strips(CUT), strips(WIDTH - CUT)), min_size=HEIGHT, max_size=HEIGHT)


def drawn(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    return [[tuple(screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def terminal_showing(texts: list[str]) -> pyte.Screen:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    for text in texts:
        stream.feed(text)
    return screen


def everything(terminal: ScreenBuffer, rows: list[tuple[Strip, Strip]]) -> str:
    update = LayoutUpdate([list(row) for row in rows], Region(0, 0, WIDTH, HEIGHT))
    return written(terminal.everything(update), ColorSystem.TRUECOLOR)


def changes(terminal: ScreenBuffer, rows: list[tuple[Strip, Strip]]) -> str:
    chops = [{0: left, CUT: right} for left, right in rows]
    spans = [(y, 0, WIDTH) for y in range(HEIGHT)]
    update = ChopsUpdate(chops, spans, [[CUT, WIDTH]] * HEIGHT)
    return written(terminal.changes(update), ColorSystem.TRUECOLOR)


@given(ROWS, st.lists(ROWS, max_size=3))
def test_what_is_left_out_stands_there_already(
    first: list[tuple[Strip, Strip]], then: list[list[tuple[Strip, Strip]]]
) -> None:
    terminal = ScreenBuffer()
    texts = [everything(terminal, first), *(changes(terminal, rows) for rows in then)]
    anew = everything(ScreenBuffer(), [first, *then][-1])
    assert drawn(terminal_showing(texts)) == drawn(terminal_showing([anew]))


@given(ROWS)
def test_nothing_is_written_twice(rows: list[tuple[Strip, Strip]]) -> None:
    terminal = ScreenBuffer()
    everything(terminal, rows)
    again = [(Strip([*left]), Strip([*right])) for left, right in rows]
    assert changes(terminal, again) == ""
    terminal.forget()
    assert changes(terminal, again) != ""


def test_only_the_changed_words_of_a_row_are_written() -> None:
    style = Style.parse("#ff0000 on #000000")
    old = [Segment("claim 7/63 ", style), Segment("follow", style)]
    new = [Segment("claim 8/63 ", style), Segment("follow", style)]
    assert list(differing(old, new)) == [(6, [Segment("8", style)])]


def test_only_the_changed_colour_of_a_style_is_written() -> None:
    segments = [
        Segment("a", Style.parse("#ff0000 on #112233")),
        Segment("b", Style.parse("#00ff00 on #112233")),
        Segment("c", Style.parse("#00ff00")),
    ]
    assert written([(0, 0, segments)], ColorSystem.TRUECOLOR) == (
        "\x1b[1;1H\x1b[38;2;255;0;0;48;2;17;34;51ma\x1b[38;2;0;255;0mb\x1b[49mc\x1b[0m"
    )
