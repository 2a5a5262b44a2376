"""Where a note or a tag is written. Imported when the first one is: TextArea is heavy."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from seedreader.text.sanitize import visible
from seedreader.ui.commands import CommandTable
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.rows import Row, Rows
from seedreader.ui.widgets.wrap import lines

ERROR = 3
"""Rows that the reason of a failure may take."""


class _Body(TextArea):
    """Enter saves, Escape leaves, Ctrl-J begins a new line; control characters are shown, never sent."""

    def on_key(self, event: events.Key) -> None:
        """What has a meaning here is no text; the field takes the rest."""
        editor = self.parent
        if not isinstance(editor, Editor):
            return
        key = editor.meant(event)
        if self.read_only or key is not event or key.key in ("enter", "escape", "tab", "ctrl+j", "ctrl+o"):
            editor.type(event)
        elif not editor.chosen_by(event):
            return
        event.stop()
        event.prevent_default()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank once it is removed: a screen opened in that moment still has it drawn beneath itself, while
        its component styles, which `TextArea` asks for, are gone (a KeyError in textual 8.2.8, `widget.py`).
        """
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    def get_line(self, line_index: int) -> Text:
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)


class Editor(Vertical):
    """A heading and a text field; the screen saves what was written and then removes the editor.

    From Enter or Escape on keys go to ``ahead``, for whatever comes after the editor, or back into the field
    when `fail` opens it again.
    """

    DEFAULT_CSS = """
    Editor { height: 7; }
    Editor #heading { height: 1; }
    Editor TextArea, Editor TextArea:focus { height: 1fr; border: none; padding: 0 1; }
    Editor TextArea:ansi .text-area--cursor {
        color: ansi_default; background: ansi_default; text-style: reverse;
    }
    """

    commands = "editor"
    """Whose commands the footer shows."""

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
        super().__init__(id="editor")
        self.looks, self._table = styles, table
        self._heading = self._said = heading
        self._error = False
        self._early: list[events.Key] | None = []
        self.ahead: list[events.Key] = []
        self.refused = False
        self._field = _Body(body, soft_wrap=True, show_line_numbers=False, id="body")

    def compose(self) -> ComposeResult:
        palette = self.looks.palette
        yield Rows(self._draw, self.looks.of(palette.text, palette.bar), id="heading", grows=True)
        yield self._field

    def on_mount(self) -> None:
        field = self._field
        field.move_cursor(field.document.end)
        field.cursor_blink = False
        field.styles.background = self.looks.paper
        early, self._early = self._early or [], None
        for key in early:
            self.type(key)
        field.focus()

    @property
    def body(self) -> str:
        """What is written so far."""
        return self._field.text

    @property
    def saving(self) -> bool:
        """Whether what is written is on its way to the notebook, or left."""
        return self._field.read_only

    def meant(self, key: events.Key) -> events.Key:
        """The key that one stands for by the settings; one that does nothing where they took it away."""
        stands = self._table.stands_for(self.commands, key.key)
        return key if stands == key.key else events.Key(stands or "ignored", None)

    def type(self, key: events.Key) -> None:
        """Do what a key does here, or keep it until the field is there."""
        if self._early is not None:
            self._early.append(key)
            return
        typed, key = key, self.meant(key)
        if self._field.read_only:
            if self.ahead or key.key not in ("enter", "escape"):  # a key pressed twice is meant once
                self.ahead.append(typed)
        elif key.key == "enter":
            self.finish()
        elif key.key == "escape":
            self._field.read_only = True
            self.post_message(self.Left(self))
        elif self.chosen_by(key):
            return
        elif key.key == "ctrl+o":
            self.post_message(self.Elsewhere(self))
        elif key.key == "ctrl+j":
            self._insert("\n")
        elif key.is_printable and key.character:
            self._insert(key.character)

    def _insert(self, text: str) -> None:
        """Write for the field; it would not tell a change to the widget that made it, so it is told here."""
        self._field.insert(text)
        self._field.post_message(TextArea.Changed(self._field).set_sender(self._field))

    def finish(self) -> None:
        """Have what is written saved."""
        self._field.read_only = True
        self._say("Saving …", error=False)
        self.post_message(self.Saved(self))

    def chosen_by(self, key: events.Key) -> bool:
        """Whether a key chose something here and is not to be typed."""
        return False

    def rewrite(self, body: str) -> None:
        """Put another text in place of what is written."""
        self._field.text = body
        self._field.move_cursor(self._field.document.end)

    def fail(self, error: str) -> None:
        """Say that it could not be saved; the text stays and can be changed."""
        self._field.read_only = False
        self._say(error, error=True)
        ahead, self.ahead = self.ahead, []
        for key in ahead:
            self.type(key)

    def _say(self, text: str, error: bool) -> None:
        self._said, self._error = text, error
        self.query_one("#heading", Rows).update()

    def _draw(self, width: int, height: int) -> list[Row]:
        palette = self.looks.palette
        color = palette.tones["conflict"].mark if self._error else palette.strong
        style = self.looks.of(color, palette.bar, bold=True)
        if not self._error:
            return [[(f" {fit(self._said, width - 2)}", style)]]
        return [[(f" {line}", style)] for line in lines(self._said, max(1, width - 2), ERROR)]
