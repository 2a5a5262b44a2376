"""Finding: a line typed at the footer and followed at each key, and the list of all hits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from seedreader.session.snapshot import SessionSnapshot, restore, snapshot
from seedreader.ui.column.folding import Fold
from seedreader.ui.parts import search_summary
from seedreader.ui.parts.hit_steps import HitSteps
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView
from seedreader.ui.parts.search import Search
from seedreader.ui.parts.selecting import Selecting
from seedreader.ui.parts.typed_line import LineRequest, TypedLine
from seedreader.ui.terminal_text import fit
from seedreader.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from seedreader.session.find import FindResults, LocatedHit
    from seedreader.ui.parts.navigation_targets import FindResult


class _Before(NamedTuple):
    """What was shown before something was typed: the session, each text's top line and folds, the find."""

    session: SessionSnapshot
    views: tuple[tuple[int, tuple[Fold, ...]], ...]
    finds: FindResults | None
    hit: LocatedHit | None


class Finding:
    """Types what is looked for; the columns show it at each key, as if the reader had gone there."""

    def __init__(
        self,
        context: PartContext,
        view: ReaderView,
        search: Search,
        steps: HitSteps,
        selecting: Selecting,
        typed_line: TypedLine,
    ) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._search, self._steps = search, steps
        self._selecting, self._typed_line = selecting, typed_line
        self._before: _Before | None = None
        self._recalled = 0
        """How many finds back from the newest one the line shows; 0 for what was typed."""
        self._entered = False
        """Whether Enter was pressed while the search was not done."""

    def commands(self) -> Mapping[str, Handler]:
        return {"find": self._begin}

    # -- the line --------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Type something to find; every column shows its hits at each key. What is selected is there."""
        search = self._search
        search.drop()
        views = tuple((view.top, view.closed) for view in self._view.views)
        self._before = _Before(snapshot(self._session), views, search.finds, search.hit)
        self._recalled, self._entered = 0, False
        search.prepare()
        field = LineField()
        if self._selecting.is_on:
            _, start, end = self._session.passage
            self._selecting.leave()
            field = field.insert(f'"{self._session.here.article.text[start:end]}"')
        line = LineRequest(
            commands="find",
            field=field,
            typed=self._follow,
            kept=self._enter,
            left=self._give_up,
            stepped=self._arrow,
            told=self._told,
            keys={"tab": self._list_typed},
        )
        self._typed_line.begin(line)
        if field.text:
            self._follow(field.text)

    def _follow(self, text: str) -> None:
        self._recalled = 0
        self._search.begin(text, self._show_typed)
        self._view.update_bars()

    def _arrow(self, step: int) -> None:
        """Go through the hits; from an empty line through what was looked for before."""
        field, hit, past = self._typed_line.field, self._search.hit, self._steps.past
        assert field is not None
        if self._recalled or not field.text:
            self._recalled = max(0, min(self._recalled - step, len(past)))
            text = past[-self._recalled] if self._recalled else ""
            self._typed_line.rewrite(LineField(text, len(text)))
            self._search.begin(text, self._show_typed)
        elif hit is not None:
            following = self._steps.beyond(hit.source, hit.hit.start, step, standing=True)
            if following is not None:
                self._steps.preview(following[0])
        self._view.update_bars()

    def _told(self) -> str:
        """What stands beside the line."""
        from seedreader.session.find import TAKES  # at the first find, as `Search` does

        finds, field, past = self._search.finds, self._typed_line.field, self._steps.past
        if field is None or not field.text:
            return f"↑ {fit(past[-1], 30)}" if past else TAKES
        if finds is None or self._search.searching:
            return "looking …"
        if not finds.total and not finds.written:
            return f"not {search_summary.searched(finds)}"
        order, width = self._session.columns.order, self._view.terminal_width // 2
        return search_summary.tally(finds, self._search.hit, order, width)

    def _show_typed(self, finds: FindResults) -> None:
        """Show what was found of what is typed, with the first hit at the cursor or after it."""
        before, order = self._before, self._session.columns.order
        assert before is not None
        self._search.show(finds, None)
        source = before.session.focus
        first = finds.following(source, before.session.cursors[source][0], 1, order)
        if first is None:
            self._return(before)
        else:
            self._steps.preview(first[0])
        if self._entered:
            self._go_on(finds)

    # -- leaving it ------------------------------------------------------------------------------------

    def _enter(self, text: str) -> None:
        """Go to the hit that is shown, and keep the find; an empty line finds the last thing again."""
        if not text and self._steps.past:
            text = self._steps.past[-1]
            self._search.begin(text, self._show_typed)
        if not text:
            self._give_up()
            return
        self._steps.remember(text)
        self._entered = self._search.searching
        if not self._entered and self._search.finds is not None:
            self._go_on(self._search.finds)

    def _go_on(self, finds: FindResults) -> None:
        """Once it is known what there is."""
        before, self._before, self._entered = self._before, None, False
        assert before is not None
        if self._search.hit is not None:
            restore(self._session, before.session)
            self._steps.go_to(self._search.hit)
            return
        self._return(before)
        if finds.written:
            self._list_hits(finds.query.typed)
        else:
            self._search.show(None, None)
            typed = fit(finds.query.typed, 60)
            self._context.say(f"“{typed}” was not found {search_summary.searched(finds)}.")
            self._view.update_bars()

    def _give_up(self) -> None:
        """Show everything as it was."""
        self._search.drop()
        self._typed_line.drop()
        before, self._before, self._entered = self._before, None, False
        if before is not None:
            self._search.show(before.finds, before.hit)
            self._return(before)

    def _return(self, before: _Before) -> None:
        restore(self._session, before.session)
        self._view.sync(scroll=False)
        for view, (top, closed) in zip(self._view.views, before.views, strict=True):
            view.close_again(closed)
            view.top = view.lines.line(top) if top > 0 else top
        for pane in self._view.panes:
            pane.repaint()

    # -- the list of hits ------------------------------------------------------------------------------

    def _list_typed(self) -> None:
        field = self._typed_line.field
        assert field is not None
        self._list_hits(field.text)

    def _list_hits(self, text: str) -> None:
        self._give_up()
        self._context.router.push("hits", self._search.finder, text.strip(), then=self._go_to_chosen)

    def _go_to_chosen(self, result: FindResult | None) -> None:
        """Keep what the list found, and go where it was left for."""
        if result is None or not result.finds.query.sought:
            self._view.sync()
            return
        self._steps.remember(result.finds.query.typed)
        self._search.show(result.finds, None)
        if result.hit is not None:
            self._steps.go_to(result.hit)
            return
        if result.place is not None:
            self._session.go(result.place)
        self._view.sync()
