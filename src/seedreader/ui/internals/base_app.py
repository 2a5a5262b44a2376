"""An app with public hooks for what Textual has only privately."""

from __future__ import annotations

from textual.driver import Driver
from textual.events import CursorPosition
from textual.filter import ANSIToTruecolor, LineFilter

from seedreader.ui.internals import cell_widths, terminal_output
from seedreader.ui.internals.terminal_diff import DiffingApp


class BaseApp(DiffingApp):
    """Writes thriftily, measures as the terminal does, filters what is written, says why it stopped."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self._cell_widths = cell_widths.CellWidths()

    def on_mount(self) -> None:
        """Ask how many cells the terminal gives to what terminals do not agree on; nothing waits for it."""
        terminal_output.send(self, cell_widths.QUESTION)

    def on_cursor_position(self, event: CursorPosition) -> None:
        """The answer."""
        if self._cell_widths.hear(event.x):
            self.forget_screen()
            self.measured_again()

    def measured_again(self) -> None:
        """Characters take other cells than before. The program overrides this."""

    def filter_lines(self, *filters: LineFilter) -> None:
        """Change all that is drawn by these, after what the terminal's colours need, and by no others."""
        self._filters = [each for each in self._filters if isinstance(each, ANSIToTruecolor)]
        self._filters += filters

    def report_error(self, error: Exception) -> None:
        """Say, after the screen was left, which error stopped the app. The program overrides this."""

    def _print_error_renderables(self) -> None:
        """In place of Textual's traceback."""
        if self._exception is not None:
            self.report_error(self._exception)
