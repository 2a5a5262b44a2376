"""What is taken back and made again while a text is edited."""

from __future__ import annotations

from seedreader.ui.widgets.text_edit import TextEdit

KEPT = 2_000_000
"""Characters of all states that are kept: a hundred times a long note."""


class EditHistory:
    """The states of one text: a word typed is one step, and so are deletions in a row."""

    def __init__(self) -> None:
        self._earlier: list[TextEdit] = []
        self._later: list[TextEdit] = []
        self._run: tuple[str, TextEdit] | None = None
        """What is done again and again, and the state after the last time."""

    def record(self, before: TextEdit, after: TextEdit, run: str = "") -> None:
        """Remember a change. Those of one ``run`` that follow each other are one step; without, it is one."""
        if not run or self._run != (run, before) or _begins_word(before, after):
            self._earlier.append(before)
            while len(self._earlier) > 1 and sum(len(state.text) for state in self._earlier) > KEPT:
                del self._earlier[0]
        self._later.clear()
        self._run = run, after

    def undo(self, now: TextEdit) -> TextEdit:
        """The state before the last step; ``now`` where there was none."""
        return self._go(self._earlier, self._later, now)

    def redo(self, now: TextEdit) -> TextEdit:
        """The state after the step taken back last; ``now`` where there was none."""
        return self._go(self._later, self._earlier, now)

    def _go(self, source: list[TextEdit], target: list[TextEdit], now: TextEdit) -> TextEdit:
        if not source:
            return now
        self._run = None
        target.append(now)
        return source.pop()


def _begins_word(before: TextEdit, after: TextEdit) -> bool:
    typed = after.text[before.cursor : after.cursor]
    return bool(typed.strip()) and before.text[before.cursor - 1 : before.cursor].isspace()
