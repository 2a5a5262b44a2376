"""The reader's screen: which parts it is made of, its layout, and keeping it level with the session."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult

from seedreader.session import StoryPassage
from seedreader.ui import SMALLEST, themes
from seedreader.ui.column import folding
from seedreader.ui.column.column_view import ColumnView
from seedreader.ui.column.layers import build_decorations
from seedreader.ui.column.mouse import MouseTarget
from seedreader.ui.column.pane import Pane
from seedreader.ui.evidence import evidence_panel
from seedreader.ui.parts import passage_copying
from seedreader.ui.parts.annotating import Annotating
from seedreader.ui.parts.boilerplate_display import BoilerplateDisplay
from seedreader.ui.parts.claim_steps import ClaimSteps
from seedreader.ui.parts.column_arrangement import ColumnArrangement
from seedreader.ui.parts.copying import Copying
from seedreader.ui.parts.correcting import Correcting
from seedreader.ui.parts.drafts_left import DraftsLeft
from seedreader.ui.parts.exporting import Exporting
from seedreader.ui.parts.finding import Finding
from seedreader.ui.parts.hit_steps import HitSteps
from seedreader.ui.parts.judging import Judging
from seedreader.ui.parts.marking import Marking
from seedreader.ui.parts.moving import Moving
from seedreader.ui.parts.navigation import Navigation
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.passage_notes import PassageNotes
from seedreader.ui.parts.pending import Pending
from seedreader.ui.parts.pointing import Pointing
from seedreader.ui.parts.read_marks import ReadMarks
from seedreader.ui.parts.report_exporting import ReportExporting
from seedreader.ui.parts.search import Search, Searched
from seedreader.ui.parts.selecting import Selecting
from seedreader.ui.parts.source_exporting import SourceExporting
from seedreader.ui.parts.story_keeping import StoryKeeping
from seedreader.ui.parts.typed_line import TypedLine
from seedreader.ui.parts.writing import Writing
from seedreader.ui.screens.part_screen import PartScreen, ScreenProgram
from seedreader.ui.screens.reader.reader_columns import ReaderColumns
from seedreader.ui.widgets import bars
from seedreader.ui.widgets.row_widget import Row, Rows

if TYPE_CHECKING:
    from seedreader.ui.parts.navigation_targets import NavigationTarget

COLUMN = 40
"""Cells that a column needs at least."""
PANEL_FROM = 16
"""Terminal height from which the evidence panel is shown."""


class ReaderScreen(PartScreen[None]):
    """Shows the program's session; ``kept`` is what `kept` was when the story was open before."""

    MODES: ClassVar = {Mode.READING: "reader", Mode.SELECTING: "select", Mode.JUDGING: "verdict"}
    DEFAULT_CSS = """
    #title, #footer { height: 1; }
    #columns { height: 1fr; }
    #evidence { height: 6; }
    #small { height: 1fr; }
    """
    typed_line: TypedLine
    writing: Writing

    def __init__(self, program: ScreenProgram, kept: Mapping[str, object]) -> None:
        super().__init__(program)
        self.columns = ReaderColumns(self.session, self.looks)
        self.panel_wanted = bool(kept.get("panel", True))
        self._make_parts(folding.mode(kept.get("boilerplate")))

    def _make_parts(self, boilerplate: str) -> None:
        context, program = self.context, self.program
        self.typed_line = TypedLine(context, partial(self.sync, scroll=False))
        self.writing = Writing(context, self, lambda: program.known_tags, self._drop_selection)
        annotating = Annotating(context, self.writing)
        notes = PassageNotes(context, self, self.writing, annotating)
        self.selecting = Selecting(context, self, notes)
        self.boilerplate = BoilerplateDisplay(context, self, boilerplate)
        moving = Moving(context, self, self.boilerplate)
        self.search = Search(context, self, program.beside, self.post_message)
        steps = HitSteps(context, self, self.search)
        self.judging = Judging(context, self, moving, notes, lambda: steps.clause)
        self.pending = Pending(context, self, self.selecting, self.search, self.typed_line)
        self.pointing = Pointing(context, self, self.selecting, self.judging, self.typed_line)
        self.drafts_left = DraftsLeft(context, moving, annotating)
        self.navigation = Navigation(context, self, self.selecting, annotating)
        self.read_marks = ReadMarks(context, program.mark_read, lambda: program.is_kept)
        self.keeping = StoryKeeping(
            context, self.writing, program.articles, program.story_folders, program.story_kept
        )
        self.assemble(
            self.read_marks,
            self.typed_line,
            self.writing,
            annotating,
            notes,
            Correcting(context, self.writing, notes),
            self.selecting,
            self.boilerplate,
            moving,
            Marking(context, moving),
            ClaimSteps(context, self, moving, self.typed_line),
            self.judging,
            ColumnArrangement(context, self),
            self.search,
            steps,
            Finding(context, self, self.search, steps, self.selecting, self.typed_line),
            self.pending,
            self.pointing,
            self.drafts_left,
            self.navigation,
            Copying(
                context,
                partial(passage_copying.passage_text, self.session),
                partial(passage_copying.passage_citation, self.session),
                self.send,
                self.selecting.leave_if_on,
                self._citation_file,
            ),
            passage_copying.CitationFile(context, self.writing),
            Exporting(context, self.writing, program.story_name),
            SourceExporting(self.writing, lambda: program.articles),
            ReportExporting(context, self.writing, lambda: program.story_name, lambda: program.is_kept),
        )

    def commands(self) -> Mapping[str, Handler]:
        own = {
            "panel": self._toggle_panel,
            "analyse": self._analyse,
            "next_theme": self._next_theme,
            "stories": self.program.show_stories,
            "kept": self.program.show_kept,
            "keep_story": self._keep_story,
            "take_in": self._take_in,
            "quit": self.quit,
        }
        return {**super().commands(), **own}

    def compose(self) -> ComposeResult:
        blank = self.looks.of(self.looks.palette.text)
        self.title_bar = Rows(self._draw_title, blank, id="title")
        columns = self.columns.compose(self._fitting())
        self.panel = Rows(self._draw_panel, blank, id="evidence")
        self.footer = Rows(self._draw_footer, blank, id="footer", grows=True)
        self.small = Rows(self._draw_small, blank, id="small")
        self._arrange()
        yield self.title_bar
        yield columns
        yield self.panel
        yield self.footer
        yield self.small

    def on_mount(self) -> None:
        self.sync()

    @property
    def untyped_mode(self) -> Mode:
        if self.judging.is_on:
            return Mode.JUDGING
        return Mode.SELECTING if self.selecting.is_on else Mode.READING

    @property
    def kept(self) -> dict[str, object]:
        """What of the screen comes back when the story is opened again."""
        return {"panel": self.panel_wanted, "boilerplate": self.boilerplate.mode}

    def navigate(self, target: NavigationTarget | None) -> None:
        """Go where a screen leads that was closed."""
        self.navigation.follow(target)

    def heeds(self, key: str | None) -> bool:
        """While the terminal is too small to show anything but an open editor, only what quits does so."""
        if not self._too_small or self.mode is Mode.EDITING:
            return True
        quitting = (command.keys for command in self.table.on_screen("reader") if command.id == "quit")
        return self.can("quit") and any(key in keys for keys in quitting)

    # -- its own commands ----------------------------------------------------------------------------

    def _toggle_panel(self) -> None:
        if self.app.size.height < PANEL_FROM:
            self.say(f"The evidence panel needs a terminal of {PANEL_FROM} lines.")
            return
        self.panel_wanted = not self.panel_wanted
        self.message.clear()
        self.rearrange()

    def _analyse(self) -> None:
        self.say(self.program.analyse_long())
        self.sync()

    def _next_theme(self) -> None:
        self.program.choose_theme(themes.after(self.program.theme_name))

    def _take_in(self) -> None:
        self.run_alone(self.program.take_in, "disk")

    @property
    def cursor_row(self) -> int:
        """The row of its column in which the cursor stands; 0 before anything is laid out."""
        view = self.focused_pane.view
        return max(0, view.rows(self.session.here.cursor)[0]) if view.laid_out else 0

    def _keep_story(self) -> None:
        if self.program.is_kept:
            self.say(f"It is kept as “{self.program.story_name}” already.")
        else:
            self.keeping.ask(self.program.story_name)

    def quit(self) -> None:
        """Leave the program."""
        self.app.exit()

    # -- keeping the screen and the session together (`parts.reader_view.ReaderView`) -----------------

    @property
    def views(self) -> list[ColumnView]:
        """What is shown of each source, in a column or not."""
        return self.columns.views

    @property
    def panes(self) -> list[Pane]:
        """The columns on the screen, from left to right."""
        return self.columns.panes

    @property
    def focused_pane(self) -> Pane:
        """The column of the focused source."""
        return self.columns.focused

    @property
    def terminal_width(self) -> int:
        """Cells."""
        return self.app.size.width

    def sync(self, scroll: bool = True, row: int | None = None) -> None:
        """Show the session as it is: columns, cursor, matches and bars.

        ``scroll`` brings the cursor into sight; ``row`` puts it in that row of its column instead.
        """
        self._place_sources()
        self.columns.show_session(scroll, row)
        self.read_marks.look()
        for bar in (self.title_bar, self.panel, self.footer):
            bar.update()
        self.call_after_refresh(self.session.foresee)

    def show(self) -> None:
        """Show the session and the mode; in a low terminal the panel is there for verdicts only."""
        low = self.app.size.height < PANEL_FROM
        if low and self.panel.display != self.judging.is_on:
            self.rearrange()
        else:
            self.sync()

    def update_bars(self) -> None:
        """Draw the title bar and the footer."""
        self.title_bar.update()
        self.footer.update()

    def redecorate(self) -> None:
        """Lay boilerplate, claims, links, notes and finds over the texts anew, and show the session."""
        plain = self.boilerplate.mode == folding.PLAIN
        for view, source in zip(self.views, self.session.sources, strict=True):
            view.layers = build_decorations(source, plain, self.session.tag_colours)
        self.boilerplate.fold()
        self.columns.open()
        for pane in self.panes:
            pane.repaint()
        if self.typed_line.line is None:
            self.search.begin_again()
        self.sync(scroll=self.session.place.start == 0 or self.focused_pane.view.top <= 0)

    def rearrange(self) -> None:
        """Fit columns and panel to the terminal, and show the cursor again once they are laid out."""
        self._arrange()
        self._place_sources()
        self.call_after_refresh(self.sync)

    def annotations_changed(self) -> None:
        self.redecorate()

    def editor_toggled(self) -> None:
        self.rearrange()

    def _citation_file(self) -> str:
        """What else can be done with a citation than to copy it."""
        key = self.table.key("reader", "write_citation", "")
        return f"{key} writes a citation to a file" if key else ""

    def _drop_selection(self) -> None:
        """What was written is on disk: a selection has served its purpose."""
        self.session.selection = None

    # -- layout --------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self._arranged:
            self.rearrange()

    def _arrange(self) -> None:
        """Show as much as the terminal has room for."""
        width, height = self._arranged = self.app.size
        small = self._too_small
        wanted = self.panel_wanted and height >= PANEL_FROM and not self.writing.is_open
        self.small.display = small
        for widget in (self.title_bar, self.columns.container, self.footer):
            widget.display = not small
        self.panel.display = (wanted or self.judging.is_on) and not small
        self.panel.styles.height = evidence_panel.height(width, height, len(self.session.sources))
        self.footer.styles.height = len(self._draw_footer(width, height))

    @property
    def _too_small(self) -> bool:
        width, height = self.app.size
        return width < SMALLEST[0] or height < SMALLEST[1]

    def _place_sources(self) -> None:
        if self.columns.place_sources(self._fitting()):
            self.call_after_refresh(self.sync)

    def _fitting(self) -> int:
        """How many columns the terminal has room for, or fewer where the settings say so."""
        fitting = max(1, self.app.size.width // COLUMN)
        return min(fitting, self.program.settings.columns or fitting)

    # -- bars ----------------------------------------------------------------------------------------

    def _draw_title(self, width: int, height: int) -> list[Row]:
        return [
            bars.title(
                self.session,
                self.program.story_name,
                len(self.panes),
                self.looks,
                width,
                self.program.read_only,
                self.pending.told,
            )
        ]

    def _draw_footer(self, width: int, height: int) -> list[Row]:
        if self.mode is Mode.TYPING:
            return [self.typed_line.row(width)]
        hinting = self.mode is Mode.READING and self.program.hinting()
        beginner = [bars.hint(self.table, self.looks, width)] if hinting else []
        return [*beginner, *self.footer_rows(width)]

    def _draw_panel(self, width: int, height: int) -> list[Row]:
        key = self.table.key("reader", "nearest", "")
        judging = self.judging
        told = judging.held_told
        return evidence_panel.panel(
            self.session, self.looks, width, height, judging.pairs, judging.chosen, key, told
        )

    def _draw_small(self, width: int, height: int) -> list[Row]:
        needed = f"{SMALLEST[0]}×{SMALLEST[1]}"
        return bars.message(f"Too small: {needed} needed.", self.looks, width)

    # -- what widgets, the mouse and threads tell ------------------------------------------------------

    def on_screen_suspend(self) -> None:
        """What was said before another screen opened is over."""
        self.say("")

    def on_searched(self, message: Searched) -> None:
        self.search.receive(message)

    def on_click(self, event: events.Click) -> None:
        """A click on what a source says goes there, or chooses its link while a verdict is given."""
        place = self._place_at(event)
        if place is None or event.chain > 1 or self.mode in (Mode.EDITING, Mode.SELECTING):
            return
        self.judging.click(place)

    def _place_at(self, event: events.MouseEvent) -> StoryPassage | None:
        """The passage that the row of the evidence panel under the mouse tells of."""
        panel = self.panel
        if not panel.display or not panel.region.contains(event.screen_x, event.screen_y):
            return None
        judging = self.judging
        drawn = evidence_panel.lines(self.session, self.looks, *panel.size, judging.pairs, judging.chosen)
        row = event.screen_y - panel.region.y
        return drawn[row].place if row < len(drawn) else None

    def on_mouse_target_pressed(self, message: MouseTarget.Pressed) -> None:
        if self.mode is not Mode.EDITING:
            self.pointing.press(message)

    def on_mouse_target_dragged(self, message: MouseTarget.Dragged) -> None:
        if self.mode is not Mode.EDITING:
            self.pointing.drag(message)

    def on_mouse_target_released(self, message: MouseTarget.Released) -> None:
        if self.mode is not Mode.EDITING:
            self.pointing.release()

    def on_mouse_target_clicked(self, message: MouseTarget.Clicked) -> None:
        if self.mode is not Mode.EDITING:
            self.pointing.click(message)

    def on_mouse_target_sought(self, message: MouseTarget.Sought) -> None:
        if self.mode is not Mode.EDITING:
            self.pointing.seek(message)
