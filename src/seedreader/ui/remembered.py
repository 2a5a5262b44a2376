"""What is remembered of the reader from run to run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from seedreader.session import ui_state
from seedreader.session.ui_state import UiState


class Remembered:
    """``habits`` as they are now; ``folder`` is asked where they are kept."""

    def __init__(self, known: UiState, folder: Callable[[], Path]) -> None:
        self.habits = known
        self._folder = folder

    def keep(self, change: Callable[[UiState], UiState]) -> str:
        """Remember this change, whatever another instance remembers; why it could not be, or nothing."""
        self.habits = change(self.habits)
        folder = self._folder()
        try:
            ui_state.keep(folder, change(ui_state.read_ui_state(folder)))
        except OSError as error:
            return f" It could not be remembered in {folder}: {error.strerror}."
        return ""
