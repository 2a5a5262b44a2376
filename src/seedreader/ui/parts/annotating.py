"""Changing the annotations that there are: editing, deleting, confirming, undoing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from seedreader.session import StoryPassage
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.writing import Writing

if TYPE_CHECKING:
    from seedreader.notebook import Annotation
    from seedreader.notebook.drafts import Draft
    from seedreader.notebook.resolver import ResolvedAnnotation


class Annotating:
    """Changes annotations and says how that went.

    ``undo_scope`` is asked for the versions whose changes undo takes back: None for all; without it they are
    this story's.
    """

    def __init__(
        self,
        context: PartContext,
        writing: Writing,
        undo_scope: Callable[[], Collection[str] | None] | None = None,
    ) -> None:
        self._context, self._writing = context, writing
        self._undo_scope = undo_scope or (lambda: context.notebook.scope)

    def commands(self) -> Mapping[str, Handler]:
        return {"undo": self.undo, "redo": self.redo}

    def resume(self, draft: Draft, place: StoryPassage) -> None:
        """Go on writing at a draft; if what it was to change is gone, it becomes a new one at ``place``."""
        session = self._context.session
        edited = [each.annotation for each in session.placed if each.annotation.id == draft.annotation]
        if edited:
            self.edit(edited[0], resume=draft)
            return
        article = session.sources[place.source].article
        quote = one_line(article.text[place.start : place.end][:300])
        save = partial(self._context.notebook.notebook.add, article, [(place.start, place.end)], draft.kind)
        write = self._writing.write if draft.kind == "note" else self._writing.write_tag
        write(f"{draft.kind} on “{quote}”", "", lambda body: save(body), draft, resume=True)

    def edit(self, annotation: Annotation, resume: Draft | None = None) -> None:
        """Open a note or tag in the editor, or ``resume`` a draft of it that was left."""
        if annotation.kind not in ("note", "tag"):
            self._context.say(f"A {annotation.kind} has no text to edit; x deletes it.")
            return
        # the store is not imported before the first frame
        from seedreader.notebook.drafts import Draft

        target = annotation.target
        heading = f"edit {annotation.kind} on “{one_line(target.quote[:300])}”"
        draft = Draft(
            annotation.kind,
            target.version,
            target.start,
            target.end,
            target.quote,
            "",
            annotation.id,
            opened=annotation.body,
            visitor=resume.visitor if resume else None,
        )
        save = partial(self._save_edited, annotation)
        write = self._writing.write if annotation.kind == "note" else self._writing.write_tag
        write(heading, annotation.body, save, draft, resume=resume is not None)

    def _save_edited(self, annotation: Annotation, body: str) -> object:
        """Save what became of an annotation as it was opened; says so where another body is kept too."""
        opened = replace(annotation, body=self._writing.opened)
        saved = self._context.notebook.notebook.edit(opened, body)
        if saved.id == opened.id:
            return saved
        return f"Saved beside the {opened.kind}, which was changed elsewhere meanwhile: both are kept."

    async def delete(self, annotations: Sequence[Annotation]) -> None:
        """Delete annotations, and say how to get them back; what was changed elsewhere meanwhile stays."""
        stay: list[Annotation] = []
        notebook = self._context.notebook.notebook
        error = await self._context.change(lambda: stay.extend(notebook.delete(annotations)))
        kept = {annotation.id for annotation in stay}
        gone = [annotation for annotation in annotations if annotation.id not in kept]
        said = [f"{_named(gone)} deleted; u brings {_it(gone)} back."] if gone else []
        if stay:
            verb = "were" if len(stay) > 1 else "was"
            said.append(f"{_named(stay)} {verb} changed elsewhere meanwhile: not deleted; x again does it.")
        self._context.say(error or " ".join(said))

    async def confirm(self, placed: ResolvedAnnotation) -> None:
        """Say that an annotation stands where it is shown; its quote stays what it was."""
        notebook, annotation = self._context.notebook.notebook, placed.annotation
        ends = {
            second: (self._context.session.sources[spot.source].article, spot.ranges)
            for second, spot in zip((False, True), placed.spots, strict=False)
            if spot.source is not None and spot.ranges
        }
        if len(ends) == 2:
            change = partial(notebook.confirm_both, annotation, ends[False], ends[True])
        else:
            ((second, end),) = ends.items()
            change = partial(notebook.confirm, annotation, *end, second=second)
        error = await self._context.change(change)
        self._context.say(error or f"{_named([placed.annotation])} confirmed here; u takes that back.")

    async def undo(self) -> None:
        """Take back the last change."""
        await self._step(self._context.notebook.notebook.undo, "Undid", "Nothing to undo here.")

    async def redo(self) -> None:
        """Make again what was taken back."""
        await self._step(self._context.notebook.notebook.redo, "Redid", "Nothing to redo here.")

    async def _step(
        self, step: Callable[[Collection[str] | None], str | None], done: str, nothing: str
    ) -> None:
        happened: list[str | None] = []
        error = await self._context.change(lambda: happened.append(step(self._undo_scope())))
        self._context.say(error or (f"{done}: {happened[0]}." if happened and happened[0] else nothing))


def _named(annotations: Sequence[Annotation]) -> str:
    if len(annotations) > 1:
        return f"{len(annotations)} annotations"
    kind, body = annotations[0].kind, one_line(annotations[0].body[:80])
    return f"The {kind} “{body}”" if body else f"The mark “{kind}”"


def _it(annotations: Sequence[Annotation]) -> str:
    return "them" if len(annotations) > 1 else "it"
