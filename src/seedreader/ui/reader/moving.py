"""Going through a story: sentences, claims, pages, sources, jumps."""

from __future__ import annotations

from collections.abc import Callable

from seedreader.session import Place
from seedreader.ui.column.pane import Pane
from seedreader.ui.reader.judging import JudgingScreen


class MovingScreen(JudgingScreen):
    """Turns keys into the session's moves; the reader, which lays out the columns, shows where they led."""

    panes: list[Pane]

    @property
    def focused_pane(self) -> Pane:
        """The column of the focused source."""
        return next(pane for pane in self.panes if pane.index == self.session.focus)

    def sync(self, scroll: bool = True, row: int | None = None) -> None:
        """Show the session as it is. The reader overrides this."""

    def analysis_changed(self) -> None:
        """Lay claims, links and notes over the texts anew. The reader overrides this."""

    def moved(self, moved: bool, otherwise: str) -> None:
        """Show where a move led, or say why it led nowhere."""
        self.said = "" if moved else otherwise
        self.sync()

    def come_to(self, offset: int, onwards: int) -> bool:
        """Put the cursor at an offset, or ``onwards`` (1, -1) of what is folded there. To override."""
        return self.session.move_to(offset)

    def action_next_sentence(self) -> None:
        self.moved(self.session.move_sentence(1), "This is the last sentence.")

    def action_previous_sentence(self) -> None:
        self.moved(self.session.move_sentence(-1), "This is the first sentence.")

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _page(self, direction: int) -> None:
        """Scroll a page; the cursor goes along and stays about where it stood on the screen."""
        pane = self.focused_pane
        view = pane.view
        row = min(max(view.rows(self.session.here.cursor)[0], 0), view.height - 1)
        scrolled = view.scroll_by(direction * max(1, view.height - 2))
        if scrolled:
            pane.refresh()
        edge = len(view.text) if direction > 0 else 0
        offset, onwards = (view.offset_at(row), direction) if scrolled else (edge, -direction)
        moved = self.come_to(offset, onwards)
        self.said = ""
        self.sync(scroll=moved or not scrolled)

    def action_first(self) -> None:
        self.moved(self.come_to(0, 1), "")

    def action_last(self) -> None:
        self.moved(self.come_to(len(self.session.here.article.text), -1), "")

    def action_next_source(self) -> None:
        self._cross(self.session.move_focus(1), "There is one source only.")

    def action_previous_source(self) -> None:
        self._cross(self.session.move_focus(-1), "There is one source only.")

    def action_source(self, number: int) -> None:
        known = number <= len(self.session.sources)
        self._cross(self.session.focus_on(number - 1), "" if known else f"There is no source {number}.")

    def action_jump(self) -> None:
        self._level(self.session.jump, self.without(self.nothing_found))

    def action_back(self) -> None:
        self._level(self.session.back, "No jump to go back to.")

    def action_forward(self) -> None:
        self._level(self.session.forward, "No jump to go forward to.")

    def go_to(self, place: Place) -> None:
        """Go to a passage of another source; it comes to stand level with this one."""
        self._level(lambda: self.session.go(place), "")

    def _level(self, move: Callable[[], bool], otherwise: str) -> None:
        """Make a move between sources; its end stands level with its beginning."""
        view = self.focused_pane.view
        row = min(max(view.rows(self.session.here.cursor)[0], 1), view.height - 2)
        moved = move()
        self.said = "" if moved else otherwise
        self.sync(row=row if moved else None)

    def _cross(self, moved: bool, otherwise: str) -> None:
        self.said = "" if moved else otherwise
        self.sync()

    def action_follow(self) -> None:
        self.session.follow = not self.session.follow
        self.said = (
            "Follow mode on: the other sources keep level." if self.session.follow else "Follow mode off."
        )
        self.sync()
