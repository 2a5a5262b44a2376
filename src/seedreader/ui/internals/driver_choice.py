"""Which driver of Textual's the program draws with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from seedreader.ui.internals import charset

if TYPE_CHECKING:
    from textual.driver import Driver


def driver(
    marks: str, environment: Mapping[str, str], output: TextIO | None, on_page: bool
) -> type[Driver] | None:
    """The driver for a browser's page, or else for this terminal; None: Textual's usual one.

    ``marks`` is the reader's setting.
    """
    if not on_page:
        return charset.driver(marks, environment, output)
    # only a browser needs it
    from seedreader.ui.internals import browser_driver

    return browser_driver.driver(marks)
