"""An annotation in one row: its mark, what it says, and how it stands in a text that changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from seedreader.text.sanitize import one_line
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row

if TYPE_CHECKING:
    from seedreader.notebook.resolver import ResolvedAnnotation

SAID = {
    "boilerplate": "you marked it boilerplate",
    "article": "you marked it part of the article",
    "claim": "you marked it a claim",
    "no claim": "you marked it no claim",
}
VERDICTS = {
    "conflict": "verdict: they conflict",
    "refine": "verdict: one refines the other",
    "agree": "verdict: they agree",
    "copy": "verdict: one copies the other",
    "related": "verdict: the same subject only",
    "none": "verdict: not linked",
}
STATES = {
    "moved": "moved",
    "edited": "the words changed",
    "confirmed": "confirmed on other words",
    "uncertain": "uncertain: Y confirms it here",
    "orphan": "its words are gone",
}


_LINES = re.compile(r"[^\S\n]*(?:\n[^\S\n]*)+")
"""Where a line of a note ends: told by a mark where the note has one row."""

_CARRIED = {
    "moved": "moved along",
    "edited": "on words that changed",
    "uncertain": "uncertain (Y confirms)",
    "orphan": "without their words",
}


def body(placed: ResolvedAnnotation) -> str:
    """What an annotation says, in words for those whose body is a name of the program's."""
    if placed.kind == "verdict":
        return VERDICTS.get(placed.body, f"verdict: {placed.body}")
    if placed.kind == "speaker":
        return f"you said that {placed.body} says it" if placed.body else "you said that nobody says it"
    if placed.kind == "highlight":
        return f"highlighted {placed.body}"
    return SAID.get(placed.kind, placed.body)


def standing(placed: ResolvedAnnotation) -> str:
    """How it stands in a text that changed: state, changed figures, the quote; empty where it did not."""
    if placed.state not in STATES:
        return ""
    changed = [f"{was or '—'} → {now or '—'}" for spot in placed.spots for was, now in spot.figures]
    parts = [STATES[placed.state], *changed]
    if placed.state != "moved":
        parts.append(f"was “{one_line(placed.annotation.target.quote[:400])}”")
    return ", ".join(parts)


def carried(placed: Sequence[ResolvedAnnotation]) -> str:
    """What to tell when a story opens whose texts changed since they were annotated; empty where none did."""
    states = Counter(each.state for each in placed)
    if not (states["moved"] or states["edited"] or states["uncertain"] or states["orphan"]):
        return ""
    told = [f"{states[state]} {words}" for state, words in _CARRIED.items() if states[state]]
    return f"The text changed since you annotated it: {', '.join(told)}. o lists them."


def row(placed: ResolvedAnnotation, styles: Styles, width: int) -> Row:
    """Mark and body; where the text changed, how it stands now after them."""
    palette = styles.palette
    mark = marks.UNSURE if placed.state == "uncertain" else marks.kind_mark(placed.kind)
    told = standing(placed)
    room = width - 4
    said = fit(
        _LINES.sub(" ¶ ", body(placed).strip()),
        room if not told else max(room // 2, room - cell_len(told) - 3),
    )
    shown: Row = [(f" {mark} ", styles.of(palette.note)), (said, styles.of(palette.text))]
    if told:
        left = room - cell_len(said) - 3
        shown.append((f" — {fit(told, left)}", styles.of(palette.note)))
    return shown
