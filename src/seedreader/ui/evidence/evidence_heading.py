"""The first row of the evidence panel: the passage under the cursor, or what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from seedreader.article import RELATIONS, Link
from seedreader.session import Session
from seedreader.session.selection import Selection
from seedreader.ui.evidence import marked_words
from seedreader.ui.evidence.evidence_rows import UNATTRIBUTED
from seedreader.ui.evidence.marked_words import MarkedRanges
from seedreader.ui.terminal_text import fit
from seedreader.ui.themes import marks
from seedreader.ui.themes.styles import Styles
from seedreader.ui.widgets.row_widget import Row

if TYPE_CHECKING:
    from seedreader.story.origin_evidence import OriginEvidence


def heading(
    session: Session, links: Sequence[Link], against: OriginEvidence | None, styles: Styles, width: int
) -> Row:
    """The passage with its speaker; the words that differ from the voice ``against`` are marked."""
    if session.selection is not None:
        return _selecting(session, session.selection, styles, width)
    palette = styles.palette
    plain = styles.of(palette.strong, palette.bar)
    _, start, end = session.place
    text = session.here.article.text[start:end]
    lead, tail = _lead_and_tail(session, links, width)
    marks = []
    if against is not None and against.link.relation != "related":
        # the analysis is imported beside the keys, after the first frame
        from seedreader.analysis.differences import passage_diff

        found = passage_diff.compare_passages(text, against.link.b.text)
        tone = palette.tones[against.link.relation].mark
        marks = [
            MarkedRanges(found.one_facts, styles.of(tone, palette.bar, bold=True, underline=True)),
            MarkedRanges(found.one, styles.of(palette.strong, palette.bar, bold=True)),
        ]
    shown = marked_words.rows(text, width - cell_len(lead) - cell_len(tail), 1, plain, *marks)
    return [
        (lead, styles.of(palette.accent, palette.bar, bold=True)),
        *(shown[0] if shown else []),
        (tail, styles.of(palette.accent, palette.bar)),
    ]


def _selecting(session: Session, chosen: Selection, styles: Styles, width: int) -> Row:
    palette = styles.palette
    edge = "end" if chosen.at_end else "beginning"
    tail = f" — selecting by {chosen.unit}, the {edge} moves "
    lead = f" {marks.CURSOR} "
    text = session.here.article.text[chosen.start : chosen.end]
    return [
        (lead, styles.of(palette.accent, palette.bar, bold=True)),
        (fit(text, width - cell_len(lead) - cell_len(tail)), styles.of(palette.strong, palette.bar)),
        (tail, styles.of(palette.accent, palette.bar)),
    ]


def _lead_and_tail(session: Session, links: Sequence[Link], width: int) -> tuple[str, str]:
    """The mark of the passage before it; after it who says it, and whether it is boilerplate."""
    kinds = ", ".join(dict.fromkeys(span.kind for span in session.boilerplate))
    if session.boilerplate and session.boilerplate[0].start <= session.place.start:
        return f" {marks.BOILERPLATE} ", f" — boilerplate: {kinds} "
    claim = session.claim
    strongest = min((RELATIONS.index(link.relation) for link in links), default=None)
    relation = None if strongest is None else RELATIONS[strongest]
    mark = marks.MARKS[relation] if relation or session.here.compared else marks.UNCOMPARED
    lead = f" {mark} " if claim or relation else "   "
    said = claim.speaker.text if claim and claim.speaker else UNATTRIBUTED
    by = ", by you" if session.says_who_says(claim) else ""
    tail = f" — {fit(said, max(16, width // 2 - 8))}{by} " if claim else ""
    return lead, tail + (f" {marks.BOILERPLATE} {kinds} in it " if kinds else "")
