"""Drafts that were left, as by a crash: offered when the story opens, and taken up by one key."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from seedreader.session import StoryPassage
from seedreader.session.left_drafts import left_drafts
from seedreader.text.plurals import count
from seedreader.ui.parts.annotating import Annotating
from seedreader.ui.parts.moving import Moving
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.terminal_text import fit

if TYPE_CHECKING:
    from seedreader.notebook.drafts import Draft

QUOTED = 40
"""Cells of the words that a draft is on."""


class DraftsLeft:
    """Goes to the draft that was left last, and on with it."""

    def __init__(self, context: PartContext, moving: Moving, annotating: Annotating) -> None:
        self._context, self._moving, self._annotating = context, moving, annotating

    def commands(self) -> Mapping[str, Handler]:
        return {"resume_draft": self._resume}

    def offer(self, left: Sequence[tuple[Draft, StoryPassage]]) -> str:
        """The sentence that offers drafts."""
        draft, place = left[0]
        key = self._context.table.key
        words = self._context.session.sources[place.source].article.text[place.start : place.end]
        on = f"A {draft.kind} on {place.source + 1} “{fit(words[: 4 * QUOTED], QUOTED)}” was not saved"
        more = (
            f", nor {count(len(left) - 1, 'other')} ({key('reader', 'notes')} lists them)" if left[1:] else ""
        )
        return f"{on}{more}: {key('reader', 'resume_draft')} goes on with it."

    async def _resume(self) -> None:
        # the store is not imported before the first frame
        from seedreader.notebook import NotebookError

        try:
            left = await asyncio.to_thread(left_drafts, self._context.notebook)
        except NotebookError as error:
            self._context.say(str(error))
            return
        if not left:
            self._context.say("No draft was left in this story.")
            return
        draft, place = left[0]
        self._moving.go_to(place)
        self._annotating.resume(draft, place)
