"""How a claim stands among the other sources."""

from __future__ import annotations

from typing import NamedTuple


class Support(NamedTuple):
    """The most telling relation of a claim's evidence (None: no other source speaks of it), and ``origins``,
    how many state it, its own among them: those linked by `agree`, `refine` or `copy`.
    """

    relation: str | None
    origins: int


UNKNOWN = Support(None, 1)
"""Of a claim that is not compared yet."""
STATE = ("agree", "refine", "copy")
"""Relations of passages of which one bears the other out."""
