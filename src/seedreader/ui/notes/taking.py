"""Taking notes out of their list, to the clipboard."""

from __future__ import annotations

from functools import partial

from seedreader.ui.notes.list import Entry
from seedreader.ui.reader.goals import Goal
from seedreader.ui.screens import copied
from seedreader.ui.screens.listing import ListScreen


class TakingScreen(ListScreen[Goal | None, Entry]):
    """Copies the chosen annotation."""

    def action_copy(self) -> None:
        """Copy what it says and its quote."""
        self._copy(body=True)

    def action_copy_citation(self) -> None:
        """Copy its quote as a citation."""
        self._copy(body=False)

    def _copy(self, body: bool) -> None:
        if (entry := self.chosen) is not None:
            text = copied.of_entry(entry, self.app.session, body)
            self.run_alone(partial(copied.copy, self, text), "copy")
