"""What is looked for and found, and how the columns show it."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from textual.message import Message

from seedreader.article import Range
from seedreader.ui.column.layers import NONE, Ranges
from seedreader.ui.column.view import View
from seedreader.ui.find import found
from seedreader.ui.reader.arranging import ArrangingScreen

if TYPE_CHECKING:
    from seedreader.session.find import At, Finder, Finds

AT_ONCE = 500_000
"""Characters of all sources up to which a search is made at the key, without a thread."""

FAILED = "The search failed"


class SeekingScreen(ArrangingScreen):
    """Searches in all sources, notes and tags; ``finds`` is what is shown, ``hit`` the one looked at.

    While ``searching`` the newest search is not done.
    """

    views: list[View]
    finds: Finds | None = None
    hit: At | None = None
    searching = False
    _turn = 0

    class Searched(Message):
        """A search beside the keys found this."""

        def __init__(self, finds: Finds, turn: int) -> None:
            super().__init__()
            self.finds, self.turn = finds, turn

    @cached_property
    def finder(self) -> Finder:
        """Finds in the texts of the story."""
        from seedreader.session.find import Finder

        return Finder([source.article.text for source in self.session.sources])

    # -- searching -------------------------------------------------------------------------------------

    def prepare_search(self) -> None:
        """Have the texts ready before the first letter."""
        if self.finder.size > AT_ONCE:
            self.app.beside(self.finder.prepare, FAILED)
        else:
            self.finder.prepare()

    def search(self, text: str) -> None:
        """Look for what is typed; in long texts beside the keys, where the newest search wins."""
        self.drop_search()
        self.searching = self.finder.size > AT_ONCE
        if self.searching:
            self.app.beside(partial(self._search_aside, text, self._turn), FAILED)
        elif (finds := self.look_for(text)) is not None:
            self.take_finds(finds)

    def drop_search(self) -> None:
        """Let nothing come any more of a search that is under way."""
        self._turn += 1
        self.searching = False

    def look_for(self, text: str, turn: int | None = None) -> Finds | None:
        """What is found of what was typed; None where it is not the ``turn`` of this search any more."""
        from seedreader.session.find import query

        session = self.session
        notes = [placed.body for placed in found.written(session)]
        around = [source.cursor[0] for source in session.sources]
        sentences = [source.sentences for source in session.sources]
        return self.finder.find(query(text), sentences, notes, around, lambda: turn not in (None, self._turn))

    def _search_aside(self, text: str, turn: int) -> None:
        if (finds := self.look_for(text, turn)) is not None:
            self.post_message(self.Searched(finds, turn))

    def on_seeking_screen_searched(self, message: Searched) -> None:
        """Take in what a search beside the keys found, unless there is a newer one."""
        if message.turn == self._turn:
            self.searching = False
            self.take_finds(message.finds)

    @abstractmethod
    def take_finds(self, finds: Finds) -> None:
        """Show what a search found."""

    def find_again(self) -> None:
        """Texts, sentences or notes changed: bring what is shown up to date."""
        if self.finds is not None and self.line is None and not self.searching:
            self.search(self.finds.query.typed)

    # -- showing ---------------------------------------------------------------------------------------

    def show_finds(self, finds: Finds | None, hit: At | None) -> None:
        """Give every text its hits, and mark the one that is looked at."""
        self.finds, self.hit = finds, hit
        for number, view in enumerate(self.views):
            listed = finds.sources[number].listed if finds else ()
            ranges = Ranges(chain.from_iterable(hit.ranges for hit in listed)) if listed else NONE
            self._seek(view, ranges, self._marked(number))

    def mark_hit(self, hit: At) -> None:
        """Mark another hit as the one that is looked at."""
        self.hit = hit
        for number, view in enumerate(self.views):
            self._seek(view, view.finds, self._marked(number))

    def _marked(self, number: int) -> Range | None:
        hit = self.hit
        return hit.hit.ranges[0] if hit is not None and hit.source == number else None

    def _seek(self, view: View, finds: Ranges, hit: Range | None) -> None:
        """Give a text its hits, in its column if it has one."""
        for pane in self.panes:
            if pane.view is view:
                pane.seek(finds, hit)
                return
        view.finds, view.found = finds, hit
