"""The reader: sources side by side, the evidence under them."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from seedreader.article import Range
from seedreader.session import Session
from seedreader.ui import SMALLEST, bars
from seedreader.ui.column import folding
from seedreader.ui.column.header import header
from seedreader.ui.column.layers import lay
from seedreader.ui.column.pane import Pane
from seedreader.ui.column.view import View
from seedreader.ui.commands import Table
from seedreader.ui.evidence import panel as evidence
from seedreader.ui.reader.folding import FoldingScreen
from seedreader.ui.styles import Styles
from seedreader.ui.widgets.rows import Row, Rows

COLUMN = 40
"""Cells that a column needs at least."""
PANEL_FROM = 16
"""Terminal height from which the evidence panel is shown."""


class ReaderScreen(FoldingScreen):
    """Shows the app's session and turns keys into its moves."""

    MODES = ("reader", "select", "verdict")
    DEFAULT_CSS = """
    #title, #footer { height: 1; }
    #columns { height: 1fr; }
    #evidence { height: 6; }
    #small { height: 1fr; }
    """

    def __init__(self, table: Table, session: Session, looks: Styles, kept: Mapping[str, object]) -> None:
        super().__init__(table)
        self.session, self.looks = session, looks
        self.views = [View(source.article.text) for source in session.sources]
        self.panel_wanted = bool(kept.get("panel", True))
        self.boilerplate = folding.mode(kept.get("boilerplate"))

    def compose(self) -> ComposeResult:
        blank = self.looks.of(self.looks.palette.text)
        self.title_bar = Rows(self._draw_title, blank, id="title")
        self.columns = Horizontal(id="columns")
        self.panes = [self._pane(i) for i in self.session.columns.visible(self._fitting())]
        self.panel = Rows(self._draw_panel, blank, id="evidence")
        self.footer = Rows(self._draw_footer, blank, id="footer", grows=True)
        self.small = Rows(self._draw_small, blank, id="small")
        self._arrange()
        yield self.title_bar
        with self.columns:
            yield from self.panes
        yield self.panel
        yield self.footer
        yield self.small

    def on_mount(self) -> None:
        self.sync()

    # -- keeping the screen and the session together -------------------------------------------------

    def sync(self, scroll: bool = True, row: int | None = None) -> None:
        """Show the session as it is: columns, cursor, matches and bars.

        ``scroll`` brings the cursor into sight; ``row`` puts it in that row of its column instead.
        """
        session = self.session
        self._place_sources()
        matches = session.matches()
        for pane in self.panes:
            active = pane.index == session.focus
            pane.set_header(header(self.session, pane.index), active)
            pane.mark(session.passage[1:] if active else None, None if active else matches.get(pane.index))
        focused = self.focused_pane
        if focused.view.laid_out:
            if row is not None:
                self._scrolled(focused, focused.view.level(session.here.cursor, row))
            if scroll:
                shown = self._edge if self.selecting else session.here.cursor
                self._scrolled(focused, focused.view.show(shown, session.follow))
            if session.follow:
                self._level_others(matches, still=not scroll and row is None)
        for bar in (self.title_bar, self.panel, self.footer):
            bar.update()
        self.call_after_refresh(session.foresee)

    def _level_others(self, matches: dict[int, Range], still: bool) -> None:
        """Bring the matches level with the cursor; unless that is to stand ``still``, it moves up where
        columns would stand mostly empty.
        """
        focused, cursor = self.focused_pane, self.session.here.cursor
        following = [p for p in self.panes if p.view.laid_out and p.index not in self.session.columns.pinned]
        found = [(pane, matches[pane.index]) for pane in following if pane.index in matches]
        row = focused.view.rows(cursor)[0]
        before = min((pane.view.above(match[0], max(0, row)) for pane, match in found), default=row)
        if not still and row - before > focused.view.height // 3:
            row = min(focused.view.height // 4, focused.view.above(cursor[0], focused.view.height))
            self._scrolled(focused, focused.view.level(cursor, row))
        for pane, match in found:
            self._scrolled(pane, pane.view.level(match, row))

    def analysis_changed(self) -> None:
        """Sentences, boilerplate, claims, links or notes changed: lay them over the texts."""
        for view, source in zip(self.views, self.session.sources, strict=True):
            plain = self.boilerplate == folding.PLAIN
            view.layers = lay(source, plain, self.session.tag_colours)
        self.lay_folds()
        for pane in self.panes:
            pane.repaint()
        self.find_again()
        self.sync(scroll=self.session.place.start == 0 or self.focused_pane.view.top <= 0)

    @property
    def kept(self) -> dict[str, object]:
        """What of the screen comes back when the story is opened again."""
        return {"panel": self.panel_wanted, "boilerplate": self.boilerplate}

    # -- layout --------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self._arranged:
            self.rearrange()

    def rearrange(self) -> None:
        """Fit columns and panel to the terminal, and show the cursor again once they are laid out."""
        self._arrange()
        self._place_sources()
        self.call_after_refresh(self.sync)

    def _have_panes(self, wanted: int) -> None:
        """Add or take away columns; new ones show a source once they are laid out."""
        for pane in self.panes[wanted:]:
            pane.remove()
        added = [self._pane(i) for i in range(wanted - len(self.panes))]
        self.panes = [*self.panes[:wanted], *added]
        self.columns.mount_all(added)
        self.call_after_refresh(self.sync)

    def _fitting(self) -> int:
        fitting = max(1, self.app.size.width // COLUMN)
        return min(fitting, self.app.settings.columns or fitting)

    def _pane(self, index: int) -> Pane:
        return Pane(self.looks, index, self.views[index], header(self.session, index))

    def _arrange(self) -> None:
        """Show as much as the terminal has room for."""
        width, height = self._arranged = self.app.size
        small = width < SMALLEST[0] or height < SMALLEST[1]
        panel = self.judging or (self.panel_wanted and height >= PANEL_FROM and not self.editing)
        self.small.display = small
        for widget in (self.title_bar, self.columns, self.footer):
            widget.display = not small
        self.panel.display = panel and not small
        self.panel.styles.height = evidence.height(width, height, len(self.session.sources))
        self.footer.styles.height = len(self._draw_footer(width, height))

    def _place_sources(self) -> None:
        visible = self.session.columns.visible(self._fitting())
        if len(visible) != len(self.panes):
            self._have_panes(len(visible))
        for pane, index in zip(self.panes, visible, strict=True):
            if pane.index != index:
                pane.show(index, self.views[index], header(self.session, index))

    def _scrolled(self, pane: Pane, changed: bool) -> None:
        if changed:
            pane.refresh()

    # -- bars ----------------------------------------------------------------------------------------

    def _draw_title(self, width: int, height: int) -> list[Row]:
        return [
            bars.title(
                self.session,
                self.app.story_name,
                len(self.panes),
                self.looks,
                width,
                self.app.read_only,
                self.waiting,
            )
        ]

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        if self.line is not None:
            return [self.line_row(self.line, width)]
        beginner = [bars.hint(self.table, self.looks, width)] if self.app.hinting(self.mode) else []
        if self.said:
            return [*beginner, *bars.message(self.said, self.looks, width)]
        return [*beginner, bars.footer(self.table, self.mode, self.looks, width)]

    def _draw_panel(self, width: int, height: int) -> list[Row]:
        key = self.table.key("reader", "nearest", "")
        return evidence.panel(self.session, self.looks, width, height, self.pairs, self.chosen, key)

    def _draw_small(self, width: int, height: int) -> list[Row]:
        needed = f"{SMALLEST[0]}×{SMALLEST[1]}"
        return bars.message(f"Too small: {needed} needed.", self.looks, width)

    # -- modes ---------------------------------------------------------------------------------------

    @property
    def mode(self) -> str:
        """Which commands the keys give: a screen's name in the table of commands."""
        if self.line is not None:
            return self.line.commands
        if self.editing:
            return self.writing_with
        return "verdict" if self.judging else "select" if self.selecting else "reader"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Keys give the commands of the mode only; those on a passage are given on a selection too."""
        return action in self.table.names(self.mode)

    @property
    def _edge(self) -> Range:
        """The character at the moving edge of the selection."""
        edges = self.session.selection
        assert edges is not None
        return (edges.end - 1, edges.end) if edges.at_end else (edges.start, edges.start + 1)

    def shown_again(self) -> None:
        low = self.app.size.height < PANEL_FROM
        if low and self.panel.display != self.judging:
            self.rearrange()
        else:
            self.sync()

    def annotations_changed(self) -> None:
        self.analysis_changed()

    def editor_toggled(self) -> None:
        self.rearrange()

    def action_analyse(self) -> None:
        self.said = self.app.analyse_long()
        self.sync()

    def action_panel(self) -> None:
        if self.app.size.height < PANEL_FROM:
            self.say(f"The evidence panel needs a terminal of {PANEL_FROM} lines.")
            return
        self.panel_wanted = not self.panel_wanted
        self.said = ""
        self.rearrange()

    async def action_quit(self) -> None:
        self.app.exit()
