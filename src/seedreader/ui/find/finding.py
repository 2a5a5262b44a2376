"""Finding: a line typed at the footer and followed at each key, and the list of all hits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import events

from seedreader.session.snapshot import SessionSnapshot, restore, snapshot
from seedreader.ui.column.folding import Fold
from seedreader.ui.find import found
from seedreader.ui.find.stepping import SteppingScreen
from seedreader.ui.safe import fit
from seedreader.ui.screens.line import Line
from seedreader.ui.widgets.field import Field
from seedreader.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from seedreader.session.find import At, Finds
    from seedreader.ui.find.screen import Chosen


class _Before(NamedTuple):
    """What the reader saw before something was typed: the stand, each text's top line and folds, the find."""

    snapshot: SessionSnapshot
    views: tuple[tuple[int, tuple[Fold, ...]], ...]
    finds: Finds | None
    hit: At | None


class FindingScreen(SteppingScreen):
    """Types what is looked for; the columns show it at each key, as if the reader had gone there."""

    title_bar: Rows
    footer: Rows
    _before: _Before | None = None
    _recalled = 0
    _entered = False

    # -- the line --------------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Type something to find; every column shows its hits at each key. What is selected is there."""
        self.drop_search()
        views = tuple((view.top, view.closed) for view in self.views)
        self._before = _Before(snapshot(self.session), views, self.finds, self.hit)
        self._recalled, self._entered = 0, False
        self.prepare_search()
        field = Field()
        if self.selecting:
            _, start, end = self.session.passage
            self.action_leave_selection()
            field = field.insert(f'"{self.session.here.article.text[start:end]}"')
        self.type_line(
            Line("find", field, self._follow, self._enter, self._give_up, self._arrow, told=self._told)
        )
        if field.text:
            self._follow(field.text)

    def typed_early(self, event: events.Key) -> None:
        """Tab lists all hits; any other key is the line's."""
        line = self.line
        if line and line.commands == "find" and self.table.stands_for("find", event.key) == "tab":
            event.prevent_default()
            self._list_hits(line.field.text)
        else:
            super().typed_early(event)

    def _follow(self, text: str) -> None:
        self._recalled = 0
        self.search(text)
        self.footer.update()

    def _arrow(self, step: int) -> None:
        """Go through the hits; from an empty line through what was looked for before."""
        line, hit = self.line, self.hit
        assert line is not None
        if self._recalled or not line.field.text:
            self._recalled = max(0, min(self._recalled - step, len(self.past)))
            text = self.past[-self._recalled] if self._recalled else ""
            self.line = line._replace(field=Field(text, len(text)))
            self.search(text)
        elif hit is not None:
            following = self.beyond(hit.source, hit.hit.start, step, standing=True)
            if following is not None:
                self.look_at_hit(following[0])
        self.footer.update()

    def _told(self) -> str:
        """What stands beside the line."""
        from seedreader.session.find import TAKES

        finds = self.finds
        if self.line is None or not self.line.field.text:
            return f"↑ {fit(self.past[-1], 30)}" if self.past else TAKES
        if finds is None or self.searching:
            return "looking …"
        if not finds.total and not finds.written:
            return f"not {found.searched(finds)}"
        return found.tally(finds, self.hit, self.session.columns.order, self.app.size.width // 2)

    def take_finds(self, finds: Finds) -> None:
        """Show what was found: while it is typed with the first hit at the cursor or after it."""
        before, order = self._before, self.session.columns.order
        if before is None:
            at = self.hit
            same = finds.following(at.source, at.hit.start, 1, order) if at else None
            self.show_finds(finds, same[0] if same else None)
            self.title_bar.update()
            return
        self.show_finds(finds, None)
        source = before.snapshot.focus
        first = finds.following(source, before.snapshot.cursors[source][0], 1, order)
        if first is None:
            self._return(before)
        else:
            self.look_at_hit(first[0])
        if self._entered:
            self._go_on(finds)

    # -- leaving it ------------------------------------------------------------------------------------

    def _enter(self, text: str) -> None:
        """Go to the hit that is shown, and keep the find; an empty line finds the last thing again."""
        if not text and self.past:
            text = self.past[-1]
            self.search(text)
        if not text:
            self._give_up()
            return
        self._remember(text)
        self._entered = self.searching
        if not self.searching and self.finds is not None:
            self._go_on(self.finds)

    def _go_on(self, finds: Finds) -> None:
        """Once it is known what there is."""
        before, self._before, self._entered = self._before, None, False
        assert before is not None
        if self.hit is not None:
            restore(self.session, before.snapshot)
            self.go_to_hit(self.hit)
            return
        self._return(before)
        if finds.written:
            self._list_hits(finds.query.typed)
        else:
            self.show_finds(None, None)
            self.say(f"“{fit(finds.query.typed, 60)}” was not found {found.searched(finds)}.")
            self.title_bar.update()

    def _give_up(self) -> None:
        """Show everything as it was."""
        self.drop_search()
        before, self._before, self._entered, self.line = self._before, None, False, None
        if before is not None:
            self.show_finds(before.finds, before.hit)
            self._return(before)

    def _return(self, before: _Before) -> None:
        restore(self.session, before.snapshot)
        self.sync(scroll=False)
        for view, (top, closed) in zip(self.views, before.views, strict=True):
            view.close_again(closed)
            view.top = view.lines.line(top) if top > 0 else top
        for pane in self.panes:
            pane.repaint()

    def _remember(self, text: str) -> None:
        self.past = (*(past for past in self.past if past != text), text)

    # -- the list of hits ------------------------------------------------------------------------------

    def _list_hits(self, text: str) -> None:
        from seedreader.ui.find.screen import HitsScreen

        self._give_up()
        self.app.push_screen(HitsScreen(self.table, self.finder, text.strip()), self._chosen)

    def _chosen(self, chosen: Chosen | None) -> None:
        """Keep what the list found, and go where it was left for."""
        if chosen is None or not chosen.finds.query.sought:
            self.sync()
            return
        self._remember(chosen.finds.query.typed)
        self.show_finds(chosen.finds, None)
        if chosen.row is not None and chosen.row.hit is not None:
            self.go_to_hit(chosen.row.hit)
            return
        if chosen.row is not None and chosen.row.place is not None:
            self.session.go(chosen.row.place)
        self.sync()
