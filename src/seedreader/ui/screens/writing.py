"""What the screens share on which something is written: the editor, saving, drafts, telling how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual import events

from seedreader.ui.screens.keyed import KeyedScreen
from seedreader.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from seedreader.notebook.drafts import Draft
    from seedreader.ui.widgets.editor import Editor

Result = TypeVar("Result")


class _Writing(NamedTuple):
    """What the open editor is for: the body it began with, where to save, and the draft, if one is kept.

    ``optional`` is whether nothing at all may be saved.
    """

    before: str
    save: Callable[[str], object]
    draft: Draft | None
    editor: Editor
    optional: bool


class WritingScreen(KeyedScreen[Result]):
    """A screen with a footer, ``#footer``, above which the editor opens."""

    said = ""
    _writing: _Writing | None = None

    @property
    def editing(self) -> bool:
        """Whether something is being written."""
        return self._writing is not None

    @property
    def writing_with(self) -> str:
        """Whose commands the footer shows while something is being written."""
        return self._writing.editor.commands if self._writing else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """While a note is being written no other key does anything."""
        return not self.editing

    def say(self, text: str) -> None:
        """Tell the reader something in the footer, until the next key."""
        self.said = text
        if self.is_open:
            self.query_one("#footer", Rows).update()

    def editor_toggled(self) -> None:
        """The editor opened or closed: make room. Screens override this."""

    def saved(self) -> None:
        """What was written is on disk. Screens override this."""

    async def change(self, call: Callable[[], object]) -> str:
        """Change the notebook; "" once it is on disk, or why it could not be. Screens may show more."""
        return await self.app.change(call)

    def write(
        self,
        heading: str,
        body: str,
        save: Callable[[str], object],
        draft: Draft | None = None,
        optional: bool = False,
    ) -> None:
        """Open the editor on ``body``, or on the draft left there; ``save`` is given what was written.

        ``optional`` is whether it is given nothing too.
        """
        from seedreader.ui.widgets.editor import Editor

        self._open(partial(Editor, self.looks), heading, body, save, draft, optional)

    def write_tag(
        self,
        heading: str,
        body: str,
        save: Callable[[str], object],
        draft: Draft | None = None,
        known: Sequence[str] | None = None,
    ) -> None:
        """Open the editor for a tag's name; ``known`` are those offered, None: all that are used."""
        from seedreader.ui.widgets.tag_editor import TagEditor

        make = partial(TagEditor, self.looks, known=self.app.known_tags if known is None else known)
        self._open(make, heading, body, lambda name: save(_tag_name(name)), draft)

    def _open(
        self,
        make: Callable[[str, str], Editor],
        heading: str,
        body: str,
        save: Callable[[str], object],
        draft: Draft | None,
        optional: bool = False,
    ) -> None:
        left = self.app.story_notebook.drafts.find(draft) if draft else None
        editor = make(heading, left.body if left else body)
        self._writing = _Writing(body, save, draft, editor, optional)
        self.say("A draft of yours stood here." if left else "")
        self.editor_toggled()
        self.mount(editor, before="#footer")

    def typed_early(self, event: events.Key) -> None:
        """Hand on what was typed after the editor was asked for and before it had the focus."""
        if self._writing is not None:
            self._writing.editor.type(event)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is written so far as a draft."""
        from seedreader.notebook import NotebookError

        if self._writing is None or self._writing.editor.saving:
            return
        try:
            self._keep_draft(self._writing)
        except NotebookError as error:
            self._writing.editor.fail(str(error))

    def _keep_draft(self, writing: _Writing) -> None:
        body, draft = writing.editor.body, writing.draft
        if draft is None:
            return
        if body.strip() and body != writing.before:
            self.app.story_notebook.drafts.keep(replace(draft, body=body))
        else:
            self.app.story_notebook.drafts.drop(draft)

    def _drop_draft(self, writing: _Writing) -> None:
        if writing.draft is not None:
            self.app.story_notebook.drafts.drop(writing.draft)

    async def on_editor_saved(self, message: Editor.Saved) -> None:
        """Keep what was written; the editor closes once it is on disk, and stays with the reason if not."""
        message.stop()
        writing, body = self._writing, message.editor.body.strip()
        if writing is None:
            return
        if not body and not writing.optional:
            self._drop_draft(writing)
            kept = " It stays as it was; x deletes it." if writing.before else ""
            await self._close(message.editor, f"Nothing was written, nothing is saved.{kept}")
            return
        said: list[object] = []
        if error := await self.change(lambda: said.append(writing.save(body))):
            message.editor.fail(error)
            return
        self._drop_draft(writing)
        self.saved()
        await self._close(message.editor, str(said[0]) if isinstance(said[0], str) else "Saved.")

    async def on_editor_left(self, message: Editor.Left) -> None:
        """Close without saving; what was written stays as a draft, up to the last key."""
        from seedreader.notebook import NotebookError

        message.stop()
        writing, body = self._writing, message.editor.body
        if writing is None:
            return
        try:
            self._keep_draft(writing)
        except NotebookError as error:
            if not message.editor.refused:
                message.editor.refused = True
                message.editor.fail(f"{error} Esc again leaves without it.")
                return
            await self._close(message.editor, "Left: neither the note nor a draft of it could be kept.")
            return
        kept = writing.draft and body.strip() and body != writing.before
        await self._close(
            message.editor, "Not saved; the draft is there when you write here again." if kept else ""
        )

    async def on_editor_elsewhere(self, message: Editor.Elsewhere) -> None:
        """Write on in the reader's own editor; back here, what it left is in the field."""
        from seedreader.ui.screens import own_editor

        message.stop()
        writing = self._writing
        if writing is None or writing.draft is None:
            return
        draft = replace(writing.draft, body=message.editor.body)
        body, problem = own_editor.write(self.app, self.app.story_notebook.drafts, draft)
        message.editor.rewrite(body)
        if problem:
            message.editor.fail(problem)

    async def _close(self, editor: Editor, said: str) -> None:
        self._writing = None
        ahead = editor.ahead
        await editor.remove()
        for key in ahead:
            self.app.post_message(events.Key(key.key, key.character))
        self.editor_toggled()
        self.say(said)

    def ask(self, question: str, answer: str, act: Callable[[str], str]) -> None:
        """Ask for one line, unless something is being written; ``act`` is given it and says what it did."""
        if not self.editing:
            self.write(question, answer, act)


def _tag_name(written: str) -> str:
    """A tag's name as written: one line, without the mark of a tag."""
    return " ".join(written.split()).removeprefix("#").strip() or written
