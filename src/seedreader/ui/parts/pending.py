"""What waits for the reader to go to a passage, or is kept for the next step: shown and cancelled."""

from __future__ import annotations

from collections.abc import Mapping

from seedreader.text.sanitize import one_line
from seedreader.ui.parts import search_summary
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView
from seedreader.ui.parts.search import Search
from seedreader.ui.parts.selecting import Selecting
from seedreader.ui.parts.typed_line import TypedLine
from seedreader.ui.terminal_text import fit


class Pending:
    """The orphan that waits for words, else the passage that is held, else the find that is kept."""

    def __init__(
        self,
        context: PartContext,
        view: ReaderView,
        selecting: Selecting,
        search: Search,
        typed_line: TypedLine,
    ) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._selecting, self._search, self._typed_line = selecting, search, typed_line

    def commands(self) -> Mapping[str, Handler]:
        return {"clear_pending": self._clear}

    @property
    def told(self) -> str:
        """It in a few words, for the title bar; empty where there is nothing."""
        finds, width = self._search.finds, self._view.terminal_width
        waiting = self._waiting
        if waiting or finds is None or self._typed_line.line is not None:
            return waiting
        tally = search_summary.tally(finds, self._search.hit, self._session.columns.order, width // 4)
        return f"/{fit(finds.query.typed, max(8, width // 6))} {tally}"

    @property
    def _waiting(self) -> str:
        """What waits for a passage."""
        orphan = self._selecting.orphan
        if orphan is not None:
            return f"r places “{one_line(orphan.body[:40]) or orphan.kind}”"
        return "L links with the held passage" if self._session.held else ""

    def _clear(self) -> None:
        """Cancel what waits for a passage, or else the find."""
        if self._waiting:
            self._selecting.orphan, self._session.held = None, None
            said = "Cancelled."
        elif self._search.finds is not None:
            self._search.show(None, None)
            said = "Search cancelled; . goes on with it."
        else:
            said = ""
        self._context.say(said)
        self._view.show()
