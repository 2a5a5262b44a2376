"""Where a note or a tag is written: a heading, and the field beneath it.

One widget draws all of it: Textual's own field takes two fifths of the time that a note takes to open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from seedreader.ui import WHEEL
from seedreader.ui.commands import CommandTable
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row, Rows
from seedreader.ui.widgets.text_field import FieldStyles, TextField
from seedreader.ui.widgets.wrap import lines

Result = TypeVar("Result")

ERROR = 3
"""Rows that the reason of a failure may take."""
MARGIN = 1
"""Cells beside the text, on either side."""


class Editor(Rows, can_focus=True):
    """The screen saves what was written and then removes the editor.

    From Enter or Escape on keys go to ``ahead``, for whatever comes after the editor, or back into the field
    when `fail` opens it again. ``saving`` is whether what is written is on its way to the notebook, or left.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"editor--cursor-line", "editor--cursor", "editor--selection"}
    DEFAULT_CSS = """
    Editor { height: 7; color: $foreground; }
    Editor > .editor--cursor-line { background: $boost; }
    Editor > .editor--cursor {
        color: $input-cursor-foreground; background: $input-cursor-background;
        text-style: $input-cursor-text-style;
    }
    Editor:light > .editor--cursor { color: $text 90%; background: $foreground 70%; }
    Editor > .editor--selection {
        color: $input-selection-foreground; background: $input-selection-background;
    }
    Editor:ansi > .editor--cursor { color: ansi_default; background: ansi_default; text-style: reverse; }
    Editor:ansi > .editor--selection { background: transparent; text-style: reverse; }
    """
    BELOW: ClassVar[int] = 0
    """Rows beneath the field, which `draw_below` draws."""

    commands = "editor"
    """Whose commands the footer shows."""

    class Changed(Message):
        """What is written changed."""

    class Saved(Message):
        """Enter was pressed."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

    class Elsewhere(Message):
        """The reader's own editor was asked for."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

    class Left(Message):
        """Escape was pressed."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

    def __init__(self, styles: Styles, table: CommandTable, heading: str, body: str) -> None:
        super().__init__(self._draw_editor, styles.of(styles.palette.text), id="editor")
        self.looks, self._table = styles, table
        self._said, self._error = heading, False
        self._began = body
        self._left: Callable[[], str] | None = None
        self.ahead: list[events.Key] = []
        self.refused = self.saving = False
        self._dragging = False
        self._heading_height = 1
        self._field = TextField(
            body, lambda text: self.app.copy_to_clipboard(text), lambda: self.app.clipboard
        )

    def on_mount(self) -> None:
        self.styles.background = self.looks.paper
        self.focus()

    @property
    def body(self) -> str:
        """What is written so far."""
        return self._field.edit.text

    # -- keys ------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """What does something here goes no further."""
        if self.type(event):
            event.stop()
            event.prevent_default()

    def type(self, typed: events.Key) -> bool:
        """Do what a key does here; False for one that does nothing."""
        key = self._meant(typed)
        if self.saving:
            if self.ahead or key.key not in ("enter", "escape"):  # a key pressed twice is meant once
                self.ahead.append(typed)
        elif key.key == "enter":
            self.finish()
        elif key.key == "escape":
            self.saving = True
            self.post_message(self.Left(self))
        elif key.key == "ctrl+o":
            self.post_message(self.Elsewhere(self))
        elif key.key == "ctrl+j":
            self._edit(lambda: self._field.insert("\n"))
        elif key.key == "tab" and self._left is not None and self.body == self._began:
            take, self._left = self._left, None
            self.rewrite(take())
        elif not self.chosen_by(key):
            done = self._edit(lambda: self._field.press(key.key, key.character))
            return done or key is not typed or key.key == "tab"
        return True

    def _meant(self, key: events.Key) -> events.Key:
        """The key that one stands for by the settings; one that does nothing where they took it away."""
        stands = self._table.stands_for(self.commands, key.key)
        return key if stands == key.key else events.Key(stands or "ignored", None)

    def chosen_by(self, key: events.Key) -> bool:
        """Whether a key chose something here and is not to be typed."""
        return False

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if not self.saving:
            self._edit(lambda: self._field.insert(event.text))

    # -- what the screen does with it ------------------------------------------------------------------

    def finish(self) -> None:
        """Have what is written saved."""
        self.saving = True
        self._say("Saving …", error=False)
        self.post_message(self.Saved(self))

    def offer(self, take: Callable[[], str]) -> None:
        """Have Tab put what ``take`` gives in place of what is written, as long as nothing was typed."""
        self._left = take

    def rewrite(self, body: str) -> None:
        """Put another text in place of what is written."""
        self._edit(lambda: self._field.rewrite(body))

    def fail(self, error: str) -> None:
        """Say that it could not be saved; the text stays and can be changed."""
        self.saving = False
        self._say(error, error=True)
        ahead, self.ahead = self.ahead, []
        for key in ahead:
            self.type(key)

    def _say(self, text: str, error: bool) -> None:
        self._said, self._error = text, error
        self._show()

    def _edit(self, act: Callable[[], Result]) -> Result:
        """Do something to the field, show it, and tell the screen where the text changed."""
        before = self.body
        result = act()
        self._show()
        if self.body != before:
            self.post_message(self.Changed())
        return result

    # -- the mouse -------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.y >= self._heading_height and event.button == 1:
            self._dragging = True
            self.capture_mouse()
            self._point(event, select=event.shift)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragging:
            self._point(event, select=True)

    def on_mouse_up(self) -> None:
        self._dragging = False
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and event.y >= self._heading_height:
            self._field.select_word()
            self._show()

    def on_mouse_scroll_down(self) -> None:
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-WHEEL)

    def _scroll(self, rows: int) -> None:
        self._field.scroll(rows)
        self.update()

    def _point(self, event: events.MouseEvent, select: bool) -> None:
        self._field.move_to(max(0, event.x - MARGIN), event.y - self._heading_height, select)
        self._show()

    # -- drawing ---------------------------------------------------------------------------------------

    def repaint(self, blank: Style) -> None:
        self.styles.background = self.looks.paper
        super().repaint(blank)

    def on_resize(self) -> None:
        self._show()

    def on_focus(self) -> None:
        self._show()

    def on_blur(self) -> None:
        self._show()

    def _show(self) -> None:
        if self.size:
            self.update()
            cell, row = self._field.cursor_place
            place = Offset(cell + MARGIN, row + self._heading_height)
            self.app.cursor_position = self.region.offset + place  # where an input method opens its window

    def _draw_editor(self, width: int, height: int) -> list[Row]:
        heading = self._heading(width, height)
        self._heading_height = len(heading)
        room = max(1, height - len(heading) - self.BELOW)
        self._field.resize(max(2, width - 2 * MARGIN), room)
        margin = (" " * MARGIN, self.looks.of(self.looks.palette.text))
        written = self._field.rows(self._styles(), self.has_focus)
        return [*heading, *([margin, *row, margin] for row in written), *self.draw_below(width)]

    def _styles(self) -> FieldStyles:
        names = ("cursor-line", "cursor", "selection")
        return FieldStyles(self.rich_style, *(self.get_component_rich_style(f"editor--{n}") for n in names))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank once it is removed: a screen opened in that moment still has it drawn beneath itself, while
        its component styles are gone (a KeyError in textual 8.2.8, `widget.py`).
        """
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    def draw_below(self, width: int) -> list[Row]:
        """The rows beneath the field."""
        return []

    def _heading(self, width: int, height: int) -> list[Row]:
        palette = self.looks.palette
        color = palette.tones["conflict"].mark if self._error else palette.strong
        style = self.looks.of(color, palette.bar, bold=True)
        rows = [fit(self._said, width - 2)]
        if self._error:
            rows = lines(self._said, max(1, width - 2), max(1, min(ERROR, height - self.BELOW - 1)))
        return [[(f" {row}", style)] for row in rows]
