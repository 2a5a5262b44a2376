"""The way from hit to hit, through all sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seedreader.session import Place
from seedreader.session.snapshot import preview, sentence_at
from seedreader.ui.find import found
from seedreader.ui.find.seeking import SeekingScreen
from seedreader.ui.safe import fit

if TYPE_CHECKING:
    from seedreader.session.find import At


class SteppingScreen(SeekingScreen):
    """Goes to the next and previous hit of the find that is kept; ``past`` is all that was looked for."""

    past: tuple[str, ...] = ()
    _stood: Place | None = None
    _began = False
    """Whether the trail knows where the way from hit to hit began."""

    def action_next_find(self) -> None:
        self._step_to_hit(1)

    def action_previous_find(self) -> None:
        self._step_to_hit(-1)

    def _step_to_hit(self, step: int) -> None:
        """Go to the next or previous hit, from the one where the reader stands or else from the cursor."""
        if self.finds is None:
            if not self.past:
                self.say("No search yet: / finds.")
                return
            self.show_finds(self.look_for(self.past[-1]), None)
        hit = self.hit if self.session.place == self._stood else None
        if hit is None:
            source, offset = self.session.focus, self.session.here.cursor[0]
        else:
            source, offset = hit.source, hit.hit.start
        following = self.beyond(source, offset, step, standing=hit is not None)
        if following is None:
            self.say("No hit is left: / finds something else.")
            return
        found_there, round_the_end = following
        end = "last" if step > 0 else "first"
        self.said = f"Past the {end} hit: on from the other end." if round_the_end else ""
        self.go_to_hit(found_there, on_the_way=hit is not None)

    def go_to_hit(self, hit: At, on_the_way: bool = False) -> None:
        """Go to a hit and remember where from; ``on_the_way`` from hit to hit only where that began."""
        place = sentence_at(self.session, hit.source, hit.hit.start, hit.hit.end)
        if not (on_the_way and self._began):
            self._began = self.session.go(place)
        self.look_at_hit(hit)
        self.session.moved = True

    def look_at_hit(self, hit: At) -> None:
        """Show a hit: its sentence under the cursor, the hit itself in sight."""
        self._stood = sentence_at(self.session, hit.source, hit.hit.start, hit.hit.end)
        preview(self.session, self._stood)
        self.mark_hit(hit)
        self.sync()
        pane = self.focused_pane
        if pane.view.laid_out and pane.view.show(hit.hit.ranges[0]):
            pane.refresh()

    def beyond(self, source: int, offset: int, step: int, standing: bool) -> tuple[At, bool] | None:
        """The next hit from an offset; of a text with very many of them those around it are listed first."""
        finds = self.finds
        assert finds is not None
        if finds.ends_at(source, offset, step):
            finds = self.look_for(finds.query.typed) or finds
            self.show_finds(finds, self.hit)
        return finds.following(source, offset, step, self.session.columns.order, standing)

    # -- the find that is kept -------------------------------------------------------------------------

    @property
    def waiting(self) -> str:
        """What waits for a passage, or else the find that is kept."""
        told = super().waiting
        if told or self.finds is None or self.line is not None:
            return told
        wide = self.app.size.width
        tally = found.tally(self.finds, self.hit, self.session.columns.order, wide // 4)
        return f"/{fit(self.finds.query.typed, max(8, wide // 6))} {tally}"

    def action_let_go(self) -> None:
        """Let go of what waits for a passage, or else of the find."""
        if super().waiting or self.finds is None:
            super().action_let_go()
            return
        self.show_finds(None, None)
        self.said = "Search cancelled; . goes on with it."
        self.shown_again()
