"""Whether two passages give dates for one event that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from seedreader.article import DateMention

_EVENT = re.compile(
    r"\b(?:sign|invad|invasion|attack|kill|arrest|die|dead|launch|begin|start|open|clos|elect|found|announc|crash|strike|struck|visit|met|meet|born)\w*",
    re.I,
)
_ALIKE = 0.6


def compare(
    text_a: str,
    mine: Sequence[DateMention],
    at_a: int,
    text_b: str,
    theirs: Sequence[DateMention],
    at_b: int,
    *,
    alike: float,
) -> tuple[str, str] | None:
    """Compare dates that stand by one verb of happening in both passages; None when there are none."""
    result: tuple[str, str] | None = None
    for a in mine:
        for b in theirs:
            if a.first is None or a.last is None or b.first is None or b.last is None:
                continue
            verb = _shared_event(text_a, a, at_a, text_b, b, at_b)
            one, two = text_a[a.start - at_a : a.end - at_a], text_b[b.start - at_b : b.end - at_b]
            if a.last < b.first or b.last < a.first:
                if verb and alike >= _ALIKE and len(mine) == len(theirs) == 1:
                    return "conflict", f"{verb} {one} ≠ {two}"
            elif (a.first, a.last) == (b.first, b.last):
                result = result or ("agree", f"{one} = {two}")
            elif verb:
                result = ("refine", f"{one} ({_days(a.first, a.last)}) and {two} ({_days(b.first, b.last)})")
    return result


def _shared_event(
    text_a: str, a: DateMention, at_a: int, text_b: str, b: DateMention, at_b: int
) -> str | None:
    one, two = _event(text_a, a.start - at_a), _event(text_b, b.start - at_b)
    return one[0] if one and two and one[0].lower()[:4] == two[0].lower()[:4] else None


def _event(text: str, at: int) -> re.Match[str] | None:
    found = list(_EVENT.finditer(text, max(0, at - 60), min(len(text), at + 60)))
    return min(found, key=lambda m: abs(m.start() - at)) if found else None


def _days(first: date, last: date) -> str:
    return f"{first:%d %b %Y}" if first == last else f"{first:%d %b %Y} – {last:%d %b %Y}"
