"""What was found out about one thing on this machine."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Its name, how it is, and what to do where something is wrong with it ("" where nothing is)."""

    name: str
    told: str
    advice: str = ""
