"""What is written to the terminal besides the screen."""

from __future__ import annotations

from typing import Any

from textual.app import App


def send(app: App[Any], sequence: str) -> None:
    """Write an escape sequence to the terminal that the app is on, if it is on one."""
    if app._driver is not None:
        app._driver.write(sequence)
