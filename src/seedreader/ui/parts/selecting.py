"""Selecting exact words, to annotate them or to put an annotation on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from seedreader.session import selection
from seedreader.session.selection import Selection
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.passage_notes import PassageNotes
from seedreader.ui.parts.reader_view import ReaderView

if TYPE_CHECKING:
    from seedreader.notebook.resolver import ResolvedAnnotation


class Selecting:
    """Begins the session's selection, at a find's hit or the passage's first word, and moves its edges.

    ``orphan`` is an annotation that lost its words and waits for the reader to go to others.
    """

    orphan: ResolvedAnnotation | None = None
    _moving: ResolvedAnnotation | None = None
    """The annotation that the selected words are for."""

    def __init__(self, context: PartContext, view: ReaderView, notes: PassageNotes) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._notes = notes

    def commands(self) -> Mapping[str, Handler]:
        return {
            "select": self._select,
            "move_annotation": self._move_annotation,
            "edge_on": partial(self._move_edge, lambda text, now: selection.step(text, now, 1)),
            "edge_back": partial(self._move_edge, lambda text, now: selection.step(text, now, -1)),
            "word_on": partial(self._move_edge, lambda text, now: selection.slide(text, now, 1)),
            "word_back": partial(self._move_edge, lambda text, now: selection.slide(text, now, -1)),
            "sentence_on": partial(self._move_edge, lambda _, now: self._to_sentence(now, 1)),
            "sentence_back": partial(self._move_edge, lambda _, now: self._to_sentence(now, -1)),
            "other_edge": partial(self._move_edge, lambda _, now: selection.flip(now)),
            "other_unit": partial(self._move_edge, lambda _, now: selection.other_unit(now)),
            "take_selection": self._take,
            "leave_selection": self.leave,
        }

    @property
    def is_on(self) -> bool:
        """Whether exact words are being selected."""
        return self._session.selection is not None

    def leave(self) -> None:
        """Let go of the selection."""
        self._session.selection = None
        self._moving = None
        self._show("")

    def leave_if_on(self) -> None:
        """Let go of the selection, if there is one."""
        if self.is_on:
            self.leave()

    def place_again(self, orphan: ResolvedAnnotation) -> None:
        """Let the reader go to other words for an annotation that lost its own."""
        self.orphan = orphan
        if orphan.here.source is not None:
            self._session.focus_on(orphan.here.source)
        self._show(f"Go to the words for this {orphan.kind}; r there selects them, Enter puts it on them.")

    def _select(self) -> None:
        start, end = self._session.here.cursor
        hit = self._view.views[self._session.focus].found
        self._session.selection = (
            Selection(*hit)
            if hit and start <= hit[0] < end
            else selection.begin(self._session.here.article.text, start, end)
        )
        self._moving = None
        self._show("" if self.is_on else "There are no words here to select.")

    def _move_annotation(self) -> None:
        """Select the words of the newest annotation here, or for one that waits for some, to move it."""
        if self.orphan is not None:
            self._select()
            self._moving, self.orphan = self.orphan, None
            return
        found = [p for p in self._session.annotations_here() if p.kind != "verdict"]
        if not found:
            self._context.say("No annotation on this passage to put on other words.")
            return
        spot = found[-1].here
        self._session.selection = Selection(spot.start, spot.end)
        self._moving = found[-1]
        self._show("")

    def _move_edge(self, move: Callable[[str, Selection], Selection]) -> None:
        now = self._session.selection
        assert now is not None
        self._session.selection = move(self._session.here.article.text, now)
        self._show("")

    def _to_sentence(self, now: Selection, step: int) -> Selection:
        return selection.to_sentence(now, self._session.here.sentences, step)

    async def _take(self) -> None:
        """Put the annotation that is being moved on the selected words, or else write a note on them."""
        if self._moving is None:
            self._notes.write_note()
            return
        place, moving = self._session.passage, self._moving
        self._moving = None
        notebook, article = self._context.notebook.notebook, self._session.sources[place.source].article
        carried = moving.state in ("edited", "uncertain", "orphan")
        put = notebook.confirm if carried else notebook.move
        change = partial(put, moving.annotation, article, [(place.start, place.end)])
        await self._notes.change(change, f"The {moving.kind} stands on these words now; u puts it back.")

    def _show(self, said: str) -> None:
        self._context.say(said)
        self._view.show()
