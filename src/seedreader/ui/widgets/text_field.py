"""A text edited in some rows: wrapped, scrolled so that the cursor is seen, undone and made again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from rich.style import Style

from seedreader.text.sanitize import sanitize
from seedreader.ui.terminal_text import graphemes
from seedreader.ui.widgets.edit_history import EditHistory
from seedreader.ui.widgets.row_widget import Row, cells_of
from seedreader.ui.widgets.text_edit import TextEdit, following, preceding, word_end, word_start
from seedreader.ui.widgets.wrap import WrappedLines


class FieldStyles(NamedTuple):
    """How a text is shown, the row with the cursor, the character at the cursor, and what is selected."""

    text: Style
    cursor_line: Style
    cursor: Style
    selection: Style


class TextField:
    """A text that keys edit, in so many cells and rows; one cell of each row is the cursor's alone.

    ``copy`` takes what is copied, ``pasted`` gives it back.
    """

    def __init__(self, text: str, copy: Callable[[str], object], pasted: Callable[[], str]) -> None:
        self.edit = TextEdit(text, len(text), len(text))
        self._copy, self._pasted = copy, pasted
        self._history = EditHistory()
        self._goal: int | None = None
        """The cell in which the cursor stood before it moved up and down."""
        self.height = 1
        self._top = 0
        self._lines = WrappedLines(text, 1)
        self._moves: dict[str, Callable[[], int]] = {
            "left": lambda: preceding(self.edit.text, self.edit.cursor),
            "right": lambda: following(self.edit.text, self.edit.cursor),
            "ctrl+left": lambda: word_start(self.edit.text, self.edit.cursor),
            "ctrl+right": lambda: word_end(self.edit.text, self.edit.cursor),
            "home": self._row_start,
            "end": self._row_end,
            "ctrl+home": lambda: 0,
            "ctrl+end": lambda: len(self.edit.text),
        }
        self._moves |= {"ctrl+a": self._moves["home"], "ctrl+e": self._moves["end"]}
        self._deletions: dict[str, Callable[[], int]] = {
            "backspace": self._moves["left"],
            "delete": self._moves["right"],
            "ctrl+d": self._moves["right"],
            "ctrl+w": self._moves["ctrl+left"],
            "ctrl+f": self._moves["ctrl+right"],
            "ctrl+u": self._row_start,
            "ctrl+k": lambda: self._line_end() if self._line_end() > self.edit.cursor else self._next(),
        }

    # -- editing ---------------------------------------------------------------------------------------

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key does here; False for one that does nothing, which may have a meaning elsewhere."""
        edit, move = self.edit, key.replace("shift+", "")
        selects = move != key
        start, end = edit.selected
        if start < end and key in ("left", "right"):
            self._move(start if key == "left" else end)
        elif move in self._moves:
            self._move(self._moves[move](), selects)
        elif rows := {"up": -1, "down": 1, "pageup": -self.height, "pagedown": self.height}.get(move):
            self._move_vertically(rows, selects)
        elif key in self._deletions:
            if edit.delete(self._deletions[key]()).text != edit.text:
                self._change(edit.delete(self._deletions[key]()), run=key)
        elif key == "f6":
            self._select(edit.text.rfind("\n", 0, edit.cursor) + 1, self._line_end())
        elif key == "f7":
            self._select(0, len(edit.text))
        elif key in ("ctrl+z", "ctrl+y"):
            step = self._history.undo if key == "ctrl+z" else self._history.redo
            self._show(step(edit))
        elif key == "ctrl+shift+k":
            start, end = edit.text.rfind("\n", 0, edit.cursor) + 1, self._line_end()
            self._change(TextEdit(edit.text, min(len(edit.text), end + 1), start).delete(start))
        elif key in ("ctrl+c", "super+c", "ctrl+x", "super+x"):
            if start == end:
                return False
            self._copy(edit.text[start:end])
            if key.endswith("x"):
                self._change(edit.delete(start))
        elif key in ("ctrl+v", "super+v"):
            self.insert(self._pasted())
        elif character and character.isprintable():
            self._change(edit.insert(character), run="typed")
        else:
            return False
        return True

    def insert(self, text: str) -> None:
        """Put a text at the cursor, or in place of what is selected."""
        if text:
            self._change(self.edit.insert(text))

    def rewrite(self, text: str) -> None:
        """Put another text in place of all."""
        self._change(TextEdit(text, len(text), len(text)))

    def select_word(self) -> None:
        """Select the word at the cursor."""
        text, at = self.edit.text, self.edit.cursor
        end = word_end(text, at)
        start = word_start(text, end)
        if start <= at:
            self._select(start, end)

    def _change(self, after: TextEdit, run: str = "") -> None:
        self._history.record(self.edit, after, run)
        self._show(after)

    def _select(self, start: int, end: int) -> None:
        self._move(start)
        self._move(end, select=True)

    def _move(self, to: int, select: bool = False) -> None:
        self._show(self.edit.move(to, select))

    def _show(self, edit: TextEdit) -> None:
        if edit.text != self.edit.text:
            self._lines = WrappedLines(edit.text, self._lines.width)
        self.edit, self._goal = edit, None
        self._follow_cursor()

    # -- where things are ------------------------------------------------------------------------------

    def resize(self, width: int, height: int) -> None:
        """Take so many cells and rows."""
        if (width - 1, height) != (self._lines.width, self.height):
            self.height = max(1, height)
            self._lines = WrappedLines(self.edit.text, width - 1)
            self._follow_cursor()

    @property
    def cursor_place(self) -> tuple[int, int]:
        """Cell and row of the cursor; the row is outside the field where the wheel has scrolled it away."""
        line = self._lines.line(self.edit.cursor)
        return self._cell(line, self.edit.cursor), self._lines.between(self._top, line, self.height)

    def move_to(self, cell: int, row: int, select: bool = False) -> None:
        """Move the cursor to the character shown there, or to the nearest one."""
        line, _ = self._lines.move(self._top, row)
        self._move(self._offset(line, cell), select)

    def scroll(self, rows: int) -> None:
        """Scroll as far as the text goes, whether the cursor is seen or not."""
        self._top = max(0, min(self._lines.move(self._top, rows)[0], self._last_top()))

    def _follow_cursor(self) -> None:
        lines = self._lines
        top, line = lines.line(self._top), lines.line(self.edit.cursor)
        if lines.between(top, line, self.height) < 0:
            top = line
        elif lines.between(top, line, self.height) >= self.height:
            top = lines.move(line, 1 - self.height)[0]
        self._top = min(top, self._last_top())

    def _last_top(self) -> int:
        return self._lines.move(self._lines.line(len(self.edit.text)), 1 - self.height)[0]

    def _cell(self, line: int, offset: int) -> int:
        cells = sum(cells for _, _, cells in graphemes(self.edit.text[line:offset]))
        return min(cells, self._lines.width)

    def _offset(self, line: int, cell: int) -> int:
        start, end = self._lines.range(line)
        used = 0
        for first, _, cells in graphemes(self.edit.text[start:end]):
            used += cells
            if used > cell:
                return start + first
        return self._end_of(line)

    def _end_of(self, line: int) -> int:
        """The last place in a row: before the next row's first, where the text goes on there."""
        _, end = self._lines.range(line)
        goes_on = end == self._lines.end(line) and end < len(self.edit.text)
        return max(line, preceding(self.edit.text, end)) if goes_on else end

    def _row_start(self) -> int:
        return self._lines.line(self.edit.cursor)

    def _row_end(self) -> int:
        return self._end_of(self._lines.line(self.edit.cursor))

    def _line_end(self) -> int:
        end = self.edit.text.find("\n", self.edit.cursor)
        return len(self.edit.text) if end < 0 else end

    def _next(self) -> int:
        return following(self.edit.text, self.edit.cursor)

    def _move_vertically(self, rows: int, select: bool) -> None:
        """Go so many rows on in the same cell; past the first or last row, to the text's own end."""
        line = self._lines.line(self.edit.cursor)
        goal = self._cell(line, self.edit.cursor) if self._goal is None else self._goal
        reached, moved = self._lines.move(line, rows)
        end = 0 if rows < 0 else len(self.edit.text)
        self._move(self._offset(reached, goal) if moved else end, select)
        self._goal = goal

    # -- drawing ---------------------------------------------------------------------------------------

    def rows(self, styles: FieldStyles, cursor_shown: bool) -> list[Row]:
        """All rows, each over the whole width."""
        *starts, _ = self._lines.page(self._top, self.height)
        rows = [self._row(line, styles, cursor_shown) for line in starts]
        blank: Row = [(" " * (self._lines.width + 1), styles.text)]
        return [*rows, *[blank] * (self.height - len(rows))]

    def _row(self, line: int, styles: FieldStyles, cursor_shown: bool) -> Row:
        text, cursor = self.edit.text, self.edit.cursor
        start, end = self._lines.range(line)
        here = cursor_shown and self._lines.line(cursor) == line
        first, last = self.edit.selected
        after = min(following(text, cursor), end)
        edges = {edge for edge in (first, last, *((cursor, after) if here else ())) if start < edge < end}
        plain = styles.cursor_line if here else styles.text
        row: Row = []
        for a, b in pairwise(sorted({start, end, *edges})):
            style = styles.selection if first <= a < last else plain
            row.append((sanitize(text[a:b]), styles.cursor if here and a == cursor else style))
        if here and cursor >= end:
            row.append((" ", styles.cursor))
        elif first <= end < last and text[end : end + 1] == "\n":
            row.append((" ", styles.selection))
        room = self._lines.width + 1 - cells_of(row)
        return [*row, (" " * room, plain)] if room > 0 else row
