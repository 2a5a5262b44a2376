"""Boilerplate dimmed, folded or plain, and moves that pass over what is folded."""

from __future__ import annotations

from collections.abc import Callable

from seedreader.ui.column import folding
from seedreader.ui.column.view import View
from seedreader.ui.reader.pointing import PointingScreen

_SAID = {
    folding.DIMMED: "Boilerplate dimmed.",
    folding.FOLDED: "Boilerplate folded; a click opens a fold, sentences pass over it.",
    folding.PLAIN: "Boilerplate plain.",
}


class FoldingScreen(PointingScreen):
    """Knows how boilerplate is shown; the reader lays it over the texts."""

    views: list[View]
    boilerplate = folding.DIMMED

    @property
    def _view(self) -> View:
        return self.views[self.session.focus]

    def lay_folds(self) -> None:
        """Fold what is boilerplate in each source, or nothing."""
        for view, source in zip(self.views, self.session.sources, strict=True):
            wanted = self.boilerplate == folding.FOLDED
            view.fold(folding.folds(view.text, source.boilerplate) if wanted else ())

    def action_dim(self) -> None:
        """Show boilerplate in the next way; the passage under the cursor stays in its row."""
        self.boilerplate = folding.following(self.boilerplate)
        for each in self.views:
            each.close_folds()
        self.said = _SAID[self.boilerplate]
        self.analysis_changed()

    # -- moving over folds ---------------------------------------------------------------------------

    def action_next_sentence(self) -> None:
        self.moved(self._over(lambda: self.session.move_sentence(1), 1), "This is the last sentence.")

    def action_previous_sentence(self) -> None:
        self.moved(self._over(lambda: self.session.move_sentence(-1), -1), "This is the first sentence.")

    def come_to(self, offset: int, onwards: int) -> bool:
        return self._over(lambda: self.session.move_to(offset), onwards)

    def _over(self, move: Callable[[], bool], direction: int) -> bool:
        """Make a move, and go on over the folds it came into; not at all where nothing stands behind them."""
        session, view = self.session, self._view
        before = session.here.cursor
        moved = move()
        while moved and (fold := view.hiding(session.here.cursor)):
            session.move_to(fold.end if direction > 0 else max(0, fold.start - 1))
            if view.hiding(session.here.cursor) == fold and not session.move_sentence(direction):
                session.here.cursor = before
                return False
        return moved
