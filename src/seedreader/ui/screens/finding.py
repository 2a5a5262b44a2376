"""Finding: a line typed at the footer, followed at each key, and the way from hit to hit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.message import Message

from seedreader.session import Place
from seedreader.session.stand import Stand, look_at, restore, sentence_at, stand
from seedreader.ui import found
from seedreader.ui.field import Field
from seedreader.ui.layers import NONE, Ranges
from seedreader.ui.safe import fit
from seedreader.ui.screens.arranging import ArrangingScreen
from seedreader.ui.screens.line import Line
from seedreader.ui.view import View
from seedreader.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from seedreader.find import At, Finder, Finds
    from seedreader.notebook.carrying import Placed
    from seedreader.ui.screens.hits import Chosen

AT_ONCE = 500_000
"""Characters of all sources up to which a search is made at the key, without a thread."""


class _Before(NamedTuple):
    """What the reader saw before something was typed: the stand, the rows scrolled to, and the find kept."""

    stand: Stand
    tops: tuple[int, ...]
    finds: Finds | None
    at: At | None


class FindingScreen(ArrangingScreen):
    """Finds in all sources, notes and tags; ``finds`` is what is shown, ``hit`` the one looked at."""

    views: list[View]
    title_bar: Rows
    finds: Finds | None = None
    hit: At | None = None
    _before: _Before | None = None
    _stood: Place | None = None
    _on_the_way = False
    """Whether the trail knows where the way from hit to hit came from."""
    _past: tuple[str, ...] = ()
    _recalled = 0
    _turn = 0
    _searching = False
    _then_go = False

    class Searched(Message):
        """A search beside the keys found this."""

        def __init__(self, finds: Finds, turn: int) -> None:
            super().__init__()
            self.finds, self.turn = finds, turn

    @cached_property
    def finder(self) -> Finder:
        """Finds in the texts of the story."""
        from seedreader.find import Finder

        return Finder([source.article.text for source in self.session.sources])

    @property
    def written(self) -> list[Placed]:
        """The notes and tags in which is looked too."""
        return [placed for placed in self.session.placed if placed.kind in ("note", "tag")]

    # -- the line --------------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Type something to find; every column shows its hits at each key."""
        tops = tuple(view.top for view in self.views)
        self._before = _Before(stand(self.session), tops, self.finds, self.hit)
        self._turn += 1
        self._recalled, self._searching = 0, False
        if self._is_long():
            Thread(target=self.finder.prepare, daemon=True).start()
        self.type_line(
            Line("find", Field(), self._typed, self._kept, self._left, self._stepped, told=self._told)
        )

    def typed_early(self, event: events.Key) -> None:
        """Tab lists all hits; any other key is the line's."""
        if self.line is not None and self.line.commands == "find" and event.key == "tab":
            event.prevent_default()
            self.run_worker(self._list_hits(self.line.field.text))
            return
        super().typed_early(event)

    def _typed(self, text: str) -> None:
        self._recalled = 0
        self._search(text)

    def _kept(self, text: str) -> None:
        """Go to the hit that is shown, and keep the find; an empty line finds the last thing again."""
        if not text and self._past:
            text = self._past[-1]
            self._search(text)
        if not text:
            self._left()
            return
        self._remember(text)
        self._then_go = True
        if not self._searching:
            self._go_on()

    def _remember(self, text: str) -> None:
        self._past = (*(past for past in self._past if past != text), text)

    def _go_on(self) -> None:
        """After Enter, once it is known what there is."""
        self._then_go = False
        before, finds, hit = self._before, self.finds, self.hit
        assert before is not None and finds is not None
        self._before = None
        if hit is not None:
            place = self.session.place
            restore(self.session, before.stand)
            self._on_the_way = self.session.go(place)
            self.sync()
            return
        self._return(before)
        if finds.written:
            self.run_worker(self._list_hits(finds.query.typed))
            return
        self._show(None, None)
        self.say(f"“{fit(finds.query.typed, 60)}” was not found {found.searched(finds)}.")

    def _left(self) -> None:
        """Show everything as it was."""
        self._turn += 1
        self._searching = self._then_go = False
        before, self._before = self._before, None
        assert before is not None
        self._show(before.finds, before.at)
        self._return(before)

    def _return(self, before: _Before) -> None:
        restore(self.session, before.stand)
        self.sync(scroll=False)
        for view, top in zip(self.views, before.tops, strict=True):
            view.top = view.lines.line(top) if top > 0 else top
        for pane in self.panes:
            pane.refresh()

    def _stepped(self, step: int) -> None:
        """Go through the hits; from an empty line through what was looked for before."""
        line = self.line
        assert line is not None
        if self._recalled or not line.field.text:
            self._recalled = max(0, min(self._recalled - step, len(self._past)))
            text = self._past[-self._recalled] if self._recalled else ""
            line.field = Field(text, len(text))
            self._search(text)
        elif self.hit is not None and self.finds is not None:
            hit = self.hit
            self._look(self._beyond(hit.source, hit.hit.start, step, standing=True))
            self.line_changed()

    def _told(self) -> str:
        """What stands beside the line."""
        from seedreader.find import TAKES

        line, finds = self.line, self.finds
        if line is None or not line.field.text:
            return f"↑ {fit(self._past[-1], 30)}" if self._past else TAKES
        if finds is None or self._searching:
            return "looking …"
        if not finds.total and not finds.written:
            return f"not {found.searched(finds)}"
        return found.tally(finds, self.hit, self.session.columns.order, self.app.size.width // 2)

    # -- searching -------------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        """Look for what is typed; in long texts beside the keys, where the newest search wins."""
        self._turn += 1
        turn, notes = self._turn, [placed.body for placed in self.written]
        self._searching = self._is_long(notes)
        if self._searching:
            Thread(target=self._search_aside, args=(text, notes, turn), daemon=True).start()
            self.line_changed()
        else:
            self._take(self._find(text, notes, turn))

    def _is_long(self, notes: Sequence[str] = ()) -> bool:
        return self.finder.size + sum(map(len, notes)) > AT_ONCE

    def _search_aside(self, text: str, notes: Sequence[str], turn: int) -> None:
        finds = self._find(text, notes, turn)
        if finds is not None:
            self.post_message(self.Searched(finds, turn))

    def on_finding_screen_searched(self, message: Searched) -> None:
        """Show what a search beside the keys found, unless there is a newer one."""
        if message.turn == self._turn:
            self._searching = False
            self._take(message.finds)
            if self._then_go:
                self._go_on()

    def _find(self, text: str, notes: Sequence[str], turn: int) -> Finds | None:
        from seedreader.find import query

        sources = self.session.sources
        around = [source.cursor[0] for source in sources]
        sentences = [source.sentences for source in sources]
        return self.finder.find(query(text), sentences, notes, around, lambda: turn != self._turn)

    def _take(self, finds: Finds | None) -> None:
        """Show what was found: while it is typed with the first hit at the cursor or after it."""
        before, order = self._before, self.session.columns.order
        if finds is None:
            return
        if before is None:
            at = self.hit
            same = finds.following(at.source, at.hit.start, 1, order) if at else None
            self._show(finds, same[0] if same else None)
            self.title_bar.update()
            return
        self.finds, self.hit = finds, None
        source, (start, _) = before.stand.focus, before.stand.cursors[before.stand.focus]
        first = finds.following(source, start, 1, order)
        if first is None:
            self._show(finds, None)
            self._return(before)
        else:
            self._paint()
            self._look(first)
        self.line_changed()

    def find_again(self) -> None:
        """Texts, sentences or notes changed: bring what is shown up to date."""
        if self.finds is not None and self._before is None:
            self._search(self.finds.query.typed)

    # -- from hit to hit -------------------------------------------------------------------------------

    def action_next_find(self) -> None:
        self._go_to_hit(1)

    def action_previous_find(self) -> None:
        self._go_to_hit(-1)

    def _go_to_hit(self, step: int) -> None:
        """Go to the next or previous hit, from the one where the reader stands or else from the cursor."""
        if self.finds is None:
            if not self._past:
                self.say("Nothing was looked for yet: / finds.")
                return
            self.finds = self._find(self._past[-1], [placed.body for placed in self.written], self._turn)
            self._paint()
        standing = self.hit is not None and self.session.place == self._stood
        source, offset = self.session.focus, self.session.here.cursor[0]
        if standing and self.hit is not None:
            source, offset = self.hit.source, self.hit.hit.start
        following = self._beyond(source, offset, step, standing)
        if following is None:
            self.say("No hit is left: / finds something else.")
            return
        hit, round_the_end = following
        place = sentence_at(self.session, hit.source, hit.hit.start, hit.hit.end)
        self.said = ""
        if round_the_end:
            self.said = f"Past the {'last' if step > 0 else 'first'} hit: on from the other end."
        if not (standing and self._on_the_way):
            self._on_the_way = self.session.go(place)
        self._look(following)
        self.session.moved = True

    def _beyond(self, source: int, offset: int, step: int, standing: bool) -> tuple[At, bool] | None:
        """The next hit; of a text with very many of them those around it are listed first."""
        finds, order = self.finds, self.session.columns.order
        assert finds is not None
        hits = finds.sources[source]
        number = hits.at(offset)
        listed_to_the_end = number + 1 < len(hits.listed) or hits.before + len(hits.listed) == hits.total
        if (step > 0 and not listed_to_the_end) or (step < 0 and hits.before and number == 0):
            notes = [placed.body for placed in self.written]
            if (again := self._find(finds.query.typed, notes, self._turn)) is not None:
                finds = self.finds = again
                self._paint()
        return finds.following(source, offset, step, order, standing)

    def _look(self, following: tuple[At, bool] | None) -> None:
        """Show a hit: its sentence under the cursor, the hit itself in sight."""
        if following is None:
            return
        hit, _ = following
        self.hit = hit
        self._stood = sentence_at(self.session, hit.source, hit.hit.start, hit.hit.end)
        look_at(self.session, self._stood)
        self.sync()
        self._seek()
        pane = self.focused_pane
        if pane.view.laid_out and pane.view.show(hit.hit.ranges[0]):
            pane.refresh()

    # -- showing ---------------------------------------------------------------------------------------

    def _show(self, finds: Finds | None, hit: At | None) -> None:
        self.finds, self.hit = finds, hit
        self._paint()

    def _paint(self) -> None:
        """Give every text its hits."""
        finds = self.finds
        for number, view in enumerate(self.views):
            listed = finds.sources[number].listed if finds else ()
            ranges = Ranges(chain.from_iterable(hit.ranges for hit in listed)) if listed else NONE
            pane = next((pane for pane in self.panes if pane.view is view), None)
            if pane is None:
                view.finds = ranges
            else:
                pane.seek(ranges, view.found)
        self._seek()

    def _seek(self) -> None:
        """Mark the hit that is looked at."""
        for number, view in enumerate(self.views):
            here = self.hit is not None and self.hit.source == number
            span = self.hit.hit.ranges[0] if here and self.hit else None
            pane = next((pane for pane in self.panes if pane.view is view), None)
            if pane is None:
                view.found = span
            else:
                pane.seek(view.finds, span)

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
        self._show(None, None)
        self.said = "The find is let go; . goes on with it."
        self.shown_again()

    # -- the list of hits ------------------------------------------------------------------------------

    async def _list_hits(self, text: str) -> None:
        from seedreader.ui.screens.hits import HitsScreen

        self._turn += 1
        self._searching = self._then_go = False
        before, self._before, self.line = self._before, None, None
        if before is not None:
            self._show(before.finds, before.at)
            self._return(before)
        await self.app.push_screen(HitsScreen(self.table, self.finder, text.strip()), self._chosen)

    def _chosen(self, chosen: Chosen | None) -> None:
        """Keep what the list found, and go where it was left for."""
        if chosen is None or not chosen.finds.query.sought:
            self.sync()
            return
        self._remember(chosen.finds.query.typed)
        self._show(chosen.finds, None)
        if chosen.row is not None and chosen.row.hit is not None:
            hit = chosen.row.hit
            place = sentence_at(self.session, hit.source, hit.hit.start, hit.hit.end)
            self._on_the_way = self.session.go(place)
            self._look((hit, False))
        else:
            if chosen.row is not None and chosen.row.place is not None:
                self.session.go(chosen.row.place)
            self.sync()
