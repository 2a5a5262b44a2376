"""Selecting exact words, to annotate them or to put an annotation on them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from seedreader.session import selection
from seedreader.session.selection import Selection
from seedreader.text.sanitize import one_line
from seedreader.ui.reader.passages import PassageScreen

if TYPE_CHECKING:
    from seedreader.notebook.resolver import ResolvedAnnotation


class SelectingScreen(PassageScreen):
    """The reader's mode in which keys move the edges of a selection."""

    _moving: ResolvedAnnotation | None = None
    _waiting: ResolvedAnnotation | None = None

    @property
    def selecting(self) -> bool:
        """Whether exact words are being selected."""
        return self.session.selection is not None

    def action_select(self) -> None:
        start, end = self.session.here.cursor
        self.session.selection = selection.begin(self.session.here.article.text, start, end)
        self._moving = None
        self.said = "" if self.selecting else "There are no words here to select."
        self.shown_again()

    def action_move_annotation(self) -> None:
        """Select the words of the newest annotation here, or for one that waits for some, to move it."""
        if self._waiting is not None:
            self.action_select()
            self._moving, self._waiting = self._waiting, None
            return
        found = [p for p in self.session.annotations_here() if p.kind != "verdict"]
        if not found:
            self.say("No annotation on this passage to put on other words.")
            return
        spot = found[-1].here
        self.session.selection = Selection(spot.start, spot.end)
        self._moving = found[-1]
        self.said = ""
        self.shown_again()

    def place_again(self, orphan: ResolvedAnnotation) -> None:
        """Let the reader go to other words for an annotation that lost its own."""
        self._waiting = orphan
        if orphan.here.source is not None:
            self.session.focus_on(orphan.here.source)
        self.said = f"Go to the words for this {orphan.kind}; r there selects them, Enter puts it on them."
        self.shown_again()

    @property
    def waiting(self) -> str:
        """What waits for the reader to go to a passage, for the title bar; empty where nothing does."""
        if self._waiting is not None:
            body = one_line(self._waiting.body[:40]) or self._waiting.kind
            return f"r places “{body}”"
        return "L links with the held passage" if self.session.held else ""

    def action_let_go(self) -> None:
        """Forget the held passage and the orphan that waits for words."""
        let_go = self.waiting
        self._waiting, self.session.held = None, None
        self.said = "Cancelled." if let_go else ""
        self.shown_again()

    def action_edge_on(self) -> None:
        self._move_edge(lambda text, now: selection.step(text, now, 1))

    def action_edge_back(self) -> None:
        self._move_edge(lambda text, now: selection.step(text, now, -1))

    def action_word_on(self) -> None:
        self._move_edge(lambda text, now: selection.slide(text, now, 1))

    def action_word_back(self) -> None:
        self._move_edge(lambda text, now: selection.slide(text, now, -1))

    def action_sentence_on(self) -> None:
        self._move_edge(lambda _, now: selection.to_sentence(now, self.session.here.sentences, 1))

    def action_sentence_back(self) -> None:
        self._move_edge(lambda _, now: selection.to_sentence(now, self.session.here.sentences, -1))

    def action_other_edge(self) -> None:
        self._move_edge(lambda _, now: selection.flip(now))

    def action_other_unit(self) -> None:
        self._move_edge(lambda _, now: selection.other_unit(now))

    def _move_edge(self, move: Callable[[str, Selection], Selection]) -> None:
        now = self.session.selection
        assert now is not None
        self.session.selection = move(self.session.here.article.text, now)
        self.said = ""
        self.shown_again()

    async def action_take_selection(self) -> None:
        """Put the annotation that is being moved on the selected words, or else write a note on them."""
        if self._moving is None:
            self.action_note()
            return
        place, moving = self.session.passage, self._moving
        self._moving = None
        spans = [(place.start, place.end)]
        carried = moving.state in ("edited", "uncertain", "orphan")
        put = self.app.story_notebook.notebook.confirm if carried else self.app.story_notebook.notebook.move
        done = partial(put, moving.annotation, self._article(place), spans)
        await self._do(done, f"The {moving.kind} stands on these words now; u puts it back.")

    def action_leave_selection(self) -> None:
        self.session.selection = None
        self._moving = None
        self.said = ""
        self.shown_again()
