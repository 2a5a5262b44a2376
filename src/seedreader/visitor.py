"""Whom this process reads for: somebody at a terminal, or a visitor of `seedreader serve`."""

from __future__ import annotations

import os

VARIABLE = "SEEDREADER_VISITOR"
"""What `seedreader serve` sets for the processes that it starts."""


def visitor() -> str:
    """The visitor's name, which is a browser tab's for as long as it is open; "" at a terminal."""
    return os.environ.get(VARIABLE, "")
