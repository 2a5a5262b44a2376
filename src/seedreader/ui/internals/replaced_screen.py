"""Putting another screen in place of the one on top, the first one too."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.screen import Screen


def replace(app: App[Any], screen: Screen[Any]) -> None:
    """Show ``screen`` in place of the one on top, which is removed.

    Nobody waits for what the first screen closes with, and Textual's own switching fails without anybody.
    """
    top = app.screen
    if not top._result_callbacks:
        top._push_result_callback(app, None)
    app.switch_screen(screen)
