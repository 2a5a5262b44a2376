"""Textual's driver for a page of `seedreader serve`, which draws over a pipe.

Besides what Textual's own does it ends with the server, however that ended, and asks the page to copy.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from textual import messages
from textual.app import App
from textual.drivers.web_driver import WebDriver

from seedreader.ui.internals.charset import AsciiSubstitutes

PATIENCE = 5.0
"""Seconds in which a page has to say whether it could copy."""


class BrowserDriver(WebDriver):
    """Draws on a page; ``ascii`` marks for a reader who asked for them in the settings."""

    ascii = False

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._event_loop = asyncio.get_running_loop()
        self._substitutes = AsciiSubstitutes()
        self._copied: asyncio.Future[str] | None = None

    def write(self, data: str) -> None:
        """Draw, unless the server is gone: then the end of what is typed ends the program."""
        shown = data.translate(self._substitutes) if self.ascii and not data.isascii() else data
        with contextlib.suppress(BrokenPipeError):
            super().write(shown)

    def write_meta(self, data: dict[str, object]) -> None:
        with contextlib.suppress(BrokenPipeError):
            super().write_meta(data)

    def run_input_thread(self) -> None:
        """Take what is typed. Where it ends, the server has ended, if only by being killed."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self.send_message(messages.ExitApp())

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Hear what the page tells, in the thread that takes what is typed."""
        if packet_type == "copied":
            self._event_loop.call_soon_threadsafe(self._hear_copied, str(payload.get("problem", "")))
        else:
            super().on_meta(packet_type, payload)

    def _hear_copied(self, problem: str) -> None:
        if self._copied is not None and not self._copied.done():
            self._copied.set_result(problem)

    async def copy(self, text: str) -> str:
        """Have the page copy; "" once it has, or why it could not."""
        self._copied = self._event_loop.create_future()
        self.write_meta({"type": "copy", "text": text})
        try:
            return await asyncio.wait_for(self._copied, PATIENCE)
        except TimeoutError:
            return "the browser gave no answer"


class AsciiBrowserDriver(BrowserDriver):
    """Draws marks of ASCII."""

    ascii = True


def driver(marks: str) -> type[BrowserDriver]:
    """The driver for a page; ``marks`` is the reader's setting. A browser has fonts for everything else."""
    return AsciiBrowserDriver if marks == "ascii" else BrowserDriver


async def copied(app: App[Any], text: str) -> str:
    """Have the page that the app is on copy; "" once it has, or why it could not."""
    on = app._driver
    return await on.copy(text) if isinstance(on, BrowserDriver) else "this page can't copy"
