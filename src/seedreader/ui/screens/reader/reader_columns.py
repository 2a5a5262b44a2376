"""The columns of the reader: which source each shows, what is marked in it, and how far it is scrolled."""

from __future__ import annotations

from textual.containers import Horizontal

from seedreader.article import Range
from seedreader.session import Session
from seedreader.ui.column.column_header import header
from seedreader.ui.column.column_view import ColumnView
from seedreader.ui.column.pane import Pane
from seedreader.ui.themes.styles import Styles


class ReaderColumns:
    """Shows a session: ``views`` has one for each source, ``panes`` are those that have a column."""

    container: Horizontal

    def __init__(self, session: Session, looks: Styles) -> None:
        self._session, self._looks = session, looks
        self.views = [ColumnView(source.article.text) for source in session.sources]
        self.panes: list[Pane] = []
        self.open()

    def open(self) -> None:
        """Have every source that was never scrolled show its cursor."""
        for view, source in zip(self.views, self._session.sources, strict=True):
            view.open_at(source.cursor)

    @property
    def focused(self) -> Pane:
        """The column of the focused source."""
        return next(pane for pane in self.panes if pane.index == self._session.focus)

    def compose(self, fitting: int) -> Horizontal:
        """The widget with the first columns, at most ``fitting``."""
        self.panes = [self._pane(index) for index in self._session.columns.visible(fitting)]
        self.container = Horizontal(*self.panes, id="columns")
        return self.container

    def place_sources(self, fitting: int) -> bool:
        """Have the sources in at most ``fitting`` columns; returns whether columns came or went.

        New ones show a source once they are laid out.
        """
        visible = self._session.columns.visible(fitting)
        changed = len(visible) != len(self.panes)
        if changed:
            self._have(len(visible))
        for pane, index in zip(self.panes, visible, strict=True):
            if pane.index != index:
                pane.show(index, self.views[index], header(self._session, index))
        return changed

    def wrap_again(self) -> None:
        """Wrap every source anew, for characters that take other cells than before."""
        for view in self.views:
            view.wrap_again()

    def show_session(self, scroll: bool, row: int | None) -> None:
        """Mark the cursor and its matches, and scroll to them.

        ``scroll`` brings the cursor into sight; ``row`` puts it in that row of its column instead.
        """
        session = self._session
        matches = session.matches()
        for pane in self.panes:
            active = pane.index == session.focus
            pane.set_header(header(session, pane.index), active)
            pane.mark(session.passage[1:] if active else None, None if active else matches.get(pane.index))
        focused = self.focused
        if not focused.view.laid_out:
            return
        if row is not None:
            _refresh(focused, focused.view.level(session.here.cursor, row))
        if scroll:
            _refresh(focused, focused.view.show(self._edge or session.here.cursor, session.follow))
        if session.follow:
            self._level_others(matches, still=not scroll and row is None)

    @property
    def _edge(self) -> Range | None:
        """The character at the moving edge of the selection."""
        edges = self._session.selection
        if edges is None:
            return None
        return (edges.end - 1, edges.end) if edges.at_end else (edges.start, edges.start + 1)

    def _level_others(self, matches: dict[int, Range], still: bool) -> None:
        """Bring the matches level with the cursor; unless that is to stand ``still``, it moves up where
        columns would stand mostly empty.
        """
        focused, cursor = self.focused, self._session.here.cursor
        pinned = self._session.columns.pinned
        following = [pane for pane in self.panes if pane.view.laid_out and pane.index not in pinned]
        found = [(pane, matches[pane.index]) for pane in following if pane.index in matches]
        row = focused.view.rows(cursor)[0]
        before = min((pane.view.above(match[0], max(0, row)) for pane, match in found), default=row)
        if not still and row - before > focused.view.height // 3:
            row = min(focused.view.height // 4, focused.view.above(cursor[0], focused.view.height))
            _refresh(focused, focused.view.level(cursor, row))
        for pane, match in found:
            _refresh(pane, pane.view.level(match, row))

    def _have(self, wanted: int) -> None:
        """Add or take away columns."""
        for pane in self.panes[wanted:]:
            pane.remove()
        added = [self._pane(index) for index in range(wanted - len(self.panes))]
        self.panes = [*self.panes[:wanted], *added]
        self.container.mount_all(added)

    def _pane(self, index: int) -> Pane:
        return Pane(self._looks, index, self.views[index], header(self._session, index))


def _refresh(pane: Pane, scrolled: bool) -> None:
    if scrolled:
        pane.refresh()
