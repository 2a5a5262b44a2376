"""What the screens that change annotations share: editing, deleting, confirming, undoing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from seedreader.session import Place
from seedreader.text.sanitize import one_line
from seedreader.ui.screens.writing import WritingScreen

if TYPE_CHECKING:
    from seedreader.notebook import Annotation
    from seedreader.notebook.drafts import Draft
    from seedreader.notebook.resolver import ResolvedAnnotation

Result = TypeVar("Result")


class AnnotatingScreen(WritingScreen[Result]):
    """Changes the annotations that there are, and says in the footer how that went."""

    def annotations_changed(self) -> None:
        """Annotations changed: show them. Screens override this."""

    def undo_scope(self) -> Collection[str] | None:
        """The versions whose changes undo takes back: this story's; None for all. To override."""
        return self.app.story_notebook.resolver.versions

    def resume(self, draft: Draft, place: Place) -> None:
        """Go on writing at a draft; if what it was to change is gone, it becomes a new one at ``place``."""
        placed = self.app.session.placed
        edited = [each.annotation for each in placed if each.annotation.id == draft.annotation]
        if edited:
            self.edit(edited[0])
            return
        article = self.app.articles[place.source]
        quote = one_line(article.text[place.start : place.end][:300])
        save = partial(self.app.story_notebook.notebook.add, article, [(place.start, place.end)], draft.kind)
        write = self.write if draft.kind == "note" else self.write_tag
        write(f"{draft.kind} on “{quote}”", "", lambda body: save(body), draft)

    def edit(self, annotation: Annotation) -> None:
        """Open a note or tag in the editor."""
        if annotation.kind not in ("note", "tag"):
            self.say(f"A {annotation.kind} has no text to edit; x deletes it.")
            return
        from seedreader.notebook.drafts import Draft

        target = annotation.target
        heading = f"edit {annotation.kind} on “{one_line(target.quote[:300])}”"
        save = partial(self.app.story_notebook.notebook.edit, annotation)
        draft = Draft(
            annotation.kind, target.version, target.start, target.end, target.quote, "", annotation.id
        )
        write = self.write if annotation.kind == "note" else self.write_tag
        write(heading, annotation.body, save, draft)

    async def delete(self, annotations: Sequence[Annotation]) -> None:
        """Delete annotations, and say how to get them back."""
        error = await self.change(partial(self.app.story_notebook.notebook.delete, annotations))
        self.say(error or f"{_named(annotations)} deleted; u brings {_it(annotations)} back.")

    async def confirm(self, placed: ResolvedAnnotation) -> None:
        """Say that an annotation stands where it is shown; its quote stays what it was."""
        notebook, annotation = self.app.story_notebook.notebook, placed.annotation
        ends = {
            second: (self.app.articles[spot.source], spot.ranges)
            for second, spot in zip((False, True), placed.spots, strict=False)
            if spot.source is not None and spot.ranges
        }
        if len(ends) == 2:
            change = partial(notebook.confirm_both, annotation, ends[False], ends[True])
        else:
            ((second, end),) = ends.items()
            change = partial(notebook.confirm, annotation, *end, second=second)
        error = await self.change(change)
        self.say(error or f"{_named([placed.annotation])} confirmed here; u takes that back.")

    async def action_undo(self) -> None:
        await self._step(self.app.story_notebook.notebook.undo, "Undid", "Nothing to undo here.")

    async def action_redo(self) -> None:
        await self._step(self.app.story_notebook.notebook.redo, "Redid", "Nothing to redo here.")

    async def _step(
        self, step: Callable[[Collection[str] | None], str | None], done: str, nothing: str
    ) -> None:
        happened: list[str | None] = []
        error = await self.change(lambda: happened.append(step(self.undo_scope())))
        self.say(error or (f"{done}: {happened[0]}." if happened and happened[0] else nothing))


def _named(annotations: Sequence[Annotation]) -> str:
    if len(annotations) > 1:
        return f"{len(annotations)} annotations"
    kind, body = annotations[0].kind, one_line(annotations[0].body[:80])
    return f"{kind} “{body}”" if body else f"The mark “{kind}”"


def _it(annotations: Sequence[Annotation]) -> str:
    return "them" if len(annotations) > 1 else "it"
