"""Where a note or a tag is written. Imported when the first one is: TextArea is heavy."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea

from seedreader.ui.safe import fit
from seedreader.ui.styles import Styles
from seedreader.ui.widgets.rows import Row, Rows


class _Body(TextArea):
    """Enter saves and Escape leaves; Ctrl-J begins a new line."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "escape"):
            event.stop()
            event.prevent_default()
            editor = self.parent
            assert isinstance(editor, Editor)
            editor.post_message(Editor.Saved(editor) if event.key == "enter" else Editor.Left(editor))
            return
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            return
        await super()._on_key(event)

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+j", "new_line", show=False)]

    def action_new_line(self) -> None:
        self.insert("\n")


class Editor(Vertical):
    """A heading and a text field. It asks for nothing to be kept: the screen saves, and removes it after."""

    DEFAULT_CSS = """
    Editor { height: 7; }
    Editor #heading { height: 1; }
    Editor TextArea, Editor TextArea:focus { height: 1fr; border: none; padding: 0 1; }
    """

    class Saved(Message):
        """Enter was pressed."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

    class Left(Message):
        """Escape was pressed."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

    def __init__(self, styles: Styles, heading: str, body: str) -> None:
        super().__init__(id="editor")
        self._looks = styles
        self._heading = heading
        self._body = body
        self._error = ""

    def compose(self) -> ComposeResult:
        palette = self._looks.palette
        yield Rows(self._draw, self._looks.of(palette.text, palette.bar), id="heading")
        yield _Body(self._body, soft_wrap=True, show_line_numbers=False, id="body")

    def on_mount(self) -> None:
        body = self.query_one(_Body)
        body.move_cursor(body.document.end)
        body.cursor_blink = False
        body.styles.background = self._looks.palette.background
        body.focus()

    @property
    def body(self) -> str:
        """What is written so far."""
        return self.query_one(_Body).text

    def fail(self, error: str) -> None:
        """Say that it could not be saved; the text stays."""
        self._error = error
        self.query_one("#heading", Rows).update()

    def _draw(self, width: int, height: int) -> list[Row]:
        palette = self._looks.palette
        said = self._error or self._heading
        color = palette.tones["conflict"].mark if self._error else palette.strong
        return [[(f" {fit(said, width - 2)}", self._looks.of(color, palette.bar, bold=True))]]
