"""An annotation as text for the clipboard."""

from __future__ import annotations

from seedreader.report import citation
from seedreader.session import Session
from seedreader.ui.screens.notes.note_entries import NoteEntry


def as_text(entry: NoteEntry, session: Session, body: bool) -> str:
    """An annotation as text: what it says, if ``body``, and each passage as a citation, a line for each."""
    lines = []
    if body and entry.kind in ("note", "tag", "draft"):
        said = citation.plain(entry.annotation.body)
        lines.append(f"#{said}" if entry.placed.kind == "tag" else said)
    for spot, end in zip(entry.placed.spots, entry.ends, strict=False):
        if spot.source is None:
            lines.append(citation.quoted(end.quote, " ".join(citation.plain(end.name).split())))
        elif spot.state == "exact" and len(spot.ranges) == 1:
            source = session.sources[spot.source]
            lines.append(citation.citation(source.article, spot.start, spot.end, source.sentences))
        else:
            lines.append(citation.quoted(end.quote, citation.source(session.sources[spot.source].article)))
    return "\n".join(lines)
