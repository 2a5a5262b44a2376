"""What the screens that write notes share: the editor, saving, drafts, and telling how it went."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual import events
from textual.screen import Screen

from seedreader.ui.safe import one_line
from seedreader.ui.styles import Styles
from seedreader.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from seedreader.notebook.values import Annotation
    from seedreader.ui.app import SeedreaderApp
    from seedreader.ui.widgets.editor import Editor

Result = TypeVar("Result")


class _Writing(NamedTuple):
    """What the open editor is for."""

    before: str
    save: Callable[[str], object]
    draft: Hashable
    editor: Editor


class AnnotatingScreen(Screen[Result]):
    """A screen with a footer, ``#footer``, above which the editor opens."""

    app: SeedreaderApp
    looks: Styles
    said = ""
    _writing: _Writing | None = None

    @property
    def editing(self) -> bool:
        """Whether a note is being written."""
        return self._writing is not None

    @property
    def drafts(self) -> dict[Hashable, str]:
        """What was written and left without saving, by what it was for."""
        return self.app.drafts

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """While a note is being written no other key does anything."""
        return not self.editing

    def say(self, text: str) -> None:
        """Tell the reader something in the footer, until the next key."""
        self.said = text
        self.query_one("#footer", Rows).update()

    def annotations_changed(self) -> None:
        """Notes or tags changed: show them. Screens override this."""

    def editor_toggled(self) -> None:
        """The editor opened or closed: make room. Screens override this."""

    def write(self, heading: str, body: str, save: Callable[[str], object], draft: Hashable) -> None:
        """Open the editor on ``body``, or on the draft left there; ``save`` is given what was written."""
        from seedreader.ui.widgets.editor import Editor

        editor = Editor(self.looks, heading, self.drafts.get(draft, body))
        self._writing = _Writing(body, save, draft, editor)
        self.say("")
        self.editor_toggled()
        self.mount(editor, before="#footer")

    def typed_early(self, event: events.Key) -> None:
        """Hand on what is typed after the editor was asked for and before it has the focus."""
        if self._writing is not None and not self._writing.editor.ready:
            self._writing.editor.type(event)

    def edit(self, annotation: Annotation) -> None:
        """Open a note or tag in the editor."""
        heading = f"edit {annotation.kind} on “{one_line(annotation.quote[:300])}”"
        save = partial(self.app.notebook.edit, annotation.id)
        self.write(heading, annotation.body, save, annotation.id)

    async def delete(self, annotation: Annotation) -> None:
        """Delete a note or tag, and say how to get it back."""
        error = await self.app.change(partial(self.app.notebook.delete, annotation.id))
        self.say(error or f"{annotation.kind} “{one_line(annotation.body[:80])}” deleted; u brings it back.")

    async def action_undo(self) -> None:
        await self._step(self.app.notebook.undo, "Undone", "Nothing to undo in this story.")

    async def action_redo(self) -> None:
        await self._step(self.app.notebook.redo, "Redone", "Nothing to redo in this story.")

    async def _step(self, step: Callable[[Sequence[str]], str | None], done: str, nothing: str) -> None:
        happened: list[str | None] = []
        error = await self.app.change(lambda: happened.append(step(self.app.versions)))
        self.say(error or (f"{done}: {happened[0]}." if happened and happened[0] else nothing))

    async def on_editor_saved(self, message: Editor.Saved) -> None:
        """Keep what was written; the editor closes once it is on disk, and stays with the reason if not."""
        message.stop()
        writing, body = self._writing, message.editor.body.strip()
        if writing is None:
            return
        if not body:
            self.drafts.pop(writing.draft, None)
            kept = " It stays as it was; x deletes it." if writing.before else ""
            await self._close(message.editor, f"Nothing was written, nothing is saved.{kept}")
            return
        if error := await self.app.change(partial(writing.save, body)):
            message.editor.fail(error)
            return
        self.drafts.pop(writing.draft, None)
        await self._close(message.editor, "Saved.")

    async def on_editor_left(self, message: Editor.Left) -> None:
        """Close without saving; what was written stays as a draft until the program ends."""
        message.stop()
        writing, body = self._writing, message.editor.body
        if writing is None:
            return
        if body.strip() and body != writing.before:
            self.drafts[writing.draft] = body
            await self._close(message.editor, "Not saved; the draft is there when you write here again.")
        else:
            self.drafts.pop(writing.draft, None)
            await self._close(message.editor, "")

    async def _close(self, editor: Editor, said: str) -> None:
        self._writing = None
        await editor.remove()
        self.editor_toggled()
        self.say(said)
