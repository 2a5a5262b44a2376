"""The way from hit to hit, through all sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from seedreader.session import StoryPassage
from seedreader.session.snapshot import preview, sentence_at
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView
from seedreader.ui.parts.search import Search

if TYPE_CHECKING:
    from seedreader.session.find import LocatedHit


class HitSteps:
    """Goes to the next and previous hit of the find that is kept; ``past`` is all that was looked for."""

    def __init__(self, context: PartContext, view: ReaderView, search: Search) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._search = search
        self.past: tuple[str, ...] = ()
        self._seen: StoryPassage | None = None
        """The sentence of the hit that was looked at last."""
        self._began = False
        """Whether the trail knows where the way from hit to hit began."""

    def commands(self) -> Mapping[str, Handler]:
        return {"next_find": partial(self._step, 1), "previous_find": partial(self._step, -1)}

    def remember(self, text: str) -> None:
        """Count a text among those that were looked for, as the newest."""
        self.past = (*(past for past in self.past if past != text), text)

    def go_to(self, hit: LocatedHit, on_the_way: bool = False) -> None:
        """Go to a hit and remember where from; ``on_the_way`` from hit to hit only where that began."""
        place = sentence_at(self._session, hit.source, hit.hit.start, hit.hit.end)
        if not (on_the_way and self._began):
            self._began = self._session.go(place)
        self.preview(hit)
        self._session.moved = True

    def preview(self, hit: LocatedHit) -> None:
        """Show a hit: its sentence under the cursor, the hit itself in sight."""
        self._seen = sentence_at(self._session, hit.source, hit.hit.start, hit.hit.end)
        preview(self._session, self._seen)
        self._search.mark(hit)
        self._view.sync()
        pane = self._view.focused_pane
        if pane.view.laid_out and pane.view.show(hit.hit.ranges[0]):
            pane.refresh()

    @property
    def clause(self) -> StoryPassage | None:
        """The claim in which the hit stands where the reader is, the shortest one; None where in none."""
        hit, session = self._search.hit, self._session
        if hit is None or session.place != self._seen:
            return None
        claims = (c for c in session.here.claims if c.start <= hit.hit.start < c.end)
        shortest = min(claims, key=lambda claim: claim.end - claim.start, default=None)
        return shortest and StoryPassage(hit.source, shortest.start, shortest.end)

    def beyond(self, source: int, offset: int, step: int, standing: bool) -> tuple[LocatedHit, bool] | None:
        """The next hit from an offset; of a text with very many of them those around it are listed first."""
        finds = self._search.finds
        assert finds is not None
        if finds.ends_at(source, offset, step):
            finds = self._search.look_for(finds.query.typed) or finds
            self._search.show(finds, self._search.hit)
        return finds.following(source, offset, step, self._session.columns.order, standing)

    def _step(self, step: int) -> None:
        """Go to the next or previous hit, from the one where the reader stands or else from the cursor."""
        search, session = self._search, self._session
        if search.finds is None:
            if not self.past:
                self._context.say("No search yet: / starts one.")
                return
            search.show(search.look_for(self.past[-1]), None)
        hit = search.hit if session.place == self._seen else None
        if hit is None:
            source, offset = session.focus, session.here.cursor[0]
        else:
            source, offset = hit.source, hit.hit.start
        following = self.beyond(source, offset, step, standing=hit is not None)
        if following is None:
            self._context.say("No hit is left: / finds something else.")
            return
        found_there, round_the_end = following
        passed, first = ("last", "first") if step > 0 else ("first", "last")
        self._context.say(f"That was the {passed} hit: on from the {first}." if round_the_end else "")
        self.go_to(found_there, on_the_way=hit is not None)
