"""How far the building of a corpus is, as a value that whoever shows it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Step(NamedTuple):
    """``what`` is going on, the share of it that is ``done`` (None: not known), ``said`` in numbers."""

    what: str
    done: float | None = None
    said: str = ""


Tell = Callable[[Step], None]
