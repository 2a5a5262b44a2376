"""How likely two passages state one fact, as far as a relation rests on that."""

from __future__ import annotations

from typing import NamedTuple

UNRELATED_MATCH = 0.27
"""How well sentences match that hardly speak of one thing."""


class Likelihood(NamedTuple):
    """How likely two passages state one fact, and how likely they would but for what they would differ in:
    their figures, days and denials; and how well their sentences match.
    """

    fact: float
    subject: float
    matched: float = 0.0

    @property
    def counted(self) -> float:
        """How likely they count one thing, where what is said of their figures is the same: figures come in
        sentences that share little else.
        """
        return max(self.subject, self.matched - UNRELATED_MATCH)
