"""How right each mark is, as it was measured: the one place of these figures, which README.md repeats.

A test compares both. What is measured, on what and how, is told in `analysis/README.md`.
"""

from __future__ import annotations

from typing import NamedTuple


class MeasuredMark(NamedTuple):
    """A mark (or "speakers"), the relation that it stands for, how many are right, and what it misses."""

    mark: str
    relation: str
    right: str
    misses: str


MEASURED = (
    MeasuredMark("≡", "copy", "all", "one copy in sixteen is called something else"),
    MeasuredMark(
        "=",
        "agree",
        "97 in 100 (read by hand on other news, about 80)",
        "six in ten statements of one fact are shown as `·` or not at all",
    ),
    MeasuredMark("≈", "refine", "91 in 100 (about 70)", "as above"),
    MeasuredMark("≠", "conflict", "8 in 11", "seven in ten contradictions"),
    MeasuredMark("speakers", "", "98 in 100", ""),
)
"""In the order of README's table."""

MARKS = {"conflict": "≠", "refine": "≈", "agree": "=", "copy": "≡", "related": "·"}
"""The mark of each relation, as in the reader."""

IN_WORDS = {
    "conflict": "contradicts",
    "refine": "says it more narrowly, widely or hedged otherwise",
    "agree": "says the same",
    "copy": "has it in nearly the same words",
    "related": "has the same subject",
}
"""What a source does that stands so to another one's words."""
