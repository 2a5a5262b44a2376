"""A screen that is made of parts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from inspect import isawaitable
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from seedreader.ui.commands.command import is_repeated
from seedreader.ui.internals import mode_bindings, terminal_output
from seedreader.ui.parts.counting import Counting
from seedreader.ui.parts.message_line import MessageLine
from seedreader.ui.parts.part import Handler, KeyTaker, Mode, Part, PartContext, ScreenOpener, handlers
from seedreader.ui.parts.typed_line import TypedLine
from seedreader.ui.parts.writing import Writing
from seedreader.ui.screens.key_bindings import key_bindings
from seedreader.ui.widgets import bars
from seedreader.ui.widgets.row_widget import Row, Rows

if TYPE_CHECKING:
    from seedreader.article import Article
    from seedreader.ingest.errors import Problem
    from seedreader.session import Session, StoryPassage
    from seedreader.session.story_notebook import StoryNotebook
    from seedreader.settings import Settings
    from seedreader.ui.commands import CommandTable
    from seedreader.ui.themes.styles import Styles
    from seedreader.ui.widgets.editor import Editor

Result = TypeVar("Result")
P = TypeVar("P")


class ScreenProgram(Protocol):
    """What screens need of the program (`seedreader.ui.app.SeedreaderApp`)."""

    table: CommandTable
    settings: Settings
    input_problems: tuple[Problem, ...]
    """What was wrong with what was opened."""
    problems: list[str]
    """What else went wrong so far, the newest first, as sentences."""

    @property
    def session(self) -> Session:
        """The reading of the open story."""

    @property
    def story_notebook(self) -> StoryNotebook:
        """The notebook beside the open story."""

    @property
    def story_name(self) -> str:
        """What the open story is called."""

    @property
    def known_tags(self) -> tuple[str, ...]:
        """All tags of the notebook, the one used last first."""

    @property
    def read_only(self) -> bool:
        """Whether the notebook can be read but not written."""

    @property
    def router(self) -> ScreenOpener:
        """Opens the other screens."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The sources as given."""

    @property
    def looks(self) -> Styles:
        """The styles that everything takes."""

    @property
    def theme_name(self) -> str:
        """The theme that is shown."""

    def choose_theme(self, name: str) -> None:
        """Show everything in another theme, remember it, and say so."""

    def hinting(self) -> bool:
        """Whether a line tells a beginner what to press first."""

    def show_stories(self) -> None:
        """Show the list of stories, if there is one, in place of what is open over it."""

    def show_kept(self) -> None:
        """Show the list of kept stories over what is open."""

    @property
    def story_folders(self) -> Sequence[str]:
        """The folders that were opened as the open story, as they are named from anywhere."""

    @property
    def is_kept(self) -> bool:
        """Whether the open story is kept under a name."""

    async def take_in(self) -> None:
        """Read what changed on disk in place of what is open."""

    def story_kept(self, id: str) -> None:
        """The open story was kept under a name, in the thread that calls this."""

    def mark_read(self, source: int, read: bool) -> None:
        """Keep that a source of the open story was read, or was not."""

    def separate(self, number: int) -> None:
        """Make the open story's source of this number a story of its own, and show the list of stories."""

    def analyse_long(self) -> str:
        """Analyse texts that wait for being asked for; tells the reader what happens."""

    def beside(self, work: Callable[[], object], failed: str) -> None:
        """Do something in a thread; an error in it is told after ``failed``."""

    async def change(self, call: Callable[[], object]) -> str:
        """Change the notebook; "" once it is on disk, or why it could not be."""

    def action_command_palette(self) -> None:
        """Open the palette."""


