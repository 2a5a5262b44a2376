"""What is looked for and found, and how the columns show it.

What searches is imported at the first search: a reading without one does not need it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from textual.message import Message

from seedreader.article import Range
from seedreader.ui.column.column_view import ColumnView
from seedreader.ui.parts import search_summary
from seedreader.ui.parts.newest_wins import NewestWins
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView
from seedreader.ui.widgets.range_set import NONE, RangeSet

if TYPE_CHECKING:
    from seedreader.session.find import Finder, FindResults, LocatedHit

AT_ONCE = 500_000
"""Characters of all sources up to which a search is made at the key, without a thread."""

FAILED = "The search failed"


class Searched(Message):
    """A search beside the keys found this; ``is_newest`` tells whether none was begun since."""

    def __init__(self, finds: FindResults, is_newest: Callable[[], bool]) -> None:
        super().__init__()
        self.finds, self.is_newest = finds, is_newest


class Search:
    """Searches in all sources, notes and tags; ``finds`` is what is shown, ``hit`` the one looked at.

    ``searching`` is whether the newest search is not done. ``beside`` does work in a thread, and tells the
    reader of an error in it; ``post`` brings a `Searched` from there to `receive`.
    """

    def __init__(
        self,
        context: PartContext,
        view: ReaderView,
        beside: Callable[[Callable[[], object], str], None],
        post: Callable[[Searched], object],
    ) -> None:
        self._session, self._view = context.session, view
        self._beside, self._post = beside, post
        self.finds: FindResults | None = None
        self.hit: LocatedHit | None = None
        self.searching = False
        self._searches = NewestWins()
        self._then: Callable[[FindResults], None] = self._show_again

    def commands(self) -> Mapping[str, Handler]:
        return {}

    @cached_property
    def finder(self) -> Finder:
        """Finds in the texts of the story."""
        # imported when something is looked for
        from seedreader.session.find import Finder

        return Finder([source.article.text for source in self._session.sources])

    # -- searching -------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Have the texts ready before the first letter."""
        if self.finder.size > AT_ONCE:
            self._beside(self.finder.prepare, FAILED)
        else:
            self.finder.prepare()

    def begin(self, text: str, then: Callable[[FindResults], None]) -> None:
        """Look for what is typed and hand on what is found.

        In long texts that is beside the keys, where the newest search wins.
        """
        is_newest = self._searches.begin()
        self._then = then
        self.searching = self.finder.size > AT_ONCE
        if self.searching:
            self._beside(partial(self._search_aside, text, is_newest), FAILED)
        elif (finds := self.look_for(text)) is not None:
            then(finds)

    def begin_again(self) -> None:
        """Texts, sentences or notes changed: bring what is shown up to date."""
        if self.finds is not None and not self.searching:
            self.begin(self.finds.query.typed, self._show_again)

    def drop(self) -> None:
        """Let nothing come any more of a search that is under way."""
        self._searches.begin()
        self.searching = False

    def look_for(self, text: str, overtaken: Callable[[], bool] = bool) -> FindResults | None:
        """What is found of what was typed; None once the search is ``overtaken``."""
        from seedreader.session.find import query

        session = self._session
        notes = [placed.body for placed in search_summary.written(session)]
        around = [source.cursor[0] for source in session.sources]
        sentences = [source.sentences for source in session.sources]
        return self.finder.find(query(text), sentences, notes, around, overtaken)

    def receive(self, message: Searched) -> None:
        """Take in what a search beside the keys found, unless there is a newer one."""
        if message.is_newest():
            self.searching = False
            self._then(message.finds)

    def _search_aside(self, text: str, is_newest: Callable[[], bool]) -> None:
        if (finds := self.look_for(text, lambda: not is_newest())) is not None:
            self._post(Searched(finds, is_newest))

    # -- showing ---------------------------------------------------------------------------------------

    def show(self, finds: FindResults | None, hit: LocatedHit | None) -> None:
        """Give every text its hits, and mark the one that is looked at."""
        self.finds, self.hit = finds, hit
        for number, view in enumerate(self._view.views):
            listed = finds.sources[number].listed if finds else ()
            ranges = RangeSet(chain.from_iterable(hit.ranges for hit in listed)) if listed else NONE
            self._decorate(view, ranges, self._marked(number))

    def mark(self, hit: LocatedHit) -> None:
        """Mark another hit as the one that is looked at."""
        self.hit = hit
        for number, view in enumerate(self._view.views):
            self._decorate(view, view.finds, self._marked(number))

    def _show_again(self, finds: FindResults) -> None:
        """Show what was found, with the hit that was looked at, where it still is one."""
        at, order = self.hit, self._session.columns.order
        same = finds.following(at.source, at.hit.start, 1, order) if at else None
        self.show(finds, same[0] if same else None)
        self._view.update_bars()

    def _marked(self, number: int) -> Range | None:
        hit = self.hit
        return hit.hit.ranges[0] if hit is not None and hit.source == number else None

    def _decorate(self, view: ColumnView, finds: RangeSet, hit: Range | None) -> None:
        """Give a text its hits, in its column if it has one."""
        for pane in self._view.panes:
            if pane.view is view:
                pane.seek(finds, hit)
                return
        view.finds, view.found = finds, hit
