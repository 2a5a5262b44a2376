"""What was found out about one thing on this machine."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Its name, how it is in a line or more, and what to do where something is wrong ("" else)."""

    name: str
    told: str
    advice: str = ""
