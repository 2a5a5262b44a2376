"""Writing a note, a tag or a file's name: the editor, saving, drafts, telling how it went."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.terminal_text import fit

if TYPE_CHECKING:
    from textual import events

    from seedreader.notebook.drafts import Draft
    from seedreader.ui.widgets.editor import Editor


OFFERED = 60
"""Cells of a draft that is offered."""


class _Written(NamedTuple):
    """What the open editor is for: the body it began with, where to save, and the draft, if one is kept.

    ``optional`` is whether nothing at all may be saved.
    """

    before: str
    save: Callable[[str], object]
    draft: Draft | None
    editor: Editor
    optional: bool


class EditorHost(Protocol):
    """The screen on which the editor opens."""

    def mount_editor(self, editor: Editor) -> None:
        """Put the editor on the screen."""

    def editor_toggled(self) -> None:
        """The editor opened or closed: make room."""


class Writing:
    """Opens the editor on ``host``. ``known_tags`` are all tags, the one used last first.

    ``saved`` hears when what was written is on disk.
    """

    def __init__(
        self,
        context: PartContext,
        host: EditorHost,
        known_tags: Callable[[], Sequence[str]],
        saved: Callable[[], None] | None = None,
    ) -> None:
        self._context, self._host, self._known_tags, self._saved = context, host, known_tags, saved
        self._written: _Written | None = None

    def commands(self) -> Mapping[str, Handler]:
        return {}

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return self._written is not None

    @property
    def command_set(self) -> str:
        """The mode of what is written, by its name in the table of commands; "" while nothing is."""
        return self._written.editor.commands if self._written else ""

    # -- opening the editor ----------------------------------------------------------------------------

    def write(
        self,
        heading: str,
        body: str,
        save: Callable[[str], object],
        draft: Draft | None = None,
        optional: bool = False,
        resume: bool = False,
    ) -> None:
        """Open the editor on ``body``, or on the draft left here; ``save`` is given what was written.

        ``optional`` is whether it is given nothing too. A draft that another program left there, as one that
        crashed or another page of a browser, is offered; with ``resume`` it is what is written on.
        """
        # imported when something is written
        from seedreader.ui.widgets.editor import Editor

        self._open(
            partial(Editor, self._context.looks, self._context.table),
            heading,
            body,
            save,
            draft,
            optional,
            resume,
        )

    def write_tag(
        self,
        heading: str,
        body: str,
        save: Callable[[str], object],
        draft: Draft | None = None,
        known: Sequence[str] | None = None,
        resume: bool = False,
    ) -> None:
        """Open the editor for a tag's name; ``known`` are those offered, None: all that are used."""
        from seedreader.ui.widgets.tag_editor import TagEditor

        offered = self._known_tags() if known is None else known
        make = partial(TagEditor, self._context.looks, self._context.table, known=offered)
        self._open(make, heading, body, lambda name: save(_tag_name(name)), draft, resume=resume)

    def write_speaker(self, heading: str, save: Callable[[str], object], known: Sequence[str]) -> None:
        """Open the editor for who says something; ``known`` are those offered. Nothing may be saved, too."""
        from seedreader.ui.widgets.tag_editor import TagEditor

        make = partial(
            TagEditor,
            self._context.looks,
            self._context.table,
            known=known,
            commands="speaker_editor",
            nothing="nobody is named around it: type who says it",
        )
        self._open(make, heading, "", save, None, optional=True)

    @property
    def opened(self) -> str:
        """The body that writing began on; for a draft that was taken up, that of then."""
        draft = self._written.draft if self._written else None
        return draft.opened if draft else ""

    def ask(self, question: str, answer: str, act: Callable[[str], str]) -> None:
        """Ask for one line, unless something is being written; ``act`` is given it and says what it did."""
        if not self.is_open:
            self.write(question, answer, act)

    def _open(
        self,
        make: Callable[[str, str], Editor],
        heading: str,
        body: str,
        save: Callable[[str], object],
        draft: Draft | None,
        optional: bool = False,
        resume: bool = False,
    ) -> None:
        drafts = self._context.notebook.drafts
        mine = drafts.find(draft, only_ours=not resume) if draft else None
        left = drafts.left(draft) if draft and not mine else None
        editor = make(heading, mine.body if mine else body)
        if left:
            editor.offer(self._take_up)
        self._written = _Written(body, save, draft and _as_opened(draft, mine), editor, optional)
        self._context.say("" if resume else self._told_of_drafts(draft, mine, left, editor.commands))
        self._host.editor_toggled()
        self._host.mount_editor(editor)

    def _told_of_drafts(
        self, draft: Draft | None, mine: Draft | None, left: Draft | None, commands: str
    ) -> str:
        key = self._context.table.key
        if mine:
            return "A draft of yours stood here."
        if left:
            words = fit(left.body[:OFFERED], OFFERED)
            return f"A draft was left here; {key(commands, 'take_draft', 'Tab')} takes it up: “{words}”"
        if draft is None or not self._context.notebook.drafts.left_by_another(draft):
            return ""
        return (
            f"Another window left a draft here, which is not in this one: {key('reader', 'notes')} lists it."
        )

    def _take_up(self) -> str:
        """Go on with the draft that was left here; its body."""
        written = self._written
        if written is None or written.draft is None:
            return ""
        found = self._context.notebook.drafts.find(written.draft)
        self._written = written._replace(draft=_as_opened(written.draft, found))
        self._context.say("")
        return found.body if found else ""

    # -- what the editor tells the screen --------------------------------------------------------------

    def type_early(self, event: events.Key) -> bool:
        """Hand on a key typed after the editor was asked for and before it had the focus."""
        if self._written is not None:
            self._written.editor.type(event)
        return self.is_open

    def changed(self) -> None:
        """Keep what is written so far as a draft."""
        from seedreader.notebook import NotebookError

        written = self._written
        if written is None or written.editor.saving:
            return
        try:
            self._keep_draft(written)
        except NotebookError as error:
            written.editor.fail(str(error))

    async def save(self, editor: Editor) -> None:
        """Keep what was written; the editor closes once it is on disk, and stays with the reason if not.

        Until then the draft holds all of it: the program may be killed in the middle of the save.
        """
        from seedreader.notebook import NotebookError

        written, body = self._written, editor.body.strip()
        if written is None:
            return
        if not body and not written.optional:
            self._drop_draft(written)
            kept = " It stays as it was; x deletes it." if written.before else ""
            await self._close(editor, f"Nothing was written, nothing is saved.{kept}")
            return
        said: list[object] = []
        with suppress(NotebookError):  # where no draft can be kept the save counts, which tells its own fault
            self._keep_draft(written)
        if error := await self._context.change(lambda: said.append(written.save(body))):
            editor.fail(error)
            return
        self._drop_draft(written)
        if self._saved is not None:
            self._saved()
        await self._close(editor, str(said[0]) if isinstance(said[0], str) else "Saved.")

    async def leave(self, editor: Editor) -> None:
        """Close without saving; what was written stays as a draft, up to the last key."""
        from seedreader.notebook import NotebookError

        written, body = self._written, editor.body
        if written is None:
            return
        try:
            self._keep_draft(written)
        except NotebookError as error:
            if not editor.refused:
                editor.refused = True
                editor.fail(f"{error} Esc again closes without a draft.")
                return
            await self._close(editor, "Closed: neither the note nor a draft of it could be kept.")
            return
        kept = written.draft and body.strip() and body != written.before
        await self._close(editor, "Not saved; the draft is there when you write here again." if kept else "")

    def write_elsewhere(self, editor: Editor) -> None:
        """Write on in the reader's own editor; back here, what it left is in the field."""
        from seedreader.ui.parts import external_editor

        written = self._written
        if written is None or written.draft is None:
            return
        draft = replace(written.draft, body=editor.body)
        chosen = self._context.settings.editor
        body, problem = external_editor.write(
            editor.app.suspend, chosen, self._context.notebook.drafts, draft
        )
        editor.rewrite(body)
        if problem:
            editor.fail(problem)

    # -- drafts ----------------------------------------------------------------------------------------

    def _keep_draft(self, written: _Written) -> None:
        body, draft = written.editor.body, written.draft
        if draft is None:
            return
        if body.strip() and body != written.before:
            self._context.notebook.drafts.keep(replace(draft, body=body))
        else:
            self._context.notebook.drafts.drop(draft)

    def _drop_draft(self, written: _Written) -> None:
        if written.draft is not None:
            self._context.notebook.drafts.drop(written.draft)

    async def _close(self, editor: Editor, said: str) -> None:
        self._written = None
        app, ahead = editor.app, editor.ahead
        await editor.remove()
        for key in ahead:
            app.post_message(type(key)(key.key, key.character))
        self._host.editor_toggled()
        self._context.say(said)


def _as_opened(draft: Draft, found: Draft | None) -> Draft:
    """The draft, as a change of what the one that was found is a change of."""
    return replace(draft, opened=found.opened) if found and found.opened else draft


def _tag_name(written: str) -> str:
    """A tag's name as written: one line, without the mark of a tag."""
    return " ".join(written.split()).removeprefix("#").strip() or written
