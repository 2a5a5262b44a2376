"""Lines that were wrapped at one width, as mails and old archives have them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

WIDTHS = range(55, 101)
"""Characters at which lines are wrapped."""

FEWEST = 20
"""Lines that tell that a text is wrapped."""

_WIDE = 0.98
_WORD = re.compile(r"[^\W_]")


def goes_on(lines: Sequence[str], fewest: int = FEWEST) -> list[bool]:
    """For each line whether it goes on with the one above, whose end had no room for its first word."""
    width = _width([line for line in lines if _WORD.search(line)], fewest)
    if not width:
        return [False] * len(lines)
    found = [False]
    for above, line in itertools.pairwise(lines):
        first = line.split(" ", 1)[0]
        found.append(
            bool(_WORD.search(above) and _WORD.search(first)) and len(above) + 1 + len(first) > width
        )
    return found[: len(lines)]


def _width(lines: Sequence[str], fewest: int) -> int | None:
    if len(lines) < fewest:
        return None
    lengths = sorted(map(len, lines))
    width = lengths[int(len(lengths) * _WIDE)]
    return width if width in WIDTHS else None
