"""Arranging the columns: hide, show, move, pin, and one alone."""

from __future__ import annotations

from seedreader.ui.reader.claims import ClaimsScreen


class ArrangingScreen(ClaimsScreen):
    """Turns keys into changes of the session's columns."""

    def rearrange(self) -> None:
        """Fit the columns to the terminal anew. The reader overrides this."""

    def _rearranged(self, said: str) -> None:
        self.said = said
        self.session.moved = True
        self.rearrange()

    def action_maximise(self) -> None:
        columns = self.session.columns
        if len(self.session.sources) == 1:
            self.say("There is one source only.")
            return
        columns.maximised = not columns.maximised
        self._rearranged("One source alone; again: side by side." if columns.maximised else "")

    def action_hide(self) -> None:
        """Hide the focused source, and go on in the next one."""
        columns, hiding = self.session.columns, self.session.focus
        if columns.beside(hiding, 1) == hiding:
            self.say("The last source stays; 0 shows those that are hidden.")
            return
        self.session.move_focus(1)
        columns.hidden.add(hiding)
        keys = f"{hiding + 1} or 0" if hiding < 9 else "0"
        self._rearranged(f"Source {hiding + 1} hidden: {keys} shows it.")

    def action_show_all(self) -> None:
        columns = self.session.columns
        hidden = len(columns.hidden)
        columns.hidden.clear()
        columns.maximised = False
        self._rearranged("All sources are shown." if hidden else "No source is hidden.")

    def action_move_left(self) -> None:
        self._move(-1)

    def action_move_right(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        moved = self.session.columns.move(self.session.focus, step)
        self._rearranged("" if moved else f"This is the {'last' if step > 0 else 'first'} column.")

    def action_pin(self) -> None:
        """Keep the focused source still while others follow, or let it follow again."""
        pinned, here = self.session.columns.pinned, self.session.focus
        pinned ^= {here}
        kept = here in pinned
        self._rearranged(f"Source {here + 1} {'stays where it is' if kept else 'follows again'}.")
