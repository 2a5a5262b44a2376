"""Boilerplate dimmed, folded or plain, and moves that pass over what is folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from seedreader.ui.column import folding
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView

_SAID = {
    folding.DIMMED: "Boilerplate dimmed.",
    folding.FOLDED: "Boilerplate folded; a click opens a fold, sentences pass over it.",
    folding.PLAIN: "Boilerplate plain.",
}


class BoilerplateDisplay:
    """Knows how boilerplate is shown: ``mode`` is one of `folding.MODES`."""

    def __init__(self, context: PartContext, view: ReaderView, mode: str) -> None:
        self._context, self._session, self._view = context, context.session, view
        self.mode = mode

    def commands(self) -> Mapping[str, Handler]:
        return {"cycle_boilerplate_display": self._cycle}

    def _cycle(self) -> None:
        """Show boilerplate in the next way; the passage under the cursor stays in its row."""
        self.mode = folding.following(self.mode)
        for view in self._view.views:
            view.close_folds()
        self._context.say(_SAID[self.mode])
        self._view.redecorate()

    def fold(self) -> None:
        """Fold what is boilerplate in each source, or nothing."""
        folded = self.mode == folding.FOLDED
        for view, source in zip(self._view.views, self._session.sources, strict=True):
            view.fold(folding.folds(view.text, source.boilerplate) if folded else ())

    def pass_over(self, move: Callable[[], bool], direction: int) -> bool:
        """Make a move, and go on (1) or back (-1) over the folds into which it led.

        Returns whether the cursor moved: it does not where nothing but folds stands in that direction.
        """
        session, view = self._session, self._view.views[self._session.focus]
        before = session.here.cursor
        moved = move()
        while moved and (fold := view.hiding(session.here.cursor)):
            session.move_to(fold.end if direction > 0 else max(0, fold.start - 1))
            if view.hiding(session.here.cursor) == fold and not session.move_sentence(direction):
                session.here.cursor = before
                return False
        return moved