class PartScreen(Screen[Result]):
    """Has a message line, and the parts given to `assemble` at the end of construction.

    ``MODES`` are the modes in which its keys give commands, by their names in the table of commands, the
    usual one first. Rows with the id ``footer`` show the message, or else the keys of the mode.
    """

    MODES: ClassVar[Mapping[Mode, str]]
    typed_line: TypedLine | None = None
    writing: Writing | None = None

    def __init__(self, program: ScreenProgram) -> None:
        super().__init__()
        self.program, self.session = program, program.session
        self.table, self.looks = program.table, program.looks
        self.message = MessageLine(self._redraw_message)
        self.context = PartContext(
            session=program.session,
            notebook=program.story_notebook,
            table=program.table,
            looks=program.looks,
            settings=program.settings,
            say=self.message.say,
            change=self.change,
            take_key=self.take_key,
            view=self,
            run_alone=self.run_alone,
            router=program.router,
            copy_on_page=self.copy_on_page,
        )
        self.counting = Counting(self.context)
        self._key_taker: KeyTaker | None = None
        self.parts: tuple[Part, ...] = ()
        self._handlers: dict[str, Handler] = {}
        of_modes = {name: key_bindings(self.table, name) for name in self.MODES.values()}
        mode_bindings.bind(self, mode_bindings.ModeBindings(of_modes, lambda: self.command_set))

    def assemble(self, *parts: Part) -> None:
        """Be made of these parts and of the screen's own commands. ValueError where two have one command."""
        self.parts = (self.message, self.counting, *parts)
        self._handlers = handlers((*self.parts, self))

    def part(self, kind: type[P]) -> P | None:
        """The screen's part of this kind, if it has one."""
        return next((part for part in self.parts if isinstance(part, kind)), None)

    def commands(self) -> Mapping[str, Handler]:
        """The screen's own commands. Screens add theirs to these."""
        usual: dict[str, Handler] = {"help": self.open_help, "palette": self.program.action_command_palette}
        there = {command.id for name in self.MODES.values() for command in self.table.on_screen(name)}
        return {id: handler for id, handler in usual.items() if id in there}

    # -- what the keys do ----------------------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """What the keys do now."""
        if self.writing is not None and self.writing.is_open:
            return Mode.EDITING
        if self.typed_line is not None and self.typed_line.line is not None:
            return Mode.TYPING
        return self.untyped_mode

    @property
    def untyped_mode(self) -> Mode:
        """The mode while nothing is typed. A screen with several of them overrides this."""
        return Mode.READING

    def commands_of(self, mode: Mode) -> str:
        """The name of a mode in the table of commands: whose keys are on, in the footer and in the help."""
        if mode is Mode.EDITING and self.writing is not None:
            return self.writing.command_set
        if mode is Mode.TYPING and self.typed_line is not None:
            return self.typed_line.command_set
        return self.MODES[mode]

    @property
    def command_set(self) -> str:
        """The name of the mode that the screen is in, in the table of commands."""
        return self.commands_of(self.mode)

    def can(self, id: str) -> bool:
        """Whether a command does something in the mode that the screen is in."""
        return id in self._handlers and id in self.table.names(self.command_set)

    async def run_command(self, id: str, *numbers: int) -> None:
        """Do what a command does, unless it is not one of the mode that the screen is in."""
        if self.can(id):
            await self.action_command(id, *numbers)

    async def action_command(self, id: str, *numbers: int) -> None:
        """What every key does; `check_action` says whether."""
        self._key_taker = None  # a click or the palette gave this command meanwhile
        times = self.counting.take()
        for _ in range(times if is_repeated(id) else 1):
            before = self._standing
            done = self._handlers[id](*numbers)
            if isawaitable(done):
                await done
            if self.message.said and self._standing == before:
                return  # it says that it goes no further

    @property
    def _standing(self) -> StoryPassage | None:
        """Where the reader stands; None where no story is open."""
        return self.session.place if self.session.sources else None

    def take_key(self, taker: KeyTaker) -> None:
        """Have the next key go to ``taker`` in place of its command."""
        self._key_taker = taker

    def heeds(self, key: str | None) -> bool:
        """Whether a key (None: what is pasted) may do something now. The reader overrides this."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Keys give the commands of the mode only."""
        return action == "command" and self.can(str(parameters[0]))

    async def open_help(self) -> None:
        """Show all keys."""
        await self.program.router.open("help")

    # -- what is said ----------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Tell the reader something in the footer, until the next key."""
        self.message.say(text)

    def footer_rows(self, width: int) -> list[Row]:
        """What is said, or else the keys of the mode."""
        keys = [bars.footer(self.table, self.command_set, self.looks, width)]
        return self.message.rows(self.looks, width) or keys

    def _redraw_message(self) -> None:
        if self.is_mounted and self.is_open:
            for footer in self.query("#footer").results(Rows):
                footer.update()

    # -- what parts ask of the screen (`parts.part.ScreenView`, `parts.writing.EditorHost`) ------------

    @property
    def is_open(self) -> bool:
        """Whether the screen is still there: what was begun on it may end after it was closed."""
        return self in self.app.screen_stack

    def show(self) -> None:
        """Draw what changed. Screens override this."""

    def mount_editor(self, editor: Editor) -> None:
        """Put the editor on the screen."""
        self.mount(editor, before="#footer")

    def editor_toggled(self) -> None:
        """The editor opened or closed: the footer has the keys of another mode. Screens make room, too."""
        self._redraw_message()

    def run_alone(self, work: Callable[[], Awaitable[None]], group: str = "default") -> None:
        """Do work beside the keys; work of its group that goes on is cancelled, begun or not.

        What is cancelled goes no further than its ``await``; a thread that it waits for runs on unheard.
        """
        self.run_worker(work, group=group, exclusive=True)

    async def copy_on_page(self, text: str) -> str | None:
        """Copy in the browser; None where there is none, "" once it is copied, or why it could not be."""
        if not self.app.is_web:
            return None
        # only a browser needs it
        from seedreader.ui.internals import browser_driver

        return await browser_driver.copied(self.app, text)

    def send(self, sequence: str) -> None:
        """Write an escape sequence to the terminal."""
        terminal_output.send(self.app, sequence)

    async def change(self, call: Callable[[], object]) -> str:
        """Change the notebook; "" once it is on disk, or why it could not be. Screens may show more."""
        return await self.program.change(call)

    # -- what the program tells the screen ---------------------------------------------------------------

    def story_changed(self) -> None:
        """There is another story, or none can be had: show it. Screens override this."""

    def annotations_changed(self) -> None:
        """Annotations changed: show them. Screens override this."""

    def typed_early(self, event: events.Key) -> None:
        """A key that no widget took, before it gives a command: it is typed where something is."""
        if self.writing is not None and self.writing.type_early(event):
            return
        if self.typed_line is not None and self.typed_line.press(event.key, event.character):
            event.prevent_default()
            return
        self.counting.take()  # of a number that was for a key which does nothing
        taker, self._key_taker = self._key_taker, None
        if taker is not None and taker(event.key, event.character):
            event.prevent_default()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result, once: a key or click may come after the one that closed the screen."""
        on_top = self.app.screen_stack[-1:] == [self]
        return super().dismiss(result) if on_top else AwaitComplete()

    def command_sets(self) -> Sequence[str]:
        """The names of the modes in which keys give commands, in the table of commands."""
        return tuple(self.MODES.values())

    def palette_questions(self) -> Iterable[tuple[str, str, Callable[[], None]]]:
        """What the palette offers besides the commands: title, help and what it does. From the parts."""
        # imported when the palette opens
        from seedreader.ui.parts.exporting import Exporting
        from seedreader.ui.parts.report_exporting import ReportExporting
        from seedreader.ui.parts.source_exporting import SourceExporting

        parts = (self.part(ReportExporting), self.part(Exporting), self.part(SourceExporting))
        return chain.from_iterable(part.questions() for part in parts if part is not None)

    # -- messages of widgets and of the terminal -----------------------------------------------------

    def on_paste(self, event: events.Paste) -> None:
        if self.typed_line is not None:
            self.typed_line.paste(event.text)

    def on_editor_changed(self, message: Editor.Changed) -> None:
        message.stop()
        if self.writing is not None:
            self.writing.changed()

    async def on_editor_saved(self, message: Editor.Saved) -> None:
        message.stop()
        if self.writing is not None:
            await self.writing.save(message.editor)

    async def on_editor_left(self, message: Editor.Left) -> None:
        message.stop()
        if self.writing is not None:
            await self.writing.leave(message.editor)

    def on_editor_elsewhere(self, message: Editor.Elsewhere) -> None:
        message.stop()
        if self.writing is not None:
            self.writing.write_elsewhere(message.editor)
