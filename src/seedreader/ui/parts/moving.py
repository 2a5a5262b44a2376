"""Going through a story: sentences, pages, sources, jumps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from seedreader.session import StoryPassage
from seedreader.ui.parts.boilerplate_display import BoilerplateDisplay
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView

STILL_READING = "Still reading the sources …"
ONE_SOURCE = "There is one source only."


class Moving:
    """Makes the session's moves, and shows where they led or says why they led nowhere."""

    def __init__(self, context: PartContext, view: ReaderView, boilerplate: BoilerplateDisplay) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._boilerplate = boilerplate

    def commands(self) -> Mapping[str, Handler]:
        return {
            "next_sentence": partial(self._step_sentence, 1, "This is the last sentence."),
            "previous_sentence": partial(self._step_sentence, -1, "This is the first sentence."),
            "page_down": partial(self._page, 1),
            "page_up": partial(self._page, -1),
            "first": self._first,
            "last": self._last,
            "next_source": partial(self._step_source, 1),
            "previous_source": partial(self._step_source, -1),
            "source": self._to_source,
            "jump": self._jump,
            "back": self._back,
            "forward": self._forward,
            "follow": self._follow,
        }

    # -- what other parts use --------------------------------------------------------------------------

    def show_move(self, moved: bool, otherwise: str) -> None:
        """Show where a move led, or say why it led nowhere."""
        self._context.say("" if moved else otherwise)
        self._view.sync()

    def go_to(self, place: StoryPassage) -> None:
        """Go to a passage of another source; it comes to stand level with this one."""
        self._level(lambda: self._session.go(place), "")

    @property
    def no_match(self) -> str:
        """That a passage has no match, and what leads on; or that there is nothing in which to find one."""
        if not self._session.here.compared:
            alone = len(self._session.sources) == 1
            return ONE_SOURCE if alone else "No other whole text is here to compare with."
        key = self._context.table.key("reader", "nearest")
        return f"No match found in another source; {key} offers the nearest passages."

    def why_not(self, analysed: str) -> str:
        """Why something that needs the analysis led nowhere; ``analysed`` if the analysis is there."""
        if self._session.story:
            return analysed
        return self._session.failure or STILL_READING

    # -- in a source -----------------------------------------------------------------------------------

    def _step_sentence(self, step: int, otherwise: str) -> None:
        moved = self._boilerplate.pass_over(lambda: self._session.move_sentence(step), step)
        self.show_move(moved, otherwise)

    def _move_to(self, offset: int, onwards: int) -> bool:
        """Put the cursor at an offset, or ``onwards`` (1, -1) of what is folded there."""
        return self._boilerplate.pass_over(lambda: self._session.move_to(offset), onwards)

    def _page(self, direction: int) -> None:
        """Scroll a page; the cursor goes along and stays about where it stood on the screen."""
        pane = self._view.focused_pane
        view = pane.view
        row = min(max(view.rows(self._session.here.cursor)[0], 0), view.height - 1)
        scrolled = view.scroll_by(direction * max(1, view.height - 2))
        if scrolled:
            pane.refresh()
        edge = len(view.text) if direction > 0 else 0
        offset, onwards = (view.offset_at(row), direction) if scrolled else (edge, -direction)
        moved = self._move_to(offset, onwards)
        self._context.say("")
        self._view.sync(scroll=moved or not scrolled)

    def _first(self) -> None:
        self.show_move(self._move_to(0, 1), "")

    def _last(self) -> None:
        self.show_move(self._move_to(len(self._session.here.article.text), -1), "")

    # -- between sources -------------------------------------------------------------------------------

    def _step_source(self, step: int) -> None:
        self.show_move(self._session.move_focus(step), ONE_SOURCE)

    def _to_source(self, number: int) -> None:
        known = number <= len(self._session.sources)
        self.show_move(self._session.focus_on(number - 1), "" if known else f"There is no source {number}.")

    def _jump(self) -> None:
        self._level(self._session.jump, self.why_not(self.no_match))

    def _back(self) -> None:
        self._level(self._session.back, "No jump to go back to.")

    def _forward(self) -> None:
        self._level(self._session.forward, "No jump to go forward to.")

    def _level(self, move: Callable[[], bool], otherwise: str) -> None:
        """Make a move between sources; its end stands level with its beginning."""
        view = self._view.focused_pane.view
        row = min(max(view.rows(self._session.here.cursor)[0], 1), view.height - 2)
        moved = move()
        self._context.say("" if moved else otherwise)
        self._view.sync(row=row if moved else None)

    def _follow(self) -> None:
        follow = self._session.follow = not self._session.follow
        self._context.say("Follow mode on: the other sources keep level." if follow else "Follow mode off.")
        self._view.sync()
