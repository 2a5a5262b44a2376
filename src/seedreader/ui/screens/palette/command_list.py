"""The commands that match, each with its help beneath it. Only the rows that are seen are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import SystemCommand
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style as VisualStyle

from seedreader.ui.screens.palette.command_match import CommandMatch
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.wrap_runs import wrapped

MARGIN = 2
"""Cells beside a command, on either side."""
NO_MATCH = "No matches found"


class CommandList(ScrollView, can_focus=False):
    """One of the commands is chosen; the keys that change that are the screen's."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "commands--title", "commands--chosen", "commands--pointed", "commands--none",
        "commands--help", "commands--letter",
    }  # fmt: skip
    DEFAULT_CSS = """
    CommandList {
        visibility: visible; height: auto; max-height: 70vh; background: transparent; overflow-x: hidden;
        border-top: blank; border-bottom: hkey black;
    }
    CommandList > .commands--title { color: $foreground; text-style: bold; }
    CommandList > .commands--chosen {
        color: $block-cursor-blurred-foreground;
        background: $block-cursor-blurred-background;
        text-style: $block-cursor-blurred-text-style;
    }
    CommandList:ansi > .commands--chosen {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    CommandList:nocolor > .commands--chosen { text-style: reverse; }
    CommandList > .commands--pointed { background: $block-hover-background; }
    CommandList > .commands--none { color: $text-disabled; }
    CommandList > .commands--help { color: $foreground; text-style: not bold; }
    CommandList > .commands--letter { text-style: bold underline; }
    CommandList:nocolor > .commands--letter { text-style: underline; }
    """

    class Clicked(Message):
        """The chosen command was clicked on."""

    def __init__(self) -> None:
        super().__init__()
        self._matches: Sequence[CommandMatch] = ()
        self._row_places: list[tuple[int, int]] = []
        """Of each row, the index of its match, and which of that match's rows it is, from 0."""
        self._chosen = 0
        self._pointed: int | None = None

    def list_matches(self, matches: Sequence[CommandMatch]) -> None:
        """List these in place of those before, with the first one chosen."""
        self._matches, self._chosen, self._pointed = matches, 0, None
        self._place_rows()
        self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.refresh()

    # -- which is chosen -------------------------------------------------------------------------------

    @property
    def chosen(self) -> SystemCommand | None:
        """The command that Enter runs; None where none matches."""
        return self._matches[self._chosen].command if self._matches else None

    def step(self, by: int) -> None:
        """Choose the command so many further down; past one end it goes on at the other."""
        if self._matches:
            self._choose((self._chosen + by) % len(self._matches))

    def page(self, by: int) -> None:
        """Choose the command so many pages further down, as far as there are any."""
        if self._matches:
            y = next(y for y, (index, _) in enumerate(self._row_places) if index == self._chosen)
            y += by * self.scrollable_content_region.height
            self._choose(self._row_places[max(0, min(y, len(self._row_places) - 1))][0])

    def end(self, by: int) -> None:
        """Choose the last command, or the first where ``by`` is negative."""
        if self._matches:
            self._choose(len(self._matches) - 1 if by > 0 else 0)

    def _choose(self, index: int) -> None:
        self._chosen = index
        rows = [y for y, (each, _) in enumerate(self._row_places) if each == index]
        region = Region(0, rows[0], self.scrollable_content_region.width, len(rows))
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self.refresh()

    # -- which rows there are --------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._rows_at(width)))

    def on_resize(self) -> None:
        self._place_rows()

    def _place_rows(self) -> None:
        """Give each command its rows; without a command there is one row that says so."""
        width = self.scrollable_content_region.width or self.app.size.width
        self._row_places = self._rows_at(width)
        self.virtual_size = Size(width, max(1, len(self._row_places)))

    def _rows_at(self, width: int) -> list[tuple[int, int]]:
        return [
            (index, row)
            for index, match in enumerate(self._matches)
            for row in range(_height(match.command, width - 2 * MARGIN))
        ]

    # -- drawing ---------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        y += self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not self._matches:
            return Strip([Segment(NO_MATCH.center(width), self._component("none").rich_style)]).crop(0, width)
        if y >= len(self._row_places):
            return Strip.blank(width, self.rich_style)
        index, row = self._row_places[y]
        base = self._component("title", *(["chosen"] if index == self._chosen else []))
        if index == self._pointed and index != self._chosen:
            base += self._partial("pointed")
        runs = [(" " * MARGIN, base.rich_style)]
        runs += self._rows_of(self._matches[index], base, width - 2 * MARGIN)[row]
        return Strip([Segment(*run) for run in runs]).adjust_cell_length(width, base.rich_style)

    def _rows_of(self, match: CommandMatch, base: VisualStyle, width: int) -> list[Row]:
        title, help_style = match.command.title, (base + self._partial("help")).rich_style
        plain, letter = base.rich_style, (base + self._partial("letter")).rich_style
        runs = [(text, letter if typed else plain) for typed, text in _runs(title, match.letters)]
        help_runs = [(match.command.help, help_style)]
        return [*wrapped(runs, max(1, width)), *wrapped(help_runs, max(1, width))]

    def _component(self, *names: str) -> VisualStyle:
        return self.get_visual_style(*(f"commands--{name}" for name in names))

    def _partial(self, name: str) -> VisualStyle:
        return self.get_visual_style(f"commands--{name}", partial=True)

    # -- the mouse -------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        index = self._index_at(event)
        if index is not None:
            self._choose(index)
            self.post_message(self.Clicked())

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._point_at(self._index_at(event))

    def on_leave(self) -> None:
        self._point_at(None)

    def _index_at(self, event: events.MouseEvent) -> int | None:
        """The index of the match under the mouse."""
        offset = event.get_content_offset(self)
        y = offset.y + self.scroll_offset.y if offset is not None else -1
        return self._row_places[y][0] if 0 <= y < len(self._row_places) else None

    def _point_at(self, index: int | None) -> None:
        if index != self._pointed:
            self._pointed = index
            self.refresh()


def _height(command: SystemCommand, width: int) -> int:
    """The rows that a command takes."""
    return sum(
        1 if len(text) <= width and text.isascii() else len(wrapped([(text, Style.null())], max(1, width)))
        for text in (command.title, command.help)
    )


def _runs(title: str, letters: frozenset[int]) -> Iterator[tuple[bool, str]]:
    """The title cut where letters that are typed and others meet, with whether they are typed."""
    for typed, run in groupby(enumerate(title), key=lambda each: each[0] in letters):
        yield typed, "".join(letter for _, letter in run)
