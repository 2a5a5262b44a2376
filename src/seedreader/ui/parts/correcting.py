"""The reader's word on who says a claim and on what a source is.

The notebook is imported when something is written: its store would make the first frame later.
"""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from functools import partial

from seedreader.session import StoryPassage
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.passage_notes import PassageNotes
from seedreader.ui.parts.writing import Writing

QUOTED = 300
"""Characters of a claim that are quoted."""


class Correcting:
    """Asks who says the claim under the cursor, and opens what is known of the source."""

    def __init__(self, context: PartContext, writing: Writing, notes: PassageNotes) -> None:
        self._context, self._session = context, context.session
        self._writing, self._notes = writing, notes

    def commands(self) -> Mapping[str, Handler]:
        return {"speaker": self._ask_speaker, "source_facts": self._open_facts}

    def _open_facts(self) -> Awaitable[None]:
        return self._context.router.open("facts", self._session.focus)

    def _ask_speaker(self) -> None:
        """Ask who says it; what is named around it is offered. Nothing written: nobody but the article."""
        session = self._session
        claim = session.claim if session.selection is None else None
        place = session.passage if claim is None else StoryPassage(session.focus, claim.start, claim.end)
        if session.story is None:
            self._context.say(session.failure or "Still reading the sources …")
            return
        if claim is None and session.selection is None:
            key = self._context.table.key("reader", "mark_claim")
            self._context.say(f"This is no claim, so nobody says it; {key} marks it as one.")
            return
        # its patterns are made when they are needed first
        from seedreader.session.speaker_candidates import speaker_candidates

        source = session.here
        offered = speaker_candidates(source.article.text, place[1:], source.sentences, source.claims)
        now = f"now: {one_line(claim.speaker.text[:60])}; " if claim and claim.speaker else ""
        quote = one_line(source.article.text[place.start : place.end][:QUOTED])
        heading = f"who says it? ({now}nothing: nobody) “{quote}”"
        self._writing.write_speaker(heading, partial(self._save, place), offered)

    def _save(self, place: StoryPassage, name: str) -> str:
        """Keep who says it, in place of what was said of that before. Raises NotebookError."""
        notebook, spans = self._context.notebook.notebook, ((place.start, place.end),)
        before = [
            each
            for each in self._session.sources[place.source].annotations
            if each.placed.kind == "speaker" and each.spot.ranges == spans
        ]
        if before:
            notebook.edit(before[-1].placed.annotation, name)
        else:
            notebook.add(self._session.sources[place.source].article, spans, "speaker", name)
        self._notes.remember("speaker", name)
        said = f"“{one_line(name[:60])}” says it" if name else "Nobody but the article says it"
        return f"{said}, by you; u takes it back."
