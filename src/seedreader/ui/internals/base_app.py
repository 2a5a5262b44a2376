"""An app with public hooks for what Textual has only privately."""

from __future__ import annotations

from textual.filter import ANSIToTruecolor, LineFilter

from seedreader.ui.internals.terminal_diff import DiffingApp


class BaseApp(DiffingApp):
    """Writes thriftily, filters what it writes, and says itself why it stopped."""

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
